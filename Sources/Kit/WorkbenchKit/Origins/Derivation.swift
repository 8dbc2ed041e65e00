/// How the cells of a column of a result were worked out: by which method, of which figures, each with where it stands.
///
/// It holds for all rows in which the column `variant` has the value `when`; the figures themselves stand in other columns
/// of the same row, so one derivation serves a table of any length.
public struct Derivation: Sendable, Hashable {
  /// One figure that goes in.
  public struct Factor: Sendable, Hashable {
    /// The column of the result that holds the figure.
    public let column: String
    /// What the figure is, as a person says it.
    public let label: Text
    /// The file it was read from, as it was given then.
    public let file: String
    /// The columns of that file, added up where there are several.
    public let fileColumns: [String]
    /// Of which year the figure is.
    public let year: Int?
    /// What kind of knowledge it is.
    public let evidence: Evidence?
    /// A word of caution about it, such as how it was rounded.
    public let remark: Text?
    /// The row of that file; nil for the one that the key of the result names.
    public let row: String?
    /// The figure itself, where it stands in no column of the result.
    public let figure: Double?
    /// How that figure shows.
    public let format: NumberFormat
    /// What it was worked out of itself.
    public let parts: [Factor]

    /// Makes a factor.
    public init(
      column: String, label: Text, file: String, fileColumns: [String], year: Int? = nil, evidence: Evidence? = nil,
      remark: Text? = nil, row: String? = nil, figure: Double? = nil, format: NumberFormat = .automatic,
      parts: [Factor] = []
    ) {
      self.column = column
      self.label = label
      self.file = file
      self.fileColumns = fileColumns
      self.year = year
      self.evidence = evidence
      self.remark = remark
      self.row = row
      self.figure = figure
      self.format = format
      self.parts = parts
    }
  }

  /// The column of the result that was worked out.
  public let column: String
  /// The column of the result that names the row in the files.
  public let key: String
  /// Tells apart rows with the same key.
  public let variant: String
  /// Of which rows it holds.
  public let when: String
  /// The one row of which it holds, by its key; nil for all of that variant.
  public let only: String?
  /// How the figure was worked out.
  public let method: Text
  /// What it was worked out of.
  public let factors: [Factor]

  /// Makes a derivation.
  public init(
    column: String, key: String, variant: String, when: String, only: String? = nil, method: Text, factors: [Factor]
  ) {
    self.column = column
    self.key = key
    self.variant = variant
    self.when = when
    self.only = only
    self.method = method
    self.factors = factors
  }
}
