import TestSupport

/// One line of work of the campaign, which a process of its own does round after round.
protocol Lane: AnyObject {
  /// Begins where a round's number says; `number` may be any.
  ///
  /// - Throws: `Finding`.
  func round(_ number: Int) throws

  /// What a round works on, as far as its number says; for one that ended the process.
  func files(of number: Int) -> [String: [UInt8]]

  /// The round with which one has to begin to come to this one in the same state.
  func beginning(of number: Int) -> Int

  /// The round before which it is done; nil for a lane that never is.
  var end: Int? { get }
}

extension Lane {
  var end: Int? { nil }
}

enum LaneName: String, CaseIterable, Sendable {
  case keeping
  case inputs
  case sizes

  /// - Parameter page: where what was done is counted.
  func lane(seed: UInt64, _ page: Page) throws -> any Lane {
    switch self {
    case .keeping: KeepingLane(seed: seed, page)
    case .inputs: try InputLane(seed: seed, page)
    case .sizes: try SizeLane(seed: seed, page)
    }
  }

  /// Whether it comes to an end by itself.
  var isFinite: Bool { self == .sizes }

  private static var isDebug: Bool {
    #if DEBUG
      true
    #else
      false
    #endif
  }

  /// Whether it does its work in its own process, so that what that took of a processor tells how long it was.
  var worksItself: Bool { self != .keeping }

  /// How long a round may take before it counts as hanging, in seconds.
  var patience: Double {
    switch self {
    // Kills wait for a program to start, on a machine that may be busy.
    case .keeping: 180
    case .inputs: Self.isDebug ? 60 : 10
    // Four readings.
    case .sizes: Self.isDebug ? 180 : 20
    }
  }
}

extension SeededGenerator {
  /// The generator of one round: the same whenever the round is done.
  static func of(seed: UInt64, _ lane: LaneName, _ number: Int) -> SeededGenerator {
    let place = UInt64(LaneName.allCases.firstIndex(of: lane) ?? 0)
    var mixed = SeededGenerator(seed &* 0x9E37_79B9_7F4A_7C15 &+ place)
    return SeededGenerator(mixed.next() ^ UInt64(truncatingIfNeeded: number) &* 0xD134_2543_DE82_EF95)
  }
}
