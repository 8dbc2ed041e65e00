/// One column of a table: a name that is part of the interface, a label for people, and its values.
public struct Column: Sendable, Hashable {
  /// The values of one type, one for each row.
  public typealias Storage = ColumnStorage

  /// How a number is shown to people; machine forms are unrounded.
  public typealias Format = NumberFormat

  /// English snake_case where it is ours; where it comes from a file, as it stands there.
  public var name: String
  /// What a person reads above it.
  public var label: Text?
  /// What the numbers count.
  public var unit: Unit?
  /// How the numbers are shown.
  public var format: Format
  /// The values.
  public var storage: Storage {
    get { values.storage }
    _modify { yield &values.storage }
  }
  /// Rows whose value is held back for privacy, with the text shown in its place (`<5`). Their value is missing.
  public var withheld: [Int: String]
  /// Whether a screen and a page leave it out unless it is asked for by name; every other form has it.
  public var isDetail = false
  /// The persons behind each figure, until the session has looked at it; nil where it is none of persons.
  public var counted: CountedPersons?
  private var values: ColumnValues

  /// Makes a column.
  public init(
    _ name: String,
    _ storage: Storage,
    label: Text? = nil,
    unit: Unit? = nil,
    format: Format = .automatic,
    withheld: [Int: String] = [:]
  ) {
    self.name = name
    values = ColumnValues(storage)
    self.label = label
    self.unit = unit
    self.format = format
    self.withheld = withheld
  }

  /// Makes a column of numbers; NaN is missing.
  public static func numbers(
    _ name: String, _ values: [Double], label: Text? = nil, unit: Unit? = nil, format: Format = .automatic
  ) -> Column {
    Column(name, .numbers(values), label: label, unit: unit, format: format)
  }

  /// Makes a column of texts; nil is missing.
  public static func texts(_ name: String, _ values: [String?], label: Text? = nil) -> Column {
    Column(name, .texts(Texts(values)), label: label)
  }

  /// Makes a column of texts.
  public static func texts(_ name: String, _ values: Texts, label: Text? = nil) -> Column {
    Column(name, .texts(values), label: label)
  }

  /// Makes a column of dates; nil is missing.
  ///
  /// - Parameters:
  ///   - name: part of the interface.
  ///   - values: one day for each row.
  ///   - label: what a person reads above it.
  public static func dates(_ name: String, _ values: [CalendarDate?], label: Text? = nil) -> Column {
    Column(name, .dates(values.map { $0.map { Int32($0.dayNumber) } }), label: label)
  }

  /// Makes a column of counts, shown without decimals.
  public static func counts(_ name: String, _ values: [Int], label: Text? = nil, unit: Unit? = nil) -> Column {
    .numbers(name, values.map(Double.init), label: label, unit: unit, format: .decimals(0))
  }

  /// Makes a column of mixed values: numbers if all that are present are numbers, booleans and
  /// dates likewise, else texts.
  public init(_ name: String, values: [Value], label: Text? = nil, unit: Unit? = nil, format: Format = .automatic) {
    let present = values.filter { !$0.isMissing }
    if !present.isEmpty, present.allSatisfy({ $0.number != nil }) {
      let units = Set(present.map { value -> Unit? in if case .number(_, let unit) = value { unit } else { nil } })
      self.init(
        name, .numbers(values.map { $0.number ?? .nan }), label: label,
        unit: unit ?? (units.count == 1 ? units.first ?? nil : nil), format: format)
    } else if !present.isEmpty, present.allSatisfy({ $0.boolean != nil }) {
      self.init(name, .booleans(values.map(\.boolean)), label: label, unit: unit, format: format)
    } else if !present.isEmpty, present.allSatisfy({ $0.date != nil }) {
      self.init(
        name, .dates(values.map { $0.date.map { Int32($0.dayNumber) } }), label: label, unit: unit, format: format)
    } else {
      self.init(
        name, .texts(Texts(values.lazy.map { $0.isMissing ? nil : $0.plain })), label: label, unit: unit, format: format
      )
    }
  }

  /// `number`, `text`, `boolean` or `date`, as it stands in `--json`.
  public var type: String {
    switch values.sample {
    case .numbers: "number"
    case .texts: "text"
    case .booleans: "boolean"
    case .dates: "date"
    }
  }

  /// How many rows it has.
  public var count: Int { values.count }

  /// The value in a row.
  public subscript(row: Int) -> Value {
    switch storage {
    case .numbers(let values): values[row].isNaN ? .missing : .number(values[row], unit: unit)
    case .texts(let values): values[row].map(Value.text) ?? .missing
    case .booleans(let values): values[row].map(Value.boolean) ?? .missing
    case .dates(let values): CalendarDate(storedDay: values[row]).map(Value.date) ?? .missing
    }
  }

  /// The values where they are numbers, NaN where one is missing; nil where they are not.
  public var numbers: [Double]? {
    if case .numbers = values.sample, case .numbers(let values) = storage { values } else { nil }
  }
  /// The values where they are texts, nil where one is missing; nil where they are not.
  public var texts: Texts? { if case .texts = values.sample, case .texts(let values) = storage { values } else { nil } }

  /// The values where they are dates, nil where one is missing; nil where they are not.
  public var dates: [CalendarDate?]? {
    if case .dates = values.sample, case .dates(let values) = storage {
      values.map { CalendarDate(storedDay: $0) }
    } else {
      nil
    }
  }

  /// Returns the column with these rows in this order.
  public func rows(_ rows: [Int]) -> Column {
    var copy = taking(rows.count) { $0.rows(rows) }
    if !withheld.isEmpty {
      copy.withheld = [:]
      for (new, old) in rows.enumerated() { copy.withheld[new] = withheld[old] }
    }
    copy.counted = counted?.rows(rows)
    return copy
  }

  /// Returns the column with these rows in this order; nil gives a row without a value.
  public func rows(_ rows: [Int?]) -> Column {
    var copy = taking(rows.count) { $0.rows(rows) }
    if !withheld.isEmpty {
      copy.withheld = [:]
      for case (let new, let old?) in rows.enumerated() { copy.withheld[new] = withheld[old] }
    }
    copy.counted = counted?.rows(rows)
    return copy
  }

  /// The column with so many values that are taken out of its own, now or when somebody asks for them.
  private func taking(_ count: Int, _ take: @escaping @Sendable (Storage) -> Storage) -> Column {
    var copy = self
    copy.values = values.taking(count, take)
    return copy
  }

  /// The column with its values taken, so that it holds no others.
  var settled: Column {
    var copy = self
    copy.values = ColumnValues(storage)
    return copy
  }

  /// Returns the column as one that a screen shows only when it is asked for by name.
  public func asDetail(_ isDetail: Bool = true) -> Column {
    var copy = self
    copy.isDetail = isDetail
    return copy
  }
}
