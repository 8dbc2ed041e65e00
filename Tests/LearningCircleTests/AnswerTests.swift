import Testing
import WorkbenchKit
import WorkbenchTesting

@testable import LearningCircle

/// What roles say, round by round, and who may see it.
@Suite struct AnswerTests {
  @Test(arguments: ["0", "6", "2.5", "hoog", "-1", "1e9"])
  func `what is no answer is one error, and nothing is kept`(word: String) throws {
    let bench = try CircleBench.make(["stelling add s t"])
    let before = bench.documents
    #expect(bench.error("stelling say s=\(word) --by gemeente")?.code == "statement.value")
    #expect(bench.documents == before)
  }

  @Test(arguments: ["weet-niet", "Weet niet", "onbekend", "?"])
  func `who does not know says so in any of these words`(word: String) throws {
    let bench = try CircleBench.make(["stelling add s t"])
    let said = try bench.run("stelling say 's=\(word)' --by gemeente")
    #expect(said.numbers("unknown") == [1] && said.numbers("median")[0].isNaN)
  }

  @Test func `a round is the day of the open meeting, and what moved is shown`() throws {
    let bench = try CircleBench.make([
      "stelling add s t", "kring meeting open 2027-03-01", "stelling say s=2 --by gemeente",
      "stelling say s=3 --by corporatie",
      "kring meeting open 2027-04-01", "stelling say s=5 --by gemeente", "stelling say s=4 --by bewoners",
    ])
    let shift = try bench.run("stelling shift 2027-03-01 2027-04-01")
    #expect(
      shift.numbers("median_before") == [2.5] && shift.numbers("median_after") == [4.5] && shift.numbers("shift") == [2]
    )
    #expect(shift.words.contains("niet dezelfde rollen antwoordden: bewoners, corporatie"))
    #expect(try bench.run("stelling agree --round 2027-03-01").numbers("high") == [3])
    #expect(bench.error("stelling agree --round 2027-03-02")?.code == "round.unknown")
    #expect(try bench.run("stelling agree").words.contains("alfa rust op weinig: 2 rollen en 1 paar"))
  }

  @Test func `hidden roles leave medians and agreement only`() throws {
    let bench = try CircleBench.make(
      CircleBench.fourRoles + ["advies set loket deels --by gemeente", "stelling vote a=2 --by gemeente"])
    try bench.set("kring.show-roles", to: "off")
    let agree = try bench.run("stelling agree")
    #expect(agree.table?.columnNames == ["statement", "text", "median", "unknown", "agreement", "roles"])
    #expect(agree.words.contains("verborgen"))
    #expect(try bench.run("stelling parties").matrices.isEmpty)
    let advice = try bench.run("advies matrix")
    #expect(advice.matrices.isEmpty && advice.table?.column("partly")?.numbers?.reduce(0, +) == 1)
    let told = [
      agree, advice, try bench.run("kring ready wonen weten=4 --by gemeente"),
      try bench.run("stelling say a=4 --by bewoners"),
    ]
    for output in told {
      #expect(!output.tables.contains { $0.columnNames.contains("low") })
      for role in ["corporatie", "zorgaanbieder"] { #expect(!String(describing: output.blocks).contains(role)) }
    }
  }

  @Test func `the circle's share stands beside that of the source, with limits where its size is known`() throws {
    let bench = try CircleBench.make([
      "stelling use waakvlam-2020", "stelling say steun-niet-voldoende=5 ggz-rol-beter=4 --by gemeente",
      "stelling say steun-niet-voldoende=2 --by corporatie",
    ])
    let known = try bench.run("stelling compare steun-niet-voldoende")
    #expect(known.numbers("share") == [0.5, 0.6] && known.numbers("n") == [2, 157])
    #expect(abs(known.numbers("low")[1] - 0.5219) < 1e-3 && known.words.contains("geen steekproef"))
    let open = try bench.run("stelling compare ggz-rol-beter")
    #expect(open.numbers("low")[1].isNaN && open.words.contains("niet bekend"))
    try bench.run("stelling say middelen-te-weinig=4 --by gemeente")
    let both = try bench.run("stelling compare middelen-te-weinig")
    #expect(both.numbers("share") == [1, 0.4, 0.41] && both.words.contains("beide staan er"))
    #expect(bench.error("stelling compare a-middelen")?.code == "share.missing")
    #expect(bench.error("stelling compare corporatie-eigen-rol")?.code == "statement.silent")
    #expect(
      try bench.run("stelling compare steun-niet-voldoende --yes 1 --share 12% --n 200").numbers("share") == [1, 0.12])
  }

  @Test func `an import with a fault in a row takes nothing`() throws {
    let bench = try CircleBench.make(files: [
      "fout.csv": "role,statement,value\ngemeente,s,4\ngemeente,t,9\n", "rol.csv": "role,statement,value\n123456,s,4\n",
      "dag.csv": "role,statement,value,round\ngemeente,s,4,2027-02-30\n", "leeg.csv": "role,statement,value\n",
      "rondes.csv":
        "role,statement,value,round\ngemeente,s,4,2027-03-01\ngemeente,s,2,2027-04-01\nbewoners,s,weet-niet,2027-04-01\n",
    ])
    let before = bench.documents
    let error = try #require(bench.error("stelling import fout.csv"))
    #expect(error.code == "statement.value" && error.message.nl.hasPrefix("rij 2: "))
    #expect(bench.error("stelling import rol.csv")?.code == "role.name")
    #expect(bench.error("stelling import dag.csv")?.code == "date.format")
    #expect(bench.error("stelling import leeg.csv")?.code == "table.empty")
    #expect(bench.documents == before)
    try bench.run("stelling import rondes.csv")
    #expect(try bench.run("stelling shift 2027-03-01 2027-04-01").numbers("shift") == [-2])
  }

  @Test func `a printed percentage that is none is refused with its row`() throws {
    let bench = try CircleBench.make(files: [
      "a.csv": "share_percent,n\n54,45\n120,45\n", "b.csv": "share_percent,n\n54,0\n", "c.csv": "share,n\n54,45\n",
    ])
    #expect(bench.error("stelling grim a.csv")?.code == "grim.share")
    #expect(bench.error("stelling grim b.csv")?.code == "grim.size")
    #expect(bench.error("stelling grim c.csv")?.code == "column.unknown")
  }

  @Test func `a form for each role gives what they would type`() throws {
    let bench = try CircleBench.make([
      "stelling add s een", "stelling add t twee", "agenda add p --id p", "agenda add q --id q",
    ])
    try bench.ballot(
      "mening", "stelling say answers=s,t",
      ["gemeente": ["4", "2"], "corporatie": ["5 helemaal", ""], "bewoners": ["weet-niet", "weinig"]])
    let agree = try bench.run("stelling agree")
    #expect(Set(zip(agree.texts("statement"), agree.numbers("median")).map { "\($0)\($1)" }) == ["s4.5", "t2.0"])
    #expect(agree.numbers("unknown").reduce(0, +) == 1)
    try bench.ballot("nood", "agenda urgency", ["gemeente": ["4", "1"]])
    try bench.ballot("stippen", "agenda vote", ["gemeente": ["3", "2"], "corporatie": ["", "1"]])
    #expect(try bench.run("agenda vote").texts("id") == ["q", "p"])
    try bench.ballot("raad", "advies set advice=loket,regie", ["gemeente": ["overgenomen", "onbekend"]])
    #expect(try bench.run("advies matrix").matrices.first?.cells.joined().filter { !$0.isEmpty }.count == 2)
  }

  @Test func `two names of one role are one voter on forms too`() throws {
    let bench = try CircleBench.make([
      "kring role add corporatie,gemeente", "kring role alias corporatie woonbron", "stelling add s een",
    ])
    #expect(throws: Diagnostic.self) {
      try bench.ballot("b", "stelling say answers=s", ["corporatie": ["4"], "woonbron": ["1"]])
    }
    try bench.ballot("c", "stelling say answers=s", ["gemeente": ["2"], "woonbron": ["1"]])
    #expect(try bench.run("stelling agree").numbers("low") == [1])
    #expect(bench.documents.contains("corporatie") && !bench.documents.contains("\"woonbron\":"))
  }

  @Test func `where nobody answered yet at the open meeting, an earlier round says that it is one`() throws {
    let bench = try CircleBench.make(CircleBench.fourRoles)
    #expect(!(try bench.run("stelling agree").words.contains("eerdere ronde")))
    try bench.run("kring meeting open 2027-03-01")
    for line in ["stelling agree", "stelling parties", "stelling compare a --share 50% --n 10"] {
      #expect(try bench.run(line).words.contains("dit is een eerdere ronde"), "\(line)")
    }
    try bench.run("stelling say a=2 --by gemeente")
    #expect(!(try bench.run("stelling agree").words.contains("eerdere ronde")))
  }

  @Test func `own advice comes first`() throws {
    let bench = try CircleBench.make([
      "kring role add woonbron --kind corporatie", "advies set beheerders niet --by woonbron",
    ])
    let matrix = try #require(try bench.run("advies matrix --by woonbron").matrices.first)
    #expect(matrix.rows.count == 21 && matrix.rows.prefix(3).map(\.name) == ["signaleren", "beheerders", "gemengd"])
    #expect(matrix.cells[1][0].mark == .absent)
    try bench.run("advies set beheerders intrekken --by woonbron")
    #expect(try bench.run("advies matrix").matrices.first?.cells.joined().allSatisfy { $0.isEmpty } == true)
  }
}
