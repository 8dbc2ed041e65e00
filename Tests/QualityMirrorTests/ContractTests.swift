import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import QualityMirror

/// The lines that were promised, to the digits given.
@Suite struct ContractTests {
  @Test func `fourteen of twenty goals reached`() throws {
    let bench = try MirrorBench.make(files: ["g.csv": MirrorBench.goalHead + MirrorBench.goals("noord", [14, 0, 6, 0])])
    try bench.run("spiegel arrangement import g.csv")
    let shown = try bench.run("spiegel arrangement show")
    #expect(near(shown.numbers("share").first, 0.7) && near(shown.fact("share"), 0.7))
    #expect(near(shown.numbers("low").first, 0.4810272) && near(shown.numbers("high").first, 0.8545228))
    #expect(near(shown.fact("low"), 0.4810272) && near(shown.fact("high"), 0.8545228))
    #expect(shown.words.contains("70 % is gehaald: 14 van 20 doelen waarvan het bekend is"))
  }

  @Test func `funnel at .6: high, low, and within where few are expected`() throws {
    let parts = [
      ("noord", [45, 0, 15, 0]), ("oost", [12, 0, 18, 0]), ("west", [5, 0, 1, 0]), ("zuid", [28, 0, 26, 0]),
    ]
    let bench = try MirrorBench.make(
      showsAll: true,
      files: ["g.csv": MirrorBench.goalHead + parts.map { MirrorBench.goals($0.0, $0.1) }.joined()])
    try bench.run("spiegel arrangement import g.csv")
    // All together are at .6, so the target is no more than said once again.
    for line in ["spiegel arrangement show", "spiegel arrangement show --per provider --target .6"] {
      let shown = try bench.run(line)
      #expect(near(shown.fact("share"), 0.6))
      #expect(shown.texts("funnel") == ["high", "low", "within", "within"])
      #expect(near(shown.numbers("share")[0], 0.75) && near(shown.numbers("funnel_high")[0], 0.7239590))
      #expect(near(shown.numbers("share")[1], 0.4) && near(shown.numbers("funnel_low")[1], 0.4246955))
      #expect(near(shown.numbers("share")[2], 5.0 / 6))
      #expect(near(shown.numbers("funnel_low")[2], 0.0945095) && near(shown.numbers("funnel_high")[2], 0.9106939))
      #expect(shown.charts.first?.series.count == 3)
    }
  }

  @Test func `fifty-one of two hundred clients to hear`() throws {
    let found = try MirrorBench.make().run("spiegel audit plan --clients 200 --prevalence .05 --sure .95")
    #expect(found.fact("hear") == 51 && near(found.fact("sure"), 0.9513792, within: 1e-7))
    #expect((found.fact("below") ?? 1) < 0.95)
  }

  @Test func `two auditors, 20 both yes, 5, 10, 15 both no`() throws {
    let bench = try MirrorBench.make(files: ["a.csv": MirrorBench.judgements([20, 5, 10, 15])])
    try bench.run("spiegel audit import a.csv")
    let found = try bench.run("spiegel audit agree")
    #expect(near(found.fact("kappa"), 0.4) && near(found.fact("observed"), 0.7) && near(found.fact("by_chance"), 0.5))
    #expect(found.numbers("both") == [20] && found.numbers("one") == [15] && found.numbers("none") == [15])
    #expect(near(found.numbers("kappa").first, 0.4))
  }

  @Test func `sixty cases, 13 milder and 4 stricter`() throws {
    let cases = MirrorBench.caseHead + MirrorBench.cases("hulp", [13, 4, 43, 0, 0])
    let bench = try MirrorBench.make(showsAll: true, files: ["z.csv": cases])
    try bench.run("spiegel opinion import z.csv")
    let shown = try bench.run("spiegel opinion show")
    #expect(near(shown.fact("otherwise"), 0.2833333) && near(shown.fact("low"), 0.1850683))
    #expect(near(shown.fact("high"), 0.4076729) && near(shown.fact("p_exact"), 0.0490417))
    #expect(shown.numbers("milder") == [13] && shown.numbers("stricter") == [4] && shown.numbers("cases") == [60])
    #expect(near(shown.numbers("otherwise").first, 0.2833333))
    #expect(
      shown.words.contains("anders besloten: 17 van 60 (") && shown.words.contains("kleine aantallen worden getoond"))
  }

  @Test func `by default the four are held back, with all that they would follow from`() throws {
    let cases = MirrorBench.caseHead + MirrorBench.cases("hulp", [13, 4, 43, 0, 0])
    let bench = try MirrorBench.make(files: ["z.csv": cases])
    try bench.run("spiegel opinion import z.csv")
    let shown = try bench.run("spiegel opinion show")
    #expect(
      shown.table?.column("stricter")?.withheld == [0: "<5"] && shown.table?.column("milder")?.withheld == [0: "•"])
    for name in ["otherwise", "low", "high"] { #expect(shown.table?.column(name)?.withheld == [0: "•"], "\(name)") }
    for name in ["otherwise", "low", "high", "p_exact", "milder", "stricter"] {
      #expect(shown.facts[name] == .missing, "\(name)")
    }
    #expect(shown.fact("cases") == 60 && !shown.words.contains("17") && !shown.words.contains("13"))
  }

  @Test func `Enschede: two hundred of about four hundred`() throws {
    let found = try MirrorBench.make().run("spiegel cases enschede")
    #expect(found.numbers("count") == [200] && found.numbers("of") == [400] && near(found.numbers("share").first, 0.5))
    #expect(near(found.numbers("low").first, 0.4512345) && near(found.numbers("high").first, 0.5487655))
    #expect(found.texts("about") == ["ongeveer"] && found.texts("figure").first?.contains("ongeveer 400") == true)
  }

  @Test func `a story stops the import, and nothing is kept`() throws {
    let story = String(repeating: "zij vertelde ", count: 23) + "x"
    #expect(story.count == 300)
    let files = [
      "v.csv": "case_code,kind,decision,panel,verhaal\nz1,hulp,af,toe,\(story)\n",
      "g.csv": "code,provider,domain,goal,reached,verhaal\nc,noord,wonen,doel,ja,\(story)\n",
      "a.csv": "place,auditor,norm,score,verhaal\np,a,n,ja,\(story)\n",
    ]
    for line in ["opinion import v.csv", "arrangement import g.csv", "audit import a.csv"] {
      let bench = try MirrorBench.make(files: files)
      let error = try #require(bench.error("spiegel \(line)"))
      #expect(error.code == "text.story" && error.suggestion == "--drop verhaal", "\(error)")
      #expect(bench.documents == "")
      try bench.run("spiegel \(line) --drop verhaal")
      #expect(!bench.documents.contains("vertelde") && bench.documents != "")
    }
  }
}
