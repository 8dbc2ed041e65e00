import WorkbenchKit

/// What a file is, recognised by its columns.
enum FileKind: Sendable, Hashable {
  case areas(style: AreasStyle)
  case health
  /// What there is of something, per area.
  case supply
  /// Points on the map, each of a kind.
  case facilities
  case analyst(AnalystSheetKind)
  /// What CBS and PBL expect of later years.
  case forecast

  /// The tables that an analyst makes.
  enum AnalystSheetKind: String, Sendable, CaseIterable {
    case rates, margins, population, counts, survival

    /// Columns that a file of this kind has, and those that one of a kind sought before it has not.
    var signs: [AnalystSheet.Field] {
      switch self {
      case .rates: [.group, .rate, .ageFrom]
      case .survival: [.ageFrom, .survival]
      case .population: [.area, .ageFrom, .people]
      case .counts: [.area, .group]
      case .margins: [.area, .total]
      }
    }

    static func recognise(_ header: [String]) -> AnalystSheetKind? {
      let has = { (field: AnalystSheet.Field) in field.index(in: header) != nil }
      return [.rates, .survival, .population, .counts, .margins].first { kind in
        kind.signs.allSatisfy(has) && (kind != .counts || countForms.contains { $0.allSatisfy(has) })
      }
    }

    /// A count comes with its error in people, or as a share with the size of its sample.
    private static let countForms: [[AnalystSheet.Field]] = [[.estimate, .sd], [.share, .sample]]

    var columns: String {
      switch self {
      case .rates: "group,age_from,age_to,sex,household,rate,low,high,source"
      case .margins: "area,group,total"
      case .population: "area,age_from,age_to,sex,household,people"
      case .counts: "area,group,estimate,sd | area,group,share,n"
      case .survival: "age_from,age_to,survival,migration,births,sex,from_year"
      }
    }
  }

  /// The two forms in which CBS gives Kerncijfers wijken en buurten.
  enum AreasStyle: String, Sendable { case statline, wide }

  static func recognise(_ header: [String], _ codebook: Codebook) -> FileKind? {
    let names = StemmedNames(header)
    let has = { (stem: String) in names.index(of: [stem]) != nil }
    let stems = Set(header.map { Stem.of($0).lowercased() })
    let counts = codebook.measures.contains { measure in
      measure.isCount && measure.stems.contains { stems.contains($0.lowercased()) }
    }
    let rates = codebook.indicators.keys.contains { stems.contains($0.lowercased()) }
    let isNamed = names.index(of: AreaNameColumn.columns.flatMap(\.names)) != nil
    // People by age are key figures: percentages of people are known by their names.
    if has("Leeftijd"), has("Codering") || has("WijkenEnBuurten") || rates && isNamed, rates || !counts {
      return .health
    }
    if has("gwb_code_10") || has("gwb_code"), has("a_inw") { return .areas(style: .wide) }
    if has("AantalInwoners"),
      has("Codering") || has("WijkenEnBuurten") || has("RegioS") || has("Regiocode") || isNamed && !has("Leeftijd")
    {
      return .areas(style: .statline)
    }
    if ForecastColumns(header) != nil { return .forecast }
    if SupplyColumns(header) != nil { return .supply }
    if let sheet = AnalystSheetKind.recognise(header) { return .analyst(sheet) }
    if FacilityColumns(header) != nil { return .facilities }
    // Any other table of CBS with an area on each row; a forecast is no figure of today.
    if ["Codering", "Regiocode", "RegioS", "WijkenEnBuurten", "gwb_code", "gwb_code_10"].contains(where: has),
      !has("Prognoseinterval"), header.count > 1
    {
      return .areas(style: header.contains { $0.lowercased().hasPrefix("gwb_code") } ? .wide : .statline)
    }
    return nil
  }

  /// The error for a file that is none of these, which names the columns that were looked for.
  static func unrecognised(_ file: String, header: [String], wanted: String?) -> Diagnostic {
    let areas = "Codering + AantalInwoners (StatLine), gwb_code_10 + a_inw (KWB)"
    let health = "Codering + Leeftijd (RIVM/CBS 50090NED)"
    let geometry = "GeoJSON: statcode, buurtcode, BU_CODE, gwb_code"
    let supply = "area + item + capacity"
    let facilities = "kind + lon + lat, kind + x_rd + y_rd"
    let sought =
      switch wanted {
      case "areas": areas
      case "health": health
      case "geometry": geometry
      case "supply": supply
      case "facilities": facilities + "; GeoJSON: Point"
      default:
        "\(areas); \(health); \(geometry); \(supply); \(facilities); "
          + AnalystSheetKind.allCases.map { "\($0.rawValue): \($0.columns)" }.joined(separator: "; ")
      }
    let found = Text.list(header, atMost: 8)
    let holdsAreas = Stem.index(of: AreaCodeColumn.names + AreaNameColumn.columns.flatMap(\.names), in: header) != nil
    return Diagnostic(
      "import.unrecognised",
      header.isEmpty
        ? Text(nl: "'\(file)' is niet herkend", en: "'\(file)' was not recognised")
        : Text(
          nl: "'\(file)' is niet herkend: er staat in \(found.nl)",
          en: "'\(file)' was not recognised: it holds \(found.en)"),
      wayOut: Text(
        nl: "gezocht is naar \(sought); er is niets ingelezen", en: "looked for \(sought); nothing was imported"),
      suggestion: wanted == nil && holdsAreas ? "--as areas" : nil)
  }
}
