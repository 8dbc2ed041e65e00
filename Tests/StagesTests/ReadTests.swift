import Testing
import WorkbenchKit

@Suite struct ReadTests {
  private func table(_ text: String, as name: String = "t.csv", _ flags: String = "") throws -> [String] {
    try TableLines([name: text]).table("read \(name) \(flags)")
  }

  private func code(_ bytes: [UInt8], as name: String = "t.csv", _ flags: String = "") throws -> String? {
    let lines = try TableLines([:])
    lines.files.put(bytes, at: name)
    return lines.error("read \(name) \(flags)")?.code
  }

  private func code(_ text: String, as name: String, _ flags: String = "") throws -> String? {
    try code(Array(text.utf8), as: name, flags)
  }

  // MARK: Delimited text

  @Test func separatorAndDecimalMarkAreFound() throws {
    #expect(try table("a;b\n1,5;x\n.;y\n") == ["a b", "1.5 x", ". y"])
    #expect(try table("a,b\n1.5,x\n") == ["a b", "1.5 x"])
    #expect(try table("a\tb\n1.5\tx\n", as: "t.tsv") == ["a b", "1.5 x"])
  }

  @Test func flagsGoBeforeWhatIsFound() throws {
    #expect(try table("a|b\n1,5|x;y\n", as: "t.csv", "--delimiter '|' --decimal comma") == ["a b", "1.5 x;y"])
    #expect(try table("a\tb\n1\t2\n", as: "t.csv", "--delimiter tab") == ["a b", "1 2"])
    #expect(try table("a;b\n1.234;2\n", as: "t.csv", "--decimal comma") == ["a b", "1234 2"])
  }

  @Test func windowsLettersAreReadWhereThatIsSaid() throws {
    let bytes = Array("naam\n".utf8) + [0x4B, 0xE9, 0x0A]
    #expect(try code(bytes) == "file.encoding")
    let lines = try TableLines([:])
    lines.files.put(bytes, at: "t.csv")
    #expect(try lines.table("read t.csv --encoding cp1252") == ["naam", "Ké"])
  }

