import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import QualityMirror

/// Goals: what comes in, and what is told of them.
@Suite struct ArrangementTests {
  private static let good = "a,noord,wonen,rust,3,ja,,,,\n"

  @Test(arguments: [
    ("b,noord,wone,rust,3,ja,,,,", "domain.unknown", "wonen"), ("b,noord,wonen,rust,3,bijna,,,,", "goal.reached", nil),
    ("b,noord,wonen,rust,3,nee,te-kor,,,", "reason.unknown", "te-kort"),
    ("b,noord,wonen,rust,6,ja,,,,", "goal.needed", nil),
    ("b,noord,wonen,rust,2.5,ja,,,,", "goal.needed", nil), ("b,,wonen,rust,3,ja,,,,", "cell.empty", nil),
    ("b,noord,wonen,,3,ja,,,,", "cell.empty", nil), ("b,noord,wonen,rust,3,,,,,", "cell.empty", nil),
    ("b,noord,wonen,rust,3,nee,ander-domein-eerst,geld,,", "domain.unknown", nil),
    ("b,noord,wonen,rust,3,dels,,,,", "goal.reached", "deels"),
  ])
  func `what cannot be is one error with its row, and nothing is kept`(row: String, code: String, near: String?) throws
  {
    let bench = try MirrorBench.make(files: ["g.csv": MirrorBench.goalHead + Self.good + row + "\n"])
    let error = try #require(bench.error("spiegel arrangement import g.csv"))
    #expect(error.code == code && error.message.nl.hasPrefix("rij 2: "), "\(error)")
    if let near { #expect(error.suggestion == near, "\(error)") }
    #expect(bench.documents == "")
  }

  @Test(arguments: ["naam", "geboortedatum", "adres", "E-mail"])
  func `a column of a person stops the import`(name: String) throws {
    let text = "code,provider,domain,goal,reached,\(name)\na,noord,wonen,rust,ja,x\n"
    let bench = try MirrorBench.make(files: ["g.csv": text])
    #expect(bench.error("spiegel arrangement import g.csv")?.code == "personal.found")
    #expect(bench.documents == "")
  }

  @Test func `codes are pseudonyms, and the same goal once more replaces the earlier one`() throws {
    let bench = try MirrorBench.make(files: [
      "g.csv": MirrorBench.goalHead + Self.good + "k-17,noord,wonen,rust,3,nee,te-kort,,,\n"
    ])
    try bench.run("spiegel arrangement import g.csv")
    #expect(!bench.documents.contains("k-17"))
    bench.file(
      "h.csv", MirrorBench.goalHead + "k-17,noord,housing,rust,4,yes,,,,\nk-17,noord,wonen,koken,4,ja,te-kort,,,\n")
    try bench.set("spiegel.suppress-below", to: 0)
    let taken = try bench.run("spiegel arrangement import h.csv")
    #expect(taken.fact("read") == 2 && taken.fact("replaced") == 1)
    let records = try #require(try bench.document("arrangement", of: "qualitymirror")?["records"]?.array)
    #expect(records.count == 3 && records[1]["reached"] == .string("ja") && records[2]["why"] == nil)
  }

  @Test func `unknown never counts as no, and half counts half`() throws {
    let bench = try MirrorBench.make(
      showsAll: true, files: ["g.csv": MirrorBench.goalHead + MirrorBench.goals("noord", [6, 4, 2, 8])])
    try bench.run("spiegel arrangement import g.csv")
    #expect(near(try bench.run("spiegel arrangement show").fact("share"), 0.5))
    let half = try bench.run("spiegel arrangement show --half")
    #expect(
      near(half.fact("share"), 8.0 / 12, within: 1e-12) && near(half.numbers("share").first, 8.0 / 12, within: 1e-12))
    #expect(half.words.contains("67 % is gehaald: 8 van 12 doelen"))
    bench.file("g.csv", MirrorBench.goalHead + MirrorBench.goals("zuid", [0, 0, 0, 3]))
    let none = try MirrorBench.make(
      showsAll: true, files: ["g.csv": MirrorBench.goalHead + MirrorBench.goals("zuid", [0, 0, 0, 3])])
    try none.run("spiegel arrangement import g.csv")
    let shown = try none.run("spiegel arrangement show")
    #expect(shown.fact("share") == nil && shown.words.contains("Van geen doel is bekend"))
  }

