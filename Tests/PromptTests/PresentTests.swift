import TestSupport
import Testing

@Suite("Presenting a notebook to a group")
struct PresentTests {
  let home = TemporaryFolder()

  private let text = """
    ---
    title: Onze buurt
    language: nl
    parameters:
      getal: 5
    ---

    # Onze buurt

    Hier **begint** het, met een `waarde`.

    ```leerkring
    let dubbel = $getal
    $dubbel
    ```

    ## Verder

    ```leerkring
    mis
    ```

    ```leerkring
    set title Wilgendal
    set title
    ```

    Tot slot.
    """

  private func start(_ arguments: [String] = [], columns: Int = 80) throws -> TerminalSession {
    let file = home.write(text, to: "n.md")
    return try #require(
      TerminalSession(
        Places.program, ["notebook", "present", file] + arguments, environment: Prompt.environment(home),
        columns: columns))
  }

  @Test("One cell at a time, under a line with the title and how far it is; a key runs it, another goes back")
  func onward() throws {
    let terminal = try start(["-p", "getal=7"])
    #expect(terminal.sees("spatie voert uit"))
    #expect(terminal.screen.lines[0].hasPrefix("Onze buurt"))
    #expect(terminal.screen.lines[0].contains("1/3 ──"))
    #expect(terminal.screen.text.contains("Hier begint het, met een waarde."))
    #expect(terminal.screen.text.contains("› $dubbel"))
    #expect(!terminal.screen.text.contains("Verder"))
    #expect(!terminal.screen.lines.contains("  7"))
    terminal.send(" ")
    #expect(terminal.wait { $0.screen.lines.contains("  7") })
    terminal.send(" ")
    #expect(terminal.sees("2/3 ━"))
    #expect(terminal.screen.text.contains("Verder"))
    #expect(!terminal.screen.lines.contains("  7"))
    terminal.send("b")
    #expect(terminal.wait { $0.screen.lines.contains("  7") && $0.screen.lines[0].contains("1/3") })
    terminal.send("q")
    #expect(terminal.end() == 0)
    #expect(terminal.isCooked)
    #expect(terminal.screen.text.contains("let getal = 7\n# cel 1\nlet dubbel = $getal\n$dubbel\n#   7"))
    #expect(terminal.screen.text.contains("1 of 3 cells run"))
    #expect(home.text("n.md") == text)
  }

  @Test("What is typed in between works on what the notebook has, and stands in the transcript in its place")
  func typing() throws {
    let log = home("verslag.lk")
    let terminal = try start(["--log", log])
    #expect(terminal.sees("spatie voert uit"))
    terminal.send(" ")
    #expect(terminal.wait { $0.screen.lines.contains("  5") })
    terminal.send("t")
    #expect(terminal.wait { $0.screen.beforeCursor == "› " })
    terminal.send("let eigen = 9\r")
    #expect(terminal.sees("terug naar het notitieboek"))
    terminal.send("t")
    #expect(terminal.wait { $0.screen.beforeCursor == "› " })
    terminal.send("$eigenn\r")
    #expect(terminal.sees("'$eigenn' is niet onthouden"))
    terminal.send(" ")
    #expect(terminal.sees("spatie verder"))
    terminal.send(" ")
    #expect(terminal.sees("› mis"))
    // It fails, and may be tried again; the one behind it is not run before it.
    terminal.send(" ")
    #expect(terminal.sees("'mis' is geen opdracht"))
    terminal.send("q")
    #expect(terminal.end() == 0)
    let transcript = home.text("verslag.lk") ?? ""
    #expect(
      transcript.hasPrefix(
        "# Onze buurt\nlet getal = 5\n# cel 1\nlet dubbel = $getal\n$dubbel\n#   5\nlet eigen = 9\n# ! $eigenn\n"))
    #expect(transcript.contains("# cel 2\n# ! mis\n"))
    // It is a script that gives the same.
    let replay = Leerkring.run(["-f", log])
    #expect(replay.code == 0)
    #expect(replay.output == "  5\n")
  }

  @Test("Arrows do as the letters, a resized window is drawn anew, Ctrl-C leaves")
  func keys() throws {
    let terminal = try start()
    #expect(terminal.sees("spatie voert uit"))
    terminal.send("\u{1B}[C")
    #expect(terminal.wait { $0.screen.lines.contains("  5") })
    terminal.send("\u{1B}[C")
    #expect(terminal.sees("2/3"))
    terminal.send("\u{1B}[D")
    #expect(terminal.wait { $0.screen.lines[0].contains("1/3") })
    terminal.send("\u{3}")
    #expect(terminal.end() == 0)
    #expect(terminal.isCooked)
  }

  @Test("At the prompt it comes back to the session as it was")
  func atThePrompt() throws {
    home.write(text, to: "n.md")
    let terminal = try #require(Prompt.start(home, ["--lang", "nl", home("w.json")]))
    #expect(terminal.isReady())
    terminal.run("let dubbel = 1")
    terminal.send("notebook present \(home("n.md"))\r")
    #expect(terminal.sees("spatie voert uit"))
    terminal.send(" ")
    #expect(terminal.wait { $0.screen.lines.contains("  5") })
    let before = terminal.prompts
    terminal.send("q")
    #expect(terminal.wait { $0.prompts > before && $0.screen.beforeCursor.hasSuffix("w › ") })
    terminal.run("$dubbel")
    #expect(terminal.screen.text.contains("\n  1\n"))
  }

  @Test("Writing outside the folder is asked for at a terminal")
  func asking() throws {
    let other = TemporaryFolder()
    home.write("```leerkring\nwzw demo\nwzw areas | top 1 | to csv \(other("uit.csv"))\n```\n", to: "n.md")
    for (answer, code) in [("n", 3), ("y", 0)] as [(String, Int32)] {
      let terminal = try #require(
        TerminalSession(
          Places.program, ["notebook", "run", home("n.md")], environment: Prompt.environment(home)))
      #expect(terminal.cursorComesBehind("write it all the same? [y/N] "))
      terminal.send(answer + "\r")
      #expect(terminal.end() == code)
      #expect(other.names() == (code == 0 ? ["uit.csv"] : []))
    }
  }
}
