import Glibc

/// How sure a figure is that was drawn: its standard error for as many draws as were made, and the digits that this leaves.
public enum MonteCarlo {
  /// Returns the standard error of a share of draws.
  ///
  /// A share of nought or of one has an error too: one draw more might have been otherwise (Agresti & Coull, The American
  /// Statistician 52, 1998).
  /// - Parameters:
  ///   - share: 0 through 1; NaN gives NaN.
  ///   - draws: 1 or more.
  public static func error(ofShare share: Double, draws: Int) -> Double {
    let count = Double(max(draws, 1))
    let kept = (share * count + 1) / (count + 2)
    return (kept * (1 - kept) / count).squareRoot()
  }

  /// Returns the standard error of the mean of independent draws; nought where they do not vary.
  public static func error(ofMeanWith deviation: Double, draws: Int) -> Double {
    deviation / Double(max(draws, 1)).squareRoot()
  }

  /// Returns the standard error of a quantile of draws, out of the draws around it: the place of a quantile among `n` draws
  /// varies by `√(n p (1 - p))`.
  ///
  /// - Parameters:
  ///   - place: of the quantile among the draws.
  ///   - sorted: the draws, the least first; not empty.
  public static func error<Number: BinaryFloatingPoint>(ofPlace place: Int, in sorted: [Number]) -> Double {
    let count = Double(sorted.count)
    let part = (Double(place) + 0.5) / count
    let reach = max(1, (count * part * (1 - part)).squareRoot())
    let low = max(0, Int((Double(place) - reach).rounded(.down)))
    let high = min(sorted.count - 1, Int((Double(place) + reach).rounded(.up)))
    guard high > low else { return 0 }
    return (Double(sorted[high]) - Double(sorted[low])) * reach / Double(high - low)
  }

  /// Returns the number without the digits that its error leaves open: the last one kept has the place of the error's first.
  ///
  /// - Parameters:
  ///   - number: stays as it is where it has no error.
  ///   - error: its standard error; nought or NaN for none.
  ///   - unit: the place of the last digit that is shown anyway; a number of which all that is shown is sure stays as it is.
  public static func rounded(_ number: Double, error: Double, unit: Double) -> Double {
    guard error > 0, error.isFinite, number.isFinite else { return number }
    let places = Int(floor(log10(error) + 1e-9))
    let power = pow(10, Double(abs(places)))
    guard abs(places) < 300, (places < 0 ? 1 / power : power) > unit * 1.001 else { return number }
    // A power of ten below one is no double: dividing by its inverse keeps 0.37 what is typed as 0.37.
    let kept = places < 0 ? (number * power).rounded() / power : (number / power).rounded() * power
    return kept.isFinite ? kept : number
  }
}
