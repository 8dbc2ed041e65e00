import Testing
import WorkbenchKit

/// The reader of delimited text, on small literal files.
@Suite struct DelimitedTextTests {
  private func read(_ text: String, _ options: DelimitedText.Options = .init()) throws -> DelimitedText {
    try DelimitedText(bytes: Array(text.utf8), options: options)
  }

  private func code(_ bytes: [UInt8]) -> String? {
    do {
      _ = try DelimitedText(bytes: bytes, options: .init(name: "a.csv")).table()
      return nil
    } catch {
      return (error as? Diagnostic)?.code
    }
  }

  @Test func `a plain file has its header, its rows and its types`() throws {
    let table = try read("area,n,open\nBU1,3,true\nBU2,4.5,false\n").table()
    #expect(table.columnNames == ["area", "n", "open"])
    #expect(table.columns[0].texts == ["BU1", "BU2"])
    #expect(table.columns[1].numbers == [3, 4.5])
    #expect(table.columns[2].storage == .booleans([true, false]))
  }

  @Test(arguments: [
    "a;b\n1;2\n3;4", "a;b\r\n1;2\r\n3;4\r\n", "a;b\r1;2\r3;4\r", "\u{FEFF}a;b\n1;2\n\n3;4\n", "sep=;\na;b\n1;2\n3;4",
  ])
  func `line ends, a byte order mark, blank lines and a missing last end make no difference`(text: String) throws {
    let table = try read(text).table()
    #expect(table.columnNames == ["a", "b"])
    #expect(table.columns.map(\.numbers) == [[1, 3], [2, 4]])
  }

  @Test(arguments: [(";", "a;b,c\n1;2,5"), (",", "a,b\n\"1,2\",3"), ("\t", "a\tb\n1,5\t2"), ("|", "a|b\n1|2")])
  func `the separator is found`(delimiter: String, text: String) throws {
    #expect(try read(text).delimiter == delimiter.utf8.first)
  }

  @Test func `quotes hold separators, line breaks and doubled quotes`() throws {
    let text = try read("name;n\n\"a;b\";1\n\"first\r\nsecond\";2\n\"say \"\"hi\"\"\";3\n5\" pipe;4\n")
    #expect(text.texts(column: 0) == ["a;b", "first\r\nsecond", "say \"hi\"", "5\" pipe"])
    #expect(text.numbers(column: 1).values == [1, 2, 3, 4])
    #expect(text.line(ofRow: 2) == 5)
  }

  @Test func `a decimal comma brings points between thousands`() throws {
    let text = try read("n;share\n3.625;0,5\n1.234.567,5;12,25\n-1.000;1\n")
    #expect(text.decimal == .comma)
    #expect(text.numbers(column: 0).values == [3625, 1_234_567.5, -1000])
    #expect(text.numbers(column: 1).values == [0.5, 12.25, 1])
  }

  @Test func `a decimal point leaves 3.625 what it is`() throws {
    let text = try read("n;share\n3.625;0.5\n")
    #expect(text.decimal == .point)
    #expect(text.numbers(column: 0).values == [3.625])
    let alone = try read("n;m\n3.625;7\n")
    #expect(!alone.decimalIsCertain && alone.decimal == .point)
    #expect(alone.settled(whole: [0]).numbers(column: 0).values == [3625])
  }

  @Test func `padding, lone points and empty cells are missing numbers, NA too`() throws {
    let text = try read("a;b\n\"    66.7\";x\n\"       .\";.\n;\nNA;NA\n")
    let values = text.numbers(column: 0).values
    #expect(values[0] == 66.7 && values[1...].allSatisfy(\.isNaN))
    let table = try text.table()
    #expect(table.columns[0].type == "number")
    #expect(table.columns[1].texts == ["x", nil, nil, "NA"])
  }

  @Test func `a nought in front makes a column of codes`() throws {
    let table = try read("code;n\n0344;0,5\n1680;0\n").table()
    #expect(table.columns[0].texts == ["0344", "1680"])
    #expect(table.columns[1].numbers == [0.5, 0])
  }

