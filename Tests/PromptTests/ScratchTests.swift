import TestSupport
import Testing

@Suite("The scratch workspace")
struct ScratchTests {
  let home = TemporaryFolder()

  @Test("What was done without a file is there at the next prompt, and Ctrl-D asks for it to be kept")
  func restored() throws {
    let first = try #require(Prompt.start(home))
    #expect(first.isReady())
    first.run("set title Klad")
    first.send("\u{4}")
    #expect(first.cursorComesBehind("leave? [Y/n, or a file name to keep it] "))
    first.send("\r")
    #expect(first.end() == 0)
    let second = try #require(Prompt.start(home))
    #expect(second.isReady())
    #expect(second.screen.text.contains("scratch restored, 1 step"))
    #expect(second.screen.beforeCursor == "Klad* › ")
    second.run("undo")
    #expect(second.screen.beforeCursor == "scratch* › ")
  }

  @Test("Ctrl-D, n goes on; a file name keeps the work there")
  func keptOnLeaving() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("set title Werk")
    terminal.send("\u{4}")
    #expect(terminal.cursorComesBehind("leave? [Y/n, or a file name to keep it] "))
    terminal.send("n\r")
    #expect(terminal.cursorComesBehind("Werk* › "))
    terminal.send("\u{4}")
    #expect(terminal.wait { $0.prompts == 5 })
    terminal.send("\(home("w.json"))\r")
    #expect(terminal.end() == 0)
    #expect(home.text("w.json")?.contains("Werk") == true)
    #expect(home.text("\(Prompt.state)/scratch.json") == nil)
  }

  @Test("save-as makes a file of it, and the next prompt begins empty")
  func savedAs() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("set title Werk")
    terminal.run("save")
    #expect(terminal.screen.text.contains("this workspace stands in no file yet"))
    terminal.run("save-as '\(home("w.json"))'")
    #expect(terminal.screen.beforeCursor == "Werk › ")
    terminal.send("\u{4}")
    #expect(terminal.end() == 0)
    let next = try #require(Prompt.start(home))
    #expect(next.isReady())
    #expect(next.screen.beforeCursor == "scratch › ")
  }

  @Test("A second prompt gets a workspace of its own, which is kept nowhere, and asks before it is lost")
  func twoPrompts() throws {
    let first = try #require(Prompt.start(home))
    #expect(first.isReady())
    first.run("set title Eerste")
    let second = try #require(Prompt.start(home))
    #expect(second.isReady())
    #expect(second.screen.text.contains("The scratch workspace is in use at another prompt."))
    second.run("set title Tweede")
    #expect(second.screen.beforeCursor == "Tweede* › ")
    second.send("\u{4}")
    #expect(second.cursorComesBehind("leave all the same? [y/N, or a file name] "))
    second.send("\r")
    #expect(second.cursorComesBehind("Tweede* › "))
    second.send("exit\r")
    #expect(second.cursorComesBehind("leave all the same? [y/N, or a file name] "))
    second.send("y\r")
    #expect(second.end() == 0)
    #expect(first.run("let a = 1"))
    #expect(first.screen.beforeCursor == "Eerste* › ")
  }

  @Test("--safe restores nothing and has no plugins")
  func safe() throws {
    let first = try #require(Prompt.start(home))
    #expect(first.isReady())
    first.run("set title Klad")
    first.send("\u{4}\r")
    #expect(first.end() == 0)
    let safe = try #require(Prompt.start(home, ["--safe"]))
    #expect(safe.isReady())
    #expect(safe.screen.beforeCursor == "scratch › ")
    #expect(safe.screen.lines[0].contains("0 modules"))
  }

  @Test("'new' asks for --discard where there is work, and begins empty with it")
  func new() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("set title Klad")
    terminal.run("new")
    #expect(terminal.screen.text.contains("this workspace stands in no file yet"))
    terminal.run("new --discard")
    #expect(terminal.screen.beforeCursor == "scratch › ")
  }

  @Test("'close' goes from a file back to the scratch workspace")
  func close() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("set title Klad")
    terminal.run("new '\(home("w.json"))'")
    #expect(terminal.screen.beforeCursor == "w › ")
    terminal.run("close")
    #expect(terminal.screen.beforeCursor == "Klad* › ")
  }

  @Test("A damaged one is put aside, and the prompt goes on with a new one")
  func damaged() throws {
    home.folder(Prompt.state)
    home.write("{\"format\":\"leerkring-workspace\", brok", to: "\(Prompt.state)/scratch.json")
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    #expect(terminal.screen.beforeCursor == "scratch › ")
    terminal.run("set title Nieuw")
    #expect(terminal.screen.beforeCursor == "Nieuw* › ")
  }
}
