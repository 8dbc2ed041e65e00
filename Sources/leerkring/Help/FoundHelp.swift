import WorkbenchKit

/// What a search in help shows: the lines to type, the best first, within one screen.
enum FoundHelp {
  /// So many fit on a screen of 24 rows where each takes two.
  static let limit = 8

  static func blocks(_ found: [HelpEntry], for text: String, all: Bool, _ language: Language) -> [Block] {
    let shown = all ? found : Array(found.prefix(limit))
    var blocks: [Block] = [
      .table(
        Table(columns: [
          .texts("line", shown.map(\.line), label: Text(nl: "u typt", en: "you type")),
          .texts(
            "about",
            shown.map { entry in (entry.kind.map { $0(language) + ": " } ?? "") + entry.about(language) },
            label: Text(nl: "u ziet", en: "you see")),
        ]))
    ]
    let rest = found.count - shown.count
    if rest > 0 {
      blocks.append(
        .info(
          nl: "en nog \(rest), minder dichtbij: help '\(text)' --all",
          en: "and \(rest) more, less near: help '\(text)' --all"))
    }
    return blocks
  }
}
