import Methods

/// What looks odd about prices, told and never acted upon.
struct PriceSigns: Sendable {
  /// NaN where no bid has a price above nought.
  let median: Double
  /// By bid: its price over the median.
  let shares: [Double]
  /// Bids of nought, of a placeholder such as 1.00, and below the given part of the median.
  let zero: [Int]
  let placeholders: [Int]
  let abnormallyLow: [Int]

  /// - Parameter limit: the part of the median below which a price is called abnormally low, 0 through 1.
  init(_ prices: [Double], limit: Double) {
    let sound = prices.filter { $0 > 0 && !Self.isPlaceholder($0, among: prices) }.sorted()
    let middle = sound.count / 2
    let median =
      sound.isEmpty ? .nan : sound.count % 2 == 1 ? sound[middle] : (sound[middle - 1] + sound[middle]) / 2
    self.median = median
    shares = prices.map { $0 / median }
    zero = prices.indices.filter { prices[$0] == 0 }
    placeholders = prices.indices.filter { Self.isPlaceholder(prices[$0], among: prices) }
    abnormallyLow = prices.indices.filter {
      prices[$0] > 0 && Standing(of: prices[$0], to: limit * median) == .below
        && !Self.isPlaceholder(prices[$0], among: prices)
    }
  }

  /// 1.00 or 0.01 stand for "see the annex" in notices; among prices of their own size they are prices.
  private static func isPlaceholder(_ price: Double, among prices: [Double]) -> Bool {
    (price == 1 || price == 0.01) && (prices.lazy.filter { !$0.isNaN }.max() ?? 0) >= 100
  }
}
