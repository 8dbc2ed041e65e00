import TestSupport
import Testing

/// The program as a careless caller starts it: with one of its three streams closed.
@Suite struct ClosedStreamTests {
  private let folder = TemporaryFolder()

  private func shell(_ line: String) -> ChildProcess {
    ChildProcess.run(
      "/bin/sh", ["-c", line.replacing("leerkring", with: "'\(Places.program)'")],
      environment: Leerkring.environment(home: folder.path), folder: folder.path, seconds: 20)
  }

  @Test func `without standard input there are no lines, and it ends`() {
    let run = shell("leerkring <&-")
    #expect(run.code == 0 && run.signal == 0)
    #expect(run.output.isEmpty && run.errors.isEmpty)
  }

  @Test(arguments: [">&-", "2>&-", "<&- >&- 2>&-"])
  func `without a stream to write on nothing is written into another file`(_ closed: String) {
    let run = shell("leerkring -w w.json -c 'set title A' -c 'set title' -c 'read nergens.csv' \(closed)")
    #expect(run.code == 1)
    let text = (folder.text("w.json") ?? "") + (folder.text("w.json.journal") ?? "")
    #expect(text.contains("set title A"))
    #expect(!text.contains("title of the workspace") && !text.contains("file.missing"))
    #expect(Leerkring.run(["-w", folder("w.json"), "-c", "set title"]).output.contains("A"))
  }

  @Test func `with standard output closed what is wrong is still said`() {
    #expect(shell("leerkring -c mis >&-").errors.contains("'mis'"))
    #expect(shell("leerkring -c 'set title A' -c 'set title' 2>&-").output.contains("A"))
  }
}
