import TestSupport
import Testing
import WorkbenchKit

@testable import Databases

@Suite(.enabled(if: TestServer.isThere)) struct ReadingTests {
  @Test func `a table comes in the order of its key, with what it is`() throws {
    let bench = try Bench.kring()
    let output = try bench.bench.run("read db:kring/public.pc6")
    // char(n) without the blanks that fill it up.
    #expect(
      try bench.sheet("read db:kring/public.pc6") == [
        "pc6 jaar waarde", "1000AA 2024 .", "1234AB 2023 1.5", "1234AB 2024 2.5",
      ])
    #expect(output.words == "de rijen staan op volgorde van de sleutel: pc6, jaar")
    #expect(output.words(.en) == "the rows are in order of the key: pc6, jaar")
  }

  @Test func `without a key all columns order, texts by their letters' numbers`() throws {
    let bench = try Bench.kring()
    #expect(
      try bench.sheet("read db:kring/public.zonder_sleutel") == [
        "naam aantal", "Z 1", "a 1", "a 3", "b 2", "é 1", ". 9",
      ])
    #expect(try bench.bench.run("read db:kring/public.zonder_sleutel").words.contains("geen sleutel"))
  }

  @Test func `each type is read to the last digit`() throws {
    let bench = try Bench.kring()
    let output = try bench.bench.run("read db:kring/public.soorten")
    let table = try #require(output.table)
    #expect(
      table.columns.map(\.type).joined(separator: " ")
        == "number number number number number number boolean text text text text text text text text text")
    #expect(output.numbers("nr") == [-5, 1, 2, 3, 4])
    let groot = output.numbers("groot")
    #expect(groot[..<4] == [5, 9_007_199_254_740_992, -9_007_199_254_740_992, 0] && groot[4].isNaN)
    // As people wrote it, not as the nearest of the shorter form: 0.10000000149.
    #expect(output.numbers("enkel")[1] == 0.1 && output.numbers("enkel")[4] == 3.4028235e38)
    #expect(output.numbers("enkel")[0] == 1e-45)
    #expect(output.numbers("enkel")[2].isNaN && output.numbers("enkel")[3].isNaN)
    let dubbel = output.numbers("dubbel")
    #expect(dubbel[0] == .leastNonzeroMagnitude && dubbel[1] == 0.1)
    #expect(dubbel[2] == 0 && dubbel[2].sign == .minus)
    #expect(dubbel[3].isNaN && dubbel[4].isNaN)
    let bedrag = output.numbers("bedrag")
    #expect(bedrag[0] == 1.1 && bedrag[1] == 0.1 && bedrag[2] == 12345678901234567890.123)
    #expect(bedrag[3].isNaN && bedrag[4].isNaN)
    #expect(output.numbers("bedrag2")[..<4] == [1, 12.5, -3, 0])
    guard case .booleans(let ja)? = table.column("ja")?.storage else {
      Issue.record("no booleans")
      return
    }
    #expect(ja == [true, true, false, nil, nil])
    let tekst = table.column("tekst")?.texts ?? []
    #expect(tekst[2].map { Array($0.utf8) } == [0x65, 0xCC, 0x81])
    #expect(tekst[0] == "1234" && tekst[3] == "a\tb\n\"c\" \\" && tekst[4] == nil)
    #expect(output.texts("vast") == ["x", "ab", "é", "", ""])
    #expect(table.column("kort")?.texts == ["👩‍👩‍👧", "k", "é", "", nil])
    #expect(table.column("code")?.texts == ["x", "0344", "", nil, nil])
    #expect(table.column("dag")?.texts == ["2024-02-29", "2024-03-31", "0044-03-15 BC", nil, nil])
    #expect(
      table.column("moment")?.texts == [
        "1999-12-31T23:59:59", "2024-03-31T02:30:00", "2024-03-31T02:30:00.125", nil, nil,
      ])
    #expect(
      table.column("elders")?.texts == [
        "1999-12-31T23:59:59Z", "2024-03-31T00:30:00Z", "2024-03-31T02:30:00.5Z", nil, nil,
      ])
    #expect(table.column("stem")?.texts == ["laag", "laag", "hoog", nil, nil])
    #expect(table.column("sleutel")?.texts?[1] == "00000000-0000-0000-0000-000000000001")
    // NaN and infinity of enkel and dubbel, NaN and what no double holds of bedrag, three days without end.
    #expect(output.words.contains("9 waarden zijn oneindig of geen getal en ontbreken hier"))
    #expect(output.words.contains("1 getal heeft meer cijfers dan hier bewaard worden en is afgerond: 'bedrag'"))
  }

  @Test func `a whole number of which digits would be lost is refused, or read as text`() throws {
    let bench = try Bench.kring()
    let error = bench.bench.error("read db:kring/public.reuzen")
    #expect(error?.code == "db.whole" && error?.suggestion == "--text groot")
    #expect(
      try bench.sheet("read db:kring/public.reuzen --text groot") == [
        "nr groot", "1 9007199254740992", "2 9007199254740993",
      ])
    #expect(bench.code("read db:kring/public.reuzen --text grot") == "column.unknown")
  }

  @Test func `what fits in no cell is named with its type`() throws {
    let bench = try Bench.kring()
    let error = bench.bench.error("read db:kring/public.vreemd")
    #expect(error?.code == "db.type")
    #expect(
      error?.message.nl == "deze kolommen passen niet in een cel: doos (json), rij (integer[]), brokken (bytea)")
    #expect(
      try bench.sheet("read db:kring/public.vreemd \(error?.suggestion ?? "")") == [
        "nr doos rij brokken", "1 {\"a\":1} {1,2} \\x00ff",
      ])
  }

  @Test func `views, other schemas and strange names are read, by a slash or an exclamation mark`() throws {
    let bench = try Bench.kring()
    #expect(try bench.sheet("read db:kring/zorg.deel") == ["jaar aantal", "2023 1", "2024 2"])
    #expect(try bench.sheet("read 'db:kring!zorg.deel'").count == 3)
    #expect(try bench.sheet("read 'db:kring/public.Vreemde Naam'") == ["de \"kolom\" hier Één", "1 x"])
  }

  @Test func `a table that is not there or may not be read is named with what is near`() throws {
    let bench = try Bench.kring()
    let near = bench.bench.error("read db:kring/public.pc7")
    #expect(near?.code == "db.table" && near?.suggestion == "db:kring/public.pc6")
    #expect(bench.bench.error("read db:kring/pc6")?.suggestion == "db:kring/public.pc6")
    #expect(bench.code("read db:kring/zorg.verborgen") == "db.table")
    #expect(bench.code("read db:kring/public.leeg") == "db.columns")
    #expect(bench.code("read db:kring") == "db.reference")
    #expect(bench.code("read db:") == "db.reference")
    #expect(bench.code("read db:ring/public.pc6") == "db.unknown")
    #expect(bench.code("read db:kring/public.pc6 --header 5") == "db.flags")
    #expect(bench.code("read db:kring/public.pc6 --sheet x") == "db.flags")
  }

  @Test func `contents lists what there is, and what is hidden from the role is not there`() throws {
    let bench = try Bench.kring()
    let names = try bench.bench.run("contents db:kring").texts("name")
    #expect(names.contains("public.pc6") && names.contains("zorg.deel") && !names.contains("zorg.verborgen"))
  }

  @Test func `personal data stop at the door as those of a file do`() throws {
    let bench = try Bench.kring()
    #expect(bench.code("read db:kring/public.burgers") == "personal.found")
    #expect(try bench.sheet("read db:kring/public.burgers --drop bsn,naam").isEmpty == false)
  }

  @Test func `rows that are persons keep small counts back`() throws {
    let bench = try Bench.kring("--microdata")
    #expect(try bench.sheet("read db:kring/zorg.mensen | group wijk") == ["wijk count", "A 12"])
    let told = try bench.bench.run("read db:kring/zorg.mensen | group wijk").words
    #expect(told.contains("de rijen in 'kring' zijn personen"))
    let open = try Bench.kring()
    #expect(try open.sheet("read db:kring/zorg.mensen | group wijk") == ["wijk count", "A 12", "B 3"])
  }
}