  @Test func doubtIsTold() throws {
    let lines = try TableLines([
      "punt.csv": "a;b\n3.000;x\n", "dubbel.csv": "a;a\n1;2\n", "een.csv": "\"a,b\"\n1\n",
    ])
    #expect(try lines.notices("read punt.csv").count == 1)
    #expect(try lines.notices("read punt.csv --decimal point") == [])
    #expect(try lines.table("read dubbel.csv") == ["a a_2", "1 2"])
    #expect(
      try lines.notices("read dubbel.csv")
        == ["column names that stand more than once got a number behind them: 'a'"])
  }

  @Test func numbersAreReadAsTheFileProvesThemAndDoubtHasTwoWaysOut() throws {
    let lines = try TableLines([
      "en.csv": "naam,bedrag\nA,\"1,250\"\nB,\"2,300\"\n", "nl.csv": "naam;bedrag;deel\nA;12.500;0,5\nB;€ 3.625;1\n",
    ])
    #expect(try lines.table("read en.csv") == ["naam bedrag", "A 1250", "B 2300"])
    #expect(try lines.notices("read en.csv").first?.contains("--decimal comma") == true)
    #expect(try lines.table("read en.csv --decimal comma") == ["naam bedrag", "A 1.25", "B 2.3"])
    #expect(try lines.notices("read en.csv --decimal comma") == [])
    #expect(
      try lines.notices("read en.csv --thousands comma") == [
        "numbers: the comma parts thousands ('1,250') in 'bedrag'"
      ])
    #expect(try lines.table("read nl.csv") == ["naam bedrag deel", "A 12500 0.5", "B 3625 1"])
    #expect(
      try lines.notices("read nl.csv") == [
        "numbers: the point parts thousands ('12.500') in 'bedrag'; € was taken off in 'bedrag'"
      ])
    #expect(lines.error("read en.csv --decimal comma --thousands comma")?.code == "argument.clash")
    #expect(try lines.table("read nl.csv | join en.csv --on naam --decimal comma").last == "B 3625 1 2.3")
  }

  @Test func wholeNumbersAbove2To53StayApart() throws {
    let lines = try TableLines([
      "g.csv": "id,v\n9007199254740992,1\n9007199254740993,2\n9007199254740995,4\n",
      "g.json": #"[{"id":9007199254740992,"v":1},{"id":9007199254740993,"v":2.5}]"#,
      "g.jsonl": "{\"id\":-9007199254740993}\n{\"id\":1}\n",
      "t.json": #"{"columns":["id"],"rows":[[9007199254740993],[9007199254740992]]}"#,
    ])
    #expect(try lines.output("read g.csv | group id").table?.rowCount == 3)
    #expect(try lines.table("read g.json") == ["id v", "9007199254740992 1", "9007199254740993 2.5"])
    #expect(try lines.table("read g.jsonl") == ["id", "-9007199254740993", "1"])
    #expect(try lines.table("read t.json") == ["id", "9007199254740993", "9007199254740992"])
    for file in ["g.csv", "g.json", "g.jsonl", "t.json"] {
      #expect(
        try lines.notices("read \(file)").map { $0.hasSuffix("9,007,199,254,740,992: 'id'") } == [true], "\(file)")
    }
  }

  @Test func brokenFilesGiveOneErrorEach() throws {
    #expect(try code([]) == "file.empty")
    #expect(try code("\n\n", as: "t.csv") == "file.empty")
    #expect(try code("5;7\n3;4\n", as: "t.csv") == "file.header")
    #expect(try code("a;b\n1\n", as: "t.csv") == "file.ragged")
    #expect(try code("a;b\n1;\"x\n", as: "t.csv") == "file.quote")
    #expect(try code([0x61, 0x00, 0x0A]) == "file.nul")
    #expect(try TableLines().spot("read nergens.csv") == "file.missing at 6")
    #expect(try TableLines().spot("read buurten.csv --decimal punt") == "argument.choice at 28")
  }

  @Test func theErrorOfARaggedFileNamesTheLine() throws {
    let error = try TableLines().error("read scheef.csv")
    #expect(error?.message.en == "'scheef.csv' has 3 columns, but line 3 has 2")
  }

  @Test func aHeaderWithoutRowsIsAnEmptyTable() throws {
    #expect(try table("a;b\n") == ["a b"])
    #expect(
      try TableLines(["t.csv": "a;b\n"]).table("read t.csv | where a > 1 | sort b | group a --sum b") == ["a sum_b"])
  }

  // MARK: JSON

  @Test func anArrayOfObjectsKeepsTheOrderOfItsNames() throws {
    let text = #"[{"b":1,"a":"x"},{"a":"y","c":true},{"b":null,"a":null}]"#
    #expect(try table(text, as: "t.json") == ["b a c", "1 x .", ". y true", ". . ."])
  }

  @Test func aTableBlockOfOursIsReadBackWithItsUnits() throws {
    let text = """
      {"line":1,"ok":true,"blocks":[{"kind":"heading","text":"x"},{"kind":"table","title":"T","columns":[
      {"name":"n","type":"number","unit":"persons"},{"name":"t","type":"text"}],
      "rows":[[1,"a"],[null,null]],"withheld":[[1,"n","<5"]]}]}
      """
    let table = try TableLines(["t.json": text]).output("read t.json").table
    #expect(table?.columns[0].unit == .persons)
    #expect(table?.title?.en == "T")
    #expect(table.map(TableLines.sheet) == ["n t", "1 a", "<5 ."])
  }

  @Test func columnsAndRowsAloneAreATable() throws {
    #expect(try table(#"{"columns":["a","b"],"rows":[[1,"x"]]}"#, as: "t.json") == ["a b", "1 x"])
    #expect(try code(#"{"columns":["a","b"],"rows":[[1]]}"#, as: "t.json") == "table.json")
  }

  @Test func jsonLinesAreReadLineByLine() throws {
    #expect(try table("{\"a\":1}\n\n{\"b\":2}\n", as: "t.jsonl") == ["a b", "1 .", ". 2"])
    #expect(try table("{\"a\":1}\n{\"a\":2}\n", as: "t.json") == ["a", "1", "2"])
    #expect(try table("{\"a\":1}", as: "t", "--format jsonl") == ["a", "1"])
    #expect(try code("{\"a\":1}\n{\"a\":2}\n", as: "t.json", "--format json") == "json.syntax")
  }

  @Test func theContentTellsWhereTheNameDoesNot() throws {
    #expect(try table(" [{\"a\":1}]", as: "t") == ["a", "1"])
    #expect(try table("a;b\n1;2\n", as: "t") == ["a b", "1 2"])
    #expect(try table("a;b\n1;2\n", as: "t.json", "--format csv") == ["a b", "1 2"])
  }

  @Test func nestedValuesStandAsJSONAndAreTold() throws {
    let lines = try TableLines(["t.json": #"[{"a":[1,2],"b":{"c":1}}]"#])
    #expect(try lines.table("read t.json") == ["a b", #"[1,2] {"c":1}"#])
    #expect(try lines.notices("read t.json") == ["what is nested in a cell stands as JSON: a, b"])
  }

  @Test func mixedValuesBecomeText() throws {
    #expect(try table(#"[{"a":1},{"a":"x"}]"#, as: "t.json") == ["a", "1", "x"])
  }

  @Test func whatIsNoTableSaysSo() throws {
    #expect(try code("[1,2]", as: "t.json") == "table.json")
    #expect(try code("{\"a\":1}", as: "t.json") == "table.json")
    #expect(try code("5", as: "t.json") == "table.json")
    #expect(try code("[{\"a\":1},5]", as: "t.json") == "table.json")
    #expect(try code("[{\"a\":1}", as: "t.json") == "json.syntax")
    #expect(try code("[{\"a\":1}] x", as: "t.json") == "json.syntax")
    #expect(try code("   ", as: "t.json") == "file.empty")
    #expect(try code([], as: "t.json") == "file.empty")
    #expect(try code([0x5B, 0x22, 0xFF, 0x22, 0x5D], as: "t.json") == "file.encoding")
    #expect(try code("{\"a\":1}\n[2]\n", as: "t.jsonl") == "table.json")
  }

  @Test func aNameThatStandsTwiceIsToldAndDropsNothing() throws {
    #expect(try code(#"[{"a":1,"b":2},{"a":1,"a":2}]"#, as: "t.json") == "json.doubled")
    #expect(try code("{\"a\":1}\n{\"a\":1,\"a\":2}\n", as: "t.jsonl") == "json.doubled")
    #expect(try code(#"{"columns":["a"],"rows":[[1]],"rows":[[2]]}"#, as: "t.json") == "json.doubled")
    #expect(try code(#"[{"a":{"b":1,"b":2}}]"#, as: "t.json") == "json.doubled")
  }

  @Test func aNumberThatIsNoneOrThatNoDoubleHoldsIsRefused() throws {
    for number in ["01", "-01", "1.", "1.e5", "1e", "-", ".5", "+1"] {
      #expect(try code("[{\"a\":\(number)}]", as: "t.json") == "json.syntax", "\(number)")
    }
    #expect(try code(#"[{"a":1e400}]"#, as: "t.json") == "json.number")
  }

  @Test func deepNestingIsRefused() throws {
    #expect(try code(String(repeating: "[", count: 100_000), as: "t.json") == "table.json")
    #expect(try code("[{\"a\":" + String(repeating: "[", count: 100_000), as: "t.json") == "json.syntax")
    #expect(try code(String(repeating: "{\"a\":", count: 100_000), as: "t.json") == "json.syntax")
  }

  @Test func theFileIsNotedWithItsRowsAndColumns() throws {
    let lines = try TableLines()
    _ = try lines.output("read zorg.csv | count")
    let inputs = lines.session.last?.provenance.inputs
    #expect(inputs?.map(\.path) == ["zorg.csv"])
    #expect(inputs?.first?.rows == 4)
    #expect(inputs?.first?.columns == ["code", "voorziening", "plaatsen"])
  }
}
