import Glibc
import TestSupport
import Testing

@Suite("Terminals and surroundings")
struct SurroundingsTests {
  let home = TemporaryFolder()

  @Test("On a dumb terminal lines are read without a sequence on the screen")
  func dumb() throws {
    let terminal = try #require(Prompt.start(home, environment: ["TERM": "dumb"]))
    #expect(terminal.cursorComesBehind("scratch › "))
    terminal.send("let a = 'x\n")
    #expect(terminal.cursorComesBehind("        … "))
    terminal.send("y'\n")
    #expect(terminal.cursorComesBehind("scratch › "))
    terminal.send("set title €\n")
    #expect(terminal.cursorComesBehind("€* › "))
    terminal.send("halve regel")
    #expect(terminal.cursorComesBehind("€* › halve regel"))
    terminal.send("\u{3}")
    #expect(terminal.cursorComesBehind("€* › "))
    terminal.send("\u{4}")
    #expect(terminal.sees("leave? [Y/n"))
    terminal.send("\n")
    #expect(terminal.end() == 0)
    #expect(!terminal.raw.contains("\u{1B}"))
  }

  @Test("Without UTF-8 in the locale €, é and 日本 do no harm")
  func plainLocale() throws {
    let terminal = try #require(Prompt.start(home, environment: ["LC_ALL": "C", "LANG": "C"]))
    #expect(terminal.isReady())
    terminal.send("set title '€ é 日本'")
    #expect(terminal.cursorComesBehind("scratch › set title '€ é 日本'"))
    terminal.run("")
    #expect(terminal.screen.beforeCursor == "€ é 日本* › ")
  }

  @Test("Bytes that are no UTF-8 do no harm")
  func badBytes() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("let a = '")
    terminal.send(bytes: [0xFF, 0xC3, 0x28, 0x27])
    terminal.run("")
    terminal.run("let b = 1")
    #expect(terminal.screen.beforeCursor == "scratch › ")
  }

  @Test("~/.editrc is honoured: vi mode, with completion and history all the same")
  func viMode() throws {
    home.write("bind -v\n", to: ".editrc")
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("wzw est\t")
    #expect(terminal.cursorComesBehind("scratch › wzw estimate "))
    // Escape, to the beginning, put in before it.
    terminal.send("\u{1B}")
    terminal.send("0iX")
    #expect(terminal.wait { $0.screen.line == "scratch › Xwzw estimate" && $0.screen.column == 11 })
    let before = terminal.prompts
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.prompts > before })
    terminal.run("let a = 1")
    terminal.send("\u{1B}k")
    #expect(terminal.wait { $0.screen.line == "scratch › let a = 1" })
  }

  @Test("~/.editrc is honoured: keys of one's own")
  func ownKeys() throws {
    home.write("leerkring:bind -s ^X \"let\"\n", to: ".editrc")
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("\u{18}")
    #expect(terminal.cursorComesBehind("scratch › let"))
  }

  @Test("NO_COLOR leaves colour out of the prompt")
  func noColour() throws {
    let terminal = try #require(Prompt.start(home, environment: ["NO_COLOR": "1"]))
    #expect(terminal.isReady())
    terminal.run("helpp")
    #expect(!terminal.raw.contains("\u{1B}[1"))
  }

  @Test("With output elsewhere nothing is edited and no prompt is shown")
  func outputElsewhere() throws {
    let file = open(home("out"), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(file) }
    let terminal = try #require(
      TerminalSession(Places.program, [], environment: Prompt.environment(home), output: file))
    terminal.send("let a = 12\n$a\nexit\n")
    #expect(terminal.end() == 0)
    #expect(home.text("out") == "  12\n")
  }

  @Test("With --no-input lines are read as from a script")
  func noInput() throws {
    let terminal = try #require(Prompt.start(home, ["--no-input"]))
    terminal.send("let a = 12\n$a\nexit 4\n")
    #expect(terminal.end() == 4)
    #expect(!terminal.raw.contains("›"))
  }

  @Test("Ctrl-Z with nobody to wake it up does not leave the line")
  func suspending() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("let a\u{1A}")
    #expect(terminal.sees("let a^Z"))
    #expect(terminal.cursorComesBehind("scratch › let a"))
  }
}
