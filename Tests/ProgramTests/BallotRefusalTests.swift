import TestSupport
import Testing
import WorkbenchKit

/// What keeps a ballot from being taken: one error that says which file and line, and nothing is taken of any file.
@Suite struct BallotRefusalTests {
  private static func room(_ flags: String = "--by gemeente,corporatie") -> BallotRoom {
    let room = BallotRoom()
    room.run("persona set use langer-thuis", "ballot new urgentie moment vote \(flags)")
    room.fill("urgentie-gemeente.csv", as: "goed.csv", ["3"])
    return room
  }

  /// The code of the error, and whether nothing of the good file beside it was taken.
  private func refused(_ room: BallotRoom, _ files: String = "goed.csv fout.csv") -> String? {
    let run = room.run("ballot take \(files)")
    #expect(!room.run("moment rank").output.contains("gemeente"))
    #expect(run.output.isEmpty)
    return run.errorObject?["code"]?.string
  }

  @Test(arguments: [
    ("1001", false), ("1000", true), ("0", true), ("-1", false), ("3,5", false), ("3,0", true), ("1.000", false),
    ("1,000", false), ("1.500", false), ("twee", false), ("=1+1", false), ("1e3", true), ("40%", false),
    ("9007199254740993", false),
  ])
  func `an answer stands within its range or is refused`(_ answer: String, _ fits: Bool) {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", [answer, "1"])
    if fits {
      #expect(room.error("ballot take goed.csv fout.csv") == nil)
    } else {
      #expect(refused(room) == "ballot.answer")
    }
  }

  @Test func `the error names file, line, question and answer, and counts the others`() {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["1", "twee", "-3", "2000"])
    let error = room.run("ballot take goed.csv fout.csv").errorObject
    #expect(error?["source"]?.string == "fout.csv" && error?["line"]?.int == 4)
    let message = error?["message"]?.string ?? ""
    #expect(message.contains("'twee' is niet: een geheel getal van 0 tot en met 1000 (en nog 2 fouten)"), "\(message)")
    let wayOut = error?["wayOut"]?.string ?? ""
    #expect(wayOut.hasPrefix("er is niets overgenomen; fout.csv:5: ") && wayOut.contains("fout.csv:6: "), "\(wayOut)")
  }

  @Test func `what can be two numbers is refused with both`() {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["1.000"])
    #expect(
      room.run("ballot take fout.csv").errorObject?["message"]?.string?.contains("'1.000' kan 1 zijn en 1000") == true)
  }

  @Test func `the same file, a role twice, a role that answered already`() {
    let room = Self.room()
    #expect(refused(room, "goed.csv goed.csv") == "ballot.twice")
    room.fill("urgentie-gemeente.csv", as: "kopie.csv", ["3"])
    #expect(refused(room, "goed.csv kopie.csv") == "ballot.twice")
    room.fill("urgentie-corporatie.csv", as: "fout.csv", role: "Gemeente", ["5"])
    #expect(refused(room) == "ballot.twice")
    #expect(room.error("ballot take goed.csv") == nil)
    #expect(room.error("ballot take goed.csv") == "ballot.taken")
    #expect(room.error("ballot take fout.csv") == "ballot.taken")
    #expect(room.error("ballot take fout.csv --replace") == nil)
    #expect(room.run("ballot show urgentie").output.contains("fout.csv"))
  }

  @Test func `a role that is nearly one that was asked is a mistyped one; another counts, which is said`() {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", role: "corporatei", ["5"])
    #expect(refused(room) == "role.unknown")
    room.fill("urgentie-corporatie.csv", as: "ander.csv", role: "huurdersraad", ["5"])
    #expect(room.run("ballot take goed.csv ander.csv").output.contains("'huurdersraad' was niet gevraagd, en telt mee"))
  }

  @Test func `no role, nothing filled in, no form at all`() {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", role: "", ["5"])
    #expect(refused(room) == "ballot.role")
    room.fill("urgentie-corporatie.csv", as: "fout.csv", [])
    #expect(refused(room) == "ballot.blank")
    room.folder.write("a;b\n1;2\n", to: "fout.csv")
    #expect(refused(room) == "ballot.form")
    room.folder.write("", to: "fout.csv")
    #expect(refused(room) == "file.empty")
    #expect(refused(room, "goed.csv nergens.csv") == "file.missing")
  }

  @Test(arguments: [0, 1, 2, 4])
  func `a column renamed or gone is named`(_ column: Int) {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["5"]) { $0[0][column] = "anders" }
    #expect(refused(room) == "ballot.form")
  }

  @Test func `questions that were moved away from their answers, changed, doubled or added`() {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["5"]) { cells in
      (cells[2][1], cells[3][1]) = (cells[3][1], cells[2][1])
    }
    #expect(refused(room) == "ballot.answer")
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["5"]) { $0.append($0[2]) }
    #expect(refused(room) == "ballot.answer")
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["5"]) { $0[2][0] = "99" }
    #expect(refused(room) == "ballot.answer")
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["5"]) { $0.remove(at: 4) }
    #expect(room.run("ballot take goed.csv fout.csv").output.contains("ontbreken de regels van vraag 3"))
  }

  @Test func `separators mixed within a file`() {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["5"]) { cells in
      cells[3] = [cells[3].joined(separator: ",")]
    }
    #expect(refused(room) == "ballot.row")
  }

  @Test func `a form of another ballot, and of an earlier one that was called so`() {
    let room = Self.room()
    room.run("ballot new gewicht instrument weigh --by corporatie")
    room.fill("gewicht-corporatie.csv", as: "fout.csv", ["1"])
    #expect(refused(room) == "ballot.mixed")
    room.run("ballot drop gewicht")
    #expect(refused(room) == "ballot.unknown")
    room.run("ballot new gewicht procure weigh --by corporatie --to nieuw.csv")
    #expect(refused(room) == "ballot.other")
  }

  @Test func `personal data pass no cell of it, and are not repeated`() {
    let room = Self.room()
    for change: (inout [[String]]) -> Void in [
      { $0[1][2] = "j.jansen@voorbeeld.nl" }, { $0[2][2] = "111222333" }, { $0[2][3] = "j.jansen@voorbeeld.nl" },
    ] {
      room.fill("urgentie-corporatie.csv", as: "fout.csv", ["5"], change: change)
      let run = room.run("ballot take goed.csv fout.csv")
      #expect(run.errorObject?["code"]?.string == "personal.found")
      #expect(!run.errors.contains("jansen") && !run.errors.contains("111222333"))
    }
  }

  @Test func `more dots than there are to share are refused, fewer are said`() {
    let room = BallotRoom()
    room.run("persona set use langer-thuis", "ballot new urgentie moment vote --by gemeente --total 5")
    room.fill("urgentie-gemeente.csv", as: "fout.csv", ["3", "3"])
    #expect(room.error("ballot take fout.csv") == "ballot.total")
    room.fill("urgentie-gemeente.csv", as: "minder.csv", ["3", "1"])
    #expect(room.run("ballot take minder.csv").output.contains("gemeente verdeelde 4 van de 5"))
    #expect(room.error("ballot new nood wzw need set 3 --total 5") == "ballot.total")
  }

  @Test func `what the command itself refuses takes all back`() {
    let room = Self.room()
    room.fill("urgentie-corporatie.csv", as: "fout.csv", ["0", "0"])
    #expect(refused(room) == "vote.none")
  }
}
