import TestSupport
import Testing

@Suite("History")
struct HistoryTests {
  let home = TemporaryFolder()

  @Test("Lines are there at the next prompt, in a file that only its owner can read, the same line once")
  func persistence() throws {
    let first = try #require(Prompt.start(home))
    #expect(first.isReady())
    first.run("let a = 1")
    first.run("let b = 2")
    first.run("let a = 1")
    first.send("\u{4}")
    #expect(first.end() == 0)
    #expect(home.text("\(Prompt.state)/history") == "let b = 2\nlet a = 1\n")
    #expect(home.mode("\(Prompt.state)/history") == 0o600)
    let second = try #require(Prompt.start(home))
    #expect(second.isReady())
    second.send("\u{1B}[A")
    #expect(second.cursorComesBehind("scratch › let a = 1"))
    second.send("\u{1B}[A")
    #expect(second.cursorComesBehind("scratch › let b = 2"))
  }

  @Test("Ctrl-R finds a line by a part of it")
  func search() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("let zoekmij = 1")
    terminal.run("let b = 2")
    terminal.send("\u{12}zoek")
    #expect(terminal.sees("bck:zoek"))
    terminal.send("\r")
    #expect(terminal.wait { $0.prompts == 4 })
    terminal.send("\u{4}")
    #expect(terminal.end() == 0)
    #expect(home.text("\(Prompt.state)/history") == "let b = 2\nlet zoekmij = 1\n")
  }

  @Test("Two prompts at once do not see each other's lines, and both are kept")
  func concurrent() throws {
    let first = try #require(Prompt.start(home))
    #expect(first.isReady())
    let second = try #require(Prompt.start(home))
    #expect(second.isReady())
    first.run("let eerste = 1")
    second.run("let tweede = 2")
    first.run("let derde = 3")
    first.send("\u{4}")
    #expect(first.end() == 0)
    second.send("\u{1B}[A\u{1B}[A")
    #expect(second.wait { $0.screen.beforeCursor == "scratch › let tweede = 2" })
    second.send("\u{15}\u{4}")
    #expect(second.end() == 0)
    #expect(home.text("\(Prompt.state)/history") == "let eerste = 1\nlet derde = 3\nlet tweede = 2\n")
  }

  @Test("A line with somebody's address is stopped, and stands neither in the history nor in the workspace")
  func personal() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("set title 'dossier van jan@example.nl'")
    terminal.run("let b = 2")
    terminal.send("\u{4}")
    #expect(terminal.end() == 0)
    #expect(home.text("\(Prompt.state)/history") == "let b = 2\n")
    for (path, bytes) in home.everything() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("jan@example.nl"), "\(path)")
    }
  }

  @Test("A line with a password stands nowhere", arguments: ["--password Zeer-Geheim-1", "password=Zeer-Geheim-1"])
  func secret(words: String) throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("db add kring --service kring \(words)")
    terminal.run("let b = 2")
    terminal.send("\u{4}")
    #expect(terminal.end() == 0)
    #expect(home.text("\(Prompt.state)/history") == "let b = 2\n")
    for (path, bytes) in home.everything() {
      #expect(!String(decoding: bytes, as: UTF8.self).contains("Geheim-1"), "\(path)")
    }
  }

  @Test("A statement of several lines comes back whole")
  func severalLines() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("let c = 'a\r")
    #expect(terminal.cursorComesBehind("        … "))
    terminal.run("b'")
    #expect(terminal.run("\u{1B}[A"))
    terminal.run("$c")
    #expect(terminal.screen.text.contains("  a\n  b"))
    terminal.send("\u{4}")
    #expect(terminal.end() == 0)
    #expect(home.text("\(Prompt.state)/history") == "let c = 'a\\nb'\n$c\n")
  }

  @Test("The end of an earlier line is hinted at, and Right takes it")
  func hint() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("let onthouden = 1")
    terminal.send("let on")
    #expect(terminal.wait { $0.screen.line == "scratch › let onthouden = 1" && $0.screen.column == 16 })
    terminal.send("\u{1B}[C")
    #expect(terminal.cursorComesBehind("scratch › let onthouden = 1"))
  }
}
