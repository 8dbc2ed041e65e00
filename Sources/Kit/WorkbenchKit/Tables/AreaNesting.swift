/// How the areas in the rows of a table lie within each other, so that a sum over them counts nobody twice.
///
/// A table tells it by a column `nesting`, which holds for each row the way down to its area, `NL00/GM0164/WK016405`; of an
/// area that is put together, the way to each of its parts, with a blank between. Where a row has none it follows from its
/// code of Statistics Netherlands, since each of these holds the codes above it.
public struct AreaNesting: Sendable {
  /// The name of the column that tells it.
  public static let column = "nesting"

  /// The rows in which everybody counts once.
  public struct Choice: Sendable, Hashable {
    /// A row whose people are in another row already.
    public struct Inner: Sendable, Hashable {
      /// The row that is left out.
      public let row: Int
      /// The row that counts its people.
      public let outer: Int
    }

    /// Two rows that share people while neither lies within the other.
    public struct Crossing: Sendable, Hashable {
      /// The row of the two that comes first.
      public let row: Int
      /// The other row.
      public let other: Int
    }

    /// The rows that lie in none of the others, in the order in which they were given.
    public let rows: [Int]
    /// The rows that lie within one of these.
    public let inner: [Inner]
    /// The first two of `rows` that a sum would still count in part twice; nil where there are none.
    public let crossing: Crossing?

    /// Makes a choice of rows that have nothing to do with each other.
    public init(rows: [Int]) {
      (self.rows, inner, crossing) = (rows, [], nil)
    }

    init(rows: [Int], inner: [Inner], crossing: Crossing?) {
      (self.rows, self.inner, self.crossing) = (rows, inner, crossing)
    }
  }

  /// The name of each row's area; rows with the same name are about the same area.
  private let names: [String?]
  /// Of each row the ways down to the parts of its area, each from the largest area on; none where nothing is known.
  private let ways: [[[Substring]]]

  /// Finds the areas of a table: a column `area` where a column tells how they lie, else the first whose values are all codes of
  /// Statistics Netherlands, of more than one level.
  ///
  /// - Returns: nil where the table has no areas, or none of them can hold another.
  public init?(_ table: Table) {
    let codes = table.columns.lazy.compactMap { Self.codes($0) }
    if let told = table.column(Self.column)?.open.texts {
      self.init(areas: table.column("area")?.open.texts ?? codes.first ?? told, nesting: told)
      return
    }
    // Beside it there may be a column with the municipality of each.
    let ofSeveralLevels = codes.first { Set($0.compactMap { $0?.trimmedOfPadding.prefix(2) }).count > 1 }
    guard let names = ofSeveralLevels else { return nil }
    self.init(areas: names, nesting: names.map { _ in nil })
  }

  /// Whether the rows of a table are areas: one of its columns holds nothing but codes of Statistics Netherlands.
  public static func isOfAreas(_ table: Table) -> Bool { table.columns.contains { codes($0) != nil } }

  /// Takes areas as they are given.
  ///
  /// - Parameters:
  ///   - areas: the code or the name of each row's area.
  ///   - nesting: of each row what the column `nesting` holds; nil where it follows from the code.
  public init(areas: some Sequence<String?>, nesting: some Sequence<String?>) {
    let (areas, nesting) = (Array(areas), Array(nesting))
    names = areas.map { $0?.trimmedOfPadding }
    ways = areas.indices.map { row in
      let told = row < nesting.count ? nesting[row] : nil
      let way = told ?? areas[row].flatMap { Self.way(to: $0) } ?? ""
      return way.split(separator: " ").map { $0.split(separator: "/") }
    }
  }

  /// The code or the name of a row's area; nil where it has none.
  public func name(_ row: Int) -> String? { names[row] }

  /// The ways down to the parts of a row's area, each from the largest area on; none where nothing is known.
  public func ways(_ row: Int) -> [[Substring]] { ways[row] }

  /// Whether the table tells what a row's area is made of.
  public func isKnown(_ row: Int) -> Bool { !ways[row].isEmpty }

  /// The way down to an area, `NL00/GM0164/WK016405` for `WK016405`; nil for what is no code of Statistics Netherlands.
  public static func way(to code: String) -> String? {
    let code = code.trimmedOfPadding
    guard isCode(code) else { return nil }
    let digits = code.utf8.dropFirst(2)
    var way = ["NL00"]
    switch code.prefix(2) {
    case "NL": return "NL00"
    case "WK", "BU":
      if digits.count > 4 { way.append("GM" + String(Substring(digits.prefix(4)))) }
      if code.hasPrefix("BU"), digits.count > 6 { way.append("WK" + String(Substring(digits.prefix(6)))) }
    default: break
    }
    return (way + [code]).joined(separator: "/")
  }

