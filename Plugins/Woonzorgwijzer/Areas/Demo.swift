import WorkbenchKit

/// The invented municipality that ships with the plugin.
enum Demo {
  static let municipality = "GM9901"
  static let name = "Wilgendal"

  static func isInvented(_ code: String) -> Bool { AreaCode.municipality(of: code) == municipality }

  /// A notice wherever one of its areas shows.
  static func notice(for codes: some Sequence<String>) -> [Block] {
    guard codes.contains(where: isInvented) else { return [] }
    return [
      .notice(
        Notice(
          .warning,
          Text(
            nl: "\(name) is verzonnen: deze gemeente, haar buurten en al haar cijfers bestaan niet",
            en: "\(name) is invented: this municipality, its neighbourhoods and all its figures do not exist")))
    ]
  }
}
