/// How near alternatives come to the best and the worst that occurs on every criterion (TOPSIS).
public struct Topsis: Sendable, Hashable {
  /// Euclidean distance of each alternative to the best and to the worst, in weighted normalized values.
  public let toBest: [Double]
  public let toWorst: [Double]
  /// `toWorst / (toBest + toWorst)`, 0 through 1; NaN where all alternatives are the same.
  public let closeness: [Double]

  /// Ranks by closeness to the ideal solution, each criterion over the root of its sum of squares.
  ///
  /// Source: Hwang & Yoon, Multiple attribute decision making (1981), chapter 3.
  public init(_ matrix: DecisionMatrix) {
    var best = [Double](repeating: 0, count: matrix.alternatives)
    var worst = best
    for criterion in 0..<matrix.criteria {
      let weighted = Self.normalized(matrix.gains(criterion)).map { $0 * matrix.weights[criterion] }
      guard let high = weighted.max(), let low = weighted.min() else { continue }
      for (alternative, value) in weighted.enumerated() {
        best[alternative] += (high - value) * (high - value)
        worst[alternative] += (value - low) * (value - low)
      }
    }
    toBest = best.map { $0.squareRoot() }
    toWorst = worst.map { $0.squareRoot() }
    closeness = zip(toBest, toWorst).map { $1 / ($0 + $1) }
  }

  /// A column of noughts stays as it is.
  private static func normalized(_ values: [Double]) -> [Double] {
    guard let largest = values.map(abs).max(), largest > 0 else { return values }
    let scaled = values.map { $0 / largest }
    let norm = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return scaled.map { $0 / norm }
  }
}
