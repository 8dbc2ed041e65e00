/// A file that was read, with what is needed to find the same bytes again.
public struct InputFile: Sendable, Hashable {
  /// As it was given.
  public var path: String
  /// 64 hexadecimal digits.
  public var sha256: String
  /// How many rows were read; nil where it is no table.
  public var rows: Int?
  /// The columns that were read.
  public var columns: [String]
  /// The year the figures are of, where it is known.
  public var year: Int?
  /// What kind of knowledge it holds.
  public var evidence: Evidence?

  /// Makes a note of a file.
  public init(
    path: String, sha256: String, rows: Int? = nil, columns: [String] = [], year: Int? = nil, evidence: Evidence? = nil
  ) {
    self.path = path
    self.sha256 = sha256
    self.rows = rows
    self.columns = columns
    self.year = year
    self.evidence = evidence
  }
}
