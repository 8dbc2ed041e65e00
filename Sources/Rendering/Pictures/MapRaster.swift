import WorkbenchKit

/// A map as a field of cells, each of one area or of none.
struct MapRaster {
  let columns: Int
  let rows: Int
  /// Row by row the number of the area, or nil outside.
  private(set) var cells: [Int?]

  /// Fills each area by the even-odd rule at the middle of every cell; one too small to hold a middle gets a cell of its own.
  ///
  /// - Parameters:
  ///   - cell: how wide and how high a cell is, in the unit of the frame.
  init(_ map: AreaMap, _ frame: MapFrame, columns: Int, rows: Int, cell: (width: Double, height: Double)) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: nil, count: columns * rows)
    var unseen: [(area: Int, spot: (x: Double, y: Double))] = []
    for (index, area) in map.areas.enumerated() {
      let rings = frame.rings(of: area).map { ring in ring.map { (x: $0.x / cell.width, y: $0.y / cell.height) } }
      guard let first = rings.first else { continue }
      if !fill(rings, with: index) {
        let sum = first.reduce((x: 0.0, y: 0.0)) { ($0.x + $1.x, $0.y + $1.y) }
        unseen.append((index, (sum.x / Double(first.count), sum.y / Double(first.count))))
      }
    }
    for (area, spot) in unseen {
      let column = min(max(Int(spot.x), 0), columns - 1)
      let row = min(max(Int(spot.y), 0), rows - 1)
      cells[row * columns + column] = area
    }
  }

  /// Returns whether any cell was filled.
  private mutating func fill(_ rings: [[(x: Double, y: Double)]], with area: Int) -> Bool {
    var crossings: [Int: [Double]] = [:]
    for ring in rings {
      for (from, to) in zip(ring, ring.dropFirst() + ring.prefix(1)) where from.y != to.y {
        let (top, bottom) = from.y < to.y ? (from, to) : (to, from)
        let first = max(Int((top.y - 0.5).rounded(.up)), 0)
        let last = min(Int((bottom.y - 0.5).rounded(.up)) - 1, rows - 1)
        guard first <= last else { continue }
        for row in first...last {
          let share = (Double(row) + 0.5 - top.y) / (bottom.y - top.y)
          crossings[row, default: []].append(top.x + (bottom.x - top.x) * share)
        }
      }
    }
    var isSeen = false
    for (row, places) in crossings {
      let sorted = places.sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        let first = max(Int((sorted[pair] - 0.5).rounded(.up)), 0)
        let last = min(Int((sorted[pair + 1] - 0.5).rounded(.up)) - 1, columns - 1)
        guard first <= last else { continue }
        for column in first...last { cells[row * columns + column] = area }
        isSeen = true
      }
    }
    return isSeen
  }

  subscript(column: Int, row: Int) -> Int? {
    0..<columns ~= column && 0..<rows ~= row ? cells[row * columns + column] : nil
  }
}
