import Testing
import WorkbenchKit

@testable import Woonzorgwijzer

/// What stands beside figures of one's own: how many people were asked, the standard error, the source.
@Suite struct OwnBesideTests {
  private static let rate = "--as enquete --kind rate --of 65+ --year 2024"

  @Test func `a figure is held back where the number of people asked is below five, held back or not there`() throws {
    let file = "code;pct;n\nBU00340101;50;<5\nBU00340102;40;x\nBU00340201;30;\n"
    let bench = try OwnBench.with(["a.csv": file])
    let output = try bench.run("wzw add a.csv \(Self.rate) --base n")
    #expect(output.fact("added") == 3 && output.fact("held_back") == 3)
    #expect(
      output.words.contains("3 cijfers zijn achtergehouden omdat niet bekend is hoeveel mensen ondervraagd zijn"))
    let shown = try bench.run("wzw estimate --level buurt --indicator enquete")
    #expect(shown.numbers("rate").count == 3 && shown.numbers("rate").allSatisfy { $0.isNaN })
    let mean = try bench.run("wzw add a.csv --as tevreden --kind mean --year 2024 --base n")
    #expect(mean.fact("held_back") == 3)
  }

  @Test(arguments: ["--base", "--error"])
  func `a word beside a figure is refused with its line`(flag: String) throws {
    let bench = try OwnBench.with(["a.csv": "code;pct;n\nBU00340101;50;200\nBU00340102;40;veel\n"])
    let before = bench.session.workspace.serial
    let error = bench.error("wzw add a.csv \(Self.rate) \(flag) n")
    #expect(error?.code == "add.beside")
    #expect(error?.message.nl == "'a.csv' regel 3: 'veel' naast het cijfer is geen getal")
    #expect(error?.wayOut?.nl.hasSuffix("; er is niets toegevoegd") == true)
    #expect(bench.session.workspace.serial == before)
  }

  @Test func `a standard error that is held back holds the figure back, and one that is not there does not`() throws {
    let bench = try OwnBench.with(["a.csv": "code;pct;se\nBU00340101;50;x\nBU00340102;40;\nBU00340201;30;2\n"])
    let output = try bench.run("wzw add a.csv \(Self.rate) --error se")
    #expect(output.fact("added") == 3 && output.fact("held_back") == 1)
    let rates = try bench.run("wzw estimate --level buurt --indicator enquete").numbers("rate")
    #expect(rates[0].isNaN && rates[1] == 0.4 && rates[2] == 0.3)
  }

  private static let survey = "code;pct;n;se\nBU00340101;12;200;2\n"

  @Test func `the same figures with the number of people asked or a standard error are completed`() throws {
    let bench = try OwnBench.with(["a.csv": Self.survey], "wzw add a.csv \(Self.rate) --column pct")
    let sample = try bench.run("wzw add a.csv \(Self.rate) --column pct --base n")
    #expect(sample.fact("replaced") == 1 && sample.fact("unchanged") == 0)
    // Wilson 95 %, p .12, n 200 -> .08198-.17234.
    let shown = try bench.run("wzw estimate BU00340101 --indicator enquete")
    #expect(abs(shown.numbers("low")[0] - 300 * 0.08198) < 0.01)
    #expect(try bench.run("wzw add a.csv \(Self.rate) --column pct").fact("unchanged") == 1)
    #expect(try bench.run("wzw add a.csv \(Self.rate) --column pct --error se").fact("replaced") == 1)
    // What was there beside the figure stays.
    #expect(try bench.run("wzw add a.csv \(Self.rate) --column pct --base n --error se").fact("unchanged") == 1)
  }

  @Test func `another number of people asked is refused, and holds where that was asked for`() throws {
    let bench = try OwnBench.with(
      ["a.csv": Self.survey, "b.csv": "code;pct;n\nBU00340101;12;150\n"],
      "wzw add a.csv \(Self.rate) --column pct --base n")
    let error = bench.error("wzw add b.csv \(Self.rate) --base n")
    #expect(error?.code == "add.conflict")
    #expect(
      error?.message.nl
        == "'b.csv' regel 2: van BU00340101 zijn nu 150 mensen ondervraagd, en 'a.csv' gaf 200")
    #expect(try bench.run("wzw add b.csv \(Self.rate) --base n --replace").fact("replaced") == 1)
    #expect(try bench.run("wzw add b.csv \(Self.rate) --base n").fact("unchanged") == 1)
  }

  @Test func `another source of the same figures takes the place of the one that is there`() throws {
    let bench = try OwnBench.with(["a.csv": Self.survey], "wzw add a.csv \(Self.rate) --column pct")
    let line = "wzw add a.csv \(Self.rate) --column pct --source 'Enquête 2024'"
    #expect(try bench.run(line).fact("replaced") == 1)
    #expect(try bench.run("wzw imports").texts("source").last == "Enquête 2024")
    #expect(try bench.run(line).fact("unchanged") == 1)
    #expect(try bench.run("wzw add a.csv \(Self.rate) --column pct").fact("unchanged") == 1)
    // Figures that are completed keep their source.
    #expect(try bench.run("wzw add a.csv \(Self.rate) --column pct --base n").fact("replaced") == 1)
    #expect(try bench.run("wzw imports").texts("source").last == "Enquête 2024")
  }
}