  @Test func `texts lose their padding in a table and keep it where asked`() throws {
    let text = try read("name;n\nHengelo (O.)   ;1\n")
    #expect(try text.table().columns[0].texts == ["Hengelo (O.)"])
    #expect(text.texts(column: 0, trimmed: false) == ["Hengelo (O.)   "])
  }

  @Test func `cells that are no number are counted with their rows`() throws {
    let numbers = try read("n;m\n1;a\nx;b\n2;c\n").numbers(column: 0)
    #expect(numbers.unreadableCount == 1 && numbers.unreadableRows == [1])
    #expect(numbers.values[2] == 2)
  }

  @Test func `ragged rows are named by line and stop a table`() throws {
    let text = try read("a;b\n1;2\n3\n4;5;6\n")
    #expect(text.raggedRows.map(\.line) == [3, 4] && text.raggedRows.map(\.cells) == [1, 3])
    let error = #expect(throws: Diagnostic.self) { try text.table() }
    #expect(error?.code == "file.ragged")
    #expect(error?.message.en == "the file has 2 columns, but line 3 has 1, line 4 has 3")
  }

  @Test func `a separator too many at the end of every line is harmless`() throws {
    #expect(try read("a;b\n1;2;\n3;4;\n").table().columns.map(\.numbers) == [[1, 3], [2, 4]])
  }

  @Test func `repeated names are told and get a number in the table`() throws {
    let text = try read("x;x;y\n1;2;3\n")
    #expect(text.repeatedNames == ["x"])
    #expect(try text.table().columnNames == ["x", "x_2", "y"])
  }

  @Test func `Windows-1252 is read where it is asked for`() throws {
    let bytes: [UInt8] = Array("name;n\ncaf".utf8) + [0xE9, 0x20, 0x80] + Array(";1\n".utf8)
    let text = try DelimitedText(bytes: bytes, options: .init(encoding: .cp1252))
    #expect(text.texts(column: 0) == ["café €"])
    let error = #expect(throws: Diagnostic.self) { try DelimitedText(bytes: bytes, options: .init(name: "x.csv")) }
    #expect(error?.code == "file.encoding")
    #expect(error?.message.en == "'x.csv' is not valid UTF-8: byte 0xE9 on line 2 (byte 11 of the file)")
    #expect(error?.wayOut?.en.contains("--encoding cp1252") == true)
  }

  @Test(arguments: [
    ("file.empty", ""), ("file.empty", "\n\n"), ("file.quote", "a;b\n\"1;2\n3;4\n"), ("file.quote", "a;b\n\"1\"x;2\n"),
    ("file.header", "BU01640501;Noord;3505;650\n"), ("file.header", "1.5;2.5\n3;4\n"),
    ("file.header", "1,2,3\n4,5,6\n"), ("file.nul", "a;b\n1;\0\n"),
    ("file.xlsx", "PK\u{3}\u{4}rest"),
    ("file.ragged", "a;b\n1\n"),
  ])
  func `what is no table is refused with its code`(expected: String, text: String) {
    #expect(code(Array(text.utf8)) == expected)
  }

  @Test func `UTF-16 is refused with a word on saving as UTF-8`() {
    #expect(code([0xFF, 0xFE, 0x61, 0x00]) == "file.encoding")
  }

  @Test func `years and counts may name columns`() throws {
    #expect(try read("area;2020;2021\nA;1;2\n").header == ["area", "2020", "2021"])
    #expect(try read(",0,1\nA,5,6\n").header == ["column_1", "0", "1"])
  }

  @Test func `a single endless line is refused and does not swell`() {
    #expect(code([UInt8](repeating: UInt8(ascii: "x"), count: 40_000_000)) == "file.cell")
    #expect(code((0..<20_000_000).map { $0 % 2 == 0 ? UInt8(ascii: "a") : UInt8(ascii: ",") }) == "file.columns")
  }
}
