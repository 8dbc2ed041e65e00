import TestSupport
import Testing

@Suite("Completion at the prompt")
struct CompletionTests {
  let home = TemporaryFolder()

  @Test("wzw est and Tab become 'wzw estimate '")
  func verb() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("wzw est\t")
    #expect(terminal.cursorComesBehind("scratch › wzw estimate "))
  }

  @Test("Tab twice behind the beginning of a code lists areas with their names")
  func areas() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.run("wzw demo")
    terminal.send("wzw estimate BU9901\t\t")
    #expect(terminal.sees("BU99010101  Lindehof"))
    #expect(terminal.cursorComesBehind("scratch* › wzw estimate BU99010"))
  }

  @Test(
    "With the real figures, BU0164 and Tab twice lists the neighbourhoods of Hengelo", .enabled(if: Places.hasRealData))
  func realAreas() throws {
    let data = try #require(Places.realData)
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    #expect(terminal.run("wzw import '\(data)/kwb_nl_2024.csv' --year 2024 --only GM0164"))
    terminal.send("wzw estimate BU0164\t\t")
    #expect(terminal.sees("BU01640101  Tichelwerk"))
  }

  @Test("Several words are listed with what they are for")
  func descriptions() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("wzw estimate --\t")
    #expect(terminal.sees("--indicator   which trait"))
    #expect(terminal.cursorComesBehind("scratch › wzw estimate --"))
  }

  @Test("Files are found, and one with a blank is put in quotes")
  func files() throws {
    home.write("help\n", to: "een lijst.lk")
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("source \(home.path)/een\t")
    #expect(terminal.cursorComesBehind("scratch › source '\(home.path)/een lijst.lk' "), "\(terminal.screen.text)")
  }

  @Test("Where a number is due, Tab says which")
  func expectation() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("wzw estimate --year \t")
    #expect(terminal.sees("N: the year of the key figures"))
    #expect(terminal.cursorComesBehind("scratch › wzw estimate --year "))
  }

  @Test("The shell's own commands know settings, words to get help about, and names in memory")
  func hostWords() throws {
    let terminal = try #require(Prompt.start(home))
    #expect(terminal.isReady())
    terminal.send("set la\t")
    #expect(terminal.cursorComesBehind("scratch › set language "))
    terminal.send("n\t")
    #expect(terminal.cursorComesBehind("scratch › set language nl "))
    terminal.send("\u{15}help wzw est\t")
    #expect(terminal.cursorComesBehind("scratch › help wzw estimate "))
    terminal.send("\u{15}")
    terminal.run("let antwoord = 42")
    terminal.send("keep ant\t")
    #expect(terminal.cursorComesBehind("scratch › keep antwoord "))
  }
}
