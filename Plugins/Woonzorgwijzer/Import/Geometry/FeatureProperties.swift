import WorkbenchKit

/// What the features of a GeoJSON document say of themselves, a column for each name.
struct FeatureProperties: Sendable {
  enum Value: Sendable, Hashable {
    case missing
    case text(String)
    case number(Double)
    case flag(Bool)

    /// As a person would type it; nil where there is nothing.
    var word: String? {
      switch self {
      case .missing: nil
      case .text(let text): text.trimmedOfPadding.isEmpty ? nil : text
      case .number(let number): NumberText.shortest(number)
      case .flag(let flag): flag ? "true" : "false"
      }
    }
  }

  struct Property: Sendable {
    /// As the file writes it.
    let name: String
    var values: [Value]
    /// Whether it holds something that is neither text nor number.
    var isNested = false

    var key: String { name.lowercased() }
  }

  private(set) var all: [Property] = []
  private var places: [String: Int] = [:]
  private var count = 0

  mutating func begin() { count += 1 }

  /// Gives the feature that was begun last a property; upper and lower case are alike.
  mutating func set(_ name: String, _ value: Value, isNested: Bool = false) {
    let place = self.place(name)
    pad(place, to: count - 1)
    if all[place].values.count < count { all[place].values.append(value) } else { all[place].values[count - 1] = value }
    if isNested { all[place].isNested = true }
  }

  /// Makes all columns equally long.
  mutating func end() { for place in all.indices { pad(place, to: count) } }

  /// Takes the columns of a table, a feature a row.
  mutating func set(_ table: Table) {
    count = table.rowCount
    for column in table.columns {
      let values: [Value] =
        switch column.withDatesAsTexts.storage {
        case .numbers(let numbers): numbers.map { $0.isNaN ? .missing : .number($0) }
        case .texts(let texts): texts.map { $0.map(Value.text) ?? .missing }
        case .booleans(let flags): flags.map { $0.map(Value.flag) ?? .missing }
        // They are texts here.
        case .dates: []
        }
      all[place(column.name)].values = values
    }
  }

  private mutating func place(_ name: String) -> Int {
    let key = name.lowercased()
    if let known = places[key] { return known }
    places[key] = all.count
    all.append(Property(name: name, values: []))
    return all.count - 1
  }

  private mutating func pad(_ place: Int, to length: Int) {
    while all[place].values.count < length { all[place].values.append(.missing) }
  }

  /// The property of this name, in small letters.
  subscript(key: String) -> Property? { places[key].map { all[$0] } }

  /// The first of these properties that a feature has.
  func word(_ keys: [String], _ row: Int) -> String? {
    keys.lazy.compactMap { self[$0]?.values[row].word?.trimmedOfPadding }.first
  }

  /// The properties after the guard against personal data has been over them, which knows them in small letters.
  ///
  /// - Throws: `personal.found`, `column.unknown`.
  func admitted(by protection: Protection, _ file: String) throws -> FeatureProperties {
    let table = Table(columns: all.map(\.column))
    let admitted = try protection.admit(table, from: file)
    guard admitted != table else { return self }
    var left = FeatureProperties()
    left.count = count
    for column in admitted.columns {
      guard let own = places[column.name].map({ all[$0] }) else { continue }
      left.places[column.name] = left.all.count
      left.all.append(
        column.numbers == nil
          ? Property(name: own.name, values: (column.texts ?? []).map { $0.map(Value.text) ?? .missing })
          : own)
    }
    return left
  }
}

extension FeatureProperties.Property {
  /// Numbers where all that is there are numbers; else texts.
  fileprivate var column: Column {
    let numbers = values.map { value -> Double? in
      switch value {
      case .missing: .nan
      case .number(let number): number
      default: nil
      }
    }
    if numbers.allSatisfy({ $0 != nil }) { return .numbers(key, numbers.map { $0 ?? .nan }) }
    return .texts(key, values.map(\.word))
  }
}
