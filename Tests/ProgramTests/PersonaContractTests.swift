import TestSupport
import Testing
import WorkbenchKit

/// The persona mapper through the program, loaded by the same door as anyone's.
@Suite struct PersonaContractTests {
  private let folder = TemporaryFolder()
  private var state: [String: String] { ["XDG_STATE_HOME": folder("state")] }

  init() { folder.write(ExampleSheets.files["behoeften.csv"] ?? "", to: "behoeften.csv") }

  private func run(_ lines: [String], _ options: [String] = []) -> ChildProcess {
    Leerkring.run(options + lines.flatMap { ["-c", $0] }, environment: state, folder: folder.path)
  }

  private func json(_ lines: [String], _ options: [String] = []) throws -> [JSON] {
    try run(lines, ["--json"] + options).output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
  }

  @Test func `the shipped set of the contract has four rows with name, x, y and source`() throws {
    let rows = try #require(try json(["persona set use doelgroepenvervoer", "persona list"]).last).rows
    #expect(rows.compactMap { $0["name"]?.string } == ["Guus", "Ravi", "Ilse", "Mildred"])
    for row in rows { for name in ["x", "y", "source"] { #expect(row[name]?.string?.isEmpty == false) } }
  }

  @Test func `a journey that goes out as CJML comes back byte for byte into an empty workspace`() {
    let made = run(
      [
        "persona set use doelgroepenvervoer", "journey new rit --persona guus --title 'Guus gaat <ver>'",
        "journey step rit boeken 'belt de centrale' --channel telephone --feeling -1 --owner vervoerder --as both",
        "journey step rit rit 'rijdt & praat' --feeling 2 --truth --pain 'te \"warm\"'",
        "journey export --to cjml rit.cjml", "journey show",
      ], ["-w", "een.json"])
    #expect(made.code == 0, "\(made.errors)")
    let shown = run(["journey show"], ["-w", "een.json"])
    let taken = run(["journey import rit.cjml"], ["-w", "twee.json"])
    #expect(taken.code == 0, "\(taken.errors)")
    #expect(run(["journey show"], ["-w", "twee.json"]).output == shown.output && !shown.output.isEmpty)
    #expect(
      run(["journey show"], ["-w", "twee.json", "--json"]).output
        == run(["journey show"], ["-w", "een.json", "--json"]).output)
  }

  @Test(arguments: [
    "persona cluster bsn.csv", "persona assign bsn.csv", "persona kano bsn.csv", "persona import bsn.csv",
    "journey import bsn.csv", "read bsn.csv | cluster pam --k 2",
  ])
  func `a column of citizen numbers is refused with its count, and nothing of it is anywhere`(line: String) {
    let numbers = ["111222333", "123456782", "999990019"]
    folder.write("nr,stage,doing,name\n" + numbers.map { "\($0),a,b,c\n" }.joined(), to: "bsn.csv")
    let run = run(
      ["persona set use doelgroepenvervoer", line, "set title na", "save"],
      ["-w", "w.json", "--log", "log.lk", "--bail", "off", "--echo"])
    #expect(
      run.errors.contains("personal.found") && run.errors.contains("'nr'") && run.errors.contains("3 times"),
      "\(run.errors)")
    for number in numbers {
      #expect(!run.output.contains(number) && !run.errors.contains(number))
      for (path, bytes) in folder.everything() where path != "bsn.csv" {
        #expect(!String(decoding: bytes, as: UTF8.self).contains(number), "\(number) stands in \(path)")
      }
    }
  }

  @Test func `every change is a step that can be undone and done again`() throws {
    let lines = [
      "persona set use doelgroepenvervoer", "persona move guus 0.5 0.5", "journey new rit", "moment add val",
      "persona cluster behoeften.csv --k 2 --resamples 0", "arrangement new Noord --weights guus=1",
    ]
    let whole = try json(
      lines + ["undo 6", "persona set list", "redo 6", "arrangement list", "persona list"], ["-w", "w.json"])
    #expect(whole.allSatisfy { $0["ok"]?.bool == true })
    let sets = whole[whole.count - 4].rows
    #expect(sets.allSatisfy { $0["current"]?.bool == false })
    #expect(whole[whole.count - 2].rows.count == 1)
    #expect(whole[whole.count - 1].rows.first?["x"]?.string == "0.50")
  }

  @Test func `why finds the way back to the answers and the methods`() throws {
    let kept = run(["let d = persona cluster behoeften.csv --k 2", "keep d", "why d"], ["-w", "w.json"])
    #expect(kept.code == 0, "\(kept.errors)")
    for word in ["behoeften.csv", "Hennig", "Gower"] { #expect(kept.output.contains(word), "\(word): \(kept.output)") }
  }

  @Test(.enabled(if: Places.hasRealData))
  func `908 carers are divided by the program, and again to the same bytes`() {
    let line =
      "read '\(Places.realData ?? "")/efc_eurofamcare_908.csv' | cluster pam --k auto | select cluster silhouette | to csv"
    let (one, other) = (run([line]), run([line]))
    #expect(one.code == 0 && one.output == other.output && one.output.hasPrefix("cluster,silhouette\n"))
  }
}
