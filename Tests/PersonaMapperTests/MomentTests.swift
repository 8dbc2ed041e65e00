import Testing
import WorkbenchKit

@testable import PersonaMapper

/// Key moments, their matrix, gaps and votes, through lines.
@Suite struct MomentTests {
  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench("persona set use langer-thuis")
    for line in lines { try bench.run(line) }
    return bench
  }

  @Test func `the matrix has a cell for each moment and persona, and the examples of the source apart`() throws {
    let bench = try bench(
      "moment cell verhuizen 'mondige regelaars' --thinks 'ik zoek het uit' --respond 'geef een overzicht' --by gemeente --priority 4"
    )
    let shown = try bench.run("moment matrix")
    #expect(shown.matrices.count == 2)
    #expect(shown.matrices[0].rows.count == 4 && shown.matrices[0].columns.count == 6)
    let lines = shown.matrices[0].cells[3][5].lines.map(\.text.nl)
    #expect(lines == ["ik zoek het uit", "geef een overzicht", "4", "gemeente", "aangenomen"])
    #expect(shown.matrices[1].columns.map(\.words.nl) == ["proactief en onafhankelijk", "reactief en afhankelijk"])
    #expect(try bench.run("moment matrix mondige-regelaars").matrices[0].columns.count == 1)
  }

  @Test func `gaps are empty cells, moments of nobody, parties with too much, and assumptions`() throws {
    let bench = try bench(
      "moment add 'na een val' --id val --owner corporatie",
      "moment cell val mondige-regelaars --thinks a --by gemeente",
      "moment cell val proactieve-zoekers --thinks b --by gemeente --status checked",
      "moment cell verhuizen proactieve-zoekers --respond c --by gemeente")
    let gaps = try bench.run("moment gaps")
    #expect(
      gaps.fact("empty") == 27 && gaps.fact("no_owner") == 3 && gaps.fact("too_much") == 1 && gaps.fact("assumed") == 2)
    #expect(try bench.run("moment gaps --share 1").fact("too_much") == 0)
  }

  @Test func `contrast puts the pair that differs most first`() throws {
    let bench = try bench(
      "moment cell verhuizen mondige-regelaars --thinks 'ik blijf hier' --priority 1 --by corporatie",
      "moment cell verhuizen proactieve-zoekers --thinks 'ik blijf hier' --priority 2 --by corporatie",
      "moment cell verhuizen meegaande-familiemensen --thinks 'de kinderen weten het' --priority 5 --by welzijn")
    let pairs = try bench.run("moment contrast verhuizen")
    #expect(
      pairs.texts("persona").first == "meegaande-familiemensen" && pairs.texts("other").first == "mondige-regelaars")
    #expect(pairs.numbers("words_differ") == [1, 1, 0] && pairs.numbers("priority_gap") == [4, 3, 1])
    #expect(pairs.words.contains("3 persona's"))
  }

  @Test func `each role counts the same, however many dots it has, and the spread is shown`() throws {
    let bench = try bench(
      "moment vote verhuizen=1 partner-weg=1 --by gemeente", "moment vote verhuizen=90 partner-weg=10 --by bewoners",
      "moment vote partner-weg=5 --by corporatie")
    let rank = try bench.run("moment rank")
    #expect(rank.texts("moment").prefix(2) == ["partner-weg", "verhuizen"])
    #expect(zip(rank.numbers("share"), [1.6 / 3, 1.4 / 3]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(rank.numbers("low").prefix(2) == [0.1, 0] && rank.numbers("high").prefix(2) == [1, 0.9])
    #expect(rank.words.contains("lopen de rollen ver uiteen"))
    try bench.run("moment vote verhuizen=2 --by bewoners")
    #expect(try bench.run("moment rank").numbers("dots").reduce(0, +) == 9)
  }

  @Test func `a role that nobody used before is remarked on beside one that is near`() throws {
    let bench = try bench(
      "moment vote verhuizen=1 --by gemeente", "moment add 'na een val' --id val --owner vervoerder")
    #expect(try !bench.run("moment vote verhuizen=1 --by bewoners").words.contains("nieuwe rol"))
    #expect(
      try bench.run("moment vote verhuizen=1 --by gemeentee").words.contains(
        "'gemeentee' is een nieuwe rol naast 'gemeente'"))
    #expect(try bench.run("moment add val --owner vervoerders").words.contains("naast 'vervoerder'"))
  }

  @Test func `a moment that goes takes its cells and votes along`() throws {
    let bench = try bench(
      "moment cell verhuizen mondige-regelaars --thinks a", "moment vote verhuizen=2 --by gemeente",
      "moment remove verhuizen")
    #expect(!bench.document.contains("verhuizen\"") || !bench.document.contains("\"votes\""))
    #expect(try bench.run("moment list").table?.rowCount == 3)
  }

  @Test(arguments: [
    ("moment cell verhuizen mondige", "persona.unknown"),
    ("moment cell verhuis mondige-regelaars --thinks a", "moment.unknown"),
    ("moment cell verhuizen mondige-regelaars", "cell.empty"),
    ("moment cell verhuizen mondige-regelaars --thinks a --priority 6", "argument.range"),
    ("moment cell verhuizen mondige-regelaars --by jan@example.org", "personal.found"),
    ("moment add '?'", "name.unusable"),
    ("moment vote verhuizen=x --by gemeente", "vote.dots"), ("moment vote verhuizen=0 --by gemeente", "vote.none"),
    ("moment vote verhuizen=1", "argument.missing"), ("moment add 'val' --id verhuizen", "moment.taken"),
  ])
  func `what cannot be is named`(line: String, code: String) throws {
    #expect(try bench().error(line)?.code == code)
  }

  @Test func `gaps are offered with the columns of the answer, and hidden roles leave what all make together`() throws {
    let bench = try bench(
      "moment add 'na een val' --id val", "moment vote val=2 --by gemeente", "moment vote val=1 --by corporatie")
    let shown = try bench.run("moment gaps --offer")
    let offered = try #require(try bench.session.workspace.parts[PartName(.tables, "moment.gaps")]?.part.table())
    #expect(offered.columnNames == shown.table?.columnNames)
    #expect(offered.column("gap")?.texts?.contains("no_owner") == true)
    #expect(try bench.run("moment rank").table?.column("low") != nil)
    try bench.session.apply(
      .step(.init(line: "test", time: ""), changes: [PartName(.settings, "kring.show-roles"): Part("off")]))
    let hidden = try bench.run("moment rank")
    #expect(hidden.table?.column("low") == nil && !String(describing: hidden.blocks).contains("corporatie"))
  }
}
