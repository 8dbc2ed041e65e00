/// What stands under the x axis of a line: the categories under their points where they fit, else numbers with a list.
struct CategoryLine {
  private(set) var lines: [String] = []
  /// The list that goes with numbers, to stand below.
  private(set) var key: [(sign: String, shown: String, name: String)] = []

  private static let most = 24
  private static let mostLines = 3

  /// - Parameters:
  ///   - names: two or more, made harmless.
  ///   - width: of the field; the first point lies on its left edge, the last on its right.
  init?(_ names: [String], width: Int) {
    guard (2...Self.most).contains(names.count) else { return nil }
    let spots = names.indices.map { Int((Double($0) / Double(names.count - 1) * Double(width - 1)).rounded()) }
    let room = (width - 1) / (names.count - 1) - 1
    guard room >= 2 else { return nil }
    let wrapped = names.map { DisplayWidth.wrapped($0, to: room) }
    let isWhole = names.allSatisfy { $0.split(separator: " ").allSatisfy { DisplayWidth.of(String($0)) <= room } }
    let shown = isWhole && wrapped.allSatisfy { $0.count <= Self.mostLines } ? wrapped : nil
    let labels = shown ?? names.indices.map { [String($0 + 1)] }
    var canvas = CharacterCanvas(columns: width, rows: labels.map(\.count).max() ?? 1)
    var free = 0
    for (spot, label) in zip(spots, labels) {
      let wide = label.map(DisplayWidth.of).max() ?? 0
      let start = min(max(spot - wide / 2, free), width - wide)
      for (row, line) in label.enumerated() {
        canvas.write(line, column: start + (wide - DisplayWidth.of(line)) / 2, row: row)
      }
      free = start + wide + 1
    }
    lines = canvas.lines(.plain)
    if shown == nil { key = names.enumerated().map { (String($0 + 1), String($0 + 1), $1) } }
  }
}
