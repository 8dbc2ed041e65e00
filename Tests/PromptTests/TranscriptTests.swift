import TestSupport
import Testing

@Suite("What is kept of a session at the prompt")
struct TranscriptTests {
  let home = TemporaryFolder()

  @Test("A transcript runs through standard input and gives the same; what failed stands in it as a remark")
  func transcript() throws {
    let log = home("t.lk")
    let terminal = try #require(Prompt.start(home, ["--log", log]))
    #expect(terminal.isReady())
    for line in ["let a = 5", "$a", "mis", "set title 'Onze buurt'", "set title"] { terminal.run(line) }
    terminal.run("save-as \(home("w.json"))")
    terminal.send("\u{4}")
    #expect(terminal.end() == 0)
    let text = home.text("t.lk") ?? ""
    #expect(text.contains("$a\n#   5\n"))
    #expect(text.contains("# ! mis\n"))
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("save-as") }.joined(separator: "\n")
    let run = Leerkring.run([], input: lines + "\n")
    #expect(run.code == 0)
    #expect(run.output == "  5\n\n  title of the workspace:  Onze buurt\n")
  }

  @Test("A session at the prompt becomes a notebook without its errors")
  func notebook() throws {
    let terminal = try #require(Prompt.start(home, ["--lang", "nl"]))
    #expect(terminal.isReady())
    for line in ["let a = 5", "$a", "mis", "help undo"] { terminal.run(line) }
    terminal.run("notebook save \(home("n.md"))")
    #expect(terminal.screen.text.contains("2 cellen bewaard, 1 fout weggelaten, 0 persoonsgegevens gevonden"))
    let check = Leerkring.run(["notebook", "check", home("n.md")])
    #expect(check.code == 0, "\(check.output)\(check.errors)")
  }
}
