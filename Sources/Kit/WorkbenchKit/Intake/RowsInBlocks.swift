/// A file that was looked through once, so that of each column it is known what it holds, and that gives its rows some at a time.
protocol RowsInBlocks {
  /// What errors call it.
  var name: String { get }
  /// The names of the columns.
  var header: [String] { get }
  var rowCount: Int { get }

  /// How many bytes some columns take once they are read.
  func memory(of columns: [Int]) -> Int

  /// The columns of which stages take what they need, where of the others nothing has to be said: those that are named, and those by which
  /// rows are known to be areas that lie within each other, or have labels.
  ///
  /// - Parameter names: by their exact names.
  /// - Returns: their places; nil where one of them is not there, or where any of the others may matter.
  func columns(neededFor names: Set<String>) -> [Int]?

  /// Reads some columns of all rows.
  func table(of columns: [Int], asking: (_ part: Double) throws -> Void) throws -> Table

  /// Reads some columns, some rows at a time, of which no others are held at any time.
  ///
  /// - Parameters:
  ///   - kept: the places of the columns, in the order in which they come.
  ///   - filter: which rows stay; nil for all.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  ///   - take: gets rows, and of each its number in the file, counted from 1; false ends the work. It is called once at least.
  /// - Returns: whether all rows were taken: false too where it cannot be said of some rows alone which of them stay.
  /// - Throws: what reading throws, and what the filter throws.
  func eachBlock(
    of kept: [Int], where filter: TablePart.Rows?, asking: (_ part: Double) throws -> Void,
    _ take: (_ rows: Table, _ numbers: [Int]) throws -> Bool
  ) throws -> Bool
}

extension RowsInBlocks {
  /// The table without rows.
  var names: Table { names(Array(header.indices)) }

  /// Some columns of the table without rows; of what type they are is not looked at.
  func names(_ columns: [Int]) -> Table { Table(columns: columns.map { .numbers(header[$0], []) }) }

  /// The places of the columns that a part keeps.
  ///
  /// - Throws: what the part throws.
  func columns(of part: TablePart) throws -> [Int] { try part.columns?(names) ?? Array(header.indices) }

  /// Reads a part of the table: what all of it gives, of which only these columns and rows are kept, and no others are held at any time.
  ///
  /// - Parameters:
  ///   - part: what is kept.
  ///   - asking: is called now and then with the part that is done; what it throws ends the work.
  /// - Returns: the table, and of each row its number in the file, counted from 1, nil where they stand as in it; nil where it cannot be
  ///   said of some rows alone which of them stay.
  /// - Throws: what reading throws, and what the part throws.
  func table(
    of part: TablePart, asking: (_ part: Double) throws -> Void
  ) throws -> (table: Table, rows: [Int]?)? {
    let kept = try columns(of: part)
    guard let filter = part.rows else { return (try table(of: kept, asking: asking), nil) }
    var numbers: [Int] = []
    return try gathered(of: kept, where: filter, asking: asking) { numbers += $0 }.map { ($0, numbers) }
  }

  /// The rows of all blocks behind each other.
  ///
  /// - Parameter noting: gets of each row its number in the file.
  /// - Returns: nil where `eachBlock` does not take all.
  func gathered(
    of kept: [Int], where filter: TablePart.Rows?, asking: (_ part: Double) throws -> Void,
    noting: (_ numbers: [Int]) -> Void = { _ in }
  ) throws -> Table? {
    var table: Table?
    let isTaken = try eachBlock(of: kept, where: filter, asking: asking) { rows, numbers in
      noting(numbers)
      if table == nil {
        table = rows
        return true
      }
      return table?.append(rows) ?? false
    }
    return isTaken ? table : nil
  }
}

extension DelimitedText: RowsInBlocks {}
