import WorkbenchKit

/// The lines on a map in characters: around what it is about, and between neighbours that the shade of their class does not part.
struct MapBorders {
  private let map: AreaMap
  private let raster: MapRaster
  private let halves: Int
  private let marked: Set<Int>
  /// Whether the areas are large enough for lines between them.
  private let isRoomy: Bool

  /// Characters to an area, in the mean; below this lines would cover the shades.
  private static let leastRoom = 16

  /// - Parameter halves: how many cells of the field stand above each other in a character.
  init(_ map: AreaMap, _ raster: MapRaster, halves: Int) {
    (self.map, self.raster, self.halves) = (map, raster, halves)
    let codes = Set(map.marked)
    let all = Set(map.areas.indices.filter { codes.contains(map.areas[$0].code) })
    let filled = raster.cells.count { $0 != nil } / halves
    isRoomy = filled >= Self.leastRoom * Set(raster.cells.compactMap { $0 }).count
    // An outline takes the outermost characters of an area; what has no others keeps its shade.
    var inner: [Int: Int] = [:]
    for row in 0..<(raster.rows / halves) {
      for column in 0..<raster.columns {
        guard let area = raster[column, row * halves], all.contains(area) else { continue }
        let around = [(column - 1, row), (column + 1, row), (column, row - 1), (column, row + 1)]
        if around.allSatisfy({ raster[$0.0, $0.1 * halves] == area }) { inner[area, default: 0] += 1 }
      }
    }
    marked = all.filter { inner[$0, default: 0] > 1 }
  }

  /// Returns the line that stands in a character; nil where none does.
  func line(_ column: Int, _ row: Int) -> Character? {
    guard let own = raster[column, row * halves] else { return nil }
    func area(_ across: Int, _ down: Int) -> Int? { raster[column + across, (row + down) * halves] }
    if marked.contains(own) {
      let (left, right) = (area(-1, 0) != own, area(1, 0) != own)
      let (above, below) = (area(0, -1) != own, area(0, 1) != own)
      switch (left || right, above || below) {
      case (false, false): return nil
      case (true, false): return "┃"
      case (false, true): return "━"
      case (true, true): return above ? (left ? "┏" : "┓") : (left ? "┗" : "┛")
      }
    }
    guard isRoomy else { return nil }
    let isParted = { (other: Int?) -> Bool in
      guard let other, other != own, !marked.contains(other) else { return false }
      return isAlike(other, own)
    }
    switch (isParted(area(-1, 0)), isParted(area(0, -1))) {
    case (false, false): return nil
    case (true, false): return "│"
    case (false, true): return "─"
    case (true, true): return "┌"
    }
  }

  /// Whether two areas have one shade.
  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (map.areas[one], map.areas[other])
    return (one.withheld == nil) == (other.withheld == nil)
      && map.classIndex(of: one.value) == map.classIndex(of: other.value)
  }
}
