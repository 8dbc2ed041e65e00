import Testing
@_spi(Host) import WorkbenchKit

@testable import Woonzorgwijzer

/// Necessity as the roles at the table say it, through lines.
@Suite struct NeedTests {
  private func bench(_ lines: String...) throws -> Workbench {
    let bench = try Workbench()
    for line in lines { try bench.run(line) }
    return bench
  }

  @Test func `several roles are kept beside each other; a new value replaces only the role's own`() throws {
    let bench = try bench(
      "wzw need set 3 nultrede inwonend noodzakelijk --by gemeente",
      "wzw need set 3 nultrede inwonend 'niet nodig' --by Corporatie",
      "wzw need set 3 nultrede inwonend fijn --by gemeente")
    let output = try bench.run("wzw need show 3")
    #expect(output.texts("role") == ["corporatie", "gemeente"])
    #expect(output.texts("value") == ["niet-nodig", "prettig"])
    #expect(output.fact("unanswered") == 107)
  }

  @Test func `agreement gives the median, both middles, the spread, and who does not know`() throws {
    let bench = try bench(
      "wzw need set 3 nultrede inwonend noodzakelijk --by gemeente",
      "wzw need set 3 nultrede inwonend niet-nodig --by corporatie",
      "wzw need set 3 nultrede inwonend unknown --by bewoners",
      "wzw need set ggz-c3 begeleiding geen prettig --by gemeente",
      "wzw need set ggz-c3 begeleiding geen prettig --by corporatie",
      "wzw need set 1 monitoring geen onbekend --by gemeente")
    let output = try bench.run("wzw need agree")
    #expect(output.texts("precondition") == ["nultrede", "begeleiding", "monitoring"])
    #expect(output.texts("median") == ["niet-nodig", "prettig", "onbekend"])
    #expect(output.texts("median_high") == ["noodzakelijk", "", ""])
    #expect(output.texts("spread") == ["niet-nodig tot noodzakelijk", "", ""])
    #expect(output.texts("low") == ["niet-nodig", "prettig", "onbekend"])
    #expect(output.texts("high") == ["noodzakelijk", "prettig", "onbekend"])
    #expect(output.numbers("unknown") == [1, 0, 1] && output.numbers("roles") == [3, 2, 1])
    #expect(Array(output.numbers("agreement").prefix(2)) == [-1, 1] && output.numbers("agreement")[2].isNaN)
    #expect(output.fact("divided") == 1 && output.fact("unanimous") == 1 && output.fact("with_unknown") == 2)
  }

  @Test func `what the text calls needed stands beside the median and is no part of it`() throws {
    let bench = try bench("wzw need set ggz-c3 begeleiding alle niet-nodig --by gemeente")
    let output = try bench.run("wzw need agree ggz-c3")
    #expect(output.texts("situation") == ["inwonend", "uitwonend", "geen"])
    #expect(output.texts("text") == ["nodig", "nodig", "nodig"])
    #expect(output.texts("median") == ["niet-nodig", "niet-nodig", "niet-nodig"])
    let sheet = try bench.run("wzw group ggz-c3")
    let row = try #require(sheet.texts("precondition").firstIndex(of: "begeleiding"))
    #expect(sheet.texts("inwonend")[row] == "nodig" && sheet.texts("circle_inwonend")[row] == "niet-nodig")
  }

  @Test func `a role can take back what it said, and what is not there cannot be taken back`() throws {
    let bench = try bench(
      "wzw need set lvb waakvlam alle prettig --by gemeente",
      "wzw need set lvb waakvlam alle intrekken --by gemeente")
    #expect(try bench.run("wzw need show").fact("answers") == 0)
    #expect(bench.session.workspace.parts[PartName(.documents, "woonzorgwijzer/need")] == nil)
    #expect(bench.error("wzw need set lvb waakvlam geen withdraw --by gemeente")?.code == "need.none")
  }

  @Test func `a role that looks like another one is asked about`() throws {
    let bench = try bench("wzw need set 3 nultrede geen prettig --by gemeente")
    #expect(try bench.run("wzw need set 3 nultrede geen prettig --by gemeent").words.contains("nieuwe rol"))
    #expect(try !bench.run("wzw need set 3 nultrede geen prettig --by bewoners").words.contains("nieuwe rol"))
  }

  @Test(arguments: [
    ("wzw need set 3b nultrede geen prettig --by x", "group.unknown", "3"),
    ("wzw need set 3 nultreden geen prettig --by x", "precondition.unknown", "nultrede"),
    ("wzw need set 3 nultrede inwonen prettig --by x", "situation.unknown", "inwonend"),
    ("wzw need set 3 nultrede geen noodzaak --by x", "necessity.unknown", "noodzakelijk"),
    ("wzw need show lvbb", "group.unknown", "lvb"),
  ])
  func `a wrong word names what was near`(line: String, code: String, near: String) throws {
    let error = try Workbench().error(line)
    #expect(error?.code == code)
    #expect(error?.suggestion == near || error?.candidates.contains { $0.word == near } == true)
  }

  @Test(arguments: [
    ("wzw need set 3 nultrede geen nodig --by x", "necessity.ungraded"),
    ("wzw need set 3 nultrede geen prettig --by jan@example.nl", "personal.found"),
    ("wzw need set 3 nultrede geen prettig --by 0612345678", "personal.found"),
    ("wzw need set 3 nultrede geen prettig --by ' '", "role.name"),
    ("wzw need set 3 nultrede geen prettig --by zorg12345", "role.name"),
    ("wzw need set 3 nultrede geen prettig", "argument.missing"),
  ])
  func `what cannot be said is refused`(line: String, code: String) throws {
    #expect(try Workbench().error(line)?.code == code)
  }
}

/// What completion offers while a person types what is needed.
@Suite struct NeedCandidateTests {
  private func offered(_ parameter: String, in bench: Workbench) throws -> [String] {
    let found = try #require(NeedSetCommand().fullSignature.parameters.first { $0.name == parameter }?.candidates)
    return found(bench.session.looking(as: "woonzorgwijzer")).map(\.word)
  }

  @Test func `groups, preconditions, situations and grades are offered; a need without a grade is not`() throws {
    let bench = try Workbench()
    #expect(try offered("group", in: bench).contains("ggz-c3"))
    #expect(try offered("precondition", in: bench).count == 36)
    #expect(try offered("situation", in: bench) == ["inwonend", "uitwonend", "geen", "alle"])
    #expect(
      try offered("value", in: bench) == [
        "noodzakelijk", "zeer-wenselijk", "prettig", "niet-nodig", "onbekend", "intrekken",
      ])
  }

  @Test func `a role that spoke is offered again`() throws {
    let bench = try Workbench()
    #expect(try !offered("by", in: bench).contains("huisarts"))
    try bench.run("wzw need set 3 nultrede alle prettig --by huisarts")
    #expect(try offered("by", in: bench).last == "huisarts")
  }

  @Test func `nothing of the knowledge base is read before it is asked for`() {
    var registrar = Registrar(dataFolder: "/there/is/no/such/folder")
    Woonzorgwijzer().register(with: &registrar)
    #expect(registrar.commands.contains { $0.signature.path == ["wzw", "need", "set"] })
  }
}
