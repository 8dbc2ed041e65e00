import TestSupport
import WorkbenchKit
import WorkbenchTesting

@testable import Session
@testable import Stages
@testable import Waakvlam

/// A session with the plugin in it; every figure in it is invented.
enum WaakvlamBench {
  static let data = Places.root + "/Plugins/Waakvlam/Knowledge/Data"

  /// - Parameter lines: typed first.
  static func make(_ lines: [String] = [], language: WorkbenchKit.Language = .nl, files: [String: String] = [:]) throws
    -> Workbench
  {
    let bench = try Workbench(
      Waakvlam(), data: data, stages: [Count(), Group()], language: language, files: files)
    // Codes get pseudonyms by the key of the workspace.
    bench.session.state.surroundings.vault = BenchVault()
    for line in lines { try bench.run(line) }
    return bench
  }

  /// The shares of one role on the first situation.
  static let shares = [
    "waakvlam now 1.1=.6 1.2=.5 1.3=.7 1.4=.4 --by gemeente",
    "waakvlam wanted 1.1=.95 1.2=.9 1.3=.85 1.4=.9 --by gemeente",
  ]

  /// Nine hand-overs: days from the move to the first support, and one still without after 40.
  static let handovers =
    "code,institution,move_day,first_support_day,last_seen_day,netwerk,waakvlam\n"
    + zip("abcdefgh", [-21, -14, -3, 0, 4, 9, 16, 25]).map { code, day in
      "p\(code),\("abcd".contains(code) ? "noord" : "zuid"),100,\(100 + day),,ja,nee\n"
    }.joined() + "pi,zuid,100,,140,nee,nee\n"
}

/// Whether a figure is the one promised, to the digits given.
func near(_ value: Double?, _ expected: Double, within tolerance: Double = 5e-8) -> Bool {
  value.map { abs($0 - expected) < tolerance } ?? false
}

/// Keys that hide nothing from the tests.
private final class BenchVault: Vault {
  func digest(_ message: [UInt8], of lineage: String) -> [UInt8] {
    var sum = message.reduce(into: UInt64(7)) { $0 = ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return (0..<32).map { _ in
      sum = sum &* 6_364_136_223_846_793_005 &+ 1
      return UInt8(sum >> 56)
    }
  }

  func seal(_ message: [UInt8], of lineage: String) -> [UInt8] { message.map { $0 ^ 0x55 } }
  func open(_ sealed: [UInt8], of lineage: String) -> [UInt8]? { sealed.map { $0 ^ 0x55 } }
  func words(of lineage: String) -> [HiddenWord] { [] }
  func setWords(_ words: [HiddenWord], of lineage: String) {}
  func isLasting(_ lineage: String) -> Bool { true }
}
