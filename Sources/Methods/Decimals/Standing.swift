/// Where a figure that was worked out stands to another: below it, on it or above it.
///
/// Arithmetic in binary rounds, so that the weighted mean of three times .6 is .5999999999999999. A figure that differs from the other by
/// no more than such rounding stands on it.
public enum Standing: Sendable, Hashable {
  case below, on, above

  /// How large a difference is rounding, as a part of the size of the numbers.
  ///
  /// A double rounds at 1.1e-16 of its size, so that this leaves room for thousands of steps, and parts a cent from ten billion euros.
  public static let tolerance = 1e-12

  /// - Parameters:
  ///   - figure: what is no number is below everything.
  ///   - other: a number; infinite for no bound at all.
  ///   - size: how large the numbers are that the figure was worked out of, nought or more, where that may be more than what came
  ///     out: .3 less .2 less .1 is nought to the last digit of .3, not to its own.
  @inline(__always)
  public init(of figure: Double, to other: Double, size: Double = 0) {
    if figure == other {
      self = .on
    } else if figure.isInfinite || other.isInfinite || figure.isNaN {
      self = figure > other ? .above : .below
    } else if abs(figure - other) <= Self.tolerance * max(abs(figure), abs(other), size) {
      self = .on
    } else {
      self = figure > other ? .above : .below
    }
  }

  public var isAtLeast: Bool { self != .below }
  public var isAtMost: Bool { self != .above }
}
