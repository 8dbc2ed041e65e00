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
  var a = Side()
  var b = Side()

  /// Whether it is a number on one side at least, be it held back, and nothing else on the other.
  var isNumeric: Bool {
    let sides = [a, b]
    return sides.allSatisfy { $0.value.number != nil || $0.value.isMissing }
      && sides.contains { $0.value.number != nil || $0.withheld != nil }
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
