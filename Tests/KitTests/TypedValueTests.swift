import Testing
import WorkbenchKit

@Suite struct TypedValueTests {
  @Test(arguments: [
    ("12%", 12, Unit.percent), ("€1250", 1250, .euro), ("-€5", -5, .euro), ("€-5", -5, .euro), ("3,5", 3.5, nil),
    ("-5", -5, nil), ("+0.25", 0.25, nil), ("1e3", 1000, nil), ("9007199254740992", 9_007_199_254_740_992, nil),
  ])
  func `a number is read with its unit`(text: String, number: Double, unit: Unit?) {
    #expect(TypedValue.number(text) == .number(number, unit: unit))
    #expect(TypedValue.guess(text) == .number(number, unit: unit))
  }

  @Test(arguments: [
    "", "%", "€", "-€", "-", "€5%", "5%%", "€€5", "--5", "5€", "-€-", "€\u{301}5", "5%\u{301}", "1.2,3", "1,2,3",
    "9007199254740993", "0164", "‰5", "âpre",
  ])
  func `what is no number is text`(text: String) {
    #expect(TypedValue.guess(text) == .text(text))
  }

  @Test(arguments: [
    ("a", "a"), ("", ""), (" ", ""), ("\u{A0}", ""), (" \t\u{A0}a b\u{A0}\t ", "a b"), ("Âpre", "Âpre"),
    ("voilà", "voilà"),
    ("\u{A0}à", "à"), (" \u{301}a", " \u{301}a"), ("a\u{A0}\u{301}", "a\u{A0}\u{301}"), ("\na\n", "\na\n"),
    ("Âa ", "Âa"),
  ])
  func `padding is taken off at both ends and nothing else`(text: String, trimmed: String) {
    #expect(text.trimmedOfPadding == trimmed)
  }
}
