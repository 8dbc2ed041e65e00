import WorkbenchKit

/// Tells which steps went back or forth.
enum StepNotice {
  /// How many steps `undo` and `redo` move.
  static let count = Parameter.argument(
    "n", .integer(1...1_000_000), required: false, about: Text(nl: "hoeveel stappen", en: "how many steps"),
    fallback: "1")

  /// - Parameter lines: the command lines of the steps, in the order in which they were moved.
  static func output(_ what: Text, _ lines: [String]) -> Output {
    var blocks: [Block] = lines.prefix(5).map { .notice(Notice(.info, what + .verbatim(": \($0)"))) }
    if lines.count > 5 {
      let more = lines.count - 5
      blocks.append(.notice(Notice(.info, Text(nl: "en nog \(more) stappen", en: "and \(more) more steps"))))
    }
    return Output(blocks)
  }
}
