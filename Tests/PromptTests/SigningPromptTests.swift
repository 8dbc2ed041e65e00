import TestSupport
import Testing

@Suite("A key with a passphrase, at the prompt")
struct SigningPromptTests {
  let home = TemporaryFolder()

  @Test("The passphrase is asked for and not shown; a wrong one is told, and Ctrl-C leaves the file unsigned")
  func passphrase() throws {
    guard SigningKeys.areThere else { return print("skipped: there is no ssh-keygen to sign with") }
    #expect(SigningKeys.make("dicht", in: home, passphrase: "geheim"))
    let file = home.write("# Blad\n", to: "n.md")
    let terminal = try #require(Prompt.start(home, ["--lang", "nl", home("w.json")], columns: 200))
    #expect(terminal.isReady())
    let line = "workspace sign \(file) --key \(home("dicht"))\r"
    terminal.send(line)
    #expect(terminal.sees("Enter passphrase"))
    terminal.send("\u{3}")
    #expect(terminal.sees("afgebroken"))
    #expect(terminal.wait { $0.screen.beforeCursor.hasSuffix("w › ") })
    #expect(home.read("n.md.sig") == nil)
    // The next question comes after the line that was typed for it.
    let asked = Self.questions(terminal)
    terminal.send(line)
    #expect(terminal.wait { Self.questions($0) > asked })
    terminal.send("fout\r")
    #expect(terminal.sees("de wachtzin van"))
    #expect(home.read("n.md.sig") == nil)
    #expect(terminal.wait { $0.screen.beforeCursor.hasSuffix("w › ") })
    terminal.send(line)
    #expect(terminal.wait { Self.questions($0) > asked + 1 })
    terminal.send("geheim\r")
    #expect(terminal.sees("is getekend"))
    #expect(terminal.wait { $0.screen.beforeCursor.hasSuffix("w › ") })
    #expect(!terminal.raw.contains("geheim") && home.read("n.md.sig") != nil)
    terminal.send("exit\r")
    #expect(terminal.end() == 0)
  }

  /// How often a passphrase was asked for.
  private static func questions(_ terminal: TerminalSession) -> Int {
    terminal.raw.split(separator: "Enter passphrase", omittingEmptySubsequences: false).count - 1
  }
}