  /// Chooses among rows those in which everybody counts once: the largest areas that have a figure.
  ///
  /// - Parameters:
  ///   - rows: rows of the table.
  ///   - hasFigure: whether a row has a figure to be summed; one without takes nobody in, and is left out within one with.
  public func choice(among rows: [Int], where hasFigure: (Int) -> Bool = { _ in true }) -> Choice {
    var areas = Areas(rows.filter(hasFigure), names, ways)
    areas.settle()
    var kept: [Int] = []
    var inner: [Choice.Inner] = []
    for row in rows {
      if let outer = areas.outer(of: row, name: names[row], ways[row]) {
        inner.append(.init(row: row, outer: outer))
      } else {
        kept.append(row)
      }
    }
    return Choice(rows: kept, inner: inner, crossing: areas.crossing)
  }

  // MARK: Codes

  private static let levels: Set<Substring> = ["NL", "GM", "WK", "BU"]

  /// Whether a column that is called so holds labels, or tells how areas lie within each other.
  static func mayTell(_ name: String) -> Bool { [column, "area", "label"].contains(name) || name.hasSuffix("_label") }

  static func isCode(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst(2)
    return levels.contains(text.prefix(2)) && (1...10).contains(digits.count)
      && digits.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
      && digits.contains { (48...57).contains($0) }
  }

  private static func codes(_ column: Column) -> Texts? {
    guard let texts = column.open.texts, texts.contains(where: { $0 != nil }) else { return nil }
    return texts.allSatisfy { $0.map { isCode($0.trimmedOfPadding) } ?? true } ? texts : nil
  }
}

/// The different areas among some rows.
private struct Areas {
  private struct Area {
    let row: Int
    let ways: [[Substring]]
    /// The areas that hold all of it, itself left out.
    var holders: Set<Int> = []
    /// The areas that hold some of it.
    var touching: Set<Int> = []
    /// The area that counts its people; nil where it counts them itself.
    var outer: Int?
  }

  private var areas: [Area] = []
  private var numbers: [String: Int] = [:]
  /// Of each part the areas that have it.
  private var owners: [Substring: [Int]] = [:]

  init(_ rows: [Int], _ names: [String?], _ ways: [[[Substring]]]) {
    for row in rows {
      guard let name = names[row], !ways[row].isEmpty, numbers[name] == nil else { continue }
      numbers[name] = areas.count
      for way in ways[row] { if let part = way.last { owners[part, default: []].append(areas.count) } }
      areas.append(Area(row: row, ways: ways[row]))
    }
  }

  /// Finds what holds what; of areas that hold each other the first counts.
  mutating func settle() {
    for area in areas.indices {
      (areas[area].holders, areas[area].touching) = around(areas[area].ways, but: area)
    }
    let kept = Set(
      areas.indices.filter { area in
        !areas[area].holders.contains { other in !areas[other].holders.contains(area) || other < area }
      })
    for area in areas.indices where !kept.contains(area) {
      areas[area].outer = areas[area].holders.filter(kept.contains).min()
    }
  }

  /// The row that counts the people of a row's area; nil where it counts them itself.
  func outer(of row: Int, name: String?, _ ways: [[Substring]]) -> Int? {
    guard let name else { return nil }
    if let number = numbers[name] { return areas[number].outer.map { areas[$0].row } }
    return around(ways, but: nil).holders.filter { areas[$0].outer == nil }.min().map { areas[$0].row }
  }

  var crossing: AreaNesting.Choice.Crossing? {
    for (number, area) in areas.enumerated() where area.outer == nil {
      let shared = area.touching.filter { areas[$0].outer == nil }.min()
      if let shared {
        let rows = [areas[shared].row, areas[number].row].sorted()
        return .init(row: rows[0], other: rows[1])
      }
    }
    return nil
  }

  private func around(_ ways: [[Substring]], but own: Int?) -> (holders: Set<Int>, touching: Set<Int>) {
    var holders: Set<Int>?
    var touching: Set<Int> = []
    for way in ways {
      let here = Set(way.flatMap { owners[$0] ?? [] }).filter { $0 != own }
      touching.formUnion(here)
      holders = holders.map { $0.intersection(here) } ?? here
    }
    return (holders ?? [], touching)
  }
}
