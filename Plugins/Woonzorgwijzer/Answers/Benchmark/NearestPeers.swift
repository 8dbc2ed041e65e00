/// The areas most like one area, by the distance of their traits in standard deviations.
struct NearestPeers: Sendable {
  struct Peer: Sendable, Hashable {
    /// Which of the candidates.
    let index: Int
    /// How many standard deviations it lies away on each trait, as a root mean square.
    let distance: Double
  }

  let peers: [Peer]
  /// The traits that count: those that the area itself has and in which candidates differ.
  let used: [Int]
  /// Candidates that lack one of them, and were passed over.
  let incomplete: Int
  /// The standard deviation of each trait among the candidates.
  let deviations: [Double]

  /// Finds the nearest.
  ///
  /// Each trait is measured in standard deviations of the candidates; `distance` is the root of the mean square over the traits
  /// used, so that it does not grow with their number.
  /// - Parameters:
  ///   - own: the area's traits; NaN is missing.
  ///   - candidates: of each candidate as many traits.
  ///   - count: how many are wanted; of two alike the first goes before.
  init(to own: [Double], among candidates: [[Double]], count: Int = 10) {
    let deviations = own.indices.map { trait in
      Self.deviation(candidates.map { $0[trait] }.filter { !$0.isNaN })
    }
    self.deviations = deviations
    let used = own.indices.filter { !own[$0].isNaN && deviations[$0] > 0 }
    self.used = used
    let complete = candidates.indices.filter { index in used.allSatisfy { !candidates[index][$0].isNaN } }
    incomplete = candidates.count - complete.count
    guard !used.isEmpty else {
      peers = []
      return
    }
    let all = complete.map { index -> Peer in
      let squares = used.reduce(0) { sum, trait in
        let apart = (candidates[index][trait] - own[trait]) / deviations[trait]
        return sum + apart * apart
      }
      return Peer(index: index, distance: (squares / Double(used.count)).squareRoot())
    }
    peers = Array(all.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(count))
  }

  /// The trait on which two lie furthest apart, in standard deviations; nil where no trait counts.
  func furthest(_ own: [Double], _ other: [Double]) -> (trait: Int, apart: Double)? {
    used.map { (trait: $0, apart: (other[$0] - own[$0]) / deviations[$0]) }.max { abs($0.apart) < abs($1.apart) }
  }

  private static func deviation(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count)).squareRoot()
  }
}
