/// How many shapes and rows the files of a shapefile have, what was deleted among them.
///
/// Source: ESRI Shapefile Technical Description, 1998; of the table, dBASE III.
enum ShapeCount {
  private static let head = 100

  /// Counts shapes by their index, else one after the other.
  static func of(_ shapes: [UInt8], index: [UInt8]?) -> Int {
    if let index { return max(0, (index.count - head) / 8) }
    var (count, position) = (0, head)
    while position + 8 <= shapes.count {
      // A number, and the length of what follows in pairs of bytes; the largest byte first.
      let length = shapes[(position + 4)..<(position + 8)].reduce(0) { $0 << 8 | Int($1) }
      count += 1
      position += 8 + length * 2
    }
    return count
  }

  /// How many rows a table says that it has.
  static func rows(_ table: [UInt8]) -> Int {
    guard table.count >= 8 else { return 0 }
    return table[4..<8].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
