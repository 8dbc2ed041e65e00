import WorkbenchKit

extension CellMatrix {
  /// Where a number lies in the range, 0 through 1; nil where there is no range.
  func share(of number: Double) -> Double? {
    guard let range else { return nil }
    let span = range.upperBound - range.lowerBound
    guard span.isFinite else { return nil }
    return span > 0 ? min(max((number - range.lowerBound) / span, 0), 1) : 0.5
  }

  /// The shade of a number in the range; nil where there is no range.
  func colour(_ number: Double) -> Colour? { share(of: number).map { Palette.sequence(at: $0) } }
}
