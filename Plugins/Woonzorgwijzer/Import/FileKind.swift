import WorkbenchKit

/// What a file is, recognised by its columns.
enum FileKind: Sendable, Hashable {
  case areas(style: AreasStyle)
  case health

  /// The two forms in which CBS gives Kerncijfers wijken en buurten.
  enum AreasStyle: String, Sendable { case statline, wide }

  static let codeColumns = ["Codering", "gwb_code_10", "gwb_code", "WijkenEnBuurten", "RegioS"]

  static func recognise(_ header: [String]) -> FileKind? {
    let has = { (stem: String) in Stem.index(of: [stem], in: header) != nil }
    if has("Leeftijd"), has("Codering") || has("WijkenEnBuurten") { return .health }
    if has("gwb_code_10") || has("gwb_code"), has("a_inw") { return .areas(style: .wide) }
    if has("AantalInwoners"), has("Codering") || has("WijkenEnBuurten") || has("RegioS") {
      return .areas(style: .statline)
    }
    return nil
  }

  /// The error for a file that is none of these, which names the columns that were looked for.
  static func unrecognised(_ file: String, header: [String], wanted: String?, at place: Place?) -> Diagnostic {
    let areas = "Codering + AantalInwoners (StatLine), gwb_code_10 + a_inw (KWB)"
    let health = "Codering + Leeftijd (RIVM/CBS 50090NED)"
    let geometry = "GeoJSON: statcode, buurtcode, BU_CODE, gwb_code"
    let sought =
      switch wanted {
      case "areas": areas
      case "health": health
      case "geometry": geometry
      default: "\(areas); \(health); \(geometry)"
      }
    let found = Shown.list(header, atMost: 8)
    return Diagnostic(
      "import.unrecognised",
      header.isEmpty
        ? Text(nl: "'\(file)' is niet herkend", en: "'\(file)' was not recognised")
        : Text(
          nl: "'\(file)' is niet herkend: er staat in \(found.nl)",
          en: "'\(file)' was not recognised: it holds \(found.en)"),
      wayOut: Text(
        nl: "gezocht is naar \(sought); er is niets ingelezen", en: "looked for \(sought); nothing was imported"),
      place: place)
  }
}
