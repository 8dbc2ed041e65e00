import Language
import Session
import Testing
@_spi(Host) import WorkbenchKit
import WorkbenchTesting

@testable import LearningCircle

/// Who sits at the table, and when they meet.
@Suite struct TableTests {
  @Test func `roles stand ready for every plugin, and undo takes them back`() throws {
    let bench = try CircleBench.make()
    #expect(try bench.table("kring.roles") == nil)
    try bench.run("kring role add gemeente,zorgaanbieder,mantelzorgers --party Wilgendal")
    try bench.run("kring role add voorzitter --votes nee --kind overig")
    let table = try #require(try bench.table("kring.roles"))
    #expect(table.column("role")?.texts == ["gemeente", "zorgaanbieder", "mantelzorgers", "voorzitter"])
    #expect(table.column("kind")?.texts == ["gemeente", "zorg", "bewoners", "overig"])
    #expect(table.column("votes")?[3] == .boolean(false) && table.column("party")?.texts?[0] == "Wilgendal")
    #expect(bench.error("agenda vote x=1 --by voorzitter")?.code == "role.novote")
  }

  @Test func `another name counts as the same role, before and after it is said`() throws {
    let bench = try CircleBench.make(CircleBench.fourRoles)
    try bench.run("stelling say a=1 --by woonbron")
    try bench.run("kring role alias corporatie woonbron")
    // What the role said itself stays.
    #expect(try bench.run("stelling agree").fact("roles") == 4)
    let said = try bench.run("stelling say a=1 --by Woonbron")
    #expect(said.numbers("low") == [1] && said.numbers("high") == [5])
    #expect(said.notices.allSatisfy { !$0.text.nl.contains("nieuwe rol") })
    try bench.run("kring role remove woonbron")
    #expect(try bench.table("kring.roles")?.column("aliases")?.texts?.compactMap { $0 } == [])
  }

  @Test func `a near miss is remarked on, and with kring.strict a stranger is an error`() throws {
    let bench = try CircleBench.make(CircleBench.fourRoles)
    let said = try bench.run("stelling say a=3 --by gemente")
    #expect(said.words.contains("'gemente' is een nieuwe rol naast 'gemeente'"))
    try bench.set("kring.strict", to: "on")
    let error = try #require(bench.error("stelling say a=3 --by gemeent"))
    #expect(error.code == "role.unknown" && error.suggestion == "gemeente" && error.place?.column == 23)
    #expect(bench.error("besluit add x --made 2027-01-01 --who provincie")?.code == "role.unknown")
    try bench.run("stelling say a=3 --by bewoners")
    try bench.run("kring role add provincie")
    try bench.run("besluit add x --made 2027-01-01 --who provincie")
  }

  @Test func `arguments that name who speaks complete from the table`() throws {
    let bench = try CircleBench.make(["kring role add woonbron,gemeente"])
    let words = { (line: String) in Completer(bench.session).complete(line)?.candidates.map(\.word) ?? [] }
    #expect(words("besluit add x --who ") == ["woonbron", "gemeente"])
    #expect(words("stelling say a=1 --by w") == ["woonbron"])
  }

  @Test func `a meeting that opens closes the other one, and puts what is overdue first`() throws {
    let bench = try CircleBench.make(
      CircleBench.decisions + ["kring meeting new 2027-03-01 --minutes 90 --chair gemeente"])
    try bench.run("kring meeting open 2027-03-01 --present gemeente")
    let opened = try bench.run("kring meeting open 2027-04-01")
    #expect(opened.texts("id") == ["vier"] && opened.words.contains("1 besluit dat te laat is staat nu op de agenda"))
    #expect(opened.words.contains("deze bijeenkomst stond er nog niet") && opened.words.contains("is gesloten"))
    let agenda = try bench.run("agenda show")
    #expect(agenda.texts("id") == ["besluit-vier"] && agenda.texts("origin") == ["decision:vier"])
    // Opened once more it stands there once.
    try bench.run("kring meeting open 2027-04-01")
    #expect(try bench.run("agenda show").table?.rowCount == 1)
    #expect(bench.error("kring meeting new 2027-04-01")?.code == "meeting.taken")
    #expect(bench.error("kring meeting close 2020-01-01")?.code == "meeting.unknown")
  }

  @Test func `without a circle there is one error that says how to begin`() throws {
    let bench = try CircleBench.empty()
    for line in ["agenda show", "stelling agree", "besluit list", "kring minutes", "advies matrix", "kring ready"] {
      #expect(bench.error(line)?.code == "circle.none", "\(line)")
    }
    #expect(bench.error("kring new '!!'")?.code == "name.unusable")
    try bench.run("kring new A")
    #expect(bench.error("kring new a")?.code == "circle.taken")
    try bench.run("kring new B")
    try bench.run("kring use a")
    #expect(try bench.run("kring list").texts("circle") == ["a", "b"])
  }

  @Test func `words of a person do not come in`() throws {
    let bench = try CircleBench.make([
      "agenda add x --id x", "stelling add s t", "besluit add b --id b --made 2027-01-01 --who gemeente",
    ])
    let person = "'bel 06-12345678'"
    for line in [
      "kring new \(person)", "kring dilemma add \(person)", "agenda add \(person)",
      "agenda inbreng x --by gemeente --offers \(person)",
      "agenda inbreng x --by gemeente --asks \(person)", "agenda inbreng x --by gemeente --gain \(person)",
      "stelling add z \(person)",
      "besluit add \(person) --made 2027-01-01 --who gemeente", "besluit drop b --on 2027-01-02 --because \(person)",
      "besluit replace b \(person) --made 2027-01-02 --who gemeente", "kring role add x --party \(person)",
      "kring ready \(person) weten=1 --by gemeente",
    ] {
      #expect(bench.error(line)?.code == "personal.found", "\(line)")
    }
    #expect(!bench.documents.contains("12345678"))
  }

  @Test func `every change is one step that undo takes back`() throws {
    let lines = [
      "kring role add gemeente,corporatie", "kring role alias corporatie woonbron", "kring role remove gemeente",
      "kring dilemma add 'van ons' --id ons",
      "kring dilemma take ons", "kring meeting new 2027-03-01", "kring meeting open 2027-03-01",
      "agenda add punt --id punt",
      "agenda inbreng punt --by gemeente --mandate ja", "agenda urgency punt=4 --by gemeente",
      "agenda vote punt=3 --by gemeente",
      "agenda start punt --time 14:00", "agenda stop --time 14:20", "agenda suggest --take 1 --at 2027-03-01",
      "stelling add s 'een'", "stelling say s=4 --by gemeente",
      "stelling vote s=2 --by gemeente", "stelling use waakvlam-2020", "advies set loket deels --by gemeente",
      "besluit add iets --id iets --who gemeente", "besluit replace iets 'iets anders' --id anders --who gemeente",
      "besluit done anders",
      "kring ready wonen weten=4 --by gemeente", "kring minutes approve 2027-03-01 --by gemeente",
      "kring meeting close 2027-03-01", "agenda remove punt",
    ]
    let bench = try CircleBench.make()
    for line in lines {
      let before = bench.session.workspace
      try bench.run(line)
      #expect(bench.session.workspace.serial == before.serial + 1, "\(line)")
      try bench.session.apply(.undo(1))
      #expect(
        bench.session.workspace.parts.mapValues { $0.part.canonical() }
          == before.parts.mapValues { $0.part.canonical() }, "\(line)")
      try bench.session.apply(.redo(1))
    }
  }
}
