import TestSupport
import WorkbenchKit
import WorkbenchTesting

@testable import LearningCircle
@testable import Stages

/// A session with the plugin in it.
enum CircleBench {
  static let data = Places.root + "/Plugins/LearningCircle/Knowledge/Data"

  /// - Parameter lines: typed first, behind the new circle.
  static func make(_ lines: [String] = [], language: WorkbenchKit.Language = .nl, files: [String: String] = [:]) throws
    -> Workbench
  {
    try Workbench(
      LearningCircle(), data: data, stages: [Count(), Group()], language: language, files: files,
      lines: ["kring new Lindehof"] + lines)
  }

  static func empty(files: [String: String] = [:]) throws -> Workbench {
    try Workbench(LearningCircle(), data: data, stages: [Count(), Group()], files: files)
  }

  /// The answers of four roles to four statements.
  static let fourRoles = [
    "kring role add gemeente,corporatie,zorgaanbieder,bewoners", "stelling add a 'eerste'", "stelling add b 'tweede'",
    "stelling add c 'derde'", "stelling add d 'vierde'", "stelling say a=2 b=4 c=2 d=3 --by gemeente",
    "stelling say a=4 b=4 c=5 d=5 --by corporatie", "stelling say a=5 b=4 c=4 d=5 --by zorgaanbieder",
    "stelling say a=weet-niet b=3 c=4 d=4 --by bewoners",
  ]

  /// Five decisions, three of them done.
  static let decisions = [
    "kring role add gemeente,corporatie",
    "besluit add een --id een --made 2027-01-01 --who gemeente --until 2027-01-15",
    "besluit add twee --id twee --made 2027-01-01 --who gemeente --until 2027-01-15",
    "besluit add drie --id drie --made 2027-01-10 --who corporatie --until 2027-03-01",
    "besluit add vier --id vier --made 2027-03-02 --who corporatie --until 2027-03-20",
    "besluit add vijf --id vijf --made 2027-01-31 --who gemeente --until 2027-04-30",
    "besluit done een --on 2027-01-11", "besluit done twee --on 2027-01-21", "besluit done drie --on 2027-02-19",
  ]
}
