import Rendering
import WorkbenchKit

/// One figure of a kept result as two branches have it.
struct FigurePair {
  /// A figure with how it is shown.
  struct Side {
    var value = Value.missing
    /// What is shown instead, where it is held back.
    var withheld: String?
    var format = Column.Format.automatic
  }

  let result: String
  /// The name of its row; nil for a figure that stands alone.
  let row: String?
  /// The name of its column, or of the figure.
  let column: String
  /// What a person reads instead of that name.
  var label: Text?
  var a = Side()
  var b = Side()

  /// Whether it is a number on one side at least, be it held back, and nothing else on the other.
  var isNumeric: Bool {
    let sides = [a, b]
    return sides.allSatisfy { $0.value.number != nil || $0.value.isMissing }
      && sides.contains { $0.value.number != nil || $0.withheld != nil }
  }

  /// The same where both branches have one and the same result.
  var onBothSides: FigurePair {
    var pair = self
    pair.b = a
    return pair
  }

  /// How a side is shown, with its unit.
  func words(_ side: Side, _ marks: NumberMarks) -> String {
    side.withheld ?? Self.words(side.value, side.format, marks)
  }

  /// How the difference is shown, in the unit of the figure.
  func differenceWords(_ marks: NumberMarks) -> String {
    let side = a.value.number == nil ? b : a
    guard !difference.isNaN, case .number(_, let unit) = side.value else { return NumberMarks.missing }
    let words = Self.words(.number(difference, unit: unit), side.format, marks)
    let signed = difference > 0 ? "+" + words : words
    guard signed.hasSuffix("%") else { return signed }
    // What parts two percentages are points of a percentage.
    return String(signed.dropLast()).trimmedOfPadding
      + (marks.language == .nl ? " %-punt" : " points")
  }

  private static func words(_ value: Value, _ format: Column.Format, _ marks: NumberMarks) -> String {
    let text = marks.value(value, format: format)
    if case .share = format, value.number != nil, !text.hasSuffix("%") { return text + " %" }
    return text
  }

  var isChanged: Bool { a.value != b.value || a.withheld != b.withheld }

  /// b - a; missing where one of them is.
  var difference: Double {
    guard let a = a.value.number, let b = b.value.number else { return .nan }
    return b - a
  }

  /// The difference as a percentage of a; missing where a is 0.
  var percent: Double {
    guard let a = a.value.number, a != 0 else { return .nan }
    return difference / a.magnitude * 100
  }
}
