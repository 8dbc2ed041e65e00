import Glibc
import TestSupport
import Testing
import WorkbenchKit

@Suite struct WorkspaceFileTests {
  let folder = TemporaryFolder()
  private var path: String { folder("w.json") }

  private func run(_ lines: [String], _ options: [String] = []) -> ChildProcess {
    Leerkring.run(["--json", "--workspace", path] + options + lines.flatMap { ["-c", $0] })
  }

  /// The file without what counts operations.
  private func canonical() throws -> String {
    guard var object = try JSONReader.parse(folder.read("w.json") ?? []).object else { return "" }
    object["serial"] = nil
    object["log"] = nil
    object["seal"] = nil
    return JSON.object(object).canonical
  }

  @Test func `a workspace that is missing is made at once for its owner alone`() {
    #expect(run(["help"]).code == 0)
    #expect(folder.mode("w.json") == 0o600)
  }

  @Test func `steps survive without save, and undo works in the next process`() throws {
    #expect(run(["save"]).code == 0)
    let before = try canonical()
    #expect(run(["set title A", "set title B", "save"]).code == 0)
    #expect(try canonical() != before)
    #expect(run(["undo 2", "save"]).code == 0)
    #expect(try canonical() == before)
    #expect(run(["redo 2", "save"]).code == 0)
    #expect(try canonical().contains("\"title\":\"B\""))
  }

  @Test func `undo without save holds as well`() throws {
    _ = run(["set title A", "set title B"])
    _ = run(["undo"])
    #expect(try Leerkring.json(["set title"], options: ["-w", path])[0].facts["title"] == "A")
  }

  @Test func `a second process is told who holds the workspace`() throws {
    let live = try #require(
      LiveProcess(Places.program, ["--json", "-w", path], environment: Leerkring.environment()))
    live.send("set title A\n")
    _ = live.lines(atLeast: 1)
    let second = run(["set title B"])
    #expect(second.code == 4)
    #expect(second.errorObject?["code"]?.string == "workspace.locked")
    #expect(second.errorObject?["message"]?.string?.contains(String(live.process)) == true)
    let reading = Leerkring.run(["--json", "-w", path, "--readonly", "-c", "set title"])
    #expect(reading.code == 0)
    #expect(reading.output.contains("\"A\""))
    #expect(live.end(SIGKILL) == -9)
    let third = run(["set title C"])
    #expect(third.code == 0)
    #expect(third.errors.contains("notice"))
  }

  @Test func `reading only works right after the file was made, and refuses to change`() {
    _ = run(["help"])
    #expect(run(["workspace show"], ["--readonly"]).code == 0)
    let refused = run(["undo"], ["--readonly"])
    #expect(refused.code == 1)
    #expect(refused.errorObject?["code"]?.string == "workspace.readonly")
  }

  @Test func `a newer format is refused untouched`() {
    let text = #"{"format":"leerkring-workspace","version":99,"serial":0,"lineage":"x"}"#
    folder.write(text, to: "w.json")
    let refused = run(["set title A"])
    #expect(refused.code == 5)
    #expect(refused.errorObject?["code"]?.string == "workspace.newer")
    #expect(folder.text("w.json") == text)
  }

  @Test(arguments: ["", "{", "[]", "not json", "{\"format\":\"leerkring-workspace\"", "{\"format\":\"other\"}"])
  func `a damaged file is told and never overwritten`(_ text: String) {
    folder.write(text, to: "w.json")
    let run = run(["set title A", "save"])
    #expect(run.code != 0)
    #expect(run.signal == 0)
    #expect(folder.text("w.json") == text)
  }

  @Test func `a symbolic link is followed and kept`() throws {
    folder.write("", to: "unused")
    #expect(Leerkring.run(["-w", folder("real.json"), "-c", "set title A"]).code == 0)
    symlink("real.json", path)
    #expect(run(["set title B", "save"]).code == 0)
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(try Leerkring.json(["set title"], options: ["-w", folder("real.json")])[0].facts["title"] == "B")
  }

  @Test func `a folder that cannot be written is told at the start`() throws {
    try #require(ChildProcess.run("setpriv", ["--version"]).code == 0, "setpriv is not there")
    mkdir(folder("closed"), 0o555)
    chmod(folder.path, 0o755)
    let run = ChildProcess.run(
      "setpriv",
      [
        "--reuid=65534", "--regid=65534", "--clear-groups", Places.program, "--json", "-w", folder("closed/w.json"),
        "-c", "set title A",
      ],
      environment: Leerkring.environment())
    // The program itself must be reachable for everybody; where it is not, there is nothing to see here.
    guard run.code != 126, run.code != 127 else { return print("skipped: the program cannot be run by another user") }
    #expect(run.code == 5)
    #expect(run.errorObject?["code"]?.string == "workspace.unwritable")
  }

  @Test func `documents of a plugin that is not there are kept`() throws {
    let text = """
      {"documents":{"verdwenen":{"parts":{"a":{"x":[1,2]}},"schema":3}},"format":"leerkring-workspace",
      "lineage":"00000000000000000000000000000001","log":{"done":[],"next":1,"undone":[]},"results":{},"serial":0,
      "settings":{},"tables":{},"version":1}
      """
    folder.write(text, to: "w.json")
    #expect(run(["set title A", "save"]).code == 0)
    let document = try JSONReader.parse(folder.read("w.json") ?? [])["documents"]?["verdwenen"]
    #expect(document?["parts"]?["a"]?["x"] == [1, 2])
    #expect(document?["schema"] == 3)
  }

  @Test func `the difference since saving is told part by part`() throws {
    _ = run(["set title A", "save"])
    let rows = try Leerkring.json(["set title B", "set seed 7", "workspace diff"], options: ["-w", path])[2].rows
    #expect(rows.map { $0["part"]?.string } == ["about/title", "settings/seed"])
    #expect(rows.first?["before"] == "A")
    #expect(rows.first?["after"] == "B")
  }

  @Test func `what is kept comes back in the next process`() throws {
    _ = run(["let x = 5", "keep x"])
    let objects = try Leerkring.json(["results", "show x", "$x"], options: ["-w", path])
    #expect(objects[0].rows.first?["name"] == "x")
    #expect(objects[1].facts["x"] == 5)
    #expect(objects[2].facts["x"] == 5)
    #expect(run(["forget x", "show x"]).errorObject?["code"]?.string == "result.unknown")
  }

  @Test func `a file that is open already can be opened again`() {
    #expect(run(["set title A", "open \(path)", "set title"]).output.contains("\"title\":\"A\""))
  }

  @Test func `save without a file says how to get one`() {
    let run = Leerkring.run(["--json", "-c", "set title A", "-c", "save"])
    #expect(run.errorObject?["code"]?.string == "workspace.nofile")
  }

  @Test func `save-as goes on in the new file and refuses one that is there`() throws {
    let other = folder("other.json")
    #expect(Leerkring.run(["-c", "set title A", "-c", "save-as \(other)", "-c", "set title B"]).code == 0)
    #expect(try Leerkring.json(["set title"], options: ["-w", other])[0].facts["title"] == "B")
    let again = Leerkring.run(["--json", "-c", "set title C", "-c", "save-as \(other)"])
    #expect(again.errorObject?["code"]?.string == "workspace.exists")
  }

  @Test func `open and new do not throw away what stands in no file`() {
    let run = Leerkring.run(["--json", "-c", "set title A", "-c", "new"])
    #expect(run.errorObject?["code"]?.string == "workspace.unsaved")
    #expect(Leerkring.run(["-c", "set title A", "-c", "new --discard"]).code == 0)
  }
}
