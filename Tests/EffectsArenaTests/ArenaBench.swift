import TestSupport
import WorkbenchKit
import WorkbenchTesting

@testable import EffectsArena
@testable import Stages

/// A session with the plugin in it.
enum ArenaBench {
  static let data = Places.root + "/Plugins/EffectsArena/Knowledge/Data"

  static func empty(_ lines: [String] = [], language: WorkbenchKit.Language = .nl) throws -> Workbench {
    try Workbench(EffectsArena(), data: data, stages: [Count(), Group()], language: language, lines: lines)
  }

  /// The sheet W, with invented amounts.
  ///
  /// - Parameters:
  ///   - years: of the sheet, with its rate.
  ///   - costs: of municipality and corporation.
  ///   - quantities: of the three effects.
  static func w(
    years: String = "", costs: (Int, Int) = (90_000, 20_000), quantities: [String] = ["6", "10", "20"],
    light: String = "", more: [String] = []
  ) throws -> Workbench {
    try empty(
      [
        "arena new W \(years)", "arena party add gemeente --law wmo", "arena party add corporatie --law woningwet",
        "arena party add zorgverzekeraar --law zvw", "arena add activity buurthuis 'een buurthuis'",
        "arena add effect huisuitzetting 'huisuitzettingen voorkomen'",
        "arena add effect crisisopname 'opnames bij crisis'",
        "arena add effect lichtere-begeleiding 'lichter ondersteunen'",
        "arena invest buurthuis --party gemeente --amount \(costs.0) --source verzonnen",
        "arena invest buurthuis --party corporatie --amount \(costs.1) --source verzonnen",
        "arena effect huisuitzetting --quantity \(quantities[0]) --value 10000 --deadweight .25 --attribution .8 --share corporatie=.6 --share gemeente=.4 --source verzonnen",
        "arena effect crisisopname --quantity \(quantities[1]) --value 9000 --deadweight .25 --displacement .1 --attribution .6 --share zorgverzekeraar/zvw=1 --source verzonnen",
        "arena effect lichtere-begeleiding --quantity \(quantities[2]) --value 4000 --deadweight .25 --attribution .8 --share gemeente=1 --source verzonnen \(light)",
      ] + more)
  }

  static let uncertain = ["triangular:4:6:8", "triangular:5:10:15", "triangular:10:20:30"]

  static func near(_ value: Double?, _ expected: Double, within tolerance: Double = 0.005) -> Bool {
    value.map { abs($0 - expected) <= tolerance } ?? false
  }
}
