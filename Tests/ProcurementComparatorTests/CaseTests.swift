import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// The cases as the sources tell them, each figure literally.
@Suite struct CaseTests {
  private let cases: [String: CaseRecord]

  init() throws {
    let all = try KnowledgeFiles.items("cases", as: CaseRecord.self)
    cases = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  private func figure(_ id: String, _ trait: String) -> Double? { cases[id]?.figure(trait)?.value }

  @Test func `vernieuwing-casus-2015, chapter 3: Brunssum went from about 40 to five, two years and twice one more`() {
    #expect(
      figure("brunssum", "providers_before") == 40
        && cases["brunssum"]?.figure("providers_before")?.isApproximate == true)
    #expect(figure("brunssum", "providers_after") == 5 && figure("brunssum", "indicators") == 7)
    #expect(figure("brunssum", "term_years") == 2 && figure("brunssum", "extension_years") == 2)
    #expect(cases["brunssum"]?.forms("funding") == ["lumpsum"] && cases["brunssum"]?.forms("procedure") == [])
  }

  @Test func `Alphen bears a label in each of its two sources, and both are kept with who says so`() {
    let labels = cases["alphen"]?.place["funding"] ?? []
    #expect(labels.map(\.form) == ["lumpsum", "population"])
    #expect(labels.map(\.source.id) == ["vernieuwing-casus-2015", "wmo-uitvoering-2017"])
    #expect(figure("alphen", "budget_per_year") == 8_500_000 && figure("alphen", "indicators") == 10)
    #expect(cases["alphen"]?.forms("procedure") == ["best-value"])
    #expect(figure("alphen", "term_years") == 4 && figure("alphen", "extension_years") == 2)
  }

  @Test func `vernieuwing-casus-2015, chapter 5: Goeree has fourteen providers and bands of 5 up and 10 down`() {
    #expect(figure("goeree-overflakkee", "providers_after") == 14 && figure("goeree-overflakkee", "products") == 9)
    #expect(figure("goeree-overflakkee", "band_up") == 0.05 && figure("goeree-overflakkee", "band_down") == 0.1)
  }

  @Test func `Heerlen: 42 providers became a co-operative of 8, with about 6 subcontractors and 19 suppliers`() {
    #expect(figure("heerlen", "providers_before") == 42 && figure("heerlen", "providers_after") == 8)
    #expect(figure("heerlen", "subcontractors") == 6 && figure("heerlen", "suppliers") == 19)
    #expect(cases["heerlen"]?.forms("constellation") == ["cooperative"])
  }

