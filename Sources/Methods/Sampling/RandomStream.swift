/// A stream of random numbers that a seed fixes to the bit, on every machine.
///
/// The generator is xoshiro256++ (Blackman & Vigna 2021), its state filled by SplitMix64 as its authors advise: period
/// 2^256 - 1. It is a value: a copy gives the same numbers again. Not for secrets.
public struct RandomStream: RandomNumberGenerator, Sendable, Hashable {
  private var first: UInt64
  private var second: UInt64
  private var third: UInt64
  private var fourth: UInt64

  public init(seed: UInt64) {
    var mixer = SplitMix64(state: seed)
    (first, second, third, fourth) = (mixer.next(), mixer.next(), mixer.next(), mixer.next())
  }

  /// A stream of its own for each piece of the work, so that the answer does not hang on who does which piece.
  ///
  /// - Parameter stream: the number of the piece. Two pieces overlap with a chance that can be neglected (n²·2^-192 for n
  ///   pieces of 2^64 numbers).
  public init(seed: UInt64, stream: Int) {
    var outer = SplitMix64(state: seed)
    var inner = SplitMix64(state: outer.next() ^ UInt64(bitPattern: Int64(stream)))
    (first, second, third, fourth) = (inner.next(), inner.next(), inner.next(), inner.next())
  }

  /// - Parameter state: not four times nought, from which nothing but noughts would come.
  init(state: (UInt64, UInt64, UInt64, UInt64)) { (first, second, third, fourth) = state }

  @inline(__always)
  public mutating func next() -> UInt64 {
    let sum = first &+ fourth
    let result = (sum << 23 | sum >> 41) &+ first
    let shifted = second << 17
    third ^= first
    fourth ^= second
    second ^= third
    first ^= fourth
    third ^= shifted
    fourth = fourth << 45 | fourth >> 19
    return result
  }

  /// Returns a number from 0 (taken along) to 1 (not), a multiple of 2^-53.
  @inline(__always)
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Returns a number between 0 and 1, neither of them taken along: its logarithm is always finite.
  @inline(__always)
  public mutating func openUniform() -> Double { (Double(next() >> 12) + 0.5) * 0x1p-52 }

  /// Returns a whole number from 0 to below the bound, each equally likely (Lemire 2019).
  ///
  /// - Parameter bound: 1 or more; 0 comes of anything less.
  @inline(__always)
  public mutating func index(below bound: Int) -> Int {
    guard bound > 1 else { return 0 }
    let width = UInt64(bound)
    var product = next().multipliedFullWidth(by: width)
    if product.low < width {
      let least = (0 &- width) % width
      while product.low < least { product = next().multipliedFullWidth(by: width) }
    }
    return Int(product.high)
  }
}

/// Spreads a seed over 64 bits at a time (Steele, Lea & Flood 2014).
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
