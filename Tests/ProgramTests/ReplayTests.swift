import Files
import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

/// A saved workspace becomes its notebook, and its steps are run anew.
@Suite struct ReplayTests {
  private let folder = TemporaryFolder()

  init() {
    folder.folder("ws")
    folder.folder("ws/data")
    folder.folder("elders")
    folder.write("code;waarde\na;1\nb;2\n", to: "ws/data/blad.csv")
    folder.write("code;waarde\na;5\nb;6\n", to: "elders/ver.csv")
  }

  private func run(_ lines: String, workspace: String = "ws/w.json", in place: String = "") -> ChildProcess {
    Leerkring.run(
      ["--lang", "nl", "-w", folder(workspace)], input: lines, environment: ["XDG_STATE_HOME": folder("state")],
      folder: place.isEmpty ? folder.path : folder(place))
  }

  private func replay(_ words: String) throws -> JSON {
    let run = Leerkring.run(
      ["--json", "-c", "workspace replay \(words)"], environment: ["XDG_STATE_HOME": folder("state")],
      folder: folder.path)
    guard run.code == 0 else { return run.errorObject ?? .null }
    return try JSONReader.parse(String(run.output.split(separator: "\n").last ?? ""))
  }

  private func workspace(_ path: String) throws -> Workspace {
    try Keeper.open(folder(path), readOnly: true).workspace
  }

  /// Saves the notebook of a reopened workspace, runs it in an empty one beside it, and returns what is otherwise there.
  private func differences(_ more: String = "") throws -> [String] {
    let saved = run("notebook save ws/n.md \(more)\n")
    #expect(saved.code == 0, "\(saved.errors)")
    let ran = Leerkring.run(
      ["notebook", "run", "ws/n.md", "-w", folder("ws/leeg.json")], environment: ["XDG_STATE_HOME": folder("state")],
      folder: folder.path)
    #expect(ran.code == 0, "\(ran.output)\(ran.errors)\(folder.text("ws/n.md") ?? "")")
    let (old, new) = (try workspace("ws/w.json"), try workspace("ws/leeg.json"))
    #expect(old.branchNames == new.branchNames && old.branch == new.branch)
    for (name, branch) in old.branches {
      #expect(branch.log.done.map(\.record.line) == new.branches[name]?.log.done.map(\.record.line), "\(name)")
    }
    return StateDifference.all(of: old, from: new).map { "\($0.branch): \($0.part.text)" }
  }

  private static let work = """
    let rij = 1
    alias lees1 read
    let t = lees1 data/blad.csv | \\
      where waarde > $rij
    keep t
    let u = read ../elders/ver.csv | sort waarde desc
    bewaar u
    branch new warm
    set title Warm
    read data/blad.csv | count
    keep aantal --last
    branch use main
    set title Een
    let rij = 2
    let t = read 'data/blad.csv' | where waarde < $rij
    set seed 7
    keep t --as laag

    """

  @Test func `the notebook of a reopened workspace gives the same state in an empty one`() throws {
    #expect(run(Self.work + "save\n", in: "ws").code == 0)
    #expect(try differences() == [])
    #expect(try replay("ws/w.json").facts["equal"] == true)
  }

  @Test func `what was undone is left out, and what was done again is there`() throws {
    let lines =
      "let x = 1\nkeep x\nset title A\nset title B\nundo 2\nlet y = 2\nkeep y\nset title C\nundo\nredo\nset title D\nundo\n"
    #expect(run(lines, in: "ws").code == 0)
    #expect(try differences() == [])
    let text = folder.text("ws/n.md") ?? ""
    #expect(!text.contains("title A") && !text.contains("title B") && !text.contains("title D"))
    #expect(text.contains("title C"))
  }

  @Test func `a session that does again what was undone before it has that in its notebook`() throws {
    #expect(run("set title A\nset title B\nundo\n", in: "ws").code == 0)
    let saved = run("redo\nset title\nnotebook save ws/n.md\n")
    #expect(saved.code == 0, "\(saved.errors)")
    #expect(folder.text("ws/n.md")?.contains(" B\n") == true, "\(folder.text("ws/n.md") ?? "")")
    #expect(!saved.output.contains("wat anders uitkomt"))
  }

