import WorkbenchKit

@testable import Woonzorgwijzer

/// A session with two districts of three neighbourhoods in which people live, for figures of one's own.
enum OwnBench {
  static let people = """
    Codering_3;WijkenEnBuurten;Gemeentenaam_1;AantalInwoners_5;k_65JaarOfOuder_12
    GM0034;Almere;Almere;3600;700
    WK003401;Wijk 01 Haven;Almere;2000;400
    BU00340101;Kade;Almere;1200;300
    BU00340102;Werf;Almere;800;100
    WK003402;Wijk 02 Stad;Almere;1600;300
    BU00340201;Markt;Almere;1600;300

    """

  static func with(_ files: [String: String], _ lines: String..., people: String = OwnBench.people) throws -> Workbench
  {
    let bench = try Workbench().file("kwb.csv", people)
    for (name, text) in files { bench.file(name, text) }
    try bench.run("wzw import kwb.csv --year 2024")
    for line in lines { try bench.run(line) }
    return bench
  }
}
