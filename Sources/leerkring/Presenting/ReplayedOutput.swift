/// Tells, of a transcript that is run while another one is kept, which of its comments are what its lines gave then.
///
/// They stand right behind the line. What the line gives now says which comments these are; where it gives something else, they are
/// known by how a transcript writes output and errors. A person's own remark has another form, and stays.
struct ReplayedOutput {
  /// What was written behind the last line, and is still to be met again.
  private var expected: [String] = []
  /// Whether the last line gave anything.
  private var hasOutput = false
  /// Whether what the last line gave is data, which begins at the edge as a remark does.
  private var isData = false
  /// Whether the comments up to the next line belong to a line that failed.
  private var isFailed = false

  /// Takes in a comment that was written for the last line.
  mutating func take(_ comment: String) {
    if expected.isEmpty { isData = !comment.hasPrefix(Self.shown) && !comment.hasPrefix(Self.failed) }
    expected.append(comment)
    hasOutput = true
  }

  /// Returns whether a line of the script is what an earlier line gave then.
  mutating func isOld(_ line: String) -> Bool {
    guard line.hasPrefix("#") else {
      self = ReplayedOutput()
      return false
    }
    if line.hasPrefix(Self.failed) { isFailed = true }
    if isFailed || hasOutput && line.hasPrefix(Self.shown) { return true }
    if let place = expected.firstIndex(of: line) {
      expected.removeSubrange(...place)
      return true
    }
    return isData && !expected.isEmpty
  }

  /// What is shown is set in by two blanks.
  private static let shown = "#   "
  private static let failed = "# ! "
}