  @Test func `no folder above the workspace stands in it`() throws {
    let lines = """
      let map = '\(folder("elders"))'
      let u = read "$map/ver.csv" | top 1
      keep u
      read \(folder("ws/data/blad.csv")) | to csv '\(folder("ws/uit.csv"))'
      let w = read '\(folder("ws/data/blad.csv"))!' | count
      ballot list
      let v = read \(folder("elders/ver.csv")) | to csv \(folder("elders/uit.csv"))
      keep v
      save

      """
    let ran = Leerkring.run(
      ["--bail", "off", "-w", folder("ws/w.json")], input: lines, environment: ["XDG_STATE_HOME": folder("state")],
      folder: folder.path)
    #expect(ran.output.contains("u") && ran.output.contains("v"), "\(ran.errors)")
    let text = folder.text("ws/w.json") ?? ""
    #expect(text.contains("read ver.csv | top 1") && text.contains("to csv uit.csv"), "\(text)")
    #expect(!text.contains(folder.path))
  }

  @Test func `a workspace that is saved elsewhere keeps the way to its files`() throws {
    #expect(run("let t = read blad.csv\nkeep t\n", in: "ws/data").code == 0)
    let lines = { (path: String) in try self.workspace(path).log.done.flatMap { $0.record.needs.map(\.line) } }
    #expect(try lines("ws/w.json") == ["let t = read data/blad.csv"])
    folder.folder("ws/data/diep")
    #expect(run("save-as ws/data/v.json\nsave-as elders/v.json\n").code == 0)
    #expect(try lines("ws/data/v.json") == ["let t = read blad.csv"])
    #expect(try lines("elders/v.json") == ["let t = read blad.csv"])
    // A workspace without a file keeps paths as they are typed until it has one.
    let ran = Leerkring.run(
      ["-c", "let t = read ws/data/blad.csv", "-c", "keep t", "-c", "save-as ws/nieuw.json"], folder: folder.path)
    #expect(ran.code == 0, "\(ran.errors)")
    #expect(try lines("ws/nieuw.json") == ["let t = read data/blad.csv"])
    #expect(try workspace("ws/nieuw.json").log.done.first?.record.inputs.map(\.path) == ["data/blad.csv"])
    // A file from elsewhere is found on this machine, also where the workspace got its place only after it was read.
    let far = Leerkring.run(
      ["-c", "let t = read elders/ver.csv", "-c", "keep t", "-c", "save-as ws/ver.json"],
      environment: ["XDG_STATE_HOME": folder("state")], folder: folder.path)
    #expect(far.code == 0, "\(far.errors)")
    #expect(try lines("ws/ver.json") == ["let t = read ver.csv"])
    #expect(try replay("ws/ver.json").facts["equal"] == true)
  }

  @Test func `a folder that was moved is replayed where it lies`() throws {
    #expect(run("let t = read data/blad.csv\nkeep t\n", in: "ws").code == 0)
    try #require(ChildProcess.run("mv", [folder("ws"), folder("weg")]).code == 0)
    #expect(try replay("weg/w.json").facts["equal"] == true)
  }

  @Test func `a file that is missing stops it before anything is done, and is found by its digest`() throws {
    #expect(run(Self.work, in: "ws").code == 0)
    folder.folder("hier")
    try #require(ChildProcess.run("mv", [folder("elders/ver.csv"), folder("hier/anders.csv")]).code == 0)
    let error = try replay("ws/w.json")
    #expect(error["code"]?.string == "replay.file")
    #expect(error["message"]?.string?.contains("'ver.csv'") == true)
    #expect(error["suggestion"] != nil || error["message"] != nil)
    #expect(run("notebook save ws/n.md\n").errors.contains("[replay.file]"))
    #expect(folder.text("ws/n.md") == nil)
    #expect(try replay("ws/w.json --on hier").facts["equal"] == true)
    #expect(run("notebook save ws/n.md --on hier\n").code == 0)
    #expect(folder.text("ws/n.md")?.contains("read ../hier/anders.csv") == true)
    #expect(try replay("ws/w.json --on nergens")["code"]?.string == "file.missing")
  }

