import WorkbenchKit

/// A time of day to the minute.
struct TimeOfDay: Sendable, Hashable, Comparable, FieldValue {
  /// Since midnight, 0 through 1439.
  let minutes: Int

  /// Reads `9:05`, `09.05` or `0905`.
  ///
  /// - Throws: `time.format`.
  init(typed words: String) throws {
    let parts = words.trimmedOfPadding.split { ":.uh".contains($0) }
    let digits = parts.count == 1 && parts[0].count == 4 ? [parts[0].prefix(2), parts[0].suffix(2)] : parts
    guard digits.count == 2, digits.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isNumber) }), digits[1].count == 2,
      let hour = Int(digits[0]), let minute = Int(digits[1]), (0...23).contains(hour), (0...59).contains(minute)
    else {
      throw Diagnostic(
        "time.format", Text(nl: "'\(words)' is geen tijd", en: "'\(words)' is no time of day"),
        wayOut: Text(nl: "zoals 9:05 of 14:30", en: "such as 9:05 or 14:30"))
    }
    minutes = hour * 60 + minute
  }

  init(field: JSON) throws {
    guard let text = field.string, let time = try? TimeOfDay(typed: text) else {
      throw FieldProblem(Text(nl: "is geen tijd", en: "is no time of day"))
    }
    self = time
  }

  static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.minutes < right.minutes }

  /// `09:05`.
  var text: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(padded(minutes / 60)):\(padded(minutes % 60))"
  }
}

extension ArgumentKind where Element == TimeOfDay? {
  /// A time of day: `9:05`.
  ///
  /// - Throws: `time.format` at binding.
  static var timeOfDay: ArgumentKind { ArgumentKind<String>.name.map(or: nil) { try TimeOfDay(typed: $0) } }
}

extension Text {
  /// `1 minuut`, `20 minuten`.
  static func minutes(_ minutes: Int) -> Text {
    .counted(minutes, Text(nl: "minuut", en: "minute"), Text(nl: "minuten", en: "minutes"))
  }
}
