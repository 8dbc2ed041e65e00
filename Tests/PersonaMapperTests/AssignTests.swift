import Files
import TestSupport
import Testing
import WorkbenchKit

@testable import PersonaMapper

/// People beside personas: one distance each, whoever else is in the file.
@Suite struct AssignTests {
  private static let train =
    "id,leeftijd,hulp\n" + [60, 62, 64, 66].map { "\($0),\($0),ja\n" }.joined()
    + [80, 82, 84, 86].map { "\($0),\($0),nee\n" }.joined()

  private func assigned(_ rows: String, after lines: String..., train: String = train) throws -> Output {
    let bench = try Workbench(files: ["train.csv": train, "wie.csv": rows])
    for line in lines { try bench.run(line) }
    return try bench.run("persona assign wie.csv")
  }

  @Test(arguments: [
    "x,70,ja\n", "x,70,ja\ny,61,ja\nz,85,nee\n", "x,70,ja\ny,5,nee\nz,140,nee\n", "y,zestig,ja\nx,70,ja\n",
    "x,70,ja\ny,,\n",
  ])
  func `the distance of somebody is the same whoever else is there`(rows: String) throws {
    let placed = try assigned("id,leeftijd,hulp\n" + rows, after: "persona cluster train.csv --k 2 --resamples 0")
    let row = try #require(placed.texts("id").firstIndex(of: "x"))
    // (70 - 62) / (86 - 60), and the same help: half of it.
    #expect(abs(placed.numbers("distance")[row] - 8.0 / 26 / 2) < 1e-12)
    #expect(placed.texts("persona")[row] == "concept-1")
  }

  @Test func `the ranges go with the personas into the next session, and older personas say that they have none`()
    throws
  {
    let bench = try Workbench("persona set new s --theme s", files: ["train.csv": Self.train])
    try bench.run("persona cluster train.csv --k 2 --resamples 0")
    try bench.run("persona adopt alle")
    bench.file("wie.csv", "id,leeftijd,hulp\nx,70,ja\n")
    let placed = try bench.run("persona assign wie.csv")
    #expect(abs(placed.numbers("distance")[0] - 8.0 / 26 / 2) < 1e-12)
    #expect(!placed.words.contains("bewaren geen bereik"))
    // What a workspace of before holds: no ranges.
    let old = PersonaTrace(
      file: "a.csv", sha256: "", method: "pam", k: 1, rowCount: 2, rows: [1], medoid: 1, silhouette: nil,
      stability: nil,
      needs: [], profile: ["leeftijd": "62"])
    var persona = Persona(id: "oud", name: .verbatim("oud"))
    persona.trace = old
    persona.trace?.numbers = ["leeftijd"]
    var set = PersonaSet(id: "t", theme: .verbatim("t"))
    set.personas = [persona]
    bench.file("t.json", set.json.canonical)
    try bench.run("persona import t.json")
    #expect(try bench.run("persona assign wie.csv").words.contains("bewaren geen bereik"))
  }

  @Test func `what lies outside of the survey, or is no number where it asked for one, is said`() throws {
    let placed = try assigned(
      "id,leeftijd,hulp\nx,200,ja\ny,zestig,nee\nz,1,ja\n", after: "persona cluster train.csv --k 2 --resamples 0")
    #expect(placed.words.contains("leeftijd (2×, 60 – 86)") && placed.words.contains("geen getal of trede"))
    // 200 counts as 86, 1 as 60.
    #expect(abs(placed.numbers("distance")[0] - 24.0 / 26 / 2) < 1e-12)
    #expect(abs(placed.numbers("distance")[2] - 2.0 / 26 / 2) < 1e-12)
    #expect(placed.numbers("distance")[1] == 0)
  }

  @Test func `it is said that this is not for decisions on persons`() throws {
    let words = try assigned(
      "id,leeftijd,hulp\nx,70,ja\n", after: "persona cluster train.csv --k 2 --resamples 0"
    ).words
    #expect(words.contains("niet voor besluiten over personen"))
  }

  @Test func `mentions are mentions for one person too`() throws {
    let train =
      "respondent,need,value\n" + ["a,eten,1", "b,eten,1", "c,was,1", "d,was,1", "d,tuin,1"].joined(separator: "\n")
    let alone = try assigned(
      "respondent,need,value\nx,eten,1\n", after: "persona cluster train.csv --k 2 --resamples 0", train: train)
    let together = try assigned(
      "respondent,need,value\nx,eten,1\ny,was,1\nz,tuin,1\n", after: "persona cluster train.csv --k 2 --resamples 0",
      train: train)
    #expect(alone.numbers("distance")[0] == together.numbers("distance")[0])
    #expect(alone.texts("persona")[0] == together.texts("persona")[0])
  }

  @Test(.enabled(if: Places.hasCases)) func `sixty respondents lie as far alone as together`() throws {
    let cases = try #require(Places.cases)
    let bench = try Workbench()
    let bytes = try DiskFiles(folder: cases + "/exchange").bytes(of: "lik.csv")
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
    try bench.run("persona cluster '\(cases)/exchange/lik.csv' --k 3 --resamples 0")
    bench.file("samen.csv", lines[0...60].joined(separator: "\n") + "\n")
    let together = try bench.run("persona assign samen.csv")
    #expect(together.texts("id").count == 60)
    for row in 0..<60 {
      bench.file("alleen.csv", lines[0] + "\n" + lines[row + 1] + "\n")
      let alone = try bench.run("persona assign alleen.csv --id id")
      #expect(alone.texts("persona")[0] == together.texts("persona")[row], "row \(row)")
      #expect(alone.numbers("distance")[0] == together.numbers("distance")[row], "row \(row)")
    }
  }

  @Test(.enabled(if: Places.hasCases)) func `of two clouds far apart nobody fits nowhere, and who lies between does`()
    throws
  {
    let cases = try #require(Places.cases)
    let bench = try Workbench()
    let found = try bench.run("persona cluster '\(cases)/exchange/clear.csv' --k 2 --resamples 0")
    #expect(found.fact("unfit_share") == 0)
    let placed = try bench.run("persona assign '\(cases)/exchange/clear.csv'")
    #expect(placed.fact("near_none") == 0)
    bench.file("tussen.csv", "id,a,b\nx,51,49.5\ny,0,100\nz,1,1\n")
    let between = try bench.run("persona assign tussen.csv")
    #expect(between.table?.column("near")?.storage == .booleans([false, false, true]))
  }
}
