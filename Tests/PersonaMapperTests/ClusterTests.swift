import TestSupport
import Testing
import WorkbenchKit

@testable import PersonaMapper

/// From answers to personas, through lines.
@Suite struct ClusterTests {
  @Test func `coded needs in the long form become drafts with size, medoid, lift and counts`() throws {
    let bench = try Workbench("persona set use doelgroepenvervoer")
    let found = try bench.run("persona cluster behoeften.csv")
    #expect(found.fact("k") == 2 && found.fact("from_postcard") == 2 && found.fact("from_interview") == 2)
    let drafts = found.tables[0]
    #expect(drafts.column("size")?.numbers == [3, 3])
    #expect(drafts.column("stability")?.numbers?.allSatisfy { $0 > 0.9 } == true)
    let needs = found.tables[1]
    #expect(needs.column("need")?.texts == ["praatje", "tijd", "praatje", "tijd"])
    #expect(needs.column("count")?.numbers == [3, 3, 3, 3] && needs.column("lift")?.numbers == [2, 2, 2, 2])
    #expect(found.tables[2].columnNames == ["k", "silhouette"])
    #expect(found.words.contains("geen mens valt ermee samen"))
  }

  @Test func `a quantity with a decimal comma among words is a quantity`() throws {
    let rows = (0..<8).map { "r\($0);cijfer;\($0 < 4 ? 7 : 2),\($0)\nr\($0);vervoer;\($0 < 4 ? "fiets" : "bus")" }
    let bench = try Workbench(
      "persona set use doelgroepenvervoer",
      files: ["lang.csv": "respondent;need;value\n" + rows.joined(separator: "\n") + "\n"])
    let found = try bench.run("persona cluster lang.csv --k 2 --resamples 0")
    #expect(found.tables[0].column("size")?.numbers == [4, 4])
    #expect(!bench.document.contains("7,2") && !bench.document.contains("2,5"))
  }

  @Test func `quotes are kept and shown on purpose only, and who said something is not kept`() throws {
    let bench = try Workbench("persona set use doelgroepenvervoer", "persona cluster behoeften.csv --k 2 --resamples 0")
    #expect(!bench.document.contains("minuut") && !bench.document.contains("\"r1\""))
    let shown = try bench.run("persona cluster behoeften.csv --k 2 --resamples 0 --keep-quotes")
    #expect(shown.words.contains("“op de minuut weten waar ik aan toe ben”"))
    #expect(bench.document.contains("minuut") && !bench.document.contains("\"r1\""))
  }

  @Test func `a draft that is adopted keeps its trace`() throws {
    let bench = try Workbench(
      "persona set use doelgroepenvervoer", "persona cluster behoeften.csv --k 2 --resamples 0",
      "persona adopt concept-2 --name Gezellig")
    let list = try bench.run("persona list")
    #expect(list.texts("name").last == "Gezellig")
    #expect(list.texts("source").last == "behoeften.csv, pam k = 2, 3 van 6")
    #expect(bench.document.contains("\"rows\":[3,4,6]"))
    #expect(bench.error("persona adopt concept-2")?.code == "draft.unknown")
    try bench.run("persona adopt alle")
    #expect(try bench.run("persona list").table?.rowCount == 6)
  }

  @Test func `people are placed with the nearest persona, with a margin, and those near none are counted`() throws {
    let bench = try Workbench(
      "persona cluster behoeften.csv --k 2 --resamples 0",
      files: ["wie.csv": "naam,tijd,praatje,hulp\na,precies,nee,nee\nb,ruim,ja,ja\nc,nooit,soms,.\nd,.,.,.\n"])
    let placed = try bench.run("persona assign wie.csv")
    #expect(placed.texts("persona") == ["concept-1", "concept-2", "concept-1", ""])
    #expect(placed.table?.column("near")?[0] == .boolean(true) && placed.table?.column("near")?[2] == .boolean(false))
    #expect(placed.fact("near_none") == 2 && placed.fact("people") == 4)
    #expect(placed.numbers("margin")[0] > 0.5 && placed.words.contains("geen mens valt ermee samen"))
  }

  @Test func `mentions only: not naming a need is an answer, and that is said`() throws {
    let bench = try Workbench(files: [
      "kaartjes.csv": "respondent,need,value\na,rust,1\na,hulp,1\nb,rust,1\nc,lift,1\nd,lift,1\nd,hulp,1\n"
    ])
    let found = try bench.run("persona cluster kaartjes.csv --k 2 --resamples 0")
    #expect(found.words.contains("aanname") && found.tables[0].column("size")?.numbers == [2, 2])
  }

