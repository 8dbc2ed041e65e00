/// How much of the spread of an outcome follows from one driver alone: the first-order share (Sobol 1993), from the draws
/// that are there, by parting them into classes of the driver (Plischke, Borgonovo & Smith 2013), with a line within each
/// class so that a class may be wide.
struct ClassRegression {
  /// The upper edges of the classes but the last.
  let edges: [Double]
  private let centre: Double
  private(set) var counts: [Double]
  private var sums: [Double]
  private var squares: [Double]

  var classes: Int { counts.count }

  /// - Parameters:
  ///   - sample: some draws of the driver.
  ///   - most: how many classes at most.
  init(sample: [Double], most: Int) {
    let sorted = sample.sorted()
    var edges: [Double] = []
    for index in 1..<max(most, 1) where !sorted.isEmpty {
      let edge = sorted[min(index * sorted.count / most, sorted.count - 1)]
      if edge > (edges.last ?? sorted[0]) { edges.append(edge) }
    }
    self.edges = edges
    centre = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    counts = [Double](repeating: 0, count: self.edges.count + 1)
    sums = counts
    squares = counts
  }

  /// Finds the class of each value, and adds them up.
  mutating func classify(_ values: UnsafeMutableBufferPointer<Double>, _ found: inout [Int32], count: Int) {
    let centre = centre
    let size = edges.count
    edges.withUnsafeBufferPointer { edges in
      found.withUnsafeMutableBufferPointer { found in
        counts.withUnsafeMutableBufferPointer { counts in
          sums.withUnsafeMutableBufferPointer { sums in
            squares.withUnsafeMutableBufferPointer { squares in
              for place in 0..<count {
                let value = values[place]
                var low = 0
                var rest = size
                // The number of edges at or below the value.
                while rest > 0 {
                  let half = rest &>> 1
                  let isAbove = edges[low &+ half] <= value
                  low = isAbove ? low &+ half &+ 1 : low
                  rest = isAbove ? rest &- half &- 1 : half
                }
                found[place] = Int32(truncatingIfNeeded: low)
                let distance = value - centre
                counts[low] += 1
                sums[low] += distance
                squares[low] += distance * distance
              }
            }
          }
        }
      }
    }
  }

  /// Sums of an outcome by class, and with the driver.
  struct Outcome {
    /// By class, the sum of the outcome and that of its product with the driver, one after the other.
    var sums: [Double]
    var squares = 0.0

    init(classes: Int) { sums = [Double](repeating: 0, count: 2 * classes) }
  }

  @inline(__always)
  func add(
    _ values: UnsafeMutableBufferPointer<Double>, _ driver: UnsafeMutableBufferPointer<Double>, _ classes: [Int32],
    to outcome: inout Outcome, count: Int
  ) {
    let centre = centre
    var squares = 0.0
    classes.withUnsafeBufferPointer { classes in
      outcome.sums.withUnsafeMutableBufferPointer { sums in
        for place in 0..<count {
          let found = 2 &* Int(classes[place])
          let value = values[place]
          sums[found] += value
          sums[found &+ 1] += value * (driver[place] - centre)
          squares += value * value
        }
      }
    }
    outcome.squares += squares
  }

  /// Returns about how far a share is off because no more draws were made: the standard error of a squared multiple
  /// correlation (Olkin & Finn, Psychological Bulletin 118, 1995), and at nought that of what chance explains.
  func error(of share: Double) -> Double {
    let total = counts.reduce(0, +)
    guard classes > 1, total > 2 else { return 0 }
    return max(2 * share.squareRoot() * (1 - share) / total.squareRoot(), (4 * Double(classes)).squareRoot() / total)
  }

  /// Returns the share, 0 through 1; 0 where there is no spread.
  func share(_ outcome: Outcome) -> Double {
    let total = counts.reduce(0, +)
    guard classes > 1, total > 2 else { return 0 }
    let sum = (0..<classes).reduce(0) { $0 + outcome.sums[2 * $1] }
    let mean = sum / total
    let whole = outcome.squares - sum * mean
    guard whole > 1e-12 * outcome.squares else { return 0 }
    var explained = 0.0
    var terms = -1.0
    for place in 0..<classes where counts[place] > 0 {
      let count = counts[place]
      let own = outcome.sums[2 * place] / count
      explained += count * (own - mean) * (own - mean)
      terms += 1
      let spread = squares[place] - sums[place] * sums[place] / count
      if spread > 1e-12 * max(squares[place], 1e-300) {
        let slope = outcome.sums[2 * place + 1] - sums[place] * own
        explained += slope * slope / spread
        terms += 1
      }
    }
    // Each fitted term explains one draw's worth of what is left, by chance alone.
    let rest = max(whole - explained, 0) / max(total - terms - 1, 1)
    return min(max((explained - terms * rest) / whole, 0), 1)
  }
}
