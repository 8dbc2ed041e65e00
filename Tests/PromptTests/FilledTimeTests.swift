import TestSupport
import Testing

/// What depends on the day or the time is filled in at the prompt, and stands in the line that is noted; in a script it is an error.
@Suite struct FilledTimeTests {
  /// 2027-03-09, 13:30 in Greenwich.
  private static let fixed = ["SOURCE_DATE_EPOCH": "1804599000", "TZ": "UTC"]

  @Test func `at a prompt the day and the time are filled in, said, and noted`() throws {
    let home = TemporaryFolder()
    let terminal = try #require(Prompt.start(home, ["--lang", "nl"], environment: Self.fixed))
    #expect(terminal.isReady())
    terminal.run("kring new Lindehof")
    terminal.run("agenda add punt --id punt")
    terminal.run("agenda start punt")
    #expect(terminal.screen.text.contains("ingevuld: --time 13:30"), "\(terminal.screen.text)")
    terminal.run("besluit add iets --id iets --who gemeente --until 2027-03-10 | count")
    #expect(terminal.screen.text.contains("ingevuld: --made 2027-03-09"), "\(terminal.screen.text)")
    terminal.run("history")
    #expect(terminal.screen.text.contains("agenda start punt --time 13:30"), "\(terminal.screen.text)")
  }

  @Test func `in a script the moment has to be said`() throws {
    let lines = ["kring new Lindehof", "agenda add punt --id punt", "agenda start punt"]
    let run = Leerkring.run(["--json"] + lines.flatMap { ["-c", $0] }, environment: Self.fixed)
    #expect(run.code == 1 && run.errorObject?["code"]?.string == "time.missing")
    #expect(run.errorObject?["suggestion"]?.string == "--time")
    // The same bytes, whenever it runs.
    let told = [
      "kring new Lindehof", "besluit add iets --id iets --made 2027-03-01 --who gemeente",
      "besluit list --at 2027-03-05",
    ]
    let once = Leerkring.run(["--json"] + told.flatMap { ["-c", $0] }, environment: Self.fixed)
    let later = Leerkring.run(
      ["--json"] + told.flatMap { ["-c", $0] }, environment: ["SOURCE_DATE_EPOCH": "1904599000"])
    #expect(once.code == 0 && once.output == later.output)
  }
}
