import Files
import TestSupport
import WorkbenchKit
import WorkbenchTesting

@testable import RegionMonitor
@testable import Session
@testable import Stages

/// A session with the plugin in it; every figure in it is invented.
enum RegionBench {
  static let data = Places.root + "/Plugins/RegionMonitor/Knowledge/Data"

  /// - Parameter lines: typed first.
  static func make(_ lines: [String] = [], language: WorkbenchKit.Language = .nl, files: [String: String] = [:]) throws
    -> Workbench
  {
    let bench = try Workbench(
      RegionMonitor(), data: data, stages: [Count(), Group(), Sort(), Top()], language: language, files: files)
    for line in lines { try bench.run(line) }
    return bench
  }

  static func exists(_ path: String) -> Bool { (try? DiskFiles().read(path, at: nil)) != nil }

  /// An invented region of five.
  static let define = "regio define proef Aa Bee Cee Dee Ee --invented"

  static let clients = """
    municipality,light,heavy,h24
    Aa,2,2,1
    Bee,4,5,2
    Cee,6,10,4
    Dee,10,15,6
    Ee,18,28,12

    """

  static let key = """
    municipality,key
    Aa,15
    Bee,20
    Cee,25
    Dee,40
    Ee,150

    """

  /// Five regions with eight conditions each: P worked out, A not, ? not known.
  static func conditions(_ rows: [(region: String, answers: String)]) -> [String] {
    rows.flatMap { region, answers -> [String] in
      let said = answers.enumerated().compactMap { index, sign -> String? in
        sign == "P" ? "\(index + 1)=uitgewerkt" : sign == "A" ? "\(index + 1)=niet" : nil
      }
      return said.isEmpty ? [] : ["regio say \(region) \(said.joined(separator: " ")) --by gemeente"]
    }
  }

  static let five = [
    (region: "almelo", answers: "PPPPPPPP"), ("breda", "PPPPPA??"), ("hoorn", "PPPA????"), ("ede", "AAAAPPPP"),
    ("gouda", "????????"),
  ]
}

/// Whether a figure is the one promised, to the digits given.
func near(_ value: Double?, _ expected: Double, within tolerance: Double = 5e-8) -> Bool {
  value.map { abs($0 - expected) < tolerance } ?? false
}
