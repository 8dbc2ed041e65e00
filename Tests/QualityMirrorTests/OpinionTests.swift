import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import QualityMirror

/// Second opinions: what comes in, and what is learned.
@Suite struct OpinionTests {
  private static let good = "z1,hulp,af,toe,5,2,2,3\n"

  @Test(arguments: [
    ("z2,hulp,ja,toe,5,2,2,3", "opinion.decision"), ("z2,hulp,verdeeld,toe,5,2,2,3", "opinion.decision"),
    ("z2,hulp,af,to,5,2,2,3", "opinion.panel"), ("z2,hulp,af,toe,-1,2,2,3", "vote.count"),
    ("z2,hulp,af,toe,1.5,2,2,3", "vote.count"),
    ("z2,hulp,af,toe,5,2,0,3", "trust.range"), ("z2,hulp,af,toe,5,2,2,6", "trust.range"),
    ("z2,,af,toe,5,2,2,3", "cell.empty"),
    (",hulp,af,toe,5,2,2,3", "cell.empty"),
  ])
  func `what cannot be is one error with its row, and nothing is kept`(row: String, code: String) throws {
    let bench = try MirrorBench.make(files: ["z.csv": MirrorBench.caseHead + Self.good + row + "\n"])
    let error = try #require(bench.error("spiegel opinion import z.csv"))
    #expect(error.code == code && error.message.nl.hasPrefix("rij 2: "), "\(error)")
    #expect(bench.documents == "")
  }

  @Test func `codes are pseudonyms, and no story of a case is kept`() throws {
    let bench = try MirrorBench.make(files: [
      "z.csv": "case_code,kind,decision,panel,opmerking\nzaak-17,hulp,af,toe,kort\n"
    ])
    let taken = try bench.run("spiegel opinion import z.csv")
    #expect(taken.words.contains("niet bewaard: kolom 'opmerking'"))
    #expect(!bench.documents.contains("zaak-17") && !bench.documents.contains("kort"))
  }

  @Test func `milder and stricter go by how much is granted, and a panel without votes is unknown`() {
    func outcome(_ decision: Verdict, _ panel: Verdict?, _ votes: (Int?, Int?) = (nil, nil)) -> PanelOutcome {
      PanelCase(code: "z", kind: "k", decision: decision, panel: panel, votes: votes, trust: (nil, nil)).outcome
    }
    #expect(
      outcome(.refused, .partly) == .milder && outcome(.partly, .granted) == .milder
        && outcome(.refused, .granted) == .milder)
    #expect(
      outcome(.granted, .partly) == .stricter && outcome(.partly, .refused) == .stricter
        && outcome(.partly, .partly) == .same)
    #expect(outcome(.refused, .divided) == .divided && outcome(.refused, nil) == .unknown)
    #expect(outcome(.refused, .granted, (0, 0)) == .unknown && outcome(.refused, .granted, (1, 0)) == .milder)
  }

  @Test func `how far a panel is of one mind: A over for, nothing and against`() throws {
    let bench = try MirrorBench.make(
      showsAll: true,
      files: [
        "z.csv": MirrorBench.caseHead + "z1,hulp,af,toe,6,0,,\nz2,hulp,af,toe,5,3,,\nz3,hulp,af,verdeeld,4,4,,\n"
      ])
    try bench.run("spiegel opinion import z.csv")
    // 1, 1 - 4 · 3 / 8 and -1.
    #expect(near(try bench.run("spiegel opinion show").numbers("agreement").first, (1 - 0.5 - 1) / 3, within: 1e-12))
  }

  @Test func `a view that does not fit the votes is said, once and without a number`() throws {
    let bench = try MirrorBench.make(files: [
      "z.csv": MirrorBench.caseHead + "z1,hulp,af,verdeeld,6,0,,\nz2,hulp,af,toe,5,5,,\n"
    ])
    #expect(try bench.run("spiegel opinion import z.csv").words.contains("past het oordeel bij de stemmen"))
  }

  @Test func `a kind where the panel is milder in more than half, and not by chance, is put forward`() throws {
    let cases =
      MirrorBench.cases("hulp", [16, 0, 4 + 1, 0, 0]) + MirrorBench.cases("vervoer", [6, 0, 5, 0, 0])
      + MirrorBench.cases("wonen", [5, 0, 20, 0, 0])
    let bench = try MirrorBench.make(files: ["z.csv": MirrorBench.caseHead + cases])
    #expect(try bench.run("spiegel opinion learn").words.contains("nog geen zaken"))
    try bench.run("spiegel opinion import z.csv")
    let learned = try bench.run("spiegel opinion learn --theme toegang")
    #expect(
      learned.texts("kind") == ["hulp"]
        && learned.texts("because") == ["milder in 16 van 21 zaken (95 % zeker tussen 55 en 89 %)"])
    #expect(learned.texts("text").first?.hasPrefix("toegang: waarom vindt het inwonerspanel") == true)
    #expect(learned.texts("line").first?.hasSuffix("--from spiegel:hulp") == true)
    // Three quarters of eight are more than half, and may be chance.
    let few = try MirrorBench.make(
      showsAll: true, files: ["z.csv": MirrorBench.caseHead + MirrorBench.cases("hulp", [6, 0, 2, 0, 0])])
    try few.run("spiegel opinion import z.csv")
    #expect(try few.run("spiegel opinion learn").words.contains("overtuigend milder"))
  }

  @Test func `a panel is no court`() throws {
    let bench = try MirrorBench.make(files: [
      "z.csv": MirrorBench.caseHead + MirrorBench.cases("hulp", [9, 0, 9, 0, 0])
    ])
    try bench.run("spiegel opinion import z.csv")
    #expect(try bench.run("spiegel opinion show").words.contains("een panel is geen rechter"))
  }
}
