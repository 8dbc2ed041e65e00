/// Compares what stands under a cell with what it gives now: `[..]` stands for anything in a line, a line `...` for any
/// lines, and numbers count as the same when they agree in 12 significant digits.
public enum OutputComparison {
  public static func matches(_ expected: [String], _ actual: [String]) -> Bool {
    OutputAlignment(expected, actual).isMatch
  }
}
