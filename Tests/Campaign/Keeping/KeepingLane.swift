import TestSupport

/// What a session acknowledges is there afterwards, whatever happens: it is killed, a call fails, the power goes, a bit
/// flips.
final class KeepingLane: Lane {
  private let seed: UInt64
  private let page: Page
  private let kills: Kills
  private let faults: Faults
  private let cuts: PowerCuts
  private let flips: Flips

  init(seed: UInt64, _ page: Page) {
    self.seed = seed
    self.page = page
    kills = Kills(page)
    faults = Faults(page)
    cuts = PowerCuts(page)
    flips = Flips(page)
  }

  func round(_ number: Int) throws {
    var generator = SeededGenerator.of(seed: seed, .keeping, number)
    try faults.round(&generator)
    try cuts.round(&generator)
    try flips.round(&generator)
    try kills.round(number, &generator)
  }

  // A round hands over its files itself: they are made as it goes on.
  func files(of number: Int) -> [String: [UInt8]] { [:] }
  func beginning(of number: Int) -> Int { number }
}
