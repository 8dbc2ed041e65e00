import Glibc
import TestSupport
import Testing
import WorkbenchKit

@Suite struct BranchTests {
  let folder = TemporaryFolder()
  private var path: String { folder("w.json") }

  private func json(_ lines: [String]) throws -> [JSON] {
    let run = run(lines)
    let objects = try run.output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
    try #require(objects.count == lines.count, "\(run.errors)")
    return objects
  }

  private func run(_ lines: [String], _ options: [String] = []) -> ChildProcess {
    Leerkring.run(["--json", "--safe", "-w", path] + options + lines.flatMap { ["-c", $0] })
  }

  @Test func `branch new, a change, branch diff main; branch use main shows the old value`() throws {
    let objects = try json([
      "set title Oud", "branch new warm", "set title Nieuw", "branch diff main", "branch use main", "set title",
      "branch diff warm",
    ])
    #expect(objects[3].rows == [["part": "about/title", "before": "Oud", "after": "Nieuw"]])
    #expect(objects[5].facts["title"] == "Oud")
    #expect(objects[6].rows == [["part": "about/title", "before": "Nieuw", "after": "Oud"]])
  }

  @Test func `branches and their steps are there in the next process, with save and without`() throws {
    _ = try json(["set title A", "branch new warm", "set title B", "set seed 7"])
    let objects = try json([
      "branch list", "set title", "undo 2", "set title", "history", "save", "branch use main", "set title", "history",
    ])
    #expect(objects[0].rows.map { $0["branch"]?.string } == ["main", "warm"])
    #expect(objects[0].rows.map { $0["current"]?.bool } == [false, true])
    #expect(objects[0].rows.map { $0["steps"]?.int } == [1, 3])
    #expect(objects[1].facts["title"] == "B")
    #expect(objects[3].facts["title"] == "A")
    #expect(objects[4].rows.map { $0["state"]?.string } == ["done", "undone", "undone"])
    #expect(objects[4].rows.allSatisfy { $0["state_label"]?.string == $0["state"]?.string })
    #expect(objects[7].facts["title"] == "A")
    #expect(objects[8].rows.count == 1)
    let again = try json(["branch use warm", "redo 2", "set title", "workspace show"])
    #expect(again[2].facts["title"] == "B")
    #expect(again[3].facts["branch"] == "warm")
  }

  @Test func `a copy that was thrown away leaves the file as it was, but for the count of operations`() throws {
    _ = try json(["set title A", "save"])
    func unsealed() -> [Substring]? {
      folder.text("w.json")?.split(separator: "\n").filter { !$0.contains("\"seal\"") }
    }
    let before = unsealed()
    _ = try json(["branch new warm", "branch use main", "branch drop warm", "save"])
    #expect(unsealed() == before?.map { $0 == "  \"serial\": 1," ? "  \"serial\": 4," : $0 })
  }

