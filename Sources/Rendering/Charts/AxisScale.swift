/// A stretch of an axis that begins and ends on a round number.
struct AxisScale {
  let low: Double
  let high: Double
  /// Round numbers from low to high, 2 through 8 of them.
  let ticks: [Double]

  /// Takes in all finite values; the steps are 1, 2 or 5 times a power of ten.
  ///
  /// - Parameter range: from where to where it goes, whatever the values are.
  init(_ values: [Double], range: ClosedRange<Double>? = nil) {
    let range = range.flatMap { $0.lowerBound > -1e300 && $0.upperBound < 1e300 ? $0 : nil }
    let present = range.map { [$0.lowerBound, $0.upperBound] } ?? values.filter { $0.isFinite && $0.magnitude < 1e300 }
    var least = present.min() ?? 0
    var most = present.max() ?? 1
    if least == most {
      // A single value stands in the middle of a stretch as long as itself.
      let margin = least == 0 ? 1 : least.magnitude / 2
      least -= margin
      most += margin
    }
    let rough = (most - least) / 4
    var power = 1.0
    while power * 10 <= rough { power *= 10 }
    while power > rough, power > 1e-300 { power /= 10 }
    let step = [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? rough
    let first = (least / step).rounded(.down)
    let count = max(((most / step).rounded(.up) - first), 1)
    // Steps too fine for the numbers themselves cannot be told apart.
    let isFine = !(count <= 8) || (first + 1) * step == first * step
    let steps = isFine ? [least, most] : (0...Int(count)).map { (first + Double($0)) * step }
    // A fixed stretch may end between two round numbers.
    ticks = range.map { range in steps.filter { range.contains($0) } } ?? steps
    low = range?.lowerBound ?? ticks.first ?? least
    high = range?.upperBound ?? ticks.last ?? most
  }

  /// Returns where a value lies, 0 at the low end and 1 at the high one.
  func share(_ value: Double) -> Double { high > low ? (value - low) / (high - low) : 0.5 }
}
