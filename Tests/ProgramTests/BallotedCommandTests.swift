import TestSupport
import Testing
import WorkbenchKit

/// Each command that can be balloted gives what it gives where every role types its own line.
@Suite struct BallotedCommandTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let before: [String]
    let ballot: String
    /// By role the answers in the order of the questions.
    let answers: [String: [String]]
    /// What the roles would type.
    let typed: [String]
    let outcome: String

    var testDescription: String { ballot }
  }

  private static let cases = [
    Case(
      before: [], ballot: "wzw need set 3 precondition=nultrede,rolstoelwoning situation=alle",
      answers: ["gemeente": ["noodzakelijk", "prettig"], "corporatie": ["Zeer wenselijk", ""]],
      typed: [
        "wzw need set 3 nultrede alle noodzakelijk --by gemeente",
        "wzw need set 3 rolstoelwoning alle prettig --by gemeente",
        "wzw need set 3 nultrede alle zeer-wenselijk --by corporatie",
      ], outcome: "wzw need agree"),
    Case(
      before: [], ballot: "instrument weigh weights=rule,domain",
      answers: ["wethouder": ["0,5", "0.4"], "corporatie": ["1", "3"]],
      typed: [
        "instrument weigh rule=.5 domain=.4 --by wethouder", "instrument weigh rule=1 domain=3 --by corporatie",
      ], outcome: "instrument weigh rule=1 --by corporatie"),
    Case(
      before: [], ballot: "procure weigh weights=affordability,demand-met",
      answers: ["gemeente": ["60", "40"], "aanbieder": ["10", "90"]],
      typed: [
        "procure weigh affordability=60 demand-met=40 --by gemeente",
        "procure weigh affordability=10 demand-met=90 --by aanbieder",
      ], outcome: "procure fit"),
    Case(
      before: [], ballot: "procure weigh as=ranks weights=affordability,demand-met",
      answers: ["gemeente": ["1", "2"]],
      typed: ["procure weigh affordability=1 demand-met=2 --as ranks --by gemeente"], outcome: "procure fit"),
    Case(
      before: [], ballot: "procure score form=lumpsum,pxq scores=affordability,'prettig samenwerken'",
      answers: ["gemeente": ["8", "4,5", "10", "0"]],
      typed: [
        "procure score lumpsum affordability=8 'prettig samenwerken=4,5' --by gemeente",
        "procure score pxq affordability=10 'prettig samenwerken=0' --by gemeente",
      ], outcome: "procure fit"),
    Case(
      before: ["persona set use langer-thuis", "arrangement new Wilgendal --weights mondige-regelaars=1"],
      ballot: "arrangement vote wilgendal dots=mondige-regelaars,proactieve-zoekers",
      answers: ["gemeente": ["2", "3"], "bewoners": ["5", ""]],
      typed: [
        "arrangement vote wilgendal mondige-regelaars=2 proactieve-zoekers=3 --by gemeente",
        "arrangement vote wilgendal mondige-regelaars=5 --by bewoners",
      ], outcome: "arrangement show wilgendal"),
    Case(
      before: ["kring new Lindehof", "stelling add regie een", "stelling add geld twee"],
      ballot: "stelling say answers=regie,geld",
      answers: ["gemeente": ["4", "1"], "corporatie": ["5", ""]],
      typed: ["stelling say regie=4 geld=1 --by gemeente", "stelling say regie=5 --by corporatie"],
      outcome: "stelling agree"),
    Case(
      before: ["kring new Lindehof", "agenda add een --id een", "agenda add twee --id twee"], ballot: "agenda vote",
      answers: ["gemeente": ["3", "2"], "corporatie": ["0", "1"]],
      typed: ["agenda vote een=3 twee=2 --by gemeente", "agenda vote een=0 twee=1 --by corporatie"],
      outcome: "agenda vote"),
    Case(
      before: [], ballot: "casus weigh weights=payer,scale",
      answers: ["gemeente": ["3", "0,5"], "bewoners": ["", "2"]],
      typed: ["casus weigh payer=3 scale=.5 --by gemeente", "casus weigh scale=2 --by bewoners"],
      outcome: "casus near goede-buur"),
    Case(
      before: ["kring new Lindehof"], ballot: "kring ready subject=wonen",
      answers: ["gemeente": ["4", "3", "2", "1"]],
      typed: ["kring ready wonen weten=4 willen=3 kunnen=2 doen=1 --by gemeente"], outcome: "kring ready wonen"),
  ]

  @Test(arguments: cases)
  private func `a ballot gives what the typed lines give`(_ test: Case) throws {
    let room = BallotRoom()
    for line in test.before { room.run(line) }
    let roles = test.answers.keys.sorted()
    let made = room.run("ballot new b \(test.ballot) --by \(roles.joined(separator: ","))")
    #expect(made.code == 0, "\(made.errors)")
    for role in roles { room.fill("b-\(role).csv", as: "\(role).csv", test.answers[role] ?? []) }
    let taken = room.run("ballot take \(roles.map { "\($0).csv" }.joined(separator: " "))")
    #expect(taken.code == 0, "\(taken.errors)")
    let typed = BallotRoom()
    for line in test.before + test.typed {
      let run = typed.run(line)
      #expect(run.code == 0, "\(run.errors)")
    }
    #expect(try blocks(room, test.outcome) == blocks(typed, test.outcome))
  }

  private func blocks(_ room: BallotRoom, _ line: String) throws -> JSON? {
    let run = room.run(line)
    #expect(run.code == 0, "\(run.errors)")
    return try JSONReader.parse(run.output)["blocks"]
  }

  @Test func `Kano answers of roles make the table that persona kano reads`() throws {
    let room = BallotRoom()
    room.run("ballot new wensen persona kano feature='online aanvragen','vaste hulp' --by bewoners,mantelzorgers")
    room.fill("wensen-bewoners.csv", as: "a.csv", ["fijn", "vervelend", "2 vanzelfsprekend", "5"])
    room.fill("wensen-mantelzorgers.csv", as: "b.csv", ["1", "dislike", "", "5"])
    let taken = room.run("ballot take a.csv b.csv")
    #expect(taken.output.contains("daarna: persona kano ballot.wensen"), "\(taken.errors)")
    let rows = try room.rows("persona kano ballot.wensen")
    #expect(rows.map { $0["o"]?.int } == [2, 0] && rows.map { $0["m"]?.int } == [0, 1])
  }

  @Test func `what can be asked by a ballot is listed, and what cannot is refused with the list`() throws {
    let room = BallotRoom()
    let listed = try #require(try JSONReader.parse(room.run("ballot list").output).blocks("table").last)
    let commands = (listed["rows"]?.array ?? []).compactMap { $0.array?.first?.string }
    #expect(
      commands == [
        "advies set", "agenda urgency", "agenda vote", "arena sure", "arrangement vote", "casus weigh",
        "instrument weigh", "kring ready", "moment vote", "persona kano", "procure score", "procure weigh",
        "regio condition", "regio part", "stelling say", "stelling vote", "waakvlam candidate score", "waakvlam now",
        "waakvlam wanted", "wzw need set",
      ])
    #expect(room.error("ballot new x wzw map") == "ballot.command")
    #expect(room.error("ballot new x moment stem") == "ballot.empty")
    #expect(room.error("ballot new x wzw need set") == "argument.missing")
    #expect(room.error("ballot new x wzw need set 99") == "group.unknown")
    #expect(room.error("ballot new x wzw need set 3 precondition=nultrap") == "precondition.unknown")
    #expect(room.error("ballot new x wzw need set 3 niets=1") == "argument.unknown")
    #expect(room.error("ballot new x procure weigh as=pairs") == "argument.choice")
    #expect(room.error("ballot new x procure weigh as=points,ranks") == "argument.repeated")
    #expect(room.error("ballot new x persona kano feature='06-12345678'") == "personal.found")
  }

  @Test func `a kept ballot is one step to make and one to drop, and the Dutch noun is the noun`() throws {
    let room = BallotRoom()
    room.run("stembiljet nieuw gewicht procure weeg")
    #expect(try room.rows("stembiljet lijst").map { $0["ballot"]?.string } == ["gewicht"])
    room.run("ballot drop gewicht", "undo")
    #expect(try room.rows("ballot list").count == 1)
    room.run("undo")
    #expect(try room.rows("ballot list").isEmpty)
  }
}
