import Testing
import WorkbenchKit

/// Figures of tables of persons: few are held back, and what would tell of few over several lines.
@Suite struct PersonTests {
  private let lines: TableLines

  /// Forty persons in two districts, of whom three of the first are over 80.
  init() throws {
    let rows = (1...40).map { number in
      "r\(number);\(number <= 20 ? "Noord" : "Zuid");\(number <= 3 || number > 34 ? "80+" : "65-79");\(number)"
    }
    lines = try TableLines([
      "mensen.csv": (["respondent;wijk;klasse;uren"] + rows).joined(separator: "\n") + "\n",
      "klanten.csv": "naam;wijk\nA;Noord\nB;Noord\n",
      "winkels.csv": "kind;wijk\nbakker;Noord\nslager;Noord\n",
    ])
  }

  private func notices(_ line: String) throws -> Int { try lines.notices(line).count { $0.contains("held back") } }

  @Test func `groups below the least are held back with all their figures, and it is said`() throws {
    #expect(
      try lines.table("read mensen.csv | group wijk klasse --sum uren --mean uren --count uren")
        == [
          "wijk klasse sum_uren mean_uren count_uren", "Noord 80+ • • <5", "Noord 65-79 204 12 17",
          "Zuid 65-79 385 27.5 14",
          "Zuid 80+ 225 37.5 6",
        ])
    #expect(try notices("read mensen.csv | group wijk klasse") == 1)
  }

  @Test func `two lines whose difference is a small group: the later one is held back`() throws {
    #expect(try lines.table("read mensen.csv | group wijk") == ["wijk count", "Noord 20", "Zuid 20"])
    // 17 of 20 in Noord gives the three of 80 and over there.
    #expect(
      try lines.table("read mensen.csv | where klasse = '65-79' | group wijk") == ["wijk count", "Noord •", "Zuid 14"])
    #expect(
      try lines.notices("read mensen.csv | where klasse = '65-79' and wijk = 'Noord' | group wijk --sum uren")
        == [
          "• is held back: with what this session has shown of this file already a count below 5 would follow from it"
        ])
  }

  @Test func `it makes no difference in what order, under what name, or in what form it is asked`() throws {
    _ = try lines.output("let p = read mensen.csv")
    _ = try lines.output("let g = $p | where klasse = '65-79' | rename wijk gebied | group gebied")
    #expect(try lines.table("$g") == ["gebied count", "Noord 17", "Zuid 14"])
    #expect(try lines.table("$p | sort uren desc | group wijk") == ["wijk count", "Zuid 20", "Noord •"])
    guard case .facts(let count)? = try lines.output("$p | where wijk = 'Noord' | count").blocks.first else {
      Issue.record("no count")
      return
    }
    #expect(count["count"] == .text("•"))
    #expect(
      try lines.table("read mensen.csv | pivot klasse --values uren --rows wijk --using count")
        == ["wijk 80+ 65-79", "Noord <5 17", "Zuid 6 14"])
  }

  @Test func `no later stage can pick, sort or add up what is held back`() throws {
    let grouped = "read mensen.csv | group wijk klasse"
    #expect(try lines.table("\(grouped) | where count = 3") == ["wijk klasse count"])
    #expect(
      try lines.table("\(grouped) | derive d = count * 2 | where klasse = '80+' | select d") == ["d", ".", "12"])
    #expect(try lines.table("\(grouped) | group wijk --sum count") == ["wijk sum_count", "Noord x", "Zuid 20"])
    #expect(try lines.table("\(grouped) | sort count desc | top 1") == ["wijk klasse count", "Noord 65-79 17"])
  }

  @Test func `rows that are repeated or kept are still the same persons`() throws {
    _ = try lines.output("let k = read mensen.csv | where wijk = 'Noord'")
    #expect(try lines.table("$k | unpivot uren --name wat --value w | group wijk") == ["wijk count", "Noord 20"])
    #expect(
      try lines.table("$k | join winkels.csv --on wijk | where klasse = '65-79' | group wijk")
        == ["wijk count", "Noord •"])
  }

  @Test(arguments: [
    ("read klanten.csv --pseudonymise naam", true), ("read klanten.csv", false),
    ("read klanten.csv --persons yes", true),
    ("read winkels.csv", false), ("read mensen.csv --persons no", false), ("read mensen.csv --drop respondent", true),
    ("read mensen.csv", true),
  ])
  func `which tables are of persons`(line: String, isOfPersons: Bool) throws {
    #expect(try (lines.output(line).table?.persons != nil) == isOfPersons)
    #expect(
      try lines.table("\(line) | where wijk = 'Noord' | top 2 | group wijk") == [
        "wijk count", isOfPersons ? "Noord <5" : "Noord 2",
      ])
  }

  @Test func `a least of 0 holds nothing back`() throws {
    try lines.session.apply(
      .step(.init(line: "test", time: ""), changes: [PartName(.settings, "wzw.suppress-below"): Part(.number(0))]))
    #expect(try lines.table("read mensen.csv | where uren < 3 | group wijk") == ["wijk count", "Noord 2"])
  }
}
