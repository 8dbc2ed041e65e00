import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// Several rows of one area in a file of one's own.
@Suite struct OwnRepeatedTests {
  @Test(arguments: [
    "buurt;n\nBU00340101;1\nBU00340101;1\n", "buurt;leeftijd;n\nBU00340101;18-64;40\nBU00340101;65+;40\n",
    "buurt;n\nBU00340101;\nBU00340101;40\n", "buurt;n\nBU00340101;x\nBU00340101;x\n",
  ])
  func `a second count of an area is refused, the same number too, and it is said how to add them up`(file: String)
    throws
  {
    let bench = try OwnBench.with(["a.csv": file])
    let error = bench.error("wzw add a.csv --as wmo --year 2024")
    #expect(error?.code == "add.repeated")
    #expect(error?.message.nl == "'a.csv' regel 3: BU00340101 staat ook op regel 2")
    let way = try #require(error?.wayOut?.nl)
    #expect(way.hasPrefix("zijn het delen, tel dan eerst op: read a.csv | group buurt --sum n; staat het er dubbel, "))
    #expect(way.hasSuffix("laat één van de twee staan; er is niets toegevoegd"))
  }

  @Test func `rows of one area in two years are two counts, and what adds up keeps the years apart`() throws {
    let rows = "buurt;jaar;n\nBU00340101;2023;24\nBU00340101;2024;24\n"
    let bench = try OwnBench.with(["a.csv": rows, "b.csv": rows + "BU00340101;2024;24\n"])
    #expect(try bench.run("wzw add a.csv --as wmo").fact("added") == 2)
    let error = bench.error("wzw add b.csv --as klachten")
    #expect(error?.wayOut?.nl.contains("read b.csv | group buurt jaar --sum n;") == true)
  }

  @Test func `the same percentage of an area once more counts once, which is told`() throws {
    let bench = try OwnBench.with(["a.csv": "code;p\nBU00340101;12\nBU00340101;12\nBU00340102;13\n"])
    let output = try bench.run("wzw add a.csv --as deel --kind rate --of alle --year 2024")
    #expect(output.fact("added") == 2 && output.fact("alike") == 1)
    #expect(output.words.contains("1 regel zegt van zijn gebied hetzelfde als een eerdere: dat telt één keer"))
  }

  @Test func `the same percentage of other people asked is refused`() throws {
    let bench = try OwnBench.with(["a.csv": "code;p;n\nBU00340101;12;100\nBU00340101;12;200\n"])
    let error = bench.error("wzw add a.csv --as deel --kind rate --of alle --year 2024 --base n")
    #expect(error?.code == "add.repeated")
    #expect(
      error?.message.nl == "'a.csv' regel 3: BU00340101 staat met iets anders naast het cijfer ook op regel 2")
  }
}
