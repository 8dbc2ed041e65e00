/// How far alternatives outrank one another (PROMETHEE II).
public struct Promethee: Sendable, Hashable {
  /// How much each row's alternative is preferred to each column's, 0 through 1.
  public let preferences: Matrix
  /// How far each outranks the others, and is outranked by them, on average; 0 through 1, nought where it is alone.
  public let leaving: [Double]
  public let entering: [Double]

  /// `leaving - entering`, -1 through 1; they add up to nought.
  public var net: [Double] { zip(leaving, entering).map { $0 - $1 } }

  /// Source: Brans & Vincke, Management Science 31 (1985).
  ///
  /// - Parameter functions: one for each criterion; `.usual` for all where it is empty.
  public init(_ matrix: DecisionMatrix, functions: [PreferenceFunction] = []) {
    let count = matrix.alternatives
    var preferences = Matrix(rowCount: count, columnCount: count)
    for criterion in 0..<matrix.criteria {
      let gains = matrix.gains(criterion)
      let function = functions.isEmpty ? .usual : functions[criterion]
      for one in 0..<count {
        for other in 0..<count where other != one {
          preferences[one, other] += matrix.weights[criterion] * function.preference(gains[one] - gains[other])
        }
      }
    }
    let others = Double(max(count - 1, 1))
    self.preferences = preferences
    leaving = (0..<count).map { preferences.row($0).reduce(0, +) / others }
    entering = (0..<count).map { preferences.column($0).reduce(0, +) / others }
  }
}
