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