  @Test(arguments: ["pam", "kmodes", "average", "lca", "clara"])
  func `every method gives drafts, and the same ones again`(method: String) throws {
    let line = "persona cluster behoeften.csv --k 2 --resamples 5 --method \(method)"
    let (one, other) = (try Workbench(), try Workbench())
    #expect(try one.run(line) == other.run(line))
    #expect(one.document == other.document)
  }

  @Test(arguments: [
    ("naam,x\na,1\n", "", "cluster.few"), ("naam,x,y\na,1,z\nb,1,z\n", "", "cluster.constant"),
    ("naam,x\na,.\nb,.\n", "", "cluster.columns"), ("naam,x\na,1\nb,2\n", "--k 3", "cluster.k"),
    ("naam,x,y\na,1,.\nb,.,2\n", "--k 2", "cluster.few"),
    ("naam,x\na,1\nb,2\n", "--k 11", "argument.range"),
    ("naam,x\n", "", "table.empty"), ("naam,x\na,1\nb,2\n", "--columns y", "column.unknown"),
    ("naam,x\na,1\nb,2\n", "--id z", "column.unknown"), ("naam,x\na,1\na,2\n", "--id naam", "id.repeated"),
    ("respondent,need,value\na,rust,1\na,rust,2\n", "", "need.repeated"),
    ("respondent,need,value,source\na,rust,1,gerucht\n", "", "need.source"),
    ("respondent,need,value\n.,rust,1\n", "", "need.missing"),
    ("naam,mail,x\na,a@example.org,1\nb,b@example.org,2\n", "", "personal.found"),
    ("bsn,x\n111222333,1\n123456782,2\n", "", "personal.found"),
    ("naam,adres,x\na,1234 AB 12,1\nb,2345 BC 3,2\n", "", "personal.found"),
  ])
  func `what cannot be divided is named, and nothing is kept`(text: String, flags: String, code: String) throws {
    let bench = try Workbench(files: ["in.csv": text])
    #expect(bench.error("persona cluster in.csv \(flags)")?.code == code)
    #expect(bench.document.isEmpty)
  }

  @Test func `a column that names persons can be left out or get other names`() throws {
    let bench = try Workbench(files: ["in.csv": "mail,x,y\na@example.org,1,a\nb@example.org,9,b\nc@example.org,8,b\n"])
    #expect(try bench.run("persona cluster in.csv --drop mail --k 2 --resamples 0").fact("respondents_count") == 3)
    #expect(bench.error("persona cluster in.csv")?.wayOut?.nl.contains("--drop mail") == true)
  }

  @Test func `fifty thousand respondents are told to take samples`() throws {
    let rows = (0..<5_001).map { "\($0),\($0 % 3),\($0 % 2 == 0 ? "a" : "b")\n" }.joined()
    let bench = try Workbench(files: ["veel.csv": "id,x,y\n" + rows])
    #expect(bench.error("persona cluster veel.csv --k 2")?.suggestion == "--method clara")
    #expect(try bench.run("persona cluster veel.csv --k 2 --method clara --resamples 0").fact("k") == 2)
  }

  @Test func `Kano by feature and by persona`() throws {
    let bench = try Workbench(files: [
      "k.csv":
        "respondent,persona,feature,functional,dysfunctional\nr1,guus,bellen,1,5\nr2,guus,bellen,like,dislike\nr3,mildred,bellen,3,3\n"
    ])
    let found = try bench.run("persona kano k.csv")
    #expect(found.texts("persona") == ["guus", "mildred"] && found.texts("category") == ["O", "I"])
    #expect(found.numbers("better") == [1, 0] && found.numbers("worse") == [-1, 0])
    bench.file("fout.csv", "respondent,feature,functional,dysfunctional\nr1,a,leuker,3\n")
    #expect(bench.error("persona kano fout.csv")?.suggestion == "leuk")
  }

  @Test(.enabled(if: Places.hasRealData))
  func `the 908 carers of EUROFAMCARE, with their labels, fall into groups without a clear border`() throws {
    let bench = try Workbench()
    let folder = Places.realData ?? ""
    let found = try bench.run(
      "persona cluster \(folder)/efc_eurofamcare_908.csv --labels \(folder)/efc_labels.json --k auto --resamples 20")
    #expect(found.fact("respondents_count") == 908)
    #expect(found.words.contains("er is geen duidelijke indeling"))
    #expect((found.fact("unfit_share") ?? 0) > 0.05)
    let needs = try #require(found.tables[1].column("need")?.texts)
    #expect(needs.contains("do you feel trapped in your role as caregiver?") || needs.contains("elder's dependency"))
    let placed = try bench.run("persona assign \(folder)/efc_eurofamcare_908.csv")
    #expect(placed.fact("people") == 908 && (placed.fact("near_none_share") ?? 1) < 0.1)
  }
}
