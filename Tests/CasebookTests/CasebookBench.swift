import TestSupport
import WorkbenchKit
import WorkbenchTesting

@testable import Casebook
@testable import Stages

/// A session with the plugin in it; every figure that is typed into it is invented.
enum CasebookBench {
  static let data = Places.root + "/Plugins/Casebook/Knowledge/Data"

  /// - Parameter lines: typed first.
  static func make(_ lines: [String] = [], language: WorkbenchKit.Language = .nl, files: [String: String] = [:]) throws
    -> Workbench
  {
    let bench = try Workbench(Casebook(), data: data, stages: [Count(), Group()], language: language, files: files)
    for line in lines { try bench.run(line) }
    return bench
  }
}

/// Whether a figure is the one promised, to the digits given.
func near(_ value: Double?, _ expected: Double, within tolerance: Double = 5e-8) -> Bool {
  value.map { abs($0 - expected) < tolerance } ?? false
}
