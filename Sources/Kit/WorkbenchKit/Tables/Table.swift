/// Rows and named columns; all columns are equally long and no two share a name.
public struct Table: Sendable, Hashable {
  /// What stands above it.
  public var title: Text?
  /// The columns in their order, all of the same length.
  public private(set) var columns: [Column]
  /// How soon it is shown; nil where the shape decides.
  public var layer: Layer?
  /// What of it stands on the first screen; nil for all of it.
  public var glance: Glance?
  /// From which file its rows came, and which of them they are; nil where they are of no file, or made out of several.
  public var origin: RowOrigin?
  /// Which person each row is of; nil where it is no table of persons.
  public var persons: Persons?
  /// What its rows stand for, where each stands for several; nil where each is one.
  public var tallied: TalliedRows?

  /// Makes a table. A repeated column name gets a number behind it (`x`, `x_2`); shorter columns are filled up with missing.
  public init(title: Text? = nil, columns: [Column]) {
    self.title = title
    self.columns = []
    let rows = columns.map(\.count).max() ?? 0
    var taken: Set<String> = []
    for column in columns { add(Self.padded(column, to: rows), &taken) }
  }

  /// How many rows it has.
  public var rowCount: Int { columns.first?.count ?? 0 }
  /// The names of the columns, in their order.
  public var columnNames: [String] { columns.map(\.name) }

  /// Returns where a column stands; nil where there is none.
  public func index(of name: String) -> Int? { columns.firstIndex { $0.name == name } }
  /// Returns a column; nil where there is none.
  public func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// Returns the column, or throws `column.unknown` with the nearest name.
  public func require(_ name: String, at place: Place? = nil) throws -> Column {
    if let column = column(name) { return column }
    throw Diagnostic(
      "column.unknown",
      Text(nl: "de tabel heeft geen kolom '\(name)'", en: "the table has no column '\(name)'"),
      wayOut: Text(
        nl: "kolommen: \(Self.listed(columnNames, more: "en nog"))",
        en: "columns: \(Self.listed(columnNames, more: "and"))"),
      suggestion: NearestWord.best(name, among: columnNames),
      place: place)
  }

  /// Returns the table with these rows in this order.
  public func rows(_ rows: [Int]) -> Table {
    var copy = self
    copy.columns = columns.map { $0.rows(rows) }
    copy.origin = origin?.rows(rows)
    copy.glance = glance.map { Glance(columns: $0.columns) }
    copy.persons = persons?.rows(rows)
    copy.tallied = tallied?.rows(rows)
    return copy
  }

  /// The table with the values of its rows in it where they are still to be taken out of another: it holds nothing of that one then.
  public var settled: Table {
    var copy = self
    for index in columns.indices { copy.columns[index] = columns[index].settled }
    return copy
  }

  /// Returns the table with these columns only, in this order.
  public func selecting(_ indices: [Int]) -> Table {
    var chosen = Table(title: title, columns: indices.map { columns[$0] })
    chosen.origin = origin
    chosen.persons = persons
    chosen.tallied = tallied
    return chosen
  }

  /// Adds a column, or puts it in the place of the one with the same name.
  public mutating func set(_ column: Column) {
    if let index = index(of: column.name) { columns[index] = column } else { columns.append(column) }
  }

  /// Puts the values of a column behind those of one of the same type.
  mutating func append(_ more: Column, to index: Int) {
    for (row, text) in more.withheld { columns[index].withheld[columns[index].count + row] = text }
    columns[index].storage.append(more.storage)
  }

  /// Gives a column another name; the name must be free.
  public mutating func rename(_ index: Int, to name: String) { columns[index].name = name }

  private mutating func add(_ column: Column, _ taken: inout Set<String>) {
    var column = column
    if taken.contains(column.name) {
      var number = 2
      while taken.contains("\(column.name)_\(number)") { number += 1 }
      column.name += "_\(number)"
    }
    taken.insert(column.name)
    columns.append(column)
  }

  private static func padded(_ column: Column, to rows: Int) -> Column {
    var column = column
    let lack = rows - column.count
    guard lack > 0 else { return column }
    switch column.storage {
    case .numbers(let values): column.storage = .numbers(values + [Double](repeating: .nan, count: lack))
    case .texts(let values): column.storage = .texts(values + Texts(repeating: nil, count: lack))
    case .booleans(let values): column.storage = .booleans(values + [Bool?](repeating: nil, count: lack))
    case .dates(let values): column.storage = .dates(values + [Int32?](repeating: nil, count: lack))
    }
    return column
  }

  private static func listed(_ names: [String], more: String) -> String {
    names.count <= 12
      ? names.joined(separator: ", ")
      : names.prefix(10).joined(separator: ", ") + " … \(more) \(names.count - 10)"
  }
}

extension Table {
  /// Two tables are the same by what they hold, wherever it was read.
  public static func == (one: Table, other: Table) -> Bool {
    one.title == other.title && one.columns == other.columns && one.layer == other.layer && one.glance == other.glance
  }

  /// Hashes what it holds.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(columns)
    hasher.combine(layer)
    hasher.combine(glance)
  }
}

extension Table {
  /// What of a table stands on the first screen of an answer; the others are counted and come with `more`.
  public struct Glance: Sendable, Hashable {
    /// The columns by name; empty for all.
    public let columns: [String]
    /// The rows in the order in which they are shown; nil for all from the top.
    public let rows: [Int]?

    /// Makes what stands on the first screen.
    ///
    /// - Parameters:
    ///   - columns: by name; empty for all.
    ///   - rows: by number, counted from 0; nil for all from the top.
    public init(columns: [String] = [], rows: [Int]? = nil) {
      self.columns = columns
      self.rows = rows
    }
  }

  /// Returns the table as one that must be seen, of which a first screen has these columns and rows.
  ///
  /// - Parameters:
  ///   - columns: by name; empty for all.
  ///   - rows: by number, counted from 0; nil for all from the top.
  public func atAGlance(columns: [String] = [], rows: [Int]? = nil) -> Table {
    var copy = self
    copy.layer = .first
    copy.glance = Glance(columns: columns, rows: rows)
    return copy
  }
}

extension Table {
  /// Returns the table as one of persons, each row another.
  ///
  /// - Parameters:
  ///   - table: what tells it apart from any other, such as the digest of its file.
  ///   - fewest: how many persons are no longer few, where that is more than what the session holds for few.
  ///   - isSealed: whether only figures about them may come out.
  public func ofPersons(_ table: String, fewest: Int = 0, isSealed: Bool = false) -> Table {
    var copy = self
    copy.persons = Persons(table: table, numbers: Array(0..<rowCount), fewest: fewest, isSealed: isSealed)
    return copy
  }
}
