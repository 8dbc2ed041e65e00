import WorkbenchKit

/// Writes rows that come by some at a time into a file.
final class WritingCollector: RowCollector {
  private let begin: () throws -> (any GrowingFile)?
  private var file: (any GrowingFile)?
  private let bytes: (Table) throws -> [UInt8]
  private let told: (_ table: Table, _ rowCount: Int, _ input: Output) -> Output
  private var table: Table?
  private var headingCount = 0
  private var rowCount = 0

  /// - Parameters:
  ///   - begin: begins the file into which they go, once there are any; without all of them it is not finished.
  ///   - bytes: how a table is written, in a form in which rows stand behind each other below one heading.
  ///   - told: what is said once the file is there.
  init(
    _ begin: @escaping () throws -> (any GrowingFile)?, _ bytes: @escaping (Table) throws -> [UInt8],
    _ told: @escaping (_ table: Table, _ rowCount: Int, _ input: Output) -> Output
  ) {
    self.begin = begin
    self.bytes = bytes
    self.told = told
  }

  func take(_ rows: Table) throws -> Bool {
    if table == nil {
      let names = rows.rows([])
      file = try begin()
      let heading = try bytes(names)
      try file?.append(heading)
      (table, headingCount) = (names, heading.count)
    }
    guard let file else { return false }
    guard rows.rowCount > 0 else { return true }
    rowCount += rows.rowCount
    try file.append(Array(try bytes(rows).dropFirst(headingCount)))
    return true
  }

  func output(_ input: Output) throws -> Output {
    try file?.finish()
    return told(table ?? input.table ?? Table(columns: []), rowCount, input)
  }
}
