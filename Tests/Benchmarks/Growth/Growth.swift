import Glibc
import WorkbenchKit

/// How time grows with size: the exponent to which work is raised where it is doubled, fitted at several sizes.
///
/// 1 is twice the work for twice the size, 2 four times; sorting is a little above 1.
struct Growth: Sendable {
  /// Above this something is done for each pair of things.
  static let limit = 1.3

  let job: GrowthJob
  /// Processor time beyond what comes before the work, for each size, in seconds.
  let seconds: [Double]

  /// - Throws: `Unmeasurable`.
  static func measure(_ job: GrowthJob, _ bench: Bench) throws -> Growth {
    let seconds = try job.sizes.map { size in
      let pair = try job.prepare(bench, size)
      let samples = try Sample.interleaved([pair.whole, pair.before], runs: bench.runs)
      return Sample.quantile(0.5, of: samples[0].processorSeconds)
        - Sample.quantile(0.5, of: samples[1].processorSeconds)
    }
    return Growth(job: job, seconds: seconds)
  }

  /// The slope of the logarithms by least squares; nil where some size took too little to be measured.
  var exponent: Double? {
    guard seconds.allSatisfy({ $0 > 0.002 }) else { return nil }
    let points = zip(job.sizes, seconds).map { (x: log(Double($0)), y: log($1)) }
    let count = Double(points.count)
    let (x, y) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
    let spread = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
    return points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / spread
  }

  var isMet: Bool { exponent.map { $0 <= Self.limit } ?? true }

  /// A row of the table in the README.
  var line: String {
    let sizes = job.sizes.map { "\($0 >= 1_000 ? "\($0 / 1_000)k" : "\($0)")" }.joined(separator: ", ")
    let times = seconds.map { $0 > 0.002 ? Shown.milliseconds($0) : "< 2 ms" }.joined(separator: ", ")
    let found = exponent.map { Shown.ratio($0) + (isMet ? "" : " ✗") } ?? "too quick to tell"
    return "| \(job.what) | \(sizes) \(job.unit) | \(times) | \(found) |"
  }

  static let head = "| what | sizes | processor time beyond what comes before it | exponent |\n|---|---|---|---|"

  var json: JSON {
    [
      "what": .string(job.what), "unit": .string(job.unit), "sizes": .array(job.sizes.map { .number(Double($0)) }),
      "processor_ms": .array(seconds.map { .number($0 * 1e3) }), "exponent": exponent.map { .number($0) } ?? .null,
    ]
  }
}
