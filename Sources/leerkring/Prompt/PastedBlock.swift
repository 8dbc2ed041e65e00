import WorkbenchKit

/// What is told of lines that were pasted.
enum PastedBlock {
  /// The lines themselves, as many as the screen takes.
  static func notice(_ lines: [String], rows: Int) -> Notice {
    let room = max(3, (rows > 0 ? rows : 24) - 6)
    let shown = lines.count > room ? Array(lines.prefix(room - 1)) : lines
    let listed = shown.map { "\n" + $0 }.joined()
    let more = lines.count - shown.count
    let rest =
      more > 0 ? Text(nl: "\n… en nog \(more) regels", en: "\n… and \(more) more lines") : Text.verbatim("")
    return Notice.info(
      nl: "\(lines.count) regels geplakt:\(listed)\(rest.nl)", en: "\(lines.count) lines pasted:\(listed)\(rest.en)")
  }

  static func left(_ count: Int) -> Notice {
    Notice(
      .caution,
      count == 1
        ? Text(nl: "De laatste geplakte regel is niet uitgevoerd.", en: "The last pasted line was not run.")
        : Text(
          nl: "De laatste \(count) geplakte regels zijn niet uitgevoerd.",
          en: "The last \(count) pasted lines were not run."))
  }
}
