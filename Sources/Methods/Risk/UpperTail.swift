/// The mean of the highest part of many numbers (expected shortfall), without keeping them all.
///
/// It keeps at most twice as many as the part needs; what is below the lowest of a full part can never belong to it.
struct UpperTail {
  /// How many numbers the part is; it need not be whole.
  private let size: Double
  private let needed: Int
  private let share: Double
  private var kept: [Double] = []
  /// What is not above it cannot belong to the part.
  private(set) var threshold = -Double.infinity

  /// - Parameters:
  ///   - part: above 0 and below 1, such as .05.
  ///   - count: how many numbers will come.
  init(part: Double, of count: Int) {
    size = max(part * Double(count), 1)
    share = part
    needed = Int(size.rounded(.up))
    kept.reserveCapacity(min(2 * needed, 4096))
  }

  @inline(__always)
  mutating func add(_ value: Double) {
    guard value > threshold else { return }
    kept.append(value)
    if kept.count >= 2 * needed { cut() }
  }

  private mutating func cut() {
    Self.partition(&kept, highest: needed)
    kept.removeLast(kept.count - needed)
    threshold = kept.min() ?? threshold
  }

  /// The mean of the part; the number on its edge counts for as much of it as is left.
  var mean: Double {
    guard !kept.isEmpty else { return .nan }
    var values = kept
    let count = min(needed, values.count)
    Self.partition(&values, highest: count)
    let part = values[..<count]
    let edge = part.min() ?? 0
    let excess = Double(count) - min(size, Double(count))
    return (part.reduce(0, +) - excess * edge) / (Double(count) - excess)
  }

  /// The standard error of that mean: by the spread within the part, and by how far its edge may be off.
  ///
  /// Source: Manistre & Hancock, North American Actuarial Journal 9 (2005).
  var meanError: Double {
    guard !kept.isEmpty else { return .nan }
    var values = kept
    let count = min(needed, values.count)
    Self.partition(&values, highest: count)
    let part = values[..<count]
    let mean = mean
    let edge = part.min() ?? 0
    let variance = part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(count - 1, 1))
    return ((variance + (1 - share) * (mean - edge) * (mean - edge)) / Double(count)).squareRoot()
  }

  /// Brings the highest to the front, in any order (Hoare's selection).
  static func partition(_ values: inout [Double], highest count: Int) {
    var low = 0
    var high = values.count - 1
    values.withUnsafeMutableBufferPointer { values in
      while low < high {
        let pivot = values[low + (high - low) / 2]
        var left = low
        var right = high
        while left <= right {
          while values[left] > pivot { left += 1 }
          while values[right] < pivot { right -= 1 }
          if left <= right {
            values.swapAt(left, right)
            left += 1
            right -= 1
          }
        }
        if count - 1 <= right { high = right } else if count - 1 >= left { low = left } else { return }
      }
    }
  }
}
