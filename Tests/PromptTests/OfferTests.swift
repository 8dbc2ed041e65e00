import TestSupport
import Testing

@Suite("What is offered after an answer, and how much of it a screen takes")
struct OfferTests {
  let home = TemporaryFolder()

  @Test("After an answer a line says what people ask next; Tab on an empty line types it")
  func hint() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("let a = wzw groups")
    #expect(terminal.screen.text.contains("→ keep a   keep it in the workspace (Tab)"))
    terminal.send("\t")
    #expect(terminal.cursorComesBehind("scratch › keep a"))
    terminal.run("")
    #expect(terminal.screen.text.contains("→ why a"))
    // What is begun is completed and not replaced.
    terminal.send("why\t")
    #expect(terminal.wait { $0.screen.beforeCursor.hasPrefix("scratch") && $0.screen.beforeCursor.contains("› why") })
    #expect(!terminal.screen.beforeCursor.contains("keep"))
  }

  @Test("After an error nothing is offered but what was before; hints that are off stay off at the next prompt")
  func hintsOff() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("set hints off")
    terminal.run("let a = wzw groups")
    #expect(!terminal.screen.text.contains("→"))
    terminal.send("\u{4}")
    #expect(terminal.sees("leave?") || terminal.end(1) == 0)
    let next = try #require(Prompt.start(home, [home("w.json")]))
    #expect(next.isReady())
    next.run("let a = wzw groups")
    #expect(!next.screen.text.contains("→"))
    next.run("set hints on")
    next.run("let b = wzw groups")
    #expect(next.screen.text.contains("→ keep b"))
  }

  @Test("What was asked is not offered again")
  func asked() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("let a = wzw groups")
    terminal.run("keep a")
    #expect(terminal.screen.text.contains("→ why a"))
    terminal.run("let a = wzw groups")
    #expect(terminal.screen.text.ranges(of: "→ keep a").count == 1)
    terminal.run("let b = wzw groups")
    #expect(terminal.screen.text.contains("→ keep b"))
  }

  @Test("The tour goes on by Tab and Enter, waits while something else is typed, and leaves each answer on the screen")
  func tour() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("tour")
    #expect(terminal.screen.text.contains("Tour 1/13. First a copy to practise in"))
    for line in ["branch new rondleiding", "wzw demo"] {
      terminal.send("\t")
      #expect(terminal.wait { $0.screen.beforeCursor.hasSuffix("› \(line)") })
      terminal.run("")
      #expect(terminal.screen.lines.contains { $0.hasSuffix("› \(line)") }, "\(terminal.screen.text)")
    }
    #expect(terminal.screen.text.contains("Tour 3/13."))
    terminal.run("let x = 1")
    terminal.run("wzw groups")
    #expect(terminal.screen.lines.contains { $0.hasSuffix("› wzw groups") }, "\(terminal.screen.text)")
    #expect(terminal.screen.text.contains("Tour 3/13."))
    terminal.run("tour stop")
    terminal.run("let y = 1")
    #expect(terminal.screen.lines.suffix(3).allSatisfy { !$0.contains("Tour") })
  }

  @Test("The last step ends the tour with a word")
  func tourEnds() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("tour 13")
    #expect(terminal.screen.text.contains("Tour 13/13."))
    terminal.run("branch use main")
    #expect(terminal.screen.text.contains("That was the tour."))
    terminal.run("let x = 1")
    terminal.send("\t")
    #expect(!terminal.wait(1) { $0.screen.beforeCursor.hasSuffix("branch use main") })
  }

  @Test("With --ask each thing is asked, a wrong answer again, and the line that comes of it is shown and run")
  func asking() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("set title Een")
    let before = terminal.prompts
    terminal.send("history --ask\r")
    #expect(terminal.sees("Enter takes what stands in brackets"))
    #expect(terminal.cursorComesBehind("  n: "))
    terminal.send("0\r")
    #expect(terminal.sees("0 is outside what 'n' can be"))
    #expect(terminal.cursorComesBehind("  n: "))
    terminal.send("5\r")
    #expect(terminal.cursorComesBehind("  times: "))
    terminal.send("y\r")
    #expect(terminal.sees("› history 5 --times"))
    #expect(terminal.wait { $0.prompts > before && $0.screen.beforeCursor.hasSuffix("› ") })
    #expect(terminal.screen.text.contains("set title Een"))
    // Up gives the line that was made.
    terminal.send("\u{1B}[A")
    #expect(terminal.wait { $0.screen.beforeCursor.hasSuffix("› history 5 --times") })
  }

  @Test("Ctrl-C ends the asking, and nothing is run")
  func askingGivenUp() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("branch new --ask\r")
    #expect(terminal.cursorComesBehind("  name: "))
    terminal.send("\r")
    #expect(terminal.sees("this is needed"))
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.screen.beforeCursor.hasSuffix("scratch › ") })
  }

  /// The rows between what was typed and the prompt that follows.
  private func rows(_ terminal: TerminalSession, after line: String) -> Int? {
    let lines = terminal.screen.lines
    guard let typed = lines.lastIndex(where: { $0.hasSuffix("› \(line)") }),
      let prompt = lines.lastIndex(where: { !$0.allSatisfy(\.isWhitespace) })
    else { return nil }
    return prompt - typed - 1
  }

  @Test("An answer stops at the screen and counts what is left; more goes on to the end")
  func more() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("set hints off")
    terminal.run("wzw groups")
    #expect(terminal.screen.text.contains("more") && terminal.screen.text.contains(": `more`"))
    #expect(terminal.screen.lines.contains { $0.hasSuffix("› wzw groups") }, "\(terminal.screen.text)")
    var screens = 1
    while terminal.screen.lines.suffix(3).contains(where: { $0.hasSuffix(": `more`") }), screens < 9 {
      terminal.run("more")
      screens += 1
    }
    #expect((2...8).contains(screens))
    terminal.run("more")
    #expect(terminal.screen.text.contains("there is no more of it to show"))
  }

  @Test("set rows says how high the screen is, 0 that it has no bound; it is the person's and no step")
  func chosenRows() throws {
    let terminal = try #require(Prompt.start(home, [home("w.json")]))
    #expect(terminal.isReady())
    terminal.run("set hints off")
    terminal.run("set rows 12")
    terminal.run("wzw groups")
    #expect((rows(terminal, after: "wzw groups") ?? 99) <= 12, "\(terminal.screen.text)")
    terminal.run("set rows 0")
    terminal.run("wzw groups")
    // All of it went by: the line that was typed is gone from the screen.
    #expect(rows(terminal, after: "wzw groups") == nil)
    #expect(terminal.screen.beforeCursor == "w › ")
  }

  @Test("--full gives all at once, and PAGER shows what is longer than the screen")
  func pager() throws {
    let terminal = try #require(Prompt.start(home, environment: ["PAGER": "sed 's/^/P:/'"]))
    #expect(terminal.isReady())
    terminal.run("wzw groups")
    #expect(!terminal.raw.contains("P:"))
    terminal.run("wzw groups --full")
    #expect(terminal.raw.ranges(of: "P:").count > 40)
    terminal.run("let a = 1")
    terminal.run("$a --full")
    let none = try #require(Prompt.start(home, environment: ["PAGER": "/nonexistent/pager"]))
    #expect(none.isReady())
    none.run("wzw groups --full")
    #expect(none.raw.contains("ggz-c3"))
  }
}
