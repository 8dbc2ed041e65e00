import TestSupport
import Testing
import WorkbenchKit

/// A ballot: a form that roles fill in, and that comes back as one step or not at all.
@Suite struct BallotTests {
  /// A room with personas and a ballot on the urgency of their moments.
  private static func voting(_ flags: String = "--by gemeente,corporatie,bewoners") -> BallotRoom {
    let room = BallotRoom()
    room.run("persona set use langer-thuis", "ballot new urgentie moment vote \(flags)")
    return room
  }

  // MARK: The form

  @Test func `the form has labels in the reader's language, no ids, and what can be filled in`() {
    let room = Self.voting()
    let cells = room.cells("urgentie-gemeente.csv")
    #expect(
      room.folder.text("urgentie-gemeente.csv")?.hasPrefix("\u{FEFF}nr;vraag;antwoord;in te vullen;stembiljet\n")
        == true)
    #expect(cells[1].prefix(3) == ["rol", "Voor welke rol vult u dit in? Geen naam", "gemeente"])
    #expect(cells[2][0] == "1" && cells[2][3] == "een geheel getal van 0 tot en met 1000")
    #expect(cells.dropFirst(2).allSatisfy { $0[2].isEmpty && !$0[1].contains("-weg") })
    #expect(Set(cells.dropFirst().map { $0[4] }).count == 1)
    var english = room
    english.language = "en"
    english.run("ballot form urgentie --to english.csv")
    #expect(english.folder.text("english.csv")?.hasPrefix("\u{FEFF}no,question,answer,to fill in,ballot\n") == true)
  }

  @Test func `a form that is there and may be filled in is not written over`() {
    let room = Self.voting()
    #expect(room.error("ballot form urgentie --by gemeente") == nil)
    room.fill("urgentie-gemeente.csv", as: "urgentie-gemeente.csv", ["2"])
    #expect(room.error("ballot form urgentie --by gemeente") == "ballot.file")
    #expect(room.error("ballot form urgentie --to urgentie.xls") == "ballot.file")
    #expect(room.error("ballot new urgentie moment vote") == "ballot.exists")
    #expect(room.error("ballot new 'mijn naam' moment vote") == "ballot.name")
  }

  @Test func `a text that a spreadsheet would run is written as a text and read back`() throws {
    let room = BallotRoom()
    room.run("ballot new wensen persona kano feature='=1+1','vaste hulp'")
    #expect(room.folder.text("wensen.csv")?.contains(";'=1+1: wat vindt u ervan als het er is?;") == true)
    room.fill("wensen.csv", as: "a.csv", role: "bewoners", ["1", "5", "2", "4"])
    #expect(room.error("ballot take a.csv") == nil)
    #expect(try room.rows("persona kano ballot.wensen").map { $0["feature"]?.string } == ["=1+1", "vaste hulp"])
  }

  // MARK: Taking

  @Test func `what came back stands as if each role had typed it, and undo takes all of it back at once`() throws {
    let room = Self.voting()
    room.fill("urgentie-gemeente.csv", as: "a.csv", ["3", "", "2"])
    room.fill("urgentie-corporatie.csv", as: "b.csv", ["0", "4", ""])
    let keys = try room.rows("moment list").map { $0["moment"]?.string ?? "" }
    #expect(room.error("ballot take a.csv b.csv") == nil)
    let ranked = room.run("moment rank").output

    let typed = BallotRoom()
    typed.run(
      "persona set use langer-thuis", "moment vote \(keys[0])=3 \(keys[2])=2 --by gemeente",
      "moment vote \(keys[0])=0 \(keys[1])=4 --by corporatie")
    #expect(try JSONReader.parse(ranked)["blocks"] == JSONReader.parse(typed.run("moment rank").output)["blocks"])

    room.run("undo")
    #expect(!room.run("moment rank").output.contains("gemeente"))
    #expect(try room.rows("ballot show urgentie").allSatisfy { $0["answers"]?.int == 0 })
    room.run("redo")
    #expect(room.run("moment rank").output == ranked)
  }

  @Test func `why leads to the file of each role with its digest`() throws {
    let room = Self.voting()
    room.fill("urgentie-gemeente.csv", as: "a.csv", ["3"])
    room.fill("urgentie-corporatie.csv", as: "b.csv", ["1", "4"])
    let run = room.run("ballot take a.csv b.csv", "let r = moment rank", "why r")
    let why = try JSONReader.parse(String(try #require(run.output.split(separator: "\n").last)))
    let files = try #require(why.blocks("table").first { $0["title"]?.string == "bestanden" })
    #expect(files.rowValues("file") == ["a.csv", "b.csv"])
    #expect(files.rowValues("sha256").allSatisfy { $0?.count == 64 })
    let shown = try #require(try JSONReader.parse(room.run("ballot show urgentie").output).blocks("table").last)
    #expect(shown.rowValues("role") == ["gemeente", "corporatie", "bewoners"])
    #expect(shown.rowValues("file") == ["a.csv", "b.csv", nil])
    #expect(shown.rowValues("sha256").prefix(2) == files.rowValues("sha256").prefix(2))
  }

  @Test func `who did not answer is named, and on what the roles differ most comes first`() throws {
    let room = Self.voting()
    room.fill("urgentie-gemeente.csv", as: "a.csv", ["6", "2", "2"])
    room.fill("urgentie-corporatie.csv", as: "b.csv", ["0", "3", "2"])
    let run = room.run("ballot take a.csv b.csv")
    let text = try #require(try JSONReader.parse(run.output).blocks("paragraph").first?["text"]?.string)
    #expect(text.hasPrefix("2 van de 3 gevraagde rollen antwoordden; nog niet: bewoners. Het verst uiteen bij '"))
    #expect(text.hasSuffix(": corporatie 0 %, gemeente 60 %."))
    let rows = try JSONReader.parse(run.output).rows
    #expect(rows[0]["difference"]?.number == 0.6)
    #expect(rows[0]["low_roles"]?.string == "corporatie" && rows[0]["high_roles"]?.string == "gemeente")
    let differences = rows.compactMap { $0["difference"]?.number }
    #expect(differences == differences.sorted(by: >))
  }

  @Test(arguments: [
    ("\n", ";", "\u{FEFF}"), ("\r\n", ";", ""), ("\r", ";", ""), ("\r\n", ",", "\u{FEFF}"), ("\n", "\t", ""),
  ])
  func `line ends, marks and separators make no difference`(_ end: String, _ sign: String, _ mark: String) {
    let room = Self.voting()
    room.fill("urgentie-gemeente.csv", as: "a.csv", ["3"], end: end, sign: sign, mark: mark)
    #expect(room.run("ballot take a.csv").code == 0)
  }

  @Test func `columns may move, empty lines may stand between, numbers may be written as texts`() {
    let room = Self.voting()
    room.fill("urgentie-gemeente.csv", as: "a.csv", [" 3 ", "'2"]) { cells in
      cells = cells.map { [$0[4], $0[2], $0[1], $0[0], $0[3]] }
      cells.insert(["", "", "", "", ""], at: 3)
    }
    #expect(room.error("ballot take a.csv") == nil)
  }

  @Test func `a column that nobody asked for is not read, which is said`() {
    let room = Self.voting()
    room.fill("urgentie-gemeente.csv", as: "a.csv", ["3"]) { cells in
      cells = cells.enumerated().map { $1 + [$0 == 0 ? "opmerking" : "graag snel"] }
    }
    #expect(room.run("ballot take a.csv").output.contains("niet gelezen in 'a.csv': 'opmerking'"))
  }

  @Test func `an older Excel's letters are read`() throws {
    let room = BallotRoom()
    room.run("ballot new wensen persona kano feature='één loket'")
    room.fill("wensen.csv", as: "a.csv", role: "cliëntenraad", ["1", "5"], mark: "")
    // Of what lies above Latin-1, cp1252 has marks of typography in places of its own.
    let own: [UInt32: UInt8] = [0x2013: 0x96, 0x2014: 0x97, 0x2018: 0x91, 0x2019: 0x92, 0x2026: 0x85, 0x20AC: 0x80]
    let latin = (room.folder.text("a.csv") ?? "").unicodeScalars.map {
      own[$0.value] ?? UInt8(exactly: $0.value) ?? 0x3F
    }
    room.folder.write(latin, to: "a.csv")
    #expect(room.run("ballot take a.csv").output.contains("cp1252"))
    #expect(try room.rows("persona kano ballot.wensen").first?["feature"]?.string == "één loket")
  }
}

extension JSON {
  /// The values of a column of a table block, as texts.
  fileprivate func rowValues(_ column: String) -> [String?] {
    let names = (self["columns"]?.array ?? []).map { $0["name"]?.string ?? "" }
    guard let index = names.firstIndex(of: column) else { return [] }
    return (self["rows"]?.array ?? []).map { $0.array?[index].string }
  }
}
