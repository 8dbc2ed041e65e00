import Glibc
import TestSupport
import Testing

@Suite("A session at the prompt")
struct SessionTests {
  let home = TemporaryFolder()

  @Test("The banner names version, workspace and modules; the prompt the title, and work that is not saved")
  func bannerAndMark() throws {
    let file = home("berflo.json")
    let terminal = try #require(Prompt.start(home, [file, "--lang", "nl"], columns: 140))
    #expect(terminal.isReady())
    #expect(terminal.screen.lines[0].hasPrefix("leerkring 0.1 · \(file) (nieuw) · "))
    #expect(terminal.screen.text.contains("'help' voor hulp, Tab vult aan, 'undo' maakt ongedaan"))
    #expect(terminal.screen.beforeCursor == "berflo › ")
    terminal.run("set title 'Berflo Es'")
    #expect(terminal.screen.beforeCursor == "Berflo Es* › ")
    terminal.run("save")
    #expect(terminal.screen.beforeCursor == "Berflo Es › ")
  }

  @Test("An error points at its spot, and the prompt goes on")
  func errors() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("helpp")
    #expect(
      terminal.screen.text.contains("  error: 'helpp' is not a command\n    helpp\n    ^^^^^\n    did you mean 'help'?")
    )
    terminal.run("let a = 1")
    terminal.send("\u{4}")
    #expect(terminal.end() == 0)
  }

  @Test(
    "Ctrl-C in a running command gives the prompt back, with the workspace as it was", .enabled(if: Places.hasRealData))
  func interruptedCommand() throws {
    let data = try #require(Places.realData)
    let file = home("w.json")
    let terminal = try #require(Prompt.start(home, [file]))
    #expect(terminal.isReady())
    let before = terminal.prompts
    terminal.send("wzw import '\(data)/kwb_nl_2024.csv' --year 2024\r")
    #expect(terminal.wait { $0.isCooked })
    terminal.send("\u{3}")
    #expect(terminal.wait { $0.prompts > before && $0.screen.beforeCursor == "w › " })
    #expect(terminal.sees("stopped; the workspace has not changed"))
    #expect(home.text("w.json.journal") == nil)
    terminal.run("let a = 1")
    #expect(terminal.screen.beforeCursor == "w › ")
  }

  @Test("A pasted block of several lines is shown and confirmed once, then run")
  func paste() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("\u{1B}[200~let a = 1\nset title Geplakt\n\u{1B}[201~")
    #expect(terminal.sees("2 lines pasted:\n    let a = 1\n    set title Geplakt"))
    #expect(terminal.cursorComesBehind("run them? [Y/n] "))
    terminal.send("\r")
    #expect(terminal.cursorComesBehind("Geplakt* › "))
  }

  @Test("A pasted block that is refused does nothing")
  func refusedPaste() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("\u{1B}[200~set title A\r\nset title B\r\n\u{1B}[201~")
    #expect(terminal.cursorComesBehind("run them? [Y/n] "))
    terminal.send("n\r")
    #expect(terminal.cursorComesBehind("scratch › "))
  }

  @Test("The first error ends a pasted block, and says how much was left")
  func pasteWithAnError() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("\u{1B}[200~set title A\nniets\nset title B\nset title C\u{1B}[201~")
    #expect(terminal.cursorComesBehind("run them? [Y/n] "))
    terminal.send("\r")
    #expect(terminal.cursorComesBehind("A* › "))
    #expect(terminal.screen.text.contains("The last 2 pasted lines were not run."))
  }

  @Test("A pasted line of text stands in the line and is not run")
  func pastedLine() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("set \u{1B}[200~title\tA\u{1B}[31m\n\u{1B}[201~")
    #expect(terminal.cursorComesBehind("scratch › set title A[31m"))
  }

  @Test("SIGHUP leaves every step on disk", arguments: [SIGHUP, SIGTERM])
  func hangUp(signal: Int32) throws {
    let file = home("w.json")
    let terminal = try #require(Prompt.start(home, [file]))
    #expect(terminal.isReady())
    terminal.run("set title Blijft")
    terminal.send("set title Half")
    #expect(terminal.cursorComesBehind("Blijft* › set title Half"))
    terminal.signal(signal)
    #expect(terminal.end() == 128 + signal)
    #expect(terminal.isCooked)
    #expect(home.text("\(Prompt.state)/history") == "set title Blijft\n")
    let after = Leerkring.run(["--json", "--workspace", file, "-c", "set title"])
    #expect(after.output.contains("\"Blijft\""))
  }

  @Test("An init file is run at the prompt, not with --safe and not for a script")
  func initFile() throws {
    home.folder(".config/leerkring")
    home.write("alias h history\nlet begin = 7\n", to: ".config/leerkring/init.lk")
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("$begin")
    #expect(terminal.screen.text.contains("\n  7"))
    let safe = try #require(Prompt.start(home, ["--safe"]))
    #expect(safe.isReady())
    safe.run("$begin")
    #expect(safe.screen.text.contains("'$begin' is not remembered"))
    let script = Leerkring.run(["-c", "$begin"], environment: ["HOME": home.path])
    #expect(script.code == 1)
  }

  @Test("An init file that others may write to is not run, and the prompt comes all the same")
  func initFileOfOthers() throws {
    home.folder(".config/leerkring")
    home.write("let begin = 7\n", to: ".config/leerkring/init.lk")
    chmod(home(".config"), 0o777)
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    #expect(terminal.screen.text.contains("can be written to by"))
    #expect(terminal.screen.text.contains("chmod "))
    terminal.run("$begin")
    #expect(terminal.screen.text.contains("'$begin' is not remembered"))
  }
}
