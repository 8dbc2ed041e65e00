import WorkbenchKit

/// The invented municipality that ships with the plugin.
enum Demo {
  static let municipality = "GM9901"
  static let name = "Wilgendal"

  private static let digits = municipality.utf8.dropFirst(2)

  static func isInvented(_ code: String) -> Bool {
    code.utf8.dropFirst(2).starts(with: digits) && AreaLevel(code: code) != nil
  }

  static func notice(for areas: [Area]) -> [Block] {
    let isShown = areas.contains { area in
      area.place.map { isInvented($0.code) } ?? area.partCodes.contains(where: isInvented)
    }
    return notice(for: isShown ? [municipality] : [])
  }

  /// A notice wherever one of its areas shows.
  static func notice(for codes: some Sequence<String>) -> [Block] {
    guard codes.contains(where: isInvented) else { return [] }
    return [
      .warning(
        nl: "\(name) is verzonnen: deze gemeente, haar buurten en al haar cijfers bestaan niet",
        en: "\(name) is invented: this municipality, its neighbourhoods and all its figures do not exist")
    ]
  }
}
