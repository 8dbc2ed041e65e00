import Glibc

/// The Superformule by which the Belastingdienst awards since 2014: a bid is held against a reference of price and quality, and
/// an exponent says how much more quality a dearer bid has to bring.
///
/// `(Qref / Q)^n + (P / Pref)^n`, the lowest wins and the reference itself has 2. That both scores are powers of these ratios,
/// and that n follows from the price at full quality which is as good as the reference, is after Negometrix, The EMVI Super
/// Formula (2019). How the two come together stood there in a picture that we have not seen: the sum, as in Gielis' formula,
/// is ours, and so is what follows from it, as that n is 1 for the reference of its example (100,000 at 70 %, 130,000 at
/// 100 %).
struct Superformula: Sendable, Hashable {
  let price: Double
  /// Above 0, below 1.
  let quality: Double
  /// The price at full quality that is as good as the reference.
  let equalPrice: Double
  /// n.
  let exponent: Double

  /// - Returns: nil where no exponent makes both equally good: full quality has to cost more than the reference, and less
  ///   than in proportion.
  init?(price: Double, quality: Double, equalPrice: Double) {
    guard price > 0, quality > 0, quality < 1, equalPrice > price, equalPrice * quality < price * (1 - 1e-9) else {
      return nil
    }
    self.price = price
    self.quality = quality
    self.equalPrice = equalPrice
    let ratio = equalPrice / price
    // `Qref^n + (Pmax / Pref)^n` is 2 at nought, falls, and rises above 2 for good.
    func isAbove(_ exponent: Double) -> Bool { pow(quality, exponent) + pow(ratio, exponent) > 2 }
    var (low, high) = (0.0, 1.0)
    while !isAbove(high), high < 1e9 { (low, high) = (high, high * 2) }
    if low == 0 { while isAbove(high / 2), high > 1e-9 { high /= 2 } }
    low = high / 2
    for _ in 0..<200 {
      let middle = low + (high - low) / 2
      if middle == low || middle == high { break }
      if isAbove(middle) { high = middle } else { low = middle }
    }
    exponent = high
  }

  func figure(price: Double, quality: Double) -> Double {
    quality > 0 ? pow(self.quality / quality, exponent) + pow(price / self.price, exponent) : .infinity
  }
}
