import WorkbenchKit

/// What follows from quantities that are not known for sure, by draws.
public struct DrawnOutcomes: Sendable {
  /// Of each outcome: what each draw gave, the lowest first; what was no number is left out.
  private let sorted: [[Double]]

  /// - Parameters:
  ///   - quantities: drawn independently; what comes below nought is set to nought.
  ///   - draws: one or more.
  ///   - asking: is called now and then with how many draws are done; what it throws ends the work.
  ///   - outcome: gives the same number of outcomes each time. It may draw as well.
  public init<Failure: Error>(
    of quantities: [DriverDistribution], draws: Int, seed: UInt64, asking: (_ done: Int) throws(Failure) -> Void,
    outcome: @Sendable ([Double], inout RandomStream) -> [Double]
  ) throws(Failure) {
    let normal = NormalSampler()
    let pieces = try Cores.inPieces(max(1, draws), of: 200, asking: asking) { range in
      range.map { draw in
        var random = RandomStream(seed: seed, stream: draw)
        return outcome(quantities.map { max(0, $0.draw(&random, normal)) }, &random)
      }
    }
    let all = Array(pieces.joined())
    sorted = (0..<(all.first?.count ?? 0)).map { index in all.map { $0[index] }.filter { !$0.isNaN }.sorted() }
  }

  /// Returns the mean of an outcome; no number where no draw gave one.
  public func mean(_ outcome: Int) -> Double {
    let values = sorted[outcome]
    return values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
  }

  /// Returns the smallest value at or below which a part of the draws lies; no number where no draw gave one.
  public func quantile(_ outcome: Int, _ part: Double) -> Double {
    let values = sorted[outcome]
    guard !values.isEmpty else { return .nan }
    return values[min(values.count - 1, max(0, Int((part * Double(values.count)).rounded(.up)) - 1))]
  }
}
