/// A column that an argument names, with where it was typed; it is found when the table is there.
public struct ColumnReference: Sendable {
  /// As it was typed, out of its backticks.
  public let name: String
  /// Where it was typed.
  public let place: Place?

  /// Makes a reference; backticks round the name are taken off.
  public init(_ typed: String, at place: Place?) {
    let isMarked = typed.count > 2 && typed.hasPrefix("`") && typed.hasSuffix("`")
    name = isMarked ? String(typed.dropFirst().dropLast()) : typed
    self.place = place
  }

  /// Returns where the column stands in a table.
  ///
  /// - Throws: `column.unknown` with the nearest name.
  public func index(in table: Table) throws -> Int { try table.index(of: name, at: place) }

  /// Returns the column of a table.
  ///
  /// - Throws: `column.unknown` with the nearest name.
  public func column(in table: Table) throws -> Column { try table.require(name, at: place) }
}

extension [ColumnReference] {
  /// Returns where the columns stand in a table, each once, in the order in which they were named.
  ///
  /// - Throws: `column.unknown` with the nearest name.
  public func indices(in table: Table) throws -> [Int] {
    var found: [Int] = []
    for reference in self {
      let index = try reference.index(in: table)
      if !found.contains(index) { found.append(index) }
    }
    return found
  }
}

extension ArgumentKind where Element == ColumnReference {
  /// The name of a column of the table that flows in.
  public static var column: ArgumentKind {
    ArgumentKind(.column, standIn: ColumnReference("", at: nil)) {
      ColumnReference($0.value.text ?? $0.value.plain, at: $0.place)
    }
  }
}

extension Table {
  /// Returns where a column stands.
  ///
  /// - Throws: `column.unknown` with the nearest name.
  public func index(of name: String, at place: Place?) throws -> Int {
    if let index = index(of: name) { return index }
    _ = try require(name, at: place)
    return 0
  }
}

extension Column {
  /// What kind of values it holds, for a sentence.
  public var typeName: Text {
    switch storage {
    case .numbers: Text(nl: "getallen", en: "numbers")
    case .texts: Text(nl: "teksten", en: "texts")
    case .booleans: Text(nl: "waar of onwaar", en: "true or false")
    case .dates: Text(nl: "datums", en: "dates")
    }
  }

  /// Whether no row has a value.
  public var isEmpty: Bool {
    switch storage {
    case .numbers(let values): values.allSatisfy(\.isNaN)
    case .texts(let values): values.areMissing
    case .booleans(let values): values.allSatisfy { $0 == nil }
    case .dates: (0..<count).allSatisfy(isMissing)
    }
  }

  /// What a person reads above it.
  public var heading: Text { label ?? .verbatim(name) }
}