  @Test func `Sittard-Geleen has nine arrangements, Rotterdam seven years, Arnhem two tariffs`() {
    #expect(figure("sittard-geleen", "products") == 9 && figure("rotterdam", "term_years") == 7)
    #expect(figure("arnhem", "tariff_low") == 2.5 && figure("arnhem", "tariff_high") == 7.5)
    #expect(figure("arnhem", "hours_limit") == 2.5)
    #expect(cases["leeuwarden"]?.forms("funding") == ["area-budget"])
    #expect(
      cases["enschede"]?.isQuality == true && cases["haarlem"]?.isQuality == true)
  }

  @Test func `the execution variant is unknown for every case`() {
    #expect(cases.values.allSatisfy { $0.forms("execution").isEmpty })
  }

  @Test func `likeness is the mean over what is known of both: labels in common, distances over the range`() {
    let one = CaseLikeness.Profile(labels: ["funding": ["lumpsum"], "provision": ["both"]], numbers: ["n": 8])
    let other = CaseLikeness.Profile(
      labels: ["funding": ["lumpsum", "population"], "provision": ["tailored"]], numbers: ["n": 3, "m": 1])
    let likeness = CaseLikeness(one, other, ranges: ["n": 0...10])
    #expect(likeness.value == (1 + 0 + 0.5) / 3)
    #expect(likeness.same == ["funding"] && likeness.partly == ["n"] && likeness.different == ["provision"])
    #expect(CaseLikeness(one, one, ranges: [:]).value == 1)
    #expect(CaseLikeness(one, .init(), ranges: [:]).value.isNaN)
  }

  @Test func `compare has a row a trait, marks what differs, and leaves a gap as onbekend`() throws {
    let output = try Workbench().run("procure compare brunssum alphen")
    let traits = output.texts("trait")
    let row = try #require(traits.firstIndex(of: "procedure"))
    #expect(output.texts("brunssum")[row] == "onbekend" && output.texts("alphen")[row] == "Best Value Procurement")
    let providers = try #require(traits.firstIndex(of: "providers_after"))
    #expect(output.texts("brunssum")[providers] == "5" && output.texts("alphen")[providers] == "8")
    #expect(output.table?.column("differs")?[providers] == .boolean(true))
    #expect(output.table?.column("differs")?[row] == .missing)
  }

  @Test
  func `what resembles Heerlen most is Alphen; Heerlen itself is not listed, and one trait in common does not win`()
    throws
  {
    let found = try Workbench().run("procure near heerlen").texts("case")
    #expect(found.count == 9 && !found.contains("heerlen") && found.first == "alphen" && found.last != "leeuwarden")
  }

  @Test func `traits that a casebook offers count, but for how is paid`() throws {
    let bench = try Workbench()
    let before = try bench.run("procure near brunssum")
    let rows = [
      ("brunssum", "initiator", "gemeente"), ("brunssum", "payer", "gemeente"), ("brunssum", "form", "lumpsum"),
      ("alphen", "initiator", "gemeente"), ("alphen", "payer", "gemeente+zorgkantoor"), ("alphen", "form", "pxq"),
      ("leeuwarden", "initiator", "aanbieder"), ("lindehof", "initiator", "gemeente"),
    ]
    let table = Table(columns: [
      .texts("case", rows.map(\.0)), .texts("trait", rows.map(\.1)), .texts("value", rows.map(\.2)),
    ])
    try bench.offer(table, as: "casus.traits")
    let after = try bench.run("procure near brunssum")
    func compared(_ one: String, _ output: Output) -> Double? {
      zip(output.texts("case"), output.numbers("compared")).first { $0.0 == one }?.1
    }
    // Two more of Alphen, one of Leeuwarden, none of who is no case here.
    for (one, more) in [("alphen", 2.0), ("leeuwarden", 1), ("heerlen", 0)] {
      #expect(compared(one, after) == compared(one, before).map { $0 + more }, "\(one)")
    }
    let likeness = zip(after.texts("case"), after.numbers("likeness")).first { $0.0 == "alphen" }?.1 ?? .nan
    let earlier = zip(before.texts("case"), before.numbers("likeness")).first { $0.0 == "alphen" }?.1 ?? .nan
    #expect(abs(likeness - (earlier * 5 + 2) / 7) < 1e-12)
    #expect(after.texts("same_labels").contains { $0.contains("wie begon") })
    try bench.offer(Table(columns: [.texts("iets", ["anders"])]), as: "casus.traits")
    #expect(try bench.run("procure near brunssum").numbers("likeness") == before.numbers("likeness"))
  }

  @Test(arguments: [
    ("procure form subsid", "form.unknown"), ("procure case", "argument.missing"),
    ("procure compare brunssum brunssum", "compare.alone"), ("procure near --form xyz", "form.unknown"),
    ("procure near --term -1", "argument.range"), ("procure cases --form ''", "form.unknown"),
  ])
  func `what is not there is named, with what is`(line: String, code: String) throws {
    #expect(try Workbench().error(line)?.code == code)
  }

  @Test func `an ambiguous word offers both, and a Dutch name is understood`() throws {
    let bench = try Workbench()
    #expect(
      bench.error("procure form subsid")?.candidates.map(\.word).sorted() == ["subsidy-award", "subsidy-funding"])
    #expect(try bench.run("procure form subsidy") == bench.run("procure form subsidy-funding"))
    #expect(try bench.run("procure form populatiebekostiging").texts("part").contains("risk"))
    #expect(try bench.run("procure case Handen-Ineen").texts("part").contains("funding"))
  }
}
