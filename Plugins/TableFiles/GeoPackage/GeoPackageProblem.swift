import WorkbenchKit

/// Why a GeoPackage cannot be read, as a person gets it.
enum GeoPackageProblem {
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
}