  @Test(arguments: [
    ("branch use wram", "branch.unknown"), ("branch diff wram", "branch.unknown"),
    ("branch drop wram", "branch.unknown"), ("branch new warm", "branch.exists"), ("branch new 'a b'", "branch.name"),
    ("branch drop warm", "branch.unsaved"), ("branch drop main", "branch.main"),
    ("compare main wram", "branch.unknown"),
    ("branch", "command.incomplete"), ("compare main warm --results nergens", "result.unknown"),
  ])
  func `what cannot be is refused with a place and a way out`(_ line: String, _ code: String) throws {
    _ = try json(["branch new warm", "set title B", "branch use main"])
    let refused = run([line])
    #expect(refused.code == 1)
    #expect(refused.errorObject?["code"]?.string == code)
    #expect(refused.errorObject?["column"]?.int != nil)
    if line.contains("wram") { #expect(refused.errorObject?["suggestion"]?.string == "warm") }
  }

  @Test func `a branch with steps of its own only goes with --discard, one without goes at once`() throws {
    _ = try json(["branch new warm", "branch new heet", "set title B", "branch use main"])
    #expect(run(["branch drop warm"]).code == 0)
    #expect(run(["branch drop heet"]).errorObject?["message"]?.string?.contains("1 step ") == true)
    #expect(run(["branch drop heet --discard"]).code == 0)
    #expect(try json(["branch list"])[0].rows.count == 1)
  }

  @Test func `for reading only branches are seen and not changed`() throws {
    _ = try json(["branch new warm", "set title B"])
    for line in ["branch new x", "branch use main", "branch drop main"] {
      #expect(run([line], ["--readonly"]).errorObject?["code"]?.string == "workspace.readonly")
    }
    #expect(run(["branch list", "branch diff main", "compare main warm"], ["--readonly"]).code == 0)
  }

  @Test func `the difference since saving is that of the branch`() throws {
    _ = try json(["set title A", "branch new warm", "set title B", "save"])
    #expect(try json(["set seed 7", "workspace diff"])[1].rows.map { $0["part"]?.string } == ["settings/seed"])
    #expect(try json(["branch use main", "workspace diff"])[1].rows.isEmpty)
  }

  @Test func `two branches' results stand side by side, rows by their names`() throws {
    folder.write("area,persons,note\nA,100,x\nB,0,y\nC,5,z\n", to: "one.csv")
    folder.write("area,persons,note\nC,5,z\nA,125,anders\nD,7,n\n", to: "two.csv")
    _ = try json([
      "let t = read \(folder("one.csv"))", "keep t", "let n = 4", "keep n", "branch new warm",
      "let t = read \(folder("two.csv"))", "keep t", "let n = 3", "keep n", "let extra = 1", "keep extra",
    ])
    let object = try json(["compare main warm"])[0]
    func row(_ result: String, _ row: JSON, _ column: String, _ figures: [JSON]) -> [String: JSON] {
      [
        "result": .string(result), "row": row, "column": .string(column), "a": figures[0], "b": figures[1],
        "difference": figures[2], "difference_percent": figures[3],
      ]
    }
    #expect(
      object.rows == [
        row("extra", .null, "extra", [.null, 1, .null, .null]),
        row("n", .null, "n", [4, 3, -1, -25]),
        row("t", "A", "persons", [100, 125, 25, 25]),
        row("t", "B", "persons", [0, .null, .null, .null]),
        row("t", "C", "persons", [5, 5, 0, 0]),
        row("t", "D", "persons", [.null, 7, .null, .null]),
      ])
    let texts = try #require(object.blocks("table").last)
    #expect(
      texts["rows"] == [
        ["t", "A", "note", "x", "anders"], ["t", "B", "note", "y", .null], ["t", "D", "note", .null, "n"],
      ])
    let changed = try json(["compare main warm --results n,t --changed | where row = \"A\" | select a,b"])[0]
    #expect(changed.rows == [["a": 100, "b": 125]])
    #expect(try json(["compare main warm --results n"])[0].rows.count == 1)
  }

  @Test func `rows without names are set side by side in their order, with a word of caution; --id names them`() throws
  {
    folder.write("kind,code,value\nx,1,10\nx,2,20\n", to: "one.csv")
    folder.write("kind,code,value\nx,2,21\nx,1,11\n", to: "two.csv")
    _ = try json([
      "let t = read \(folder("one.csv"))", "keep t", "branch new warm", "let t = read \(folder("two.csv"))", "keep t",
    ])
    let plain = try json(["compare main warm"])[0]
    #expect(plain.blocks("notice").map { $0["level"]?.string } == ["caution"])
    #expect(plain.rows.first?["row"] == "1")
    let named = try json(["compare main warm --id code"])[0]
    #expect(named.rows.map { $0["difference"]?.int } == [1, 1])
    #expect(run(["compare main warm --id kind"]).errorObject?["code"]?.string == "compare.rownames")
    #expect(run(["compare main warm --id kidn"]).errorObject?["suggestion"]?.string == "kind")
  }

  @Test func `the last answer is kept under a name, and which it was is said; a remark is no answer`() throws {
    folder.write("area,persons\nA,100\n", to: "one.csv")
    folder.write("area,persons\nA,125\n", to: "two.csv")
    let objects = try json([
      "read \(folder("one.csv"))", "set seed 7", "keep t --last", "branch new warm", "read \(folder("two.csv"))",
      "let n = 4", "keep t --last", "compare main warm", "why t | count",
    ])
    let words = objects[2].blocks("notice").first?["text"]?.string ?? ""
    #expect(words.contains("one.csv") && words.contains("'t'"), "\(words)")
    #expect(objects[7].rows.map { [$0["a"]?.int, $0["b"]?.int] } == [[100, 125]])
    let shown = try json(["keep t --last --as u", "show t", "results"].suffix(2).map { $0 })
    #expect(shown[0].rows == [["area": "A", "persons": 125]])
  }

  @Test func `without an answer there is none to keep, and a name that is not remembered is told how`() throws {
    #expect(run(["set seed 7", "keep t --last"]).errorObject?["code"]?.string == "result.missing")
    let error = run(["read \(folder.write("area,persons\nA,100\n", to: "one.csv"))", "keep t"]).errorObject
    #expect(error?["code"]?.string == "variable.unknown")
    #expect(error?["wayOut"]?.string?.contains("keep t --last") == true, "\(error ?? .null)")
  }

  @Test func `nothing kept is said, not shown as an empty page`() throws {
    let object = try json(["compare main main"])[0]
    #expect(object.rows.isEmpty)
    #expect(object.blocks("notice").count == 1)
  }
}
