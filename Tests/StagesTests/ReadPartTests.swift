import TestSupport
import Testing
import WorkbenchKit

/// `read --columns --where` takes in what `where` and `select` behind `read` would leave.
@Suite struct ReadPartTests {
  private static let sheet = """
    code;naam;inwoners;aandeel;open
    BU01;Noord;1.250;12,5;true
    BU02;Zuid;.;3,25;false
    BU03;Oost;980;NA;
    0344;West;2.000;7,75;true
    """

  private static let conditions = [
    "inwoners > 1000", "inwoners is missing", "open", "not open", "naam ~ 'o'", "naam in ('Noord', 'Zuid')",
    "aandeel < 10 and open", "code = '0344' or inwoners < 1000", "round(aandeel, 0) = 13", "true", "inwoners > 1e9",
    "if(open, inwoners, aandeel) > 8", "length(naam) = 4",
  ]

  @Test(arguments: conditions)
  func `the part is what where and select leave`(condition: String) throws {
    let lines = try TableLines([
      "t.csv": Self.sheet, "t.json": #"[{"code":"a","naam":"Noord","inwoners":5,"open":true}]"#,
    ])
    for columns in [
      ["naam"], ["open", "code"], ["aandeel", "inwoners"], ["code", "naam", "inwoners", "aandeel", "open"],
    ] {
      let select = columns.joined(separator: " ")
      let list = columns.joined(separator: ",")
      let part = "read t.csv --columns \(list) --where \"\(condition)\""
      #expect(try lines.output(part).table == lines.output("read t.csv | where \(condition) | select \(select)").table)
    }
    #expect(
      try lines.output("read t.csv --where \"\(condition)\"").table
        == lines.output("read t.csv | where \(condition)").table)
    // Each row knows where it stands in the file.
    let origins = try ["read t.csv --where \"\(condition)\"", "read t.csv | where \(condition)"].map { line in
      let table = try #require(try lines.output(line).table)
      return (0..<table.rowCount).map { table.origin?.number(ofRow: $0) }
    }
    #expect(origins[0] == origins[1] && !origins[0].contains(nil))
  }

  @Test func `of another form the same comes out`() throws {
    let json = #"[{"naam":"Noord","n":5},{"naam":"Zuid","n":7}]"#
    let lines = try TableLines(["t.json": json])
    #expect(try lines.table("read t.json --columns n --where \"naam = 'Zuid'\"") == ["n", "7"])
  }

  @Test func `over many pieces as over one`() throws {
    var random = SeededGenerator(7)
    var text = "k;x;t;b;leeg\n"
    for row in 0..<90_000 {
      let number = Int.random(in: 0..<1_000, using: &random)
      // The last row alone makes `t` a column of texts, and no row of it stays.
      text += "\(number);\(number / 10),\(row % 10);\(row == 89_999 ? "tekst" : "\(row)");\(row % 3 == 0);\n"
    }
    let lines = try TableLines(["t.csv": text])
    for condition in ["k < 3", "b and x > 99", "k = 1 or leeg is not missing", "k >= 0"] {
      #expect(
        try lines.output("read t.csv --columns t,k,leeg --where '\(condition)'").table
          == lines.output("read t.csv | where \(condition) | select t k leeg").table)
    }
    #expect(try lines.output("read t.csv --columns x").table == lines.output("read t.csv | select x").table)
  }

  @Test func `a mistake stands where it was typed`() throws {
    let lines = try TableLines(["t.csv": Self.sheet])
    #expect(lines.spot("read t.csv --columns naam,inwonrs") == "column.unknown at 22")
    #expect(lines.spot("read t.csv --where 'inwonrs > 5'") == "column.unknown at 20")
    #expect(lines.spot("read t.csv --where 'naam > 5'")?.hasPrefix("expression.type") == true)
    #expect(lines.spot("read t.csv --where 'naam >'")?.hasPrefix("expression.") == true)
  }

  @Test func `what is personal stops it, wherever it stands, and persons stay persons`() throws {
    let lines = try TableLines([
      "p.csv": "mail;n\na@voorbeeld.nl;1\nb@voorbeeld.nl;2\nc@voorbeeld.nl;3\n",
      "r.csv": "respondent;wijk\n" + (1...9).map { "r\($0);\($0 < 3 ? "Noord" : "Zuid")\n" }.joined(),
    ])
    #expect(lines.error("read p.csv --columns n")?.code == "personal.found")
    #expect(lines.error("read p.csv --columns n --where 'n > 5'")?.code == "personal.found")
    // Two in the north are fewer than five.
    #expect(
      try lines.table("read r.csv --columns wijk | group wijk") == lines.table("read r.csv | select wijk | group wijk"))
    #expect(
      try lines.table("read r.csv --where \"wijk = 'Noord'\" | count")
        == lines.table("read r.csv | where wijk = 'Noord' | count"))
  }

  @Test func `what has to be said is said over all rows`() throws {
    let lines = try TableLines(["t.csv": Self.sheet])
    for line in ["--where 'inwoners > 1000'", "--columns naam", "--columns aandeel,inwoners --where open"] {
      let whole = Set(try lines.notices("read t.csv"))
      #expect(try Set(lines.notices("read t.csv \(line)")).isSubset(of: whole), "\(line)")
    }
  }
}
