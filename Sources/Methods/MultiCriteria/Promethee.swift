/// How far alternatives outrank one another (PROMETHEE II).
public struct Promethee: Sendable, Hashable {
  /// How much each row's alternative is preferred to each column's, 0 through 1.
  public let preferences: Matrix
  /// How far each outranks the others, and is outranked by them, on average; 0 through 1, nought where it is alone.
  public let leaving: [Double]
  public let entering: [Double]

  /// For each criterion, how many pairs differ by just as much as a threshold at which the preference jumps.
  public let onThreshold: [Int]

  /// `leaving - entering`, -1 through 1; they add up to nought.
  public var net: [Double] { zip(leaving, entering).map { $0 - $1 } }

  /// Source: Brans & Vincke, Management Science 31 (1985).
  ///
  /// - Parameter functions: one for each criterion; `.usual` for all where it is empty.
  public init(_ matrix: DecisionMatrix, functions: [PreferenceFunction] = []) {
    let count = matrix.alternatives
    var preferences = Matrix(rowCount: count, columnCount: count)
    var onThreshold = [Int](repeating: 0, count: matrix.criteria)
    for criterion in 0..<matrix.criteria {
      let gains = matrix.gains(criterion)
      let function = functions.isEmpty ? .usual : functions[criterion]
      for one in 0..<count {
        for other in 0..<count where other != one {
          preferences[one, other] += matrix.weights[criterion] * function.preference(of: gains[one], over: gains[other])
          if function.liesOnThreshold(gains[one], over: gains[other]) { onThreshold[criterion] += 1 }
        }
      }
    }
    let others = Double(max(count - 1, 1))
    self.preferences = preferences
    self.onThreshold = onThreshold
    leaving = (0..<count).map { preferences.row($0).reduce(0, +) / others }
    entering = (0..<count).map { preferences.column($0).reduce(0, +) / others }
  }
}
