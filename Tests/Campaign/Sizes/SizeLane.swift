import Glibc
import TestSupport

/// Reads what is as long as it may be at two sizes: four times as much takes about four times as long, and never long.
final class SizeLane: Lane {
  private static let large = Mutation.most
  private static let small = Mutation.most / 4
  #if DEBUG
    /// A debug build is slow: what is measured is how it grows.
    private static let seconds = 30.0
  #else
    private static let seconds = 1.0
  #endif
  /// Below this nothing can be said of growth, in seconds.
  private static let least = 0.3
  /// Four times as much takes four times as long where each thing is looked at once, sixteen times where it is for each pair.
  private static let growth = 10.0
  private static let megabytes = 200.0

  private let seed: UInt64
  private let page: Page
  private let inputs: InputLane

  init(seed: UInt64, _ page: Page) throws {
    self.seed = seed
    self.page = page
    inputs = try InputLane(seed: seed, page)
  }

  func beginning(of number: Int) -> Int { number }

  /// Each listed one once, and as many pieces of good files.
  var end: Int? { 2 * Adversary.all.count }

  func files(of number: Int) -> [String: [UInt8]] {
    let (family, _, make) = adversary(number)
    return ["input.\(InputFamily.all[family].ending)": make(Self.large)]
  }

  func round(_ number: Int) throws {
    let (family, name, make) = adversary(number)
    let input = make(Self.large)
    func finding(_ text: String) -> Finding {
      let family = InputFamily.all[family]
      return Finding(kind: .hang, text: "\(family.name), \(name): \(text)", files: ["input.\(family.ending)": input])
    }
    var large = try inputs.time(input, as: family)
    // On a busy machine a moment can be a long one: what seems to grow is measured once more.
    for attempt in 1...2 where large.seconds > Self.least {
      let small = try inputs.time(make(Self.small), as: family)
      guard large.seconds > Self.growth * small.seconds else { break }
      if attempt == 2 { throw finding("\(large.seconds) s, and \(small.seconds) s for a quarter of it") }
      large = try inputs.time(input, as: family)
    }
    if large.seconds > Self.seconds { throw finding("\(large.seconds) s") }
    if large.megabytes > Self.megabytes { throw finding("\(large.megabytes) MB") }
    page[.large] += 1
  }

  /// The listed ones in turn, and between them a piece of a good file again and again.
  private func adversary(_ number: Int) -> (family: Int, name: String, make: (Int) -> [UInt8]) {
    if number % 2 == 0 {
      let adversary = Adversary.all[number / 2 % Adversary.all.count]
      let family = InputFamily.all.firstIndex { $0.name == adversary.family } ?? 0
      return (family, adversary.name, { Array(adversary.make($0).utf8) })
    }
    var generator = SeededGenerator.of(seed: seed, .sizes, number)
    let family = Int.random(in: 0..<InputFamily.all.count, using: &generator)
    let seeds = inputs.seeds[family].filter { !$0.isEmpty }
    let whole = Array((seeds.randomElement(using: &generator) ?? [0x20]).prefix(Self.small / 2))
    let start = Int.random(in: 0..<whole.count, using: &generator)
    let end = min(whole.count, start + Int.random(in: 1...60, using: &generator))
    return (
      family, "a piece of a good one again and again",
      { size in
        let piece = Array(whole[start..<end])
        let count = max(1, (size - whole.count) / piece.count)
        let bytes = whole[..<start] + Array(repeatElement(piece, count: count).joined()) + whole[end...]
        return InputFamily.all[family].pack(Array(bytes))
      }
    )
  }
}
