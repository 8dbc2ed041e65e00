import TestSupport
import Testing

@Suite("The transcript of a presentation, and what stands below the screen")
struct PresentLogTests {
  let home = TemporaryFolder()

  @Test("It stands in its file as it is done, also where the presentation breaks off")
  func written() throws {
    let file = home.write(
      "# Buurt\n\n```leerkring\nlet a = 5\n$a\n```\n\n```leerkring\nset title Een\nset title\n```\n", to: "n.md")
    let log = home("verslag.lk")
    let terminal = try #require(
      TerminalSession(
        Places.program, ["notebook", "present", file, "--lang", "nl", "--log", log],
        environment: Prompt.environment(home)))
    #expect(terminal.sees("spatie voert uit"))
    terminal.send(" ")
    #expect(terminal.wait { $0.screen.lines.contains("  5") })
    #expect(home.text("verslag.lk") == "# n\n# cel 1\nlet a = 5\n$a\n#   5\n")
    terminal.signal(9)
    _ = terminal.end()
    #expect(home.text("verslag.lk") == "# n\n# cel 1\nlet a = 5\n$a\n#   5\n")
    #expect(Leerkring.run(["-f", log]).output == "  5\n")
  }

  @Test("It is said how many lines stand below, of a cell and of a line that was typed")
  func below() throws {
    let file = home.write("# Buurt\n\n```leerkring\nhelp shell --full\n```\n", to: "n.md")
    let terminal = try #require(
      TerminalSession(
        Places.program, ["notebook", "present", file, "--lang", "nl"], environment: Prompt.environment(home)))
    #expect(terminal.sees("spatie voert uit"))
    #expect(!terminal.screen.text.contains("↓"))
    terminal.send(" ")
    #expect(terminal.wait { $0.screen.text.contains("↓ nog ") && $0.screen.text.contains(" regels · ") })
    terminal.send("t")
    #expect(terminal.wait { $0.screen.beforeCursor == "› " })
    terminal.send("help shell --full\r")
    #expect(terminal.wait { $0.screen.text.contains("↓ nog ") && $0.screen.text.contains("andere toets terug") })
    terminal.send("x")
    terminal.send("q")
    #expect(terminal.end() == 0)
  }
}
