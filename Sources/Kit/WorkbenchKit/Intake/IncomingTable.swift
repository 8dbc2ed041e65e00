/// What came in of a file.
struct IncomingTable {
  let table: Table
  /// Whether it is the part that was asked for, or what the collector was given.
  let isPart: Bool
  /// Whether it has all columns and rows of the file.
  let isWhole: Bool
  let isCollected: Bool
  /// The names of all columns of the file, where not all came in.
  let columnNames: [String]?
  /// How many rows of the file it stands for, where its own are others.
  let rowCount: Int?
}
