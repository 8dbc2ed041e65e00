import Layers
import WorkbenchKit

/// Why a map file cannot be read, as a person gets it.
struct MapProblem {
  /// As it was typed.
  private let file: String

  init(_ file: String) { self.file = file }

  private func problem(
    _ code: String, nl: String, en: String, wayOut: Text, suggestion: String? = nil
  ) -> Diagnostic {
    Diagnostic("source.\(code)", Text(nl: nl, en: en), wayOut: wayOut, suggestion: suggestion)
  }

  private static let again = Text(
    nl: "haal het bestand opnieuw op, of bewaar het opnieuw in QGIS",
    en: "fetch the file again, or save it again in QGIS")

  // MARK: What it is

  /// - Parameter form: what its name promises; nil where it promises nothing.
  func otherForm(_ form: MapForm?) -> Diagnostic {
    guard let form else {
      return problem(
        "form", nl: "'\(file)' is geen kaartbestand dat hier gelezen wordt",
        en: "'\(file)' is no map file that is read here",
        wayOut: Self.inQGIS)
    }
    return form == .geodatabase
      ? problem(
        "form", nl: "'\(file)' is geen map met een geodatabase", en: "'\(file)' is no folder with a geodatabase",
        wayOut: Self.inQGIS)
      : problem(
        "form", nl: "'\(file)' heet .\(form.ending) maar is iets anders",
        en: "'\(file)' is called .\(form.ending) but is something else", wayOut: Self.inQGIS)
  }

  private static let inQGIS = Text(
    nl: "kijk in QGIS of het daar opent, en bewaar het daar als GeoPackage",
    en: "see in QGIS whether it opens there, and save it there as a GeoPackage")

  func empty() -> Diagnostic {
    problem("empty", nl: "'\(file)' is leeg", en: "'\(file)' is empty", wayOut: Self.again)
  }

  /// - Parameter ending: with its point.
  func isPart(_ ending: String) -> Diagnostic {
    problem(
      "part", nl: "'\(file)' is een onderdeel van een shapefile, zonder gebieden of cijfers",
      en: "'\(file)' is a part of a shapefile, without areas or figures",
      wayOut: Text(nl: "lees het bestand dat eindigt op .shp", en: "read the file that ends in .shp"),
      suggestion: String(file.dropLast(ending.count)) + ".shp")
  }

  func noTable() -> Diagnostic {
    problem(
      "part", nl: "bij '\(file)' ligt geen .dbf, waarin de cijfers en namen staan",
      en: "beside '\(file)' there is no .dbf, which holds the figures and names",
      wayOut: Text(
        nl: "zet alle bestanden van de shapefile in één map (.shp, .shx, .dbf, .prj), of lees ze uit hun zip",
        en: "put all files of the shapefile into one folder (.shp, .shx, .dbf, .prj), or read them out of their zip"))
  }

  func noIndex() -> Notice {
    Notice(
      .info,
      Text(
        nl: "er ligt geen .shx bij; die inhoudsopgave is uit het bestand zelf opgemaakt",
        en: "there is no .shx beside it; that index was made of the file itself"))
  }

  func noSystemFile() -> Notice {
    Notice(
      .caution,
      Text(
        nl: "er ligt geen .prj bij, dus het bestand zegt niet van welk stelsel de coördinaten zijn",
        en: "there is no .prj beside it, so the file does not say of which system the coordinates are"))
  }

  func unequal(shapes: Int, rows: Int) -> Diagnostic {
    let (shapes, rows) = (Text.count(shapes), Text.count(rows))
    return problem(
      "damaged", nl: "'\(file)' heeft \(shapes.nl) vormen en zijn .dbf \(rows.nl) rijen; die horen niet bij elkaar",
      en: "'\(file)' has \(shapes.en) shapes and its .dbf \(rows.en) rows; these do not belong together",
      wayOut: Self.again)
  }

  func damaged(_ layer: String? = nil) -> Diagnostic {
    guard let layer else { return LayerProblem.damaged(file) }
    return problem(
      "damaged", nl: "laag '\(layer)' van '\(file)' is beschadigd: niet alle rijen zijn te lezen",
      en: "layer '\(layer)' of '\(file)' is damaged: not all rows can be read", wayOut: Self.again)
  }

  // MARK: What reads it

  /// - Parameter place: where it was looked for.
  func noChild(_ place: String, _ form: MapForm) -> Diagnostic {
    problem(
      "module", nl: "voor .\(form.ending) is het programma '\(place)' nodig, en dat is er niet",
      en: "for .\(form.ending) the program '\(place)' is needed, and it is not there",
      wayOut: Text(
        nl: "installeer leerkring opnieuw, of zet het bestand elders om: \(conversion(form))",
        en: "install leerkring again, or convert the file elsewhere: \(conversion(form))"))
  }

  private func noLibrary(_ form: MapForm) -> Diagnostic {
    problem(
      "module", nl: "voor .\(form.ending) is GDAL nodig, en dat is er niet",
      en: "for .\(form.ending) GDAL is needed, and it is not there",
      wayOut: Text(
        nl: "installeer het met 'apt-get install libgdal32', of zet het bestand elders om: \(conversion(form))",
        en: "install it with 'apt-get install libgdal32', or convert the file elsewhere: \(conversion(form))"))
  }

  private func conversion(_ form: MapForm) -> String {
    let last = file.split(whereSeparator: { $0 == "/" || $0 == "!" }).last.map(String.init) ?? file
    let stem = last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
    return "ogr2ogr \(TypedWord.quoted(stem + ".gpkg")) \(TypedWord.quoted(last))"
  }

  /// How the child ended.
  func of(_ end: ChildEnd, _ form: MapForm, _ place: ChildPlace) -> Diagnostic {
    switch end {
    case .said("library"): noLibrary(form)
    case .said("system"):
      problem(
        "crs", nl: "de coördinaten in '\(file)' zijn van een stelsel dat hier niet omgerekend kan worden",
        en: "the coordinates in '\(file)' are of a system that cannot be converted here",
        wayOut: Text(
          nl: "bewaar de laag in QGIS in EPSG:28992 (RD), of met: ogr2ogr -t_srs EPSG:4326",
          en: "save the layer in QGIS in EPSG:28992 (RD), or by: ogr2ogr -t_srs EPSG:4326"))
    case .said("open"):
      problem(
        "damaged", nl: "'\(file)' is beschadigd, of geen \(form.name)", en: "'\(file)' is damaged, or no \(form.name)",
        wayOut: Self.again)
    case .absent: noChild(place.path, form)
    case .late:
      problem(
        "endless", nl: "'\(file)' was na \(Int(place.seconds)) seconden niet gelezen, en het lezen is gestopt",
        en: "'\(file)' was not read after \(Int(place.seconds)) seconds, and reading was stopped",
        wayOut: Text(
          nl: "bewaar in QGIS alleen de laag die u nodig hebt, als GeoPackage",
          en: "save only the layer that you need, in QGIS as a GeoPackage"))
    case .died, .rubbish, .said:
      problem(
        "died", nl: "GDAL is vastgelopen op '\(file)': het is beschadigd, of te groot",
        en: "GDAL broke down on '\(file)': it is damaged, or too large",
        wayOut: Text(
          nl: "kijk in QGIS of het daar opent, en bewaar de laag die u nodig hebt als GeoPackage",
          en: "see in QGIS whether it opens there, and save the layer that you need as a GeoPackage"))
    }
  }
}
