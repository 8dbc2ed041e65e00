/// Compares what stands under a cell with what it gives now: `[..]` stands for anything in a line, a line `...` for any
/// lines, numbers count as the same when they agree in 12 significant digits, and gaps of two blanks and more whatever their width.
public enum OutputComparison {
  public static func matches(_ expected: [String], _ actual: [String]) -> Bool {
    OutputAlignment(expected, actual).isMatch
  }
}
