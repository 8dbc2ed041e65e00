/// The different rows of answers, each with how often it occurs, or how much its rows weigh.
struct AnswerPatterns {
  let levels: [Int]
  /// `patterns * items`, -1 where an answer is missing.
  private(set) var answers: [Int] = []
  private(set) var weights: [Double] = []
  private(set) var patternOfRow: [Int] = []
  /// Where the levels of each item begin in a row of all levels.
  let offsets: [Int]
  let width: Int

  var count: Int { weights.count }
  var items: Int { levels.count }

  init(_ observations: Observations, rowWeights: [Double]? = nil) {
    let codes = observations.codes
    levels = observations.levels
    var offsets: [Int] = []
    var width = 0
    for level in levels {
      offsets.append(width)
      width += level
    }
    (self.offsets, self.width) = (offsets, width)
    var places: [[Int]: Int] = [:]
    for row in 0..<observations.rowCount {
      let pattern = codes.map { $0[row] }
      let place = places[pattern] ?? weights.count
      if place == weights.count {
        places[pattern] = place
        answers += pattern
        weights.append(0)
      }
      weights[place] += rowWeights?[row] ?? 1
      patternOfRow.append(place)
    }
  }
}