  @Test func `the funnel is exact on either side of few, and silent below five`() {
    let share = GoalShare([29, 0, 1, 0], half: false)
    #expect(share.place(around: 0.9) == .within && share.funnel(around: 0.9).high <= 1)
    #expect(GoalShare([4, 0, 0, 9], half: false).place(around: 0.1) == .tooFew)
    #expect(GoalShare([5, 0, 0, 0], half: false).place(around: 0.1) == .high)
    #expect(GoalShare([5, 0, 0, 0], half: false).place(around: .nan) == nil)
    #expect(GoalShare([0, 0, 0, 0], half: false).share.isNaN)
  }

  @Test func `reasons by domain, which domain comes first, and the reasons in their order`() throws {
    let rows =
      MirrorBench.goals("noord", [9, 0, 8, 0], in: "wonen", why: "ander-domein-eerst", first: "inkomen")
      + MirrorBench.goals("oost", [9, 0, 6, 0], in: "wonen", why: "te-licht")
      + MirrorBench.goals("noord", [9, 0, 7, 0], in: "zorg", why: "")
    let bench = try MirrorBench.make(files: ["g.csv": MirrorBench.goalHead + rows])
    try bench.run("spiegel arrangement import g.csv")
    let why = try bench.run("spiegel arrangement why")
    let (reasons, firsts) = (try #require(why.matrices.first), try #require(why.matrices.last))
    #expect(
      reasons.rows.map(\.name) == ["wonen", "zorg"]
        && reasons.columns.map(\.name) == ["te-licht", "ander-domein-eerst", "onbekend"])
    #expect(reasons.cells.map { $0.map(\.number) } == [[6, 8, 0], [0, 0, 7]])
    #expect(firsts.rows.map(\.name) == ["wonen"] && firsts.cells[0][0].number == 8)
    let ordered = try bench.run("spiegel arrangement show --per why")
    #expect(
      ordered.texts("why") == ["ander-domein-eerst", "onbekend", "te-licht"] && ordered.numbers("goals") == [8, 7, 6])
  }

  @Test func `a reason of the circle's own is taken, and few of one are held back`() throws {
    let bench = try MirrorBench.make(
      ["spiegel reason add wachtlijst 'er was een wachtlijst'"],
      files: [
        "g.csv": MirrorBench.goalHead + MirrorBench.goals("noord", [9, 0, 3, 0], why: "wachtlijst")
          + MirrorBench.goals("oost", [9, 0, 8, 0], why: "te-licht")
          + MirrorBench.goals("west", [9, 0, 9, 0], why: "te-kort")
      ])
    try bench.run("spiegel arrangement import g.csv")
    let matrix = try #require(try bench.run("spiegel arrangement why").matrices.first)
    #expect(
      matrix.cells[0].compactMap { $0.lines.first?.text.nl }.sorted() == ["<5", "•"]
        && matrix.cells[0].compactMap(\.number) == [9])
    #expect(bench.error("spiegel reason add te-kort 'nog eens'")?.code == "reason.taken")
    #expect(bench.error("spiegel reason add x '\(String(repeating: "a", count: 201))'")?.code == "text.story")
  }

  @Test func `easier goals are marked where less was needed and more was reached`() throws {
    let rows =
      MirrorBench.goals("noord", [6, 0, 9, 0], needed: "4", period: "2025")
      + MirrorBench.goals("noord", [12, 0, 6, 0], needed: "2", period: "2026")
      + MirrorBench.goals("noord", [6, 0, 9, 0], in: "zorg", needed: "3", period: "2025")
      + MirrorBench.goals("noord", [9, 0, 6, 0], in: "zorg", needed: "4", period: "2026")
    let bench = try MirrorBench.make(files: ["g.csv": MirrorBench.goalHead + rows])
    try bench.run("spiegel arrangement import g.csv")
    let shown = try bench.run("spiegel arrangement show --per period")
    #expect(
      shown.texts("period") == ["2025", "2025", "2026", "2026"]
        && shown.texts("domain") == ["wonen", "zorg", "wonen", "zorg"])
    #expect(shown.words.contains("meer gehaald: wonen (2025 → 2026); kijk of") && !shown.words.contains("zorg (2025"))
  }

  @Test func `by persona, with the caution that it is no group of people`() throws {
    let rows =
      MirrorBench.goals("noord", [9, 0, 6, 0], persona: "guus")
      + MirrorBench.goals("noord", [5, 0, 6, 0], persona: "mildred")
    let bench = try MirrorBench.make(files: ["g.csv": MirrorBench.goalHead + rows])
    #expect(try bench.run("spiegel arrangement persona").words.contains("nog geen doelen"))
    try bench.run("spiegel arrangement import g.csv")
    let shown = try bench.run("spiegel arrangement persona")
    #expect(shown.texts("persona") == ["guus", "mildred"] && near(shown.numbers("share")[0], 0.6))
    #expect(shown.words.contains("geen groep mensen"))
  }
}
