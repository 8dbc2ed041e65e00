import Methods
import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import Waakvlam

/// Hand-overs: what comes in, and what may be seen.
@Suite struct HandoverTests {
  private static let head = "code,institution,move_day,first_support_day,last_seen_day,netwerk\n"

  @Test func `dates become offsets, codes pseudonyms, and neither stands in the workspace`() throws {
    let bench = try WaakvlamBench.make(files: [
      "o.csv": Self.head + "k-17,noord,2027-03-01,2027-02-20,,ja\nk-18,noord,1-3-2027,,2027-04-10,\n"
    ])
    try bench.run("waakvlam handover import o.csv")
    #expect(!bench.documents.contains("k-17") && !bench.documents.contains("2027"))
    let records = try #require(try bench.document("handover", of: "waakvlam")?["records"]?.array)
    #expect(records.map { $0["days"]?.int } == [-9, 40] && records.map { $0["came"] } == [.bool(true), .bool(false)])
    // The same code in another file is the same one.
    bench.file("p.csv", Self.head + "k-17,noord,2027-03-01,2027-03-05,,nee\n")
    try bench.run("waakvlam handover import p.csv")
    let again = try #require(try bench.document("handover", of: "waakvlam")?["records"]?.array)
    #expect(again.map { $0["days"]?.int } == [4, 40])
  }

  @Test(arguments: [
    ("a,n,,2027-03-01,,ja", "handover.days"), ("a,n,2027-03-01,,,ja", "handover.days"),
    ("a,n,2027-03-01,2025-02-27,,ja", "handover.days"), ("a,n,2027-03-01,,2027-02-01,ja", "handover.days"),
    ("a,n,2027-02-30,2027-03-01,,ja", "handover.days"), ("a,n,2027-03-01,2027-03-01,,misschien", "handover.item"),
    ("a,n,2027-03-01,2027-03-01,,ja\na,n,2027-03-01,2027-03-01,,ja", "handover.twice"),
  ])
  func `what cannot be is one error with its row, and nothing is kept`(rows: String, code: String) throws {
    let bench = try WaakvlamBench.make(files: ["o.csv": Self.head + "z,n,2027-03-01,2027-03-01,,ja\n" + rows + "\n"])
    let error = try #require(bench.error("waakvlam handover import o.csv"))
    #expect(error.code == code && error.message.nl.hasPrefix("rij "), "\(error)")
    #expect(bench.documents == "")
  }

  @Test func `exactly two years before is taken, and the day of asking censors`() throws {
    let bench = try WaakvlamBench.make(files: ["o.csv": Self.head + "a,n,1000,270,,\nb,n,1000,,,\n"])
    #expect(bench.error("waakvlam handover import o.csv")?.code == "handover.days")
    bench.file("o.csv", Self.head + "a,n,2027-03-01,2025-03-01,,\nb,n,2027-03-01,,,\n")
    try bench.run("waakvlam handover import o.csv --at 2027-03-31")
    #expect(try bench.document("handover", of: "waakvlam")?["records"]?.array?.map { $0["days"]?.int } == [-730, 30])
  }

  @Test(arguments: ["naam", "geboortedatum", "adres", "bsn"])
  func `a column of a person stops the import`(name: String) throws {
    let values = [
      "naam": "Jan Voorbeeld", "geboortedatum": "1980-01-02", "adres": "Dorpsstraat 12", "bsn": "111222333",
    ]
    let text = "code,move_day,first_support_day,\(name)\na,2027-03-01,2027-03-02,\(values[name] ?? "")\n"
    let bench = try WaakvlamBench.make(files: ["o.csv": text])
    #expect(bench.error("waakvlam handover import o.csv")?.code == "personal.found")
    #expect(bench.documents == "")
  }

  // MARK: Few people

