import Testing
import WorkbenchKit

/// What a single cell can be that a person filled in.
@Suite struct NumberReadingsTests {
  @Test(arguments: [
    ("3", [3]), ("3,5", [3.5]), ("3.5", [3.5]), (" 12 ", [12]), ("-3", [-3]), ("0,125", [0.125]), ("1.234,5", [1234.5]),
    ("1,234.5", [1234.5]), ("1.234.567", [1_234_567]), ("12 500", [12_500]), ("1E+03", [1000]),
    ("9007199254740992", [9_007_199_254_740_992]),
  ])
  func `marks that stand in one way only give one number`(_ text: String, _ numbers: [Double]) {
    #expect(NumberReadings.of(text) == numbers)
  }

  @Test(arguments: [("1.000", [1, 1000]), ("1,500", [1.5, 1500]), ("83.058", [83.058, 83_058])])
  func `three digits behind the only mark give both`(_ text: String, _ numbers: [Double]) {
    #expect(NumberReadings.of(text) == numbers)
  }

  @Test(arguments: [
    "", "twee", "3,5,1", "1.2.3", "40%", "€ 5", "=1", "9007199254740993", "9.007.199.254.740.993", ",", "-",
  ])
  func `what is no number gives none`(_ text: String) { #expect(NumberReadings.of(text).isEmpty) }
}
