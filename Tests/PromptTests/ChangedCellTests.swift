import TestSupport
import Testing

@Suite("A change of mind in the room: a cell that is changed while it is shown")
struct ChangedCellTests {
  let home = TemporaryFolder()

  private let text = """
    ---
    title: Onze buurt
    language: nl
    ---

    ```leerkring
    let prijs = 50
    ```

    ```leerkring
    $prijs
    ```

    ```leerkring
    set title Wilgendal
    set title
    ```
    """

  private func start(_ arguments: [String] = [], columns: Int = 80) throws -> TerminalSession {
    let file = home.write(text, to: "n.md")
    return try #require(
      TerminalSession(
        Places.program, ["notebook", "present", file] + arguments, environment: Prompt.environment(home),
        columns: columns))
  }

  /// Runs the first cell, and changes its line to another price.
  private func changed(_ terminal: TerminalSession, to price: String = "75") {
    #expect(terminal.sees("spatie voert uit"))
    terminal.send(" ")
    #expect(terminal.sees("spatie verder"))
    terminal.send("e")
    #expect(terminal.wait { $0.screen.beforeCursor == "› let prijs = 50" })
    terminal.send("\u{7F}\u{7F}\(price)\r")
  }

  @Test("The line stands there to be changed; old and new stand side by side, and the new one stays")
  func new() throws {
    let log = home("verslag.lk")
    let terminal = try start(["--log", log, "--to", home("anders.md")])
    #expect(terminal.sees("spatie voert uit"))
    terminal.send(" ")
    #expect(terminal.sees("spatie verder"))
    terminal.send("  ")
    #expect(terminal.wait { $0.screen.lines.contains("  50") })
    // The second cell shows the price: changed, it shows another beside it.
    terminal.send("e")
    #expect(terminal.wait { $0.screen.beforeCursor == "› $prijs" })
    terminal.send("\u{1}let b = 7 #\r")
    #expect(terminal.sees("n nieuw houden · o oud houden · a allebei"))
    #expect(terminal.screen.text.contains("oud") && terminal.screen.text.contains(" │ nieuw"))
    #expect(terminal.screen.text.contains("› let b = 7 #$prijs"))
    terminal.send("o")
    #expect(terminal.wait { $0.screen.lines.contains("  50") && $0.screen.text.contains("spatie verder") })
    terminal.send("b")
    #expect(terminal.wait { $0.screen.lines[0].contains("1/3") })
    terminal.send("e")
    #expect(terminal.wait { $0.screen.beforeCursor == "› let prijs = 50" })
    terminal.send("\u{7F}\u{7F}75\r")
    #expect(terminal.sees("n nieuw houden"))
    terminal.send("n")
    #expect(terminal.wait { $0.screen.text.contains("› let prijs = 75") && $0.screen.text.contains("u herstel") })
    // What came behind it rests on the old price, and is due once more.
    terminal.send(" ")
    #expect(terminal.wait { $0.screen.lines[0].contains("2/3") && $0.screen.text.contains("spatie voert uit") })
    terminal.send(" ")
    #expect(terminal.wait { $0.screen.lines.contains("  75") })
    terminal.send("q")
    #expect(terminal.end() == 0)
    #expect(terminal.isCooked)
    #expect(home.text("n.md") == text)
    #expect(home.text("anders.md") == text.replacing("let prijs = 50", with: "let prijs = 75"))
    // The transcript is a script that comes to the same.
    let replay = Leerkring.run(["-f", log])
    #expect(replay.code == 0 && replay.output.hasSuffix("  75\n"), "\(replay.output)\(replay.errors)")
  }

  @Test("What was chosen is taken back, and all is as it was")
  func undo() throws {
    let terminal = try start()
    changed(terminal)
    #expect(terminal.sees("n nieuw houden"))
    terminal.send("n")
    #expect(terminal.sees("› let prijs = 75"))
    terminal.send("u")
    #expect(terminal.wait { $0.screen.text.contains("› let prijs = 50") && !$0.screen.text.contains("u herstel") })
    terminal.send("  ")
    #expect(terminal.wait { $0.screen.lines.contains("  50") })
    terminal.send("q")
    #expect(terminal.end() == 0)
  }

  @Test("Both may stay: the old stands, and the new is run behind it")
  func both() throws {
    let terminal = try start(["--to", home("beide.md")])
    changed(terminal)
    #expect(terminal.sees("a allebei"))
    terminal.send("a")
    #expect(
      terminal.wait { $0.screen.text.contains("› let prijs = 50") && $0.screen.text.contains("› let prijs = 75") })
    terminal.send("  ")
    #expect(terminal.wait { $0.screen.lines.contains("  75") })
    terminal.send("q")
    #expect(terminal.end() == 0)
    let added = "let prijs = 50\n```\n\n```leerkring\nlet prijs = 75\n```\n"
    #expect(home.text("beide.md") == text.replacing("let prijs = 50\n```\n", with: added))
  }

  @Test("Ctrl-C leaves all as it was: while the line is changed, and at the choice")
  func left() throws {
    let terminal = try start()
    #expect(terminal.sees("spatie voert uit"))
    terminal.send(" ")
    #expect(terminal.sees("spatie verder"))
    terminal.send("e")
    #expect(terminal.wait { $0.screen.beforeCursor == "› let prijs = 50" })
    terminal.send("9\u{3}")
    #expect(terminal.wait { $0.screen.lines[0].contains("1/3") && $0.screen.text.contains("q stoppen") })
    terminal.send("e")
    #expect(terminal.wait { $0.screen.beforeCursor == "› let prijs = 50" })
    terminal.send("9\r")
    #expect(terminal.sees("n nieuw houden"))
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.screen.text.contains("spatie verder") && !$0.screen.text.contains("u herstel") })
    terminal.send("  ")
    #expect(terminal.wait { $0.screen.lines.contains("  50") })
    terminal.send("q")
    #expect(terminal.end() == 0)
  }

  @Test("A line that does not go is shown with its error, and only the old can stay")
  func failing() throws {
    let terminal = try start()
    changed(terminal, to: "$mis")
    #expect(terminal.sees("nieuw gaat niet · o oud houden"))
    #expect(terminal.screen.text.contains("$mis"))
    terminal.send("n")
    terminal.send("o")
    #expect(terminal.wait { $0.screen.text.contains("› let prijs = 50") && $0.screen.text.contains("spatie verder") })
    terminal.send("q")
    #expect(terminal.end() == 0)
  }

  @Test("Lines of a cell come one after the other; a narrow screen has old and new below each other")
  func narrow() throws {
    let terminal = try start(columns: 50)
    #expect(terminal.sees("spatie voert uit"))
    terminal.send("    ")
    #expect(terminal.wait { $0.screen.lines[0].contains("3/3") })
    terminal.send(" ")
    #expect(terminal.sees("Wilgendal"))
    terminal.send("e")
    #expect(terminal.wait { $0.screen.beforeCursor == "1/2 › set title Wilgendal" })
    terminal.send(" 2>\u{7F}\u{7F}\u{7F}-Noord\r")
    #expect(terminal.wait { $0.screen.beforeCursor == "2/2 › set title" })
    terminal.send("\r")
    #expect(terminal.sees("Wilgendal-Noord"))
    #expect(!terminal.screen.text.contains(" │ "))
    #expect(terminal.screen.lines.contains("oud") && terminal.screen.lines.contains("nieuw"))
    terminal.send("q")
    #expect(terminal.wait { $0.screen.text.contains("spatie verder") })
    terminal.send("q")
    #expect(terminal.end() == 0)
  }

  @Test("A change that writes a file writes none before it is kept, and none in a workspace out of a file")
  func written() throws {
    home.write("a;b\n1;2\n", to: "t.csv")
    let file = home.write("---\nlanguage: nl\n---\n\n```leerkring\nread t.csv | to csv uit.csv\n```\n", to: "w.md")
    let terminal = try #require(
      TerminalSession(Places.program, ["notebook", "present", file], environment: Prompt.environment(home)))
    #expect(terminal.sees("spatie voert uit"))
    terminal.send("e")
    #expect(terminal.wait { $0.screen.beforeCursor.hasSuffix("to csv uit.csv") })
    terminal.send("\u{7F}\u{7F}\u{7F}\u{7F}2.csv\r")
    #expect(terminal.sees("n nieuw houden"))
    #expect(!home.names().contains("uit.csv") && !home.names().contains("uit2.csv"))
    terminal.send("n")
    #expect(terminal.sees("spatie verder"))
    #expect(home.names().contains("uit2.csv") && !home.names().contains("uit.csv"))
    terminal.send("q")
    #expect(terminal.end() == 0)
    let kept = try start(["--workspace", home("w.json")])
    #expect(kept.sees("spatie voert uit"))
    kept.send("e")
    #expect(kept.sees("in een werkruimte uit een bestand wordt een cel niet gewijzigd"))
    kept.send(" q")
    #expect(kept.end() == 0)
  }
}
