import WorkbenchKit

/// Several runs of one thing.
struct Sample: Sendable {
  private(set) var seconds: [Double] = []
  private(set) var processorSeconds: [Double] = []
  private(set) var peakBytes = 0

  mutating func add(_ run: Run) {
    seconds.append(run.seconds)
    processorSeconds.append(run.processorSeconds)
    peakBytes = max(peakBytes, run.peakBytes)
  }

  mutating func add(seconds one: Double) { seconds.append(one) }

  var median: Double { Self.quantile(0.5, of: seconds) }

  /// The value below which a part of the values lies, between neighbours by their distance; NaN where there are none.
  static func quantile(_ part: Double, of values: [Double]) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    let place = part * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  /// Runs commands in turn, round after round, so that whatever else the machine does falls on all of them alike.
  ///
  /// The first round is not counted: it brings the files into memory.
  /// - Throws: `Unmeasurable` where one cannot be started or does not end well.
  static func interleaved(_ commands: [(command: Invocation, input: String?)], runs: Int) throws -> [Sample] {
    var samples = [Sample](repeating: Sample(), count: commands.count)
    for round in 0...runs {
      // Whoever comes after a large one finds the machine's caches cold: that falls to each in turn, by lot.
      for index in commands.indices.shuffled() {
        let one = commands[index]
        let run = try Run.once(one.command, input: one.input)
        guard run.code == 0 else { throw Unmeasurable("\(one.command.line) ends with code \(run.code)") }
        if round > 0 { samples[index].add(run) }
      }
    }
    return samples
  }

  /// Times in milliseconds, memory in megabytes.
  var json: [String: JSON] {
    var members: [String: JSON] = [
      "median_ms": .number(median * 1e3), "first_quartile_ms": .number(Self.quantile(0.25, of: seconds) * 1e3),
      "third_quartile_ms": .number(Self.quantile(0.75, of: seconds) * 1e3), "runs": .number(Double(seconds.count)),
    ]
    if !processorSeconds.isEmpty {
      members["processor_ms"] = .number(Self.quantile(0.5, of: processorSeconds) * 1e3)
      members["peak_mb"] = .number(Double(peakBytes) / 1e6)
    }
    return members
  }
}
