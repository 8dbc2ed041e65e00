import WorkbenchKit

/// Tells which steps went back or forth.
enum StepNotice {
  /// How many steps `undo` and `redo` move.
  static let count = Argument(
    "n", .integer(1...1_000_000), default: "1", about: Text(nl: "hoeveel stappen", en: "how many steps"))

  /// - Parameter lines: the command lines of the steps, in the order in which they were moved.
  static func output(_ what: Text, _ lines: [String]) -> Output {
    var blocks: [Block] = lines.prefix(5).map { .notice(Notice(.info, what + .verbatim(": \($0)"))) }
    if lines.count > 5 {
      let more = lines.count - 5
      blocks.append(
        .info(
          nl: "en nog \(more) \(more == 1 ? "stap" : "stappen")", en: "and \(more) more \(more == 1 ? "step" : "steps")"
        ))
    }
    return Output(blocks)
  }
}

extension Text {
  /// A count of steps.
  static func steps(_ count: Int) -> Text {
    .counted(count, Text(nl: "stap", en: "step"), Text(nl: "stappen", en: "steps"))
  }
}
