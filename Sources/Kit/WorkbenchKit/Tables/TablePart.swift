/// What of a table is taken while it is read: some columns, and the rows for which something holds.
public struct TablePart {
  /// The columns that are kept, by their places, in the order in which they come; nil for all.
  public var columns: ((_ names: Table) throws -> [Int])?
  /// Which rows are kept; nil for all.
  public var rows: Rows?

  /// Looks at rows.
  public struct Rows {
    /// The columns that are looked at, by their places.
    public let columns: (_ names: Table) throws -> [Int]
    /// The rows that stay, in their order; nil where that cannot be said of a part of the rows alone.
    public let kept: (_ rows: Table) throws -> [Int]?

    /// Makes it.
    ///
    /// - Parameters:
    ///   - columns: gets a table without rows, and gives the places of the columns that are looked at.
    ///   - kept: gets some rows of these columns, and gives those that stay.
    public init(columns: @escaping (Table) throws -> [Int], kept: @escaping (Table) throws -> [Int]?) {
      self.columns = columns
      self.kept = kept
    }
  }

  /// Makes a part.
  ///
  /// - Parameters:
  ///   - columns: gets a table without rows, and gives the places of the columns that are kept; nil for all.
  ///   - rows: which rows are kept; nil for all.
  public init(columns: ((Table) throws -> [Int])? = nil, rows: Rows? = nil) {
    self.columns = columns
    self.rows = rows
  }
}
