import Testing
import WorkbenchKit

/// `derive x = EXPR` over one small table, read back row by row.
@Suite struct ExpressionTests {
  private let lines: TableLines

  init() throws {
    lines = try TableLines([
      "t.csv": """
      a;b;naam;een twee;ja;leeg
      1;10;Aap;5;true;.
      2;.;noot;6;false;.
      3;30;Mies "M";7;.;.
      .;40;.;8;true;.

      """
    ])
  }

  private func values(_ expression: String) throws -> [String] {
    try lines.table("read t.csv | derive x = \(expression) | select x").dropFirst().map { $0 }
  }

  private func rows(_ condition: String) throws -> [String] {
    try lines.table("read t.csv | where \(condition) | select b").dropFirst().map { $0 }
  }

  @Test func `over many rows, worked on in pieces, it is what it is over each`() throws {
    let cycle = ["1;10;Aap;2027-01-31", "2.5;.;noot;.", ".;0.1;Mies;2024-02-29", "-3;7;;2026-12-01"]
    let copies = 12_345
    func table(_ rows: [String]) throws -> TableLines {
      try TableLines(["m.csv": "a;b;t;d\n" + rows.map { $0 + "\n" }.joined()])
    }
    let few = try table(cycle)
    let many = try table((0..<copies).flatMap { _ in cycle })
    for expression in [
      "a * 2 + b", "round(a / 3, 2)", "a > 1 and not b = 7", "if(a > 1, lower(t), t)", "text(a)", "length(t)",
      "max(a, b, 0.2)", "t ~ 'a'", "t < 'm'", "a in (1, 2.5)", "b is missing", "date(d) + a", "year(date(d))", "-a",
    ] {
      let line = "read m.csv | derive x = \(expression) | select x"
      let expected = try few.table(line).dropFirst()
      let found = try many.table(line).dropFirst()
      #expect(found.count == expected.count * copies)
      #expect(
        zip(found, found.indices).allSatisfy { $0 == expected[expected.startIndex + ($1 - 1) % cycle.count] },
        "\(expression)")
    }
  }

  @Test func timesBindsTighterThanPlusAndBracketsTighterStill() throws {
    #expect(try values("1 + 2 * 3") == ["7", "7", "7", "7"])
    #expect(try values("(1 + 2) * 3") == ["9", "9", "9", "9"])
    #expect(try values("2 - 3 - 4") == ["-5", "-5", "-5", "-5"])
    #expect(try values("12 / 3 / 2") == ["2", "2", "2", "2"])
    #expect(try values("-2 * -3") == ["6", "6", "6", "6"])
    #expect(try values("- - 2") == ["2", "2", "2", "2"])
    #expect(try values("a -1") == ["0", "1", "2", "."])
  }

  @Test func andBindsTighterThanOrAndNotTighterThanAnd() throws {
    #expect(try rows("false and false or true") == ["10", ".", "30", "40"])
    #expect(try rows("false and (false or true)") == [])
    #expect(try rows("not false and false") == [])
    #expect(try rows("not (false and false)") == ["10", ".", "30", "40"])
    #expect(try rows("not a = 1 and b > 0") == ["30"])
  }

  @Test func everyComparisonComparesNumbers() throws {
    #expect(try rows("a = 2") == ["."])
    #expect(try rows("a != 2") == ["10", "30"])
    #expect(try rows("a < 2") == ["10"])
    #expect(try rows("a <= 2") == ["10", "."])
    #expect(try rows("a > 2") == ["30"])
    #expect(try rows("a >= 2") == [".", "30"])
    #expect(try rows("2 < a") == ["30"])
    #expect(try rows("a = 1e0") == ["10"])
    #expect(try rows("a = .5 * 2") == ["10"])
  }

  @Test func decimalsAreWorkedWithAsDecimals() throws {
    #expect(try values("0.1 + 0.2").first == "0.3")
    #expect(try rows("a * 0.1 + 0.2 = 0.3") == ["10"])
    #expect(try rows("a * 0.1 = 0.3") == ["30"])
    #expect(try values("0.3 - 0.1").first == "0.2")
    #expect(try values("0.3 / 0.1").first == "3")
    #expect(try values("a * 1.1") == ["1.1", "2.2", "3.3", "."])
    #expect(try values("if(0.1 + 0.7 >= 0.8, 1, 0)").first == "1")
    #expect(try values("1 / 3 * 3").first == "1")
    let lines = try TableLines([:])
    lines.remember(
      Table(columns: [.numbers("p", [12.3, 7], unit: .percent), .numbers("s", [0.123, 0.07], unit: .share)]))
    #expect(try lines.table("$t | where p = s").count == 3)
    #expect(try lines.table("$t | where s in (12.3%, 7%)").count == 3)
  }

  @Test func aWholeNumberThatWouldLoseDigitsIsRefused() throws {
    let lines = try TableLines(["t.csv": "id;n\nx9007199254740993;1\nx9007199254740992;2\n"])
    #expect(lines.spot("read t.csv | where n = 9007199254740993") == "expression.number at 24")
    #expect(lines.spot("read t.csv | where n > €9007199254740993") == "expression.number at 24")
    #expect(lines.spot("read t.csv | derive m = number('-9007199254740993')") == "expression.number at 25")
    #expect(try lines.table("read t.csv | where n < 9007199254740992").count == 3)
    #expect(
      try lines.notices("read t.csv | derive m = number('9.007.199.254.740.993')").contains {
        $0.contains("'9.007.199.254.740.993' counts as missing")
      })
    #expect(try lines.table("read t.csv | where id = 'x9007199254740993'").count == 2)
    #expect(lines.spot("let x = 9007199254740993") != nil)
    _ = try lines.output("let x = '9007199254740993'")
    #expect(try lines.output("$x").blocks == [.paragraph(.verbatim("9007199254740993"))])
    #expect(
      try lines.notices("read t.csv | derive m = n * 9007199254740992") == [
        "'m' has numbers above 9007199254740992, of which the last digits are not exact"
      ])
  }

  @Test func whatAnExpressionNamesOfAPersonIsRefused() throws {
    let codes = [
      "read t.csv | where naam = 'jan@example.nl'", "read t.csv | where a = 111222333",
      "read t.csv | where a in (5, 111222333)", "read t.csv | derive x = \"NL91ABNA0417164300\"",
      "read t.csv | where `jan@example.nl` = 1", "let x = '111222333'", "let x = 111222333",
      "let x = \"jan@example.nl\"",
    ].map { lines.error($0)?.code }
    #expect(codes == [String?](repeating: "personal.found", count: codes.count))
    let free = [
      "read t.csv | where a > 111222333", "read t.csv | where a <= 111222333 and naam ~ \"7551AB\"",
      "read t.csv | derive x = a * 111222333", "let x = 'Berflo Es'", "let x = 12",
    ].map { lines.error($0)?.code }
    #expect(free == [String?](repeating: nil, count: free.count))
    #expect(lines.error("let x = '111222333'")?.place?.text == "")
  }

  @Test func whatIsComparedWithMissingIsNeitherTrueNorFalse() throws {
    #expect(try rows("a > 0 or not (a > 0)") == ["10", ".", "30"])
    #expect(try rows("a is missing") == ["40"])
    #expect(try rows("a is not missing") == ["10", ".", "30"])
    #expect(try rows("a > 0 or b = 40") == ["10", ".", "30", "40"])
    #expect(try values("a + b") == ["11", ".", "33", "."])
    #expect(try rows("leeg = 1") == [])
    #expect(try rows("leeg = \"x\"") == [])
    #expect(try rows("leeg is missing") == ["10", ".", "30", "40"])
  }

  @Test func textsAreEqualToTheLetterAndContainWithoutRegardToCapitals() throws {
    #expect(try rows("naam = \"Aap\"") == ["10"])
    #expect(try rows("naam = 'aap'") == [])
    #expect(try rows("naam ~ 'AA'") == ["10"])
    #expect(try rows("naam ~ \"\\\"m\\\"\"") == ["30"])
    #expect(try rows("naam != 'Aap'") == [".", "30"])
    #expect(try rows("naam < 'n'") == ["10", "30"])
    #expect(try rows("naam >= 'noot'") == ["."])
    #expect(try rows("lower(naam) = 'aap'") == ["10"])
  }

  @Test func listsHoldNumbersOrTexts() throws {
    #expect(try rows("a in (1, 3)") == ["10", "30"])
    #expect(try rows("a in (1,3)") == ["10", "30"])
    #expect(try rows("a not in (1, -3)") == [".", "30"])
    #expect(try rows("naam in ('Aap', \"noot\")") == ["10", "."])
    #expect(try rows("a in ()") == [])
  }

  @Test func aColumnWithBlanksStandsInBackticks() throws {
    #expect(try rows("`een twee` > 6") == ["30", "40"])
    #expect(try values("`een twee` * 2") == ["10", "12", "14", "16"])
  }

  @Test func aColumnOfTrueAndFalseIsACondition() throws {
    #expect(try rows("ja") == ["10", "40"])
    #expect(try rows("not ja") == ["."])
    #expect(try rows("ja = false") == ["."])
  }

  @Test func variablesStandForValuesAndLists() throws {
    _ = try lines.output("let grens = 2")
    _ = try lines.output("let wie = 'noot'")
    #expect(try rows("a >= $grens") == [".", "30"])
    #expect(try rows("naam = $wie") == ["."])
    #expect(try rows("naam = \"$wie\"") == ["."])
    #expect(try rows("naam = '$wie'") == [])
  }

  @Test func functionsDoWhatTheirNameSays() throws {
    #expect(try values("abs(a - 2)") == ["1", "0", "1", "."])
    #expect(try values("round(a / 3, 2)") == ["0.33", "0.67", "1", "."])
    #expect(try values("round(2.5)") == ["3", "3", "3", "3"])
    #expect(try values("max(a, 2)") == ["2", "2", "3", "."])
    #expect(try values("min(a, 2, 0)") == ["0", "0", "0", "."])
    #expect(try values("length(naam)") == ["3", "4", "8", "."])
    #expect(try values("number(\"3,5\") + a") == ["4.5", "5.5", "6.5", "."])
    #expect(try values("text(a)") == ["1", "2", "3", "."])
    #expect(try values("if(a > 1, 'veel', 'weinig')") == ["weinig", "veel", "veel", "."])
  }

  @Test func textsBecomeNumbersAsThoseOfAFileDo() throws {
    let lines = try TableLines(["t.csv": "a;b\n€ 12.500,50;1,250\nonbekend;x\n3.625;x\n"])
    #expect(try lines.table("read t.csv | derive n = number(a) | select n") == ["n", "12500.5", ".", "3625"])
    #expect(try lines.table("read t.csv | derive n = number(b) | select n") == ["n", "1.25", ".", "."])
    #expect(
      try lines.notices("read t.csv | derive n = number(b)").last
        == "the comma in 'b' ('1,250') may part thousands or decimals; read as decimals")
    #expect(try lines.notices("read t.csv | where number(b) > 1").last?.hasPrefix("the comma in 'b'") == true)
  }

  @Test func whatHasNoFiniteOutcomeIsMissing() throws {
    #expect(try values("a / 0") == [".", ".", ".", "."])
    #expect(try values("1e308 * 10") == [".", ".", ".", "."])
  }

  @Test func aTypedPercentageIsAHundredthInAProduct() throws {
    #expect(try values("b * 10%") == ["1", ".", "3", "4"])
  }

  @Test func anExpressionMayRunOverLinesWithComments() throws {
    #expect(try rows("a > 0 \\\n and b > 20") == ["30"])
  }

  @Test func trueKeepsAllAndLeavesTheTableAsItIs() throws {
    #expect(try lines.table("read t.csv | where true") == lines.table("read t.csv"))
    #expect(try rows("false") == [])
  }
}