  @Test func `a file that changed is told with what came out otherwise`() throws {
    #expect(run(Self.work, in: "ws").code == 0)
    folder.write("code;waarde\na;5\nb;60\n", to: "elders/ver.csv")
    let told = try replay("ws/w.json")
    #expect(told.facts["changed_files"] == 1 && told.facts["equal"] == false)
    #expect(
      Set(told.rows.map { "\($0["branch"]?.string ?? "") \($0["part"]?.string ?? "")" }) == [
        "main results/u", "warm results/u",
      ])
    // One without its column: the line does not go any more.
    folder.write("code\na\n", to: "elders/ver.csv")
    let failed = try replay("ws/w.json")
    #expect(failed.blocks("notice").contains { $0["text"]?.string?.contains("does not go any more") == true })
  }

  @Test func `what is hidden does not come back, and that is told`() throws {
    let lines =
      "redact add 'Jan Voorbeeld'\nset title 'Huis van Jan Voorbeeld'\nlet wie = 'Jan Voorbeeld'\nkeep wie\nset seed 4\nsave\n"
    #expect(run(lines, in: "ws").code == 0)
    let saved = run("notebook save ws/n.md\n")
    #expect(saved.output.contains("wat afgeschermd is"), "\(saved.output)\(saved.errors)")
    for file in ["ws/w.json", "ws/n.md"] { #expect(folder.text(file)?.contains("Voorbeeld") == false, "\(file)") }
    #expect(try replay("ws/w.json").facts["equal"] == false)
  }

  @Test func `steps that were forgotten make no notebook`() throws {
    #expect(run("set title A\nset title B\nworkspace compact\nsave\n", in: "ws").code == 0)
    #expect(try replay("ws/w.json")["code"]?.string == "replay.compacted")
    #expect(run("notebook save ws/n.md\n").errors.contains("[replay.compacted]"))
  }

  @Test func `a workspace of version 1 opens with its paths brought to the form in which they are kept`() throws {
    let input = { (path: String) in
      "{\"file\":\"\(path)\",\"sha256\":\"\(String(repeating: "a", count: 64))\"}"
    }
    let paths = [
      folder("ws/data/blad.csv"), folder("elders/ver.csv"), "/home/jan/weg.csv", "../x/y.csv", "data/blad.csv",
    ]
    let steps = paths.enumerated().map { index, path in
      "{\"inputs\":[\(input(path))],\"line\":\"read '\(path)' | count\",\"number\":\(index + 1),"
        + "\"other\":{\"settings/seed\":\(index)},\"time\":\"2026-01-02T03:04:05Z\"}"
    }
    let old = """
      {"documents":{},"format":"leerkring-workspace","lineage":"abc","log":{"done":[\(steps.joined(separator: ","))],"next":9,
      "undone":[]},"results":{},"serial":5,"settings":{"seed":9},"tables":{},"version":1}
      """
    folder.write(old, to: "ws/w.json")
    #expect(run("set title A\n").code == 0)
    #expect(folder.text("ws/w.json.1.bak") == old)
    let workspace = try workspace("ws/w.json")
    #expect(
      workspace.log.done.dropLast().map { $0.record.inputs.first?.path } == [
        "data/blad.csv", "ver.csv", "weg.csv", "y.csv", "data/blad.csv",
      ])
    #expect(workspace.log.done.first?.record.line == "read 'data/blad.csv' | count")
    #expect(workspace.log.done.map(\.record.line)[2] == "read 'weg.csv' | count")
  }

  @Test(.enabled(if: Places.hasRealData, "../shared/data is not there"))
  func `the national files, starting values and two branches come out the same from the notebook`() throws {
    let data = try #require(Places.realData)
    let lines = """
      wzw import \(data)/kwb_nl_2024.csv --year 2024 --only GM0164
      wzw import \(data)/rivm_50090NED_2020_65plus.csv --year 2020 --only GM0164
      let noord = wzw estimate BU01640501 --indicator BeperkingInBewegen --age 65+
      bewaar noord
      branch new warm
      let grens = 30
      let w = wzw estimate --level buurt --in GM0164 --indicator Eenzaam --age 65+ | where estimate > $grens
      keep w
      branch use main
      wzw start
      set title Berflo
      set title Nee
      undo
      wzw rank Eenzaam --in GM0164 | top 3
      keep rang --last
      save

      """
    #expect(run(lines, in: "ws").code == 0)
    #expect(try differences() == [])
    #expect(try replay("ws/w.json").facts["equal"] == true)
    #expect(folder.text("ws/w.json")?.contains(data) == false)
    #expect(folder.text("ws/w.json")?.contains("/Knowledge") == false)
  }

  @Test func `a result of another branch is asked there before it is kept here`() throws {
    let lines = """
      set title A
      branch new warm
      set title W
      let w = read data/blad.csv | count
      branch use main
      keep w
      set title B
      let m = read data/blad.csv | top 1
      branch use warm
      keep m

      """
    #expect(run(lines, in: "ws").code == 0)
    #expect(try differences() == [])
  }
}
