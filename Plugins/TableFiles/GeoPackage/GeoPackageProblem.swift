import WorkbenchKit

/// Why a GeoPackage cannot be read, as a person gets it.
enum GeoPackageProblem {
  static func damaged(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.damaged",
      Text(
        nl: "'\(file)' is beschadigd of niet helemaal binnengekomen", en: "'\(file)' is damaged or did not arrive whole"
      ),
      wayOut: Text(
        nl: "haal het bestand opnieuw op, of bewaar het opnieuw in QGIS",
        en: "fetch the file again, or save it again in QGIS"))
  }

  static func noGeoPackage(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.damaged",
      Text(nl: "'\(file)' is geen GeoPackage", en: "'\(file)' is no GeoPackage"),
      wayOut: Text(
        nl: "controleer of het het goede bestand is; in QGIS kunt u een laag bewaren als GeoPackage",
        en: "check whether it is the right file; in QGIS a layer can be saved as a GeoPackage"))
  }

  static func inUse(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.inuse",
      Text(
        nl: "'\(file)' is nog geopend in een ander programma, dat nog niet alles heeft weggeschreven",
        en: "'\(file)' is still open in another program, which has not written everything yet"),
      wayOut: Text(
        nl: "sluit het bestand daar, in QGIS door de laag te verwijderen uit het project, en probeer het opnieuw",
        en: "close the file there, in QGIS by removing the layer from the project, and try again"))
  }

  static func large(_ file: String, _ layer: String?) -> Diagnostic {
    Diagnostic(
      "source.large",
      layer.map {
        Text(
          nl: "laag '\($0)' van '\(file)' is te groot om in te lezen",
          en: "layer '\($0)' of '\(file)' is too large to be read")
      } ?? Text(nl: "'\(file)' is te groot om in te lezen", en: "'\(file)' is too large to be read"),
      wayOut: Text(
        nl: "bewaar in QGIS alleen de rijen en kolommen die u nodig hebt",
        en: "save only the rows and columns that you need, in QGIS"))
  }

  static func endless(_ file: String, _ layer: String?) -> Diagnostic {
    Diagnostic(
      "source.endless",
      layer.map {
        Text(
          nl: "laag '\($0)' van '\(file)' wordt uit andere tabellen berekend, en daar komt geen eind aan",
          en: "layer '\($0)' of '\(file)' is worked out of other tables, and that does not come to an end")
      }
        ?? Text(
          nl: "aan het lezen van '\(file)' komt geen eind", en: "reading '\(file)' does not come to an end"),
      wayOut: Text(
        nl: "bewaar de laag in QGIS als een gewone tabel en lees die",
        en: "save the layer as an ordinary table in QGIS and read that"))
  }

  static func unreadable(layer: String, of file: String, _ words: String) -> Diagnostic {
    Diagnostic(
      "source.damaged",
      Text(
        nl: "laag '\(layer)' van '\(file)' kan niet worden gelezen (\(words))",
        en: "layer '\(layer)' of '\(file)' cannot be read (\(words))"),
      wayOut: Text(
        nl: "bewaar de laag in QGIS als een gewone tabel en lees die",
        en: "save the layer as an ordinary table in QGIS and read that"))
  }

  static func noLayers(_ file: String) -> Diagnostic {
    Diagnostic(
      "source.layer",
      Text(
        nl: "'\(file)' heeft geen laag met gebieden, punten of cijfers",
        en: "'\(file)' has no layer with areas, points or figures"),
      wayOut: Text(
        nl: "controleer in QGIS wat er in het bestand staat", en: "look in QGIS at what the file holds"))
  }

  /// Which layer is meant; every one of them as it can be typed.
  static func choose(_ file: String, wanted: String?, among layers: [GeoLayer]) -> Diagnostic {
    let names = Text.quoted(layers.map(\.name))
    return Diagnostic(
      "source.layer",
      wanted.map {
        Text(nl: "'\(file)' heeft geen laag '\($0)'", en: "'\(file)' has no layer '\($0)'")
      }
        ?? Text(
          nl: "'\(file)' heeft meer dan één laag: \(names.nl)", en: "'\(file)' has more than one layer: \(names.en)"),
      wayOut: Text(nl: "zet de naam van de laag achter het bestand", en: "put the name of the layer behind the file"),
      suggestion: wanted.flatMap { NearestWord.best($0, among: layers.map(\.name)) },
      candidates: layers.map { Candidate(TypedWord.quoted("\(file)!\($0.name)"), about($0)) })
  }

  private static func about(_ layer: GeoLayer) -> Text {
    var parts: [Text] = []
    if let rows = layer.rows { parts.append(.counted(rows, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))) }
    parts.append(
      .counted(
        layer.columns.count, Text(nl: "kolom", en: "column"), Text(nl: "kolommen", en: "columns")))
    if layer.geometry == nil { parts.append(Text(nl: "zonder kaart", en: "without a map")) }
    return .joined(parts)
  }
}
