/// From which file the rows of a table were read, and which rows of that file they are.
///
/// It goes along where rows are chosen, put in another order or given more columns; a table whose rows are made out of several
/// others has none.
public struct RowOrigin: Sendable, Hashable {
  /// The last path component of the file.
  public let file: String
  /// 64 hexadecimal digits.
  public internal(set) var sha256: String
  /// Of each row its number in the file, counted from 1; nil where they stand as in the file.
  private var numbers: [Int32]?

  /// Makes the origin of rows.
  ///
  /// - Parameters:
  ///   - file: the last path component.
  ///   - sha256: 64 hexadecimal digits.
  ///   - rows: of each row its number in the file, counted from 1; nil where they stand as in the file.
  public init(file: String, sha256: String, rows: [Int]? = nil) {
    self.file = file
    self.sha256 = sha256
    numbers = rows.map { $0.map { Int32(clamping: $0) } }
  }

  /// Returns the number that a row has in the file, counted from 1.
  public func number(ofRow row: Int) -> Int {
    guard let numbers else { return row + 1 }
    return numbers.indices.contains(row) ? Int(numbers[row]) : row + 1
  }

  /// Whether the rows stand as in the file.
  public var isWhole: Bool { numbers == nil }

  /// Puts the numbers of other rows of the file behind those of these.
  mutating func append(_ other: RowOrigin, behind rows: Int, _ more: Int) {
    if numbers == nil { numbers = (0..<rows).map { Int32(clamping: $0 + 1) } }
    numbers? += (0..<more).lazy.map { Int32(clamping: other.number(ofRow: $0)) }
  }

  /// Returns the same rows of the file of another origin: when its digest is known, which is told last.
  @_spi(Host) public func of(_ other: RowOrigin) -> RowOrigin {
    var origin = self
    origin.sha256 = other.sha256
    return origin
  }

  func rows(_ rows: [Int]) -> RowOrigin {
    RowOrigin(file: file, sha256: sha256, rows: rows.map { number(ofRow: $0) })
  }
}
