import TestSupport
import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// The regional forecast of CBS and PBL beside a projection.
@Suite struct RegionalForecastTests {
  private let head = #""ID";"RegioIndeling2021";"PrognoseInterval";"Leeftijd";"Perioden";"TotaleBevolking_1""#

  private func file(_ rows: [String]) -> String {
    ([head] + rows.enumerated().map { "\"\($0)\";\($1)" }).joined(separator: "\n") + "\n"
  }

  private func bench(_ rows: [String]) throws -> Workbench {
    let bench = try SmallTown.bench().file("p.csv", file(rows))
    try bench.run("wzw start")
    return bench
  }

  private func kept(_ bench: Workbench) throws -> Table {
    try #require(try bench.session.workspace.parts[PartName(.tables, "wzw.forecast")]?.part.table())
  }

  @Test func `people in thousands become people, with their bounds, of the country and its municipalities`() throws {
    let bench = try bench([
      #""NL01  ";"MW00000";"10000";"2050JJ00";" 19630.0""#, #""NL01  ";"MOG0067";"10000";"2050JJ00";" 18572.8""#,
      #""NL01  ";"MBG0067";"10000";"2050JJ00";" 20625.2""#, #""GM0164";"MW00000";"10000";"2040JJ00";"    83.4""#,
      #""GM0164";"MOG0067";"10000";"2040JJ00";"    81.0""#, #""GM0164";"MBG0067";"10000";"2040JJ00";"    85.7""#,
      #""PV23  ";"MW00000";"10000";"2040JJ00";"  1200.0""#, #""GM0164";"MW00000";"70400";"2040JJ00";"    20.0""#,
    ])
    let output = try bench.run("wzw import p.csv")
    #expect(output.words.contains("gelezen de verwachting van 2 gebieden, 2040-2050"))
    #expect(output.words.contains("regels naar leeftijd zijn niet gelezen (1)"))
    let table = try kept(bench)
    #expect(table.column("code")?.texts == ["NL00", "GM0164"])
    #expect(table.column("people")?.numbers == [19_630_000, 83_400])
    #expect(table.column("low")?.numbers == [18_572_800, 81_000])
    #expect(table.column("high")?.numbers == [20_625_200, 85_700])
    let ahead = try bench.run("wzw project GM0164 --to 2040")
    #expect(
      ahead.words.contains(
        "de regionale prognose van CBS en PBL, met verhuizingen: Hengelo (O.) heeft 83.400 inwoners in 2040, met een kans van 67 % tussen 81.000 en 85.700; grenzen van 2021"
      ))
    // Of another year the nearest that there is, which is named; a neighbourhood is not in it.
    #expect(try bench.run("wzw project GM0164 --to 2030").words.contains("83.400 inwoners in 2040"))
    #expect(!(try bench.run("wzw project BU01640501 --to 2040").words.contains("regionale prognose")))
  }

  @Test func `it takes the place of today's people nowhere`() throws {
    let bench = try bench([
      #""GM0164";"MW00000";"10000";"2040JJ00";"83.4""#, #""GM0164";"MW00000";"10000";"2024JJ00";"99.9""#,
    ])
    let before = try bench.run("wzw project GM0164 --to 2040")
    let estimate = try bench.run("wzw estimate GM0164 --group dementie").numbers("estimate")
    try bench.run("wzw import p.csv")
    let after = try bench.run("wzw project GM0164 --to 2040")
    #expect(before.numbers("population") == after.numbers("population"))
    #expect(before.numbers("projected") == after.numbers("projected"))
    #expect(try bench.run("wzw estimate GM0164 --group dementie").numbers("estimate") == estimate)
  }

  @Test func `a part adds, the same again changes nothing, and nothing usable is an error`() throws {
    let bench = try bench([#""GM0164";"MW00000";"10000";"2040JJ00";"83.4""#])
      .file("q.csv", file([#""GM0153";"MW00000";"10000";"2040JJ00";"164.8""#]))
      .file(
        "r.csv", file([#""GM0164";"MW00000";"20300";"2040JJ00";"1.0""#, #""x";"MW00000";"10000";"2040JJ00";"1.0""#])
      )
      .file("s.csv", file([#""GM0164";"MW00000";"10000";"2040JJ00";"-1.0""#]))
    try bench.run("wzw import p.csv")
    try bench.run("wzw import q.csv")
    try bench.run("wzw import p.csv")
    #expect(Set(try kept(bench).column("code")?.texts ?? []) == ["GM0164", "GM0153"])
    #expect(try kept(bench).rowCount == 2)
    #expect(bench.error("wzw import r.csv")?.code == "import.nothing")
    #expect(bench.error("wzw import s.csv")?.code == "import.nothing")
    #expect(try kept(bench).rowCount == 2)
  }
}
