import Rendering
import Testing
import WorkbenchKit

@Suite("CSV, JSON array and JSON Lines")
struct CSVTests {
  @Test("CSV has a heading, point decimals, and the withheld text in its place")
  func csv() {
    #expect(
      TableForms.csv(Samples.estimates) == """
        area,name,population,rate,estimate
        BU01640101,Tichelwerk,1020,0.566,577.32
        BU01640604,,1035,0.5,<5

        """)
  }

  @Test("CSV quotes delimiters, quotes, line breaks and empty texts, and keeps controls as they are")
  func quoting() {
    let table = Table(columns: [
      .texts("a,b", ["x,y", "he said \"no\"", "two\nlines", "", nil, "=1+1", "\u{1B}[2J", " x "]),
      .numbers("n", [1, 2, 3, 4, 5, .nan, -0.5, 1e21]),
    ])
    #expect(
      TableForms.csv(table)
        == "\"a,b\",n\n\"x,y\",1\n\"he said \"\"no\"\"\",2\n\"two\nlines\",3\n\"\",4\n,5\n'=1+1,\n\u{1B}[2J,-0.5\n x ,1e+21\n"
    )
    #expect(TableForms.csv(table, delimiter: ";").hasPrefix("a,b;n\nx,y;1\n"))
    #expect(TableForms.csv(Table(columns: [.numbers("n", [0.5])]), delimiter: ".") == "n\n\"0.5\"\n")
    #expect(TableForms.csv(Table(columns: [.numbers("n", [1]), .numbers("m", [2])]), delimiter: "\"") == "n,m\n1,2\n")
  }

  @Test("CSV of many rows, made in pieces, is that of its rows one after the other")
  func pieces() {
    let count = 20_001
    let table = Table(columns: [
      Column("n", .numbers((0..<count).map { Double($0) / 8 }), withheld: [9_000: "<5"]),
      .texts("t", (0..<count).map { $0 % 3 == 0 ? nil : "\($0);\($0)" }),
    ])
    let rows = (0..<count).map { TableForms.csv(table.rows([$0]), delimiter: ";").split(separator: "\n")[1] }
    #expect(TableForms.csv(table, delimiter: ";") == "n;t\n" + rows.map { "\($0)\n" }.joined())
  }

  // A block of lines, one less and one more, and a piece of them.
  @Test(
    "CSV of any rows is what writing cell after cell gives", arguments: [0, 1, 63, 64, 65, 129, 8_191, 8_192, 8_193])
  func cellAfterCell(count: Int) {
    let signs = Array("aé;,\"\n '=-0")
    let texts = (0..<count).map { row -> String? in
      if row % 7 == 0 { return nil }
      return String((0..<row % 41).map { place -> Character in signs[(place * 5 + row) % signs.count] })
    }
    let numbers = (0..<count).map { row -> Double in
      let number = Double(row)
      let kinds: [Double] = [number, number / 8, .nan, -number / 1e4, number * 1e17, 1 / (number + 1)]
      return kinds[row % 6]
    }
    let truths = texts.map { $0.map(\.isEmpty) }
    let withheld: [Int: String] = count > 64 ? [3: "<5", 64: "a;b"] : [:]
    let table = Table(columns: [
      .texts("t", texts), .numbers("x", numbers), Column("b", .booleans(truths)),
      Column("s", .texts(texts), withheld: withheld),
    ])
    for delimiter in [";", "."] as [Character] {
      func cell(_ text: String?) -> String {
        guard let text else { return "" }
        return text.isEmpty
          ? "\"\"" : String(WrittenCell.line([text], delimiter: delimiter.asciiValue ?? 0).dropLast())
      }
      func cell(_ number: Double) -> String {
        let text = number.isNaN ? "" : NumberText.shortest(number)
        return text.contains(delimiter) ? "\"\(text)\"" : text
      }
      var due = "t\(delimiter)x\(delimiter)b\(delimiter)s\n"
      for row in 0..<count {
        let cells: [String] = [
          cell(texts[row]), cell(numbers[row]), truths[row].map { "\($0)" } ?? "", cell(withheld[row] ?? texts[row]),
        ]
        due += cells.joined(separator: "\(delimiter)") + "\n"
      }
      #expect(TableForms.csv(table, delimiter: delimiter) == due)
    }
  }

  // A piece of records, one less and one more.
  @Test("JSON of many rows, made in pieces, is that of its rows one after the other", arguments: [4_095, 4_096, 8_193])
  func recordsInPieces(count: Int) {
    let table = Table(columns: [
      .numbers("n", (0..<count).map { Double($0) / 8 }), .texts("t", (0..<count).map { $0 % 3 == 0 ? nil : "\"\($0)" }),
    ])
    let rows = (0..<count).map { TableForms.jsonLines(table.rows([$0])) }
    #expect(TableForms.jsonLines(table) == rows.joined())
    #expect(TableForms.json(table) == "[\n" + rows.map { $0.dropLast() }.joined(separator: ",\n") + "\n]\n")
  }

  @Test("CSV of one column has no wholly empty line; of none it is empty")
  func small() {
    #expect(TableForms.csv(Table(columns: [.texts("a", [nil, "b"])])) == "a\n\"\"\nb\n")
    #expect(TableForms.csv(Table(columns: [.texts("a", [])])) == "a\n")
    #expect(TableForms.csv(Table(columns: [])) == "")
    #expect(TableForms.csv(Table(columns: [Column("b", .booleans([true, false]))])) == "b\ntrue\nfalse\n")
  }

  @Test("JSON is an array with an object on each line")
  func json() {
    #expect(
      TableForms.json(Samples.estimates) == """
        [
        {"area":"BU01640101","name":"Tichelwerk","population":1020,"rate":0.566,"estimate":577.32},
        {"area":"BU01640604","name":null,"population":1035,"rate":0.5,"estimate":null}
        ]

        """)
    #expect(TableForms.json(Table(columns: [.texts("a", [])])) == "[]\n")
    #expect(
      TableForms.jsonLines(Table(columns: [.texts("a", ["x", "\u{1B}"])])) == "{\"a\":\"x\"}\n{\"a\":\"\\u001b\"}\n")
    #expect(TableForms.jsonLines(Table(columns: [])) == "")
  }

  @Test func `For a spreadsheet it is as the language of the reader has it`() {
    let table = Table(columns: [.texts("naam", ["a;b", "=1"]), .numbers("getal", [0.5, -1e-7])])
    #expect(
      TableForms.csv(table, forSpreadsheetIn: .nl) == "\u{FEFF}naam;getal\n\"a;b\";0,5\n'=1;-1e-07\n")
    #expect(
      TableForms.csv(table, forSpreadsheetIn: .en, isRaw: true) == "\u{FEFF}naam,getal\n\"a;b\",0.5\n=1,-1e-07\n")
  }
}
