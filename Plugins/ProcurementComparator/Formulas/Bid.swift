/// What one party offers.
struct Bid: Sendable, Hashable {
  let bidder: String
  /// In euros; NaN where it is missing.
  let price: Double
  /// 0 through 1; NaN where it is missing.
  let quality: Double
}
