import Glibc

/// Draws from the standard normal distribution by the ziggurat of 128 blocks (Marsaglia & Tsang 2000), with a block and a
/// position from bits of their own (Doornik 2005).
///
/// Make one and draw many: making it works out the blocks.
public struct NormalSampler: Sendable {
  private static let blocks = 128
  /// Where the tail begins, and the area of each block (Marsaglia & Tsang 2000).
  private static let edge = 3.442619855899
  private static let area = 9.91256303526217e-3

  private let widths: [Double]
  private let insides: [Double]

  public init() {
    var widths = [Double](repeating: 0, count: Self.blocks + 1)
    var height = exp(-0.5 * Self.edge * Self.edge)
    widths[0] = Self.area / height
    widths[1] = Self.edge
    for block in 2..<Self.blocks {
      widths[block] = (-2 * log(Self.area / widths[block - 1] + height)).squareRoot()
      height = exp(-0.5 * widths[block] * widths[block])
    }
    self.widths = widths
    insides = (0..<Self.blocks).map { widths[$0 + 1] / widths[$0] }
  }

  /// Returns a draw with mean 0 and standard deviation 1.
  @inline(__always)
  public func draw(_ random: inout RandomStream) -> Double {
    let bits = random.next()
    let block = Int(bits & 127)
    let position = Double(bits >> 11) * 0x1p-52 - 1
    if abs(position) < insides[block] { return position * widths[block] }
    return drawAtEdge(block, position, &random)
  }

  @inline(never)
  private func drawAtEdge(_ first: Int, _ start: Double, _ random: inout RandomStream) -> Double {
    var block = first
    var position = start
    while true {
      if abs(position) < insides[block] { return position * widths[block] }
      if block == 0 { return tail(position < 0, &random) }
      let value = position * widths[block]
      let upper = exp(-0.5 * (widths[block] * widths[block] - value * value))
      let lower = exp(-0.5 * (widths[block + 1] * widths[block + 1] - value * value))
      if lower + random.uniform() * (upper - lower) < 1 { return value }
      let bits = random.next()
      block = Int(bits & 127)
      position = Double(bits >> 11) * 0x1p-52 - 1
    }
  }

  /// Beyond the last block, by the method of Marsaglia (1964).
  private func tail(_ isNegative: Bool, _ random: inout RandomStream) -> Double {
    var beyond: Double
    var height: Double
    repeat {
      beyond = log(random.openUniform()) / Self.edge
      height = log(random.openUniform())
    } while -2 * height < beyond * beyond
    return isNegative ? beyond - Self.edge : Self.edge - beyond
  }
}
