import TestSupport
import Testing

@Suite("Editing a line")
struct EditingTests {
  let home = TemporaryFolder()

  @Test("é, Backspace, 日本, Left and Right leave the cursor where it belongs")
  func wideAndAccented() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("é")
    #expect(terminal.cursorComesBehind("scratch › é"))
    terminal.send("\u{7F}")
    #expect(terminal.cursorComesBehind("scratch › "))
    terminal.send("日本")
    #expect(terminal.cursorComesBehind("scratch › 日本"))
    #expect(terminal.screen.column == 14)
    terminal.send("\u{1B}[D")
    #expect(terminal.cursorComesBehind("scratch › 日"))
    #expect(terminal.screen.column == 12)
    terminal.send("é")
    #expect(terminal.wait { $0.screen.line == "scratch › 日é本" && $0.screen.column == 13 })
    terminal.send("\u{1B}[C")
    #expect(terminal.cursorComesBehind("scratch › 日é本"))
    terminal.send("\u{7F}")
    #expect(terminal.wait { $0.screen.line == "scratch › 日é" && $0.screen.column == 13 })
  }

  @Test("An accent that comes on its own joins its letter, and one that cannot takes no column")
  func combining() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("e\u{301}")
    #expect(terminal.wait { $0.screen.line == "scratch › \u{E9}" && $0.screen.column == 11 })
    terminal.send("x\u{302}y")
    #expect(terminal.wait { $0.screen.line.hasPrefix("scratch › \u{E9}x") && $0.screen.column == 13 })
    terminal.send("\u{7F}\u{7F}\u{7F}\u{7F}")
    #expect(terminal.cursorComesBehind("scratch › "))
  }

  @Test("An amount in euros is kept as it is typed")
  func euro() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("let prijs = '€ 12,50'")
    terminal.run("$prijs")
    #expect(terminal.screen.text.contains("\n  € 12,50"))
  }

  @Test("A line wider than the screen goes on in the next row, and comes back out of it")
  func wideLine() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    let long = String(repeating: "abcdefghij", count: 8)
    terminal.send(long)
    #expect(terminal.cursorComesBehind("abcdefghij"))
    terminal.send("\u{15}")
    #expect(terminal.cursorComesBehind("scratch › "))
    #expect(terminal.screen.lines[terminal.screen.row + 1] == "")
  }

  @Test("An open quote goes on in the next line, under the prompt")
  func severalLines() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("let twee = 'a\r")
    #expect(terminal.cursorComesBehind("        … "))
    terminal.run("b'")
    terminal.run("$twee")
    #expect(terminal.screen.text.contains("  a\n  b"))
  }

  @Test("Ctrl-C drops what is typed, and the lines before it")
  func dropping() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("set title 'een\r")
    #expect(terminal.cursorComesBehind("        … "))
    let before = terminal.prompts
    terminal.send("twee'\u{3}")
    #expect(terminal.wait { $0.prompts > before && $0.screen.beforeCursor == "scratch › " })
    #expect(terminal.screen.text.contains("twee'^C"))
  }

  @Test("A third Ctrl-C within a second ends the program with 130")
  func thirdInterrupt() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("\u{3}\u{3}\u{3}")
    #expect(terminal.end() == 130)
    #expect(terminal.isCooked)
  }

  @Test("The line is drawn anew when the window gets another size")
  func resizing() throws {
    let terminal = try #require(Prompt.start(home, columns: 80))
    #expect(terminal.isReady())
    terminal.send("wzw estimate --level wijk --indicator Eenzaam")
    #expect(terminal.cursorComesBehind("scratch › wzw estimate --level wijk --indicator Eenzaam"))
    let before = terminal.raw.utf8.count
    terminal.resize(columns: 40)
    // Drawn again from the beginning, in rows of the new width.
    #expect(terminal.wait { $0.raw.utf8.dropFirst(before).count > 60 })
    #expect(terminal.wait { $0.screen.line.hasSuffix("dicator Eenzaam") && $0.screen.column == 15 })
    terminal.resize(columns: 100)
    terminal.send("x")
    #expect(terminal.cursorComesBehind("scratch › wzw estimate --level wijk --indicator Eenzaamx"))
  }
}
