import Testing
import WorkbenchKit

@testable import Decisions

/// Cells as a person reads them.
@Suite struct CellWordsTests {
  private func said(_ cell: String, _ type: ValueType, _ words: [String: Text] = [:]) throws -> Text {
    try UnaryParser(type: type, takesBareWords: false, names: KnownNames(["grens"])).tests(cell).said(words)
  }

  @Test(arguments: [
    ("-", ValueType.any, "maakt niet uit", "any"), ("true", .boolean, "ja", "yes"), ("false", .boolean, "nee", "no"),
    ("null", .number, "geen waarde", "no value"), ("\"hoog\"", .text, "hoog", "hoog"), ("\"\"", .text, "\"\"", "\"\""),
    ("\"hoog\", \"laag\"", .text, "hoog of laag", "hoog or laag"),
    ("\"a\", \"b\", \"c\"", .text, "a, b of c", "a, b or c"),
    ("not(\"hoog\", \"laag\")", .text, "niet: hoog of laag", "not: hoog or laag"),
    ("5", .number, "5", "5"), ("0.125", .number, "0,125", "0.125"),
    ("< 18", .number, "minder dan 18", "less than 18"), ("<= 18", .number, "18 of minder", "18 or less"),
    ("> 18", .number, "meer dan 18", "more than 18"), (">= 18", .number, "18 of meer", "18 or more"),
    ("[18..65]", .number, "18 tot en met 65", "18 through 65"), ("[18..65)", .number, "18 tot 65", "18 up to 65"),
    ("(18..65]", .number, "meer dan 18, tot en met 65", "more than 18, through 65"),
    ("(18..65)", .number, "meer dan 18, minder dan 65", "more than 18, less than 65"),
    (">= date(\"2027-01-31\")", .date, "vanaf 31 januari 2027", "from 31 January 2027"),
    ("< date(\"2027-01-31\")", .date, "voor 31 januari 2027", "before 31 January 2027"),
    (
      "(date(\"2027-01-31\")..date(\"2027-02-28\")]", .date, "na 31 januari 2027, tot en met 28 februari 2027",
      "after 31 January 2027, through 28 February 2027"
    ),
    ("< grens", .number, "voor grens", "before grens"), ("? * 2 > grens", .number, "? * 2 > grens", "? * 2 > grens"),
    ("[\"a\", \"b\"]", .text, "a of b", "a or b"),
  ]) func `a cell is said in words`(cell: String, type: ValueType, nl: String, en: String) throws {
    #expect(try said(cell, type) == Text(nl: nl, en: en), "\(cell)")
  }

  @Test
  func `a value that is called something stands behind it as it is typed, and those called the same stand together`()
    throws
  {
    let fixed = Text(nl: "vast bedrag", en: "fixed amount")
    let words = ["lumpsum": fixed, "lump-sum": fixed, "pxq": Text(nl: "prijs maal volume", en: "price times volume")]
    #expect(
      try said("\"lumpsum\", \"pxq\", \"lump-sum\", \"anders\"", .text, words).nl
        == "vast bedrag (lumpsum of lump-sum), prijs maal volume (pxq) of anders")
    #expect(DecisionTable.Result.value(.text("pxq")).said(words).en == "price times volume (pxq)")
    #expect(DecisionTable.Result.value(.boolean(true)).said().nl == "ja")
  }
}
