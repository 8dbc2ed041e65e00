import WorkbenchKit

/// What KML says of how a thing is drawn, and when: GDAL gives columns of it although the file has none of it.
enum DrawingColumn {
  /// Numbers that GDAL fills in where the file says nothing, with 0 or -1.
  private static let filledIn: Set = ["tessellate", "extrude", "visibility", "drawOrder"]

  /// What is missing where the file says nothing.
  private static let leftOpen: Set = ["Name", "description", "timestamp", "begin", "end", "altitudeMode", "icon"]

  /// Whether a column holds nothing but what GDAL made up.
  ///
  /// A person's own may have the same name: what stands in it counts then, a 0 too.
  static func isOne(_ column: Column) -> Bool {
    if let numbers = column.numbers {
      return filledIn.contains(column.name) && numbers.allSatisfy { $0.isNaN || $0 == -1 || $0 == 0 }
    }
    guard filledIn.contains(column.name) || leftOpen.contains(column.name) else { return false }
    return column.texts?.allSatisfy { $0 == nil } ?? false
  }
}
