import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Names of figures of one's own, and what is said of their files.
@Suite struct OwnWordsTests {
  @Test(arguments: ["dementie", "dementia", "VV", "Kwetsbaar"])
  func `a name of a group is taken`(name: String) throws {
    let bench = try OwnBench.with(["a.csv": "code;n\nBU00340101;24\n"])
    let error = bench.error("wzw add a.csv --as \(name) --year 2024")
    #expect(error?.code == "add.taken")
    #expect(error?.message.nl.hasPrefix("'\(name)' is al de naam van een groep: ") == true)
  }

  @Test func `the group is named, and another name given`() throws {
    let bench = try OwnBench.with(["a.csv": "code;n\nBU00340101;24\n"])
    let error = bench.error("wzw add a.csv --as dementie --year 2024")
    #expect(error?.message.nl == "'dementie' is al de naam van een groep: mensen met dementie")
    #expect(error?.message.en == "'dementie' is already the name of a group: people with dementia")
    #expect(error?.suggestion == "--as eigen-dementie")
  }

  @Test func `lines with totals are counted in the plural`() throws {
    let bench = try OwnBench.with(["a.csv": "code;n\nBU00340101;24\nTotaal;24\nEindtotaal;24\n"])
    let output = try bench.run("wzw add a.csv --as wmo --year 2024")
    #expect(output.words.contains("een totaal is geen gebied, en is overgeslagen: regels 3, 4"))
  }

  @Test func `a refusal says that nothing was added`() throws {
    let bench = try OwnBench.with(
      ["a.csv": "code;n\nBU00340101;24\n", "b.csv": "code;n\nBU00340101;-1\n", "c.csv": "code;n\nBU00340101;25\n"],
      "wzw add a.csv --as wmo --year 2024")
    #expect(
      bench.error("wzw add b.csv --as wmo --year 2024")?.wayOut?.nl
        == "een aantal of percentage is nul of meer; er is niets toegevoegd")
    let conflict = bench.error("wzw add c.csv --as wmo --year 2024")?.wayOut
    #expect(
      conflict?.nl
        == "maak de bestanden gelijk, of laat het nieuwe cijfer gelden met --replace; er is niets toegevoegd")
    #expect(
      conflict?.en == "make the files alike, or let the new figure hold with --replace; nothing was added")
  }

  @Test func `a name that is not there brings up those near it, and else the first of all`() throws {
    let bench = try OwnBench.with(["a.csv": "code;n\nBU00340101;24\n"])
    for name in ["aanbod", "bezoek", "contact", "duur", "eerst", "geheugen"] {
      try bench.run("wzw add a.csv --as \(name) --year 2024")
    }
    let near = bench.error("wzw drop geheuge")
    #expect(near?.suggestion == "geheugen")
    #expect(near?.candidates.map(\.word) == ["geheugen"])
    let none = bench.error("wzw drop qqqqqqqq")
    #expect(none?.suggestion == nil)
    #expect(none?.candidates.count == 5)
  }
}
