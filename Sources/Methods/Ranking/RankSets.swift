import WorkbenchKit

/// The ranks that items can have in truth, all at once, where what they are ranked by is estimated.
///
/// Two items can be told apart where their difference exceeds, in standard errors, what the largest difference of all pairs reaches by
/// chance; pairs that can be are taken out and the rest looked at again (stepdown). The rank of an item is then above that of all that
/// are surely larger, and below that of all that are surely smaller. With the probability of the level all true ranks lie in their
/// sets. Estimates are normal and independent. Source: Mogstad, Romano, Shaikh & Wilhelm, Review of Economic Studies 91 (2024),
/// section 3; stepdown of Romano & Wolf, Econometrica 73 (2005).
public struct RankSets: Sendable {
  /// The best and the worst rank of each item, from 1, the largest value, through the number of items.
  public let intervals: [Interval]
  /// How many others each item cannot be told apart from.
  public let alike: [Int]

  /// So many differences are one piece of the work.
  private static let differencesAtOnce = 2_000_000

  /// - Parameters:
  ///   - values: what is ranked; finite.
  ///   - errors: their standard errors; finite, nought or more.
  ///   - item: the one whose set is wanted; nil for those of all at once. The sets of the others are then of no use.
  ///   - level: above 0 and below 1.
  ///   - draws: 100 or more.
  ///   - random: what is drawn from.
  ///   - cores: how many of them work at once; the answer does not hang on it.
  ///   - beforeDraw: is called now and then; what it throws ends the work.
  public init(
    values: [Double], errors: [Double], item: Int? = nil, level: Double = 0.95, draws: Int = 1000,
    random: RandomStream, cores: Int = Cores.count, beforeDraw: () throws -> Void = {}
  ) throws {
    let count = min(values.count, errors.count)
    var stream = random
    let sampler = NormalSampler()
    var noise = [Float](repeating: 0, count: count * draws)
    for index in noise.indices { noise[index] = Float(sampler.draw(&stream) * errors[index % max(count, 1)]) }
    var pairs: [Pair] = []
    for one in 0..<count {
      for other in (one + 1)..<max(count, one + 1) where item == nil || one == item || other == item {
        pairs.append(
          Pair(one: one, other: other, error: (errors[one] * errors[one] + errors[other] * errors[other]).squareRoot()))
      }
    }
    var larger = [Int](repeating: 0, count: count)
    var smaller = larger
    var apart = larger
    while !pairs.isEmpty {
      let limit = try Self.limit(
        pairs, noise, count: count, draws: draws, level: level, cores: cores, beforeDraw)
      let before = pairs.count
      pairs.removeAll { pair in
        let difference = values[pair.one] - values[pair.other]
        // Without any error every difference is sure.
        guard abs(difference) > limit * pair.error else { return false }
        let (high, low) = difference > 0 ? (pair.one, pair.other) : (pair.other, pair.one)
        larger[low] += 1
        smaller[high] += 1
        apart[low] += 1
        apart[high] += 1
        return true
      }
      if pairs.count == before { break }
    }
    intervals = (0..<count).map { Interval(low: Double(1 + larger[$0]), high: Double(count - smaller[$0])) }
    alike = (0..<count).map { count - 1 - apart[$0] }
  }

  private struct Pair {
    let one: Int
    let other: Int
    let error: Double
  }

  /// What the largest of the differences exceeds with the probability that the level leaves, in standard errors.
  private static func limit(
    _ pairs: [Pair], _ noise: [Float], count: Int, draws: Int, level: Double, cores: Int,
    _ beforeDraw: () throws -> Void
  ) throws -> Double {
    let uncertain = pairs.filter { $0.error > 0 }.map { (one: $0.one, other: $0.other, scale: Float(1 / $0.error)) }
    guard !uncertain.isEmpty else { return 0 }
    let size = max(1, differencesAtOnce / uncertain.count)
    var largest = try noise.withUnsafeBufferPointer { noise in
      try uncertain.withUnsafeBufferPointer { pairs in
        func most(_ draw: Int) -> Float {
          let start = draw * count
          var most: Float = 0
          for pair in pairs {
            most = max(most, abs(noise[start + pair.one] - noise[start + pair.other]) * pair.scale)
          }
          return most
        }
        return try Cores.inPieces(draws, of: size, on: cores, asking: { _ in try beforeDraw() }, { $0.map(most) })
      }
    }.flatMap(\.self)
    largest.sort()
    let place = Int((level * Double(draws)).rounded(.up)) - 1
    return Double(largest[min(max(place, 0), draws - 1)])
  }
}
