import WorkbenchKit

/// Why figures and outlines do not go together, as a person gets it.
enum OutlineProblem {
  private static let kept = Text(
    nl: "lees ze in met 'wzw import BESTAND --as geometry', en noem dan --outlines wzw.geometry",
    en: "import them with 'wzw import FILE --as geometry', and then name --outlines wzw.geometry")

  // MARK: The outlines

  static func none(_ name: String) -> Diagnostic {
    Diagnostic(
      "to.outlines", Text(nl: "'\(name)' heeft geen grenzen van gebieden", en: "'\(name)' has no outlines of areas"),
      wayOut: Text(
        nl: "noem een laag of bestand met vlakken; 'contents BESTAND' zegt wat erin zit",
        en: "name a layer or file with areas; 'contents FILE' says what is in it"))
  }

  static func noCodes(_ name: String) -> Diagnostic {
    Diagnostic(
      "to.outlines",
      Text(
        nl: "bij de grenzen in '\(name)' staat geen kolom met codes van gebieden",
        en: "beside the outlines in '\(name)' there is no column with codes of areas"),
      wayOut: Text(
        nl: "neem grenzen met een code als BU01640501 of een postcode erbij",
        en: "take outlines with a code such as BU01640501 or a postcode beside them"))
  }

  static func noMap(_ name: String) -> Diagnostic {
    Diagnostic(
      "to.outlines", Text(nl: "'\(name)' is geen kaart", en: "'\(name)' is no map"),
      wayOut: Text(nl: "onthoud er een met: let kaart = wzw map …", en: "remember one with: let map = wzw map …"))
  }

  static func coordinates(_ name: String) -> Diagnostic {
    Diagnostic(
      "source.crs",
      Text(
        nl: "de coördinaten in '\(name)' zijn geen graden (lengte, dan breedte) en geen meters van RD",
        en: "the coordinates in '\(name)' are no degrees (longitude, then latitude) and no metres of RD"),
      wayOut: kept)
  }

  static func system(_ name: String, _ epsg: Int) -> Diagnostic {
    Diagnostic(
      "source.crs",
      Text(
        nl: "de coördinaten in '\(name)' zijn van EPSG:\(epsg), dat hier niet omgerekend wordt",
        en: "the coordinates in '\(name)' are of EPSG:\(epsg), which is not converted here"),
      wayOut: Text(
        nl: "bewaar de laag in QGIS in EPSG:28992 (RD), of met: ogr2ogr -t_srs EPSG:28992",
        en: "save the layer in QGIS in EPSG:28992 (RD), or by: ogr2ogr -t_srs EPSG:28992"))
  }

  static func noFeatures(_ name: String) -> Diagnostic {
    Diagnostic(
      "to.outlines",
      Text(
        nl: "'\(name)' is tekst zonder grenzen van gebieden", en: "'\(name)' is text without outlines of areas"),
      wayOut: Text(
        nl: "noem een GeoPackage, GeoJSON of shapefile, of wzw.geometry na 'wzw import BESTAND --as geometry'",
        en: "name a GeoPackage, GeoJSON or shapefile, or wzw.geometry after 'wzw import FILE --as geometry'"))
  }

  // MARK: The figures

  static func noArea() -> Diagnostic {
    Diagnostic(
      "to.noarea",
      Text(
        nl: "de tabel heeft geen kolom met codes van gebieden, zodat er geen grens bij te zoeken is",
        en: "the table has no column with codes of areas, so that no outline can be found for it"),
      wayOut: Text(
        nl: "neem een kolom met codes als BU01640501 mee, met select of join; zonder kaart kan 'to xlsx'",
        en: "take a column with codes such as BU01640501 along, by select or join; without a map there is 'to xlsx'"))
  }

  /// - Parameter other: one of the codes that the outlines have.
  static func noMatch(_ keys: AreaKeys, _ name: String, other: String) -> Diagnostic {
    let one = keys.keys.lazy.compactMap { $0 }.first ?? ""
    return Diagnostic(
      "to.nomatch",
      Text(
        nl:
          "geen van de codes in kolom '\(keys.column)' (zoals \(one)) heeft een grens in '\(name)' (zoals \(other))",
        en:
          "none of the codes in column '\(keys.column)' (such as \(one)) has an outline in '\(name)' (such as \(other))"
      ),
      wayOut: Text(
        nl: "neem grenzen van hetzelfde soort gebied en hetzelfde jaar als de cijfers",
        en: "take outlines of the same kind of area and the same year as the figures"))
  }

  static func doubledRows(_ codes: [String], _ keys: AreaKeys) -> Diagnostic {
    let (list, have) = (Text.list(codes, atMost: 3), Self.have(codes.count))
    return Diagnostic(
      "to.doubled",
      Text(
        nl: "in kolom '\(keys.column)' \(have.nl) meer dan één rij (\(list.nl)), en op een kaart past er een",
        en: "in column '\(keys.column)' \(have.en) more than one row (\(list.en)), and a map holds one"),
      wayOut: Text(
        nl: "houd een rij per gebied over, met where, group of pivot",
        en: "keep one row for each area, by where, group or pivot"))
  }

  static func doubledOutlines(_ codes: [String], _ keys: AreaKeys, _ name: String) -> Diagnostic {
    let (list, have) = (Text.list(codes, atMost: 3), Self.have(codes.count))
    return Diagnostic(
      "to.doubled",
      Text(
        nl: "in '\(name)' \(have.nl) in '\(keys.column)' meer dan één grens (\(list.nl))",
        en: "in '\(name)' \(have.en) in '\(keys.column)' more than one outline (\(list.en))"),
      wayOut: Text(
        nl: "neem de laag van dat soort gebied, of laat de delen samenvoegen: ",
        en: "take the layer of that kind of area, or have the parts joined: ") + kept)
  }

  /// `heeft 1 code`, `hebben 3 codes`.
  private static func have(_ count: Int) -> Text {
    let codes = Text.counted(count, Text(nl: "code", en: "code"), Text(nl: "codes", en: "codes"))
    return Text.plural(
      count, Text(nl: "heeft \(codes.nl)", en: "\(codes.en) has"),
      Text(nl: "hebben \(codes.nl)", en: "\(codes.en) have"))
  }
}