  @Test func `three of nine are held back, and with them all that tells them`() throws {
    let bench = try WaakvlamBench.make(["waakvlam handover items"], files: ["o.csv": WaakvlamBench.handovers])
    try bench.run("waakvlam handover import o.csv")
    let shown = try bench.run("waakvlam handover show --institution")
    let before = try #require(Self.fact("before", shown))
    #expect(before.value == .missing && before.shown?.nl == "<5" && shown.fact("people") == 9)
    for name in ["before_share", "before_low", "before_high"] { #expect(shown.facts[name] == .missing, "\(name)") }
    // No curve: no moment leaves five on either side.
    #expect(shown.charts.isEmpty && !shown.tables.contains { $0.columnNames.contains("without") })
    // Both institutions: from one the other would follow.
    let institutions = try #require(shown.tables.first { $0.columnNames.contains("institution") })
    #expect(institutions.column("people")?.withheld.count == 2 && institutions.column("before")?.withheld.count == 2)
    // Of nine one lacks a network; nine lack a pilot light.
    let items = try #require(shown.tables.first { $0.columnNames.contains("missing") })
    let missing = try #require(items.column("missing"))
    let rows = items.column("item")?.texts ?? []
    #expect(rows == ["waakvlam", "netwerk"] && missing.numbers?.first == 9 && missing.withheld == [1: "<5"])
    #expect(items.column("share")?.withheld == [1: "•"])
  }

  private static func fact(_ name: String, _ output: Output) -> Facts.Fact? {
    output.blocks.lazy.compactMap {
      if case .facts(let facts) = $0 { facts.facts.first { $0.name == name } } else { nil }
    }.first
  }

  @Test func `from what is shown no count below five can be worked out, whatever the hand-overs`() throws {
    var stream = RandomStream(seed: 12)
    let counts = SmallCounts(threshold: 5)
    for _ in 0..<400 {
      let people = Int.random(in: 0...40, using: &stream)
      let records = (0..<people).map { number in
        HandoverRecord(
          code: "\(number)", institution: ["a", "b", "c", nil].randomElement(using: &stream) ?? nil,
          days: Int.random(in: -12...30, using: &stream), hasCome: Int.random(in: 0...4, using: &stream) > 0,
          items: ["netwerk": Bool.random(using: &stream)].filter { _ in Int.random(in: 0...3, using: &stream) > 0 })
      }
      let report = HandoverReport(records, counts)
      let facts = report.facts
      let before = records.count { $0.hasCome && $0.days < 0 }
      if facts["before"] != .missing { #expect(counts.mayShow(before, of: people)) }
      // Between two points of the curve, before the first and behind the last: none or enough.
      var last = 0
      for point in report.points {
        let came = records.count { $0.hasCome && $0.days <= point.day }
        let lost = records.count { !$0.hasCome && $0.days <= point.day }
        #expect(came - last >= 5 && people - came - lost >= 5 && point.atRisk >= 5)
        if facts["before"] != .missing { #expect(!counts.isSmall(abs(came - before))) } else { #expect(point.day >= 0) }
        last = came
      }
      if let table = report.table { #expect(table.column("at_risk")?.withheld.count == table.rowCount) }
      if let table = report.institutions, let column = table.column("people") {
        let shown = (column.numbers ?? []).filter { !$0.isNaN }
        let rest = people - Int(shown.reduce(0, +))
        // Of fewer than five not even how many there are is shown.
        let isFew = people < 5
        #expect(shown.allSatisfy { $0 >= 5 } && (column.withheld.isEmpty || isFew || rest >= 5))
        // One that is hidden alone would be the rest.
        if column.withheld.count == 1, !isFew { #expect(records.contains { $0.institution == nil }) }
      }
    }
  }

  @Test func `held counts are at least two, and neither their sum nor the signs tell them`() {
    let counts = SmallCounts(threshold: 5)
    #expect(counts.signs([9, 9]) == [:] && counts.signs([3, 9, 8]) == [0: "<5", 2: "•"])
    #expect(counts.signs([1, 1, 9]) == [0: "<5", 1: "<5", 2: "•"])
    #expect(counts.signs([0, 6]) == [:] && SmallCounts(threshold: 0).signs([1, 2]) == [:])
    // Two under five that add up to eight are four each, one under five beside one of five or more that add up to six is one.
    #expect(counts.signs([4, 4]) == [0: "•", 1: "•"] && counts.signs([1, 5]) == [0: "•", 1: "•"])
    #expect(counts.signs([4, 4, 20]) == [0: "<5", 1: "<5", 2: "•"])
    #expect(
      !counts.isSmall(0) && counts.isSmall(4) && !counts.isSmall(5) && !counts.mayShow(5, of: 9)
        && counts.mayShow(5, of: 10))
  }

  @Test func `with enough people the curve stands, and never on few`() throws {
    let rows = (0..<30).map { "c\($0),n,100,\(101 + $0),,ja\n" }.joined()
    let bench = try WaakvlamBench.make(files: ["o.csv": Self.head + rows])
    try bench.run("waakvlam handover import o.csv")
    let shown = try bench.run("waakvlam handover show")
    #expect(
      shown.numbers("day") == [5, 10, 15, 20, 25] && near(shown.numbers("without").first, 25.0 / 30, within: 1e-9))
    #expect(shown.fact("before") == 0 && shown.words.contains("achtergehouden"))
    try bench.set("waakvlam.suppress-below", to: 0)
    let open = try bench.run("waakvlam handover show")
    #expect(open.numbers("day").count == 30 && open.words.contains("kleine aantallen worden getoond"))
  }

  // MARK: The plan

  @Test func `the form is empty, says what is ours, and no filled one comes in`() throws {
    let bench = try WaakvlamBench.make(files: [
      "p.csv": "plan,overdracht,signalen\n" + (1...12).map { "p\($0),ja,\($0 < 4 ? "ja" : "nee")\n" }.joined(),
      "vol.csv": "plan,overdracht\np1,belt de zus\n",
    ])
    let form = try bench.run("waakvlam plan form --to plan.txt")
    #expect(form.table?.rowCount == 14 && Set(form.texts("answer")) == [String(repeating: "_", count: 16)])
    let rows = zip(form.texts("element"), form.texts("what"))
    #expect(rows.filter { $0.1.hasSuffix("(onze lezing)") }.map(\.0) == ["signalen", "acties", "terugweg", "herzien"])
    #expect(try bench.text(of: "plan.txt").contains("Dit blad blijft bij de bewoner"))
    let audit = try bench.run("waakvlam plan audit p.csv")
    #expect(audit.numbers("has")[0] == 12 && audit.table?.column("has")?.withheld == [1: "<5"])
    #expect(audit.table?.column("share")?.withheld == [1: "•"] && bench.documents == "")
    #expect(bench.error("waakvlam plan audit vol.csv")?.code == "plan.item")
  }
}
