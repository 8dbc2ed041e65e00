import TestSupport
import WorkbenchKit
import WorkbenchTesting

@testable import QualityMirror
@testable import Session
@testable import Stages

/// A session with the plugin in it; every figure in it is invented.
enum MirrorBench {
  static let data = Places.root + "/Plugins/QualityMirror/Knowledge/Data"

  /// - Parameter lines: typed first.
  static func make(
    _ lines: [String] = [], showsAll: Bool = false, language: WorkbenchKit.Language = .nl, files: [String: String] = [:]
  ) throws -> Workbench {
    let bench = try Workbench(
      QualityMirror(), data: data, stages: [Count(), Group()], language: language, files: files)
    // Codes get pseudonyms by the key of the workspace.
    bench.session.state.surroundings.vault = BenchVault()
    if showsAll { try bench.set("spiegel.suppress-below", to: 0) }
    for line in lines { try bench.run(line) }
    return bench
  }

  static let goalHead = "code,provider,domain,goal,needed,reached,why,first_domain,period,persona\n"

  /// Goals of one provider and life domain.
  ///
  /// - Parameter counts: reached, partly, not and unknown.
  static func goals(
    _ provider: String, _ counts: [Int], in domain: String = "wonen", needed: String = "3", why: String = "te-kort",
    first: String = "", period: String = "", persona: String = ""
  ) -> String {
    zip(["ja", "deels", "nee", "onbekend"], counts).flatMap { word, count in
      (0..<count).map {
        "\(provider)-\(domain)-\(period)-\(persona)-\(word)-\($0),\(provider),\(domain),doel,\(needed),\(word),"
          + "\(word == "nee" ? why : ""),\(word == "nee" ? first : ""),\(period),\(persona)\n"
      }
    }.joined()
  }

  static let caseHead = "case_code,kind,decision,panel,votes_for,votes_against,trust_before,trust_after\n"

  /// Cases of one kind.
  ///
  /// - Parameter counts: milder, stricter, same, divided and unknown.
  static func cases(_ kind: String, _ counts: [Int], trust: String = ",") -> String {
    zip(["af,toe,5,2", "toe,af,2,5", "toe,toe,6,1", "af,verdeeld,4,4", "af,toe,0,0"], counts).enumerated()
      .flatMap { place, pair in
        (0..<pair.1).map { "\(kind)-\(place)-\($0),\(kind),\(pair.0),\(trust)\n" }
      }.joined()
  }

  /// Two auditors on one norm.
  ///
  /// - Parameter counts: both yes, only the first, only the second, none.
  static func judgements(_ counts: [Int], norm: String = "kloppen") -> String {
    var text = "place,auditor,norm,score,kind\n"
    var place = 0
    for (answers, count) in zip([("ja", "ja"), ("ja", "nee"), ("nee", "ja"), ("nee", "nee")], counts) {
      for _ in 0..<count {
        text += "p\(place),a,\(norm),\(answers.0),client\np\(place),b,\(norm),\(answers.1),peer\n"
        place += 1
      }
    }
    return text
  }
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
