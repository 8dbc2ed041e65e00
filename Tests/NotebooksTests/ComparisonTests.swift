import Notebooks
import Testing

@Suite struct ComparisonTests {
  @Test(arguments: [
    ("0.30000000000000004", "0.3", true), ("1.23456789012", "1.23456789013", false),
    ("1.234567890123", "1.234567890124", true), ("123456789012.4", "123456789012.1", true),
    ("123456789012", "123456789013", false), ("1e-300", "1.0000000000001e-300", true), ("1e10", "10000000000", true),
    ("x = 5.0", "x = 5", true), ("x = 5.0", "y = 5", false), ("-1", "1", false), ("12 34", "1234", false),
    ("a:   1", "a:      1.0", true), ("a: 1", "a:  1", false), ("  a", "a", false),
    ("0", "0.0", true), ("1e400", "2e400", false), ("a 1 b", "a 1 b 2", false), ("1.", "1", false),
  ])
  func `numbers are the same when they agree in 12 significant digits`(
    _ expected: String, _ actual: String, _ same: Bool
  ) {
    #expect(OutputComparison.matches([expected], [actual]) == same)
    #expect(OutputComparison.matches([actual], [expected]) == same)
  }

  @Test(arguments: [
    ("a [..] c", "a b c", true), ("a [..] c", "a  c", true), ("a [..]", "a ", true), ("[..]b[..]", "abc", true),
    ("[..]b[..]", "ac", false), ("a[..]a", "a", false), ("[..]", "", true), ("ab[..]bc", "abc", false),
  ])
  func `two points in brackets stand for anything in a line`(_ expected: String, _ actual: String, _ same: Bool) {
    #expect(OutputComparison.matches([expected], [actual]) == same)
  }

  @Test func `three points on a line stand for any lines`() {
    #expect(OutputComparison.matches(["a", "...", "d"], ["a", "b", "c", "d"]))
    #expect(OutputComparison.matches(["a", "...", "d"], ["a", "d"]))
    #expect(OutputComparison.matches(["..."], []))
    #expect(OutputComparison.matches(["  ...", "x", "..."], ["a", "x", "b", "x", "c"]))
    #expect(!OutputComparison.matches(["a", "...", "d"], ["a", "b", "c"]))
    #expect(!OutputComparison.matches(["a", "...", "d"], ["b", "d"]))
  }
}
