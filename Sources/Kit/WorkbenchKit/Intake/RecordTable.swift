/// Collects records into columns, in the order in which their names first come by.
///
/// A record that lacks a name costs nothing until the table is made: records that each have names of their own are many rows
/// and many columns, and hardly a cell of them is filled.
struct RecordTable {
  private var places: [String: Int] = [:]
  private var members: [RecordMember] = []
  /// The place that the next name most likely has: records of a file mostly have the same names in the same order.
  private var expected = 0
  private(set) var valueCount = 0
  private(set) var count = 0

  /// Names of columns in which something was nested.
  var nested: [String] { members.filter(\.isNested).map(\.name) }

  mutating func begin() {
    count += 1
    expected = 0
  }

  /// Returns the place of a name that stands where the reader is, quotes around it; nil where it is not the one that is expected.
  mutating func expectedPlace(_ reader: inout JSONReader) -> Int? {
    guard expected < members.count, let spelling = members[expected].spelling, reader.take(quoted: spelling) else {
      return nil
    }
    expected += 1
    return expected - 1
  }

  /// Returns the place of a name.
  mutating func place(of name: String) -> Int {
    let place = places[name] ?? members.count
    if place == members.count {
      places[name] = place
      members.append(RecordMember(name))
    }
    expected = place + 1
    return place
  }

  /// Says that a name stands in the row that was begun last; false where it stood there before.
  mutating func isNew(_ place: Int) -> Bool {
    defer { members[place].seenIn = count }
    return members[place].seenIn != count
  }

  /// Puts a value in the row that was begun last; the reader lets no name come by twice in it.
  mutating func set(_ name: String, _ json: JSON) { set(place(of: name), json) }

  mutating func set(_ place: Int, _ json: JSON) {
    if members[place].add(json, row: count - 1) { valueCount += 1 }
  }

  /// Makes an empty one.
  init() {}

  /// Puts records behind each other, the columns on all cores.
  init(joining tables: consuming [RecordTable]) {
    // By column those that have it, with the number of their first row.
    var parts: [[(member: RecordMember, start: Int)]] = []
    for table in tables {
      for member in table.members {
        let place = place(of: member.name)
        if place == parts.count { parts.append([]) }
        parts[place].append((member, count))
      }
      valueCount += table.valueCount
      count += table.count
    }
    tables = []
    let cores = valueCount < 1 << 16 ? 1 : Cores.count
    for first in stride(from: 0, to: parts.count, by: cores) {
      let places = first..<min(parts.count, first + cores)
      let joined = Cores.map(places.count, on: cores) { place in
        let parts = parts[first + place]
        let count = parts.reduce(0) { $0 + $1.member.valueCount }
        var joined = members[first + place]
        for part in parts {
          joined.append(part.member, from: part.start)
          joined.makeRoom(for: count)
        }
        return joined
      }
      // What is put together is held no more.
      for (place, member) in zip(places, joined) { (members[place], parts[place]) = (member, []) }
    }
  }

  /// Makes room for so many records.
  mutating func expect(_ count: Int) { for place in members.indices { members[place].makeRoom(for: count) } }

  /// The table; a column without any value is one of numbers.
  ///
  /// - Throws: `table.wide` where it would hardly hold anything.
  func table() throws -> Table {
    try TableWidth.check(rows: count, names: members.count, values: valueCount)
    return Table(columns: members.map { $0.column(count) })
  }
}

extension RecordTable {
  /// What the values of a name are.
  enum Kind {
    case none, numbers, texts, truths
    /// Numbers and texts.
    case mixed
    case mixedWithTruths

    func joined(with other: Kind) -> Kind {
      if self == .none || self == other { return other }
      if other == .none { return self }
      let haveTruths = [self, other].contains { $0 == .truths || $0 == .mixedWithTruths }
      return haveTruths ? .mixedWithTruths : .mixed
    }

    /// Whether they become texts.
    var isOfTexts: Bool { self == .texts || self == .mixed || self == .mixedWithTruths }
  }

  /// The names in the order in which they first come by, with what their values are.
  var kinds: [(name: String, kind: Kind, isNested: Bool)] {
    members.map { ($0.name, $0.kind, $0.isNested) }
  }

  /// The values of a name as what they are together with those of other records.
  func column(_ name: String, as kind: Kind) -> Column {
    let member = places[name].map { members[$0] } ?? RecordMember(name)
    if member.kind == kind { return member.column(count) }
    return switch kind {
    case .none, .numbers: .numbers(name, [Double](repeating: .nan, count: count))
    case .truths: Column(name, .booleans([Bool?](repeating: nil, count: count)))
    case .texts, .mixed, .mixedWithTruths: .texts(name, member.texts(count))
    }
  }
}

/// The values of one name: as one type for as long as they are of one, and without the rows they stand in for as long as each row has
/// one, so that nothing is copied where it becomes a column.
private struct RecordMember {
  private enum Values {
    case none
    case numbers([Double])
    case texts(Texts)
    case truths([Bool?])
    case mixed([Value])

    /// The same with room for so many.
    func withRoom(for count: Int) -> Values {
      func roomy<Element>(_ values: [Element]) -> [Element] {
        if values.capacity >= count { return values }
        var roomy: [Element] = []
        roomy.reserveCapacity(count)
        roomy += values
        return roomy
      }
      return switch self {
      case .none: .none
      case .numbers(let values): .numbers(roomy(values))
      case .texts(let values): .texts(values.withRoom(for: count))
      case .truths(let values): .truths(roomy(values))
      case .mixed(let values): .mixed(roomy(values))
      }
    }
  }

  let name: String
  /// Its bytes as they stand between quotes; nil where some of them have to be escaped there.
  let spelling: [UInt8]?
  /// The number of the last row in which the name stands.
  var seenIn = 0
  private(set) var isNested = false
  /// The row of each value; nil while they are the rows from the first on.
  private var rows: [Int32]?
  private var values = Values.none
  private(set) var valueCount = 0

  init(_ name: String) {
    self.name = name
    let isPlain = name.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    spelling = isPlain ? Array(name.utf8) : nil
  }

  /// Returns whether there is a value.
  mutating func add(_ json: JSON, row: Int) -> Bool {
    switch json {
    case .null: return false
    case .number(let number): add(number)
    case .string(let text): add(text)
    case .bool(let truth): add(truth)
    case .array, .object:
      isNested = true
      add(json.canonical)
    }
    if rows != nil || valueCount != row {
      if rows == nil { rows = (0..<Int32(valueCount)).map(\.self) }
      rows?.append(Int32(row))
    }
    valueCount += 1
    return true
  }

  /// Makes room for so many values.
  mutating func makeRoom(for count: Int) { values = values.withRoom(for: count) }

  /// Puts the values of records below these.
  ///
  /// - Parameter start: the row of the first of those records.
  mutating func append(_ below: RecordMember, from start: Int) {
    isNested = isNested || below.isNested
    guard below.valueCount > 0 else { return }
    if rows != nil || below.rows != nil || valueCount != start {
      if rows == nil { rows = Array(0..<Int32(valueCount)) }
      rows?.append(contentsOf: (below.rows ?? Array(0..<Int32(below.valueCount))).lazy.map { $0 + Int32(start) })
    }
    valueCount += below.valueCount
    if case .texts(let more) = below.values, case .texts(var texts) = values {
      // Held by nobody else, so that it grows where it stands.
      values = .none
      texts += more
      values = .texts(texts)
      return
    }
    switch (values, below.values) {
    case (.none, let more): values = more
    case (_, .none): break
    case (.numbers(var numbers), .numbers(let more)):
      values = .none
      numbers += more
      values = .numbers(numbers)
    case (.truths(var truths), .truths(let more)):
      values = .none
      truths += more
      values = .truths(truths)
    default:
      var all = mixed()
      values = .none
      all += below.mixed()
      values = .mixed(all)
    }
  }

  /// The values whatever their types.
  private func mixed() -> [Value] {
    switch values {
    case .none: []
    case .numbers(let numbers): numbers.map { .number($0) }
    case .texts(let texts): texts.map { $0.map(Value.text) ?? .missing }
    case .truths(let truths): truths.map { $0.map(Value.boolean) ?? .missing }
    case .mixed(let values): values
    }
  }

  // In each of these the values are taken out, so that there is one of them and it grows where it stands.

  private mutating func add(_ number: Double) {
    switch values {
    case .none: values = .numbers([number])
    case .numbers(var numbers):
      values = .none
      numbers.append(number)
      values = .numbers(numbers)
    case .texts, .truths, .mixed: add(.number(number))
    }
  }

  private mutating func add(_ text: String) {
    switch values {
    case .none: values = .texts([text])
    case .texts(var texts):
      values = .none
      texts.append(text)
      values = .texts(texts)
    case .numbers, .truths, .mixed: add(.text(text))
    }
  }

  private mutating func add(_ truth: Bool) {
    switch values {
    case .none: values = .truths([truth])
    case .truths(var truths):
      values = .none
      truths.append(truth)
      values = .truths(truths)
    case .numbers, .texts, .mixed: add(.boolean(truth))
    }
  }

  private mutating func add(_ value: Value) {
    var all = mixed()
    values = .none
    all.append(value)
    values = .mixed(all)
  }

  var kind: RecordTable.Kind {
    switch values {
    case .none: .none
    case .numbers: .numbers
    case .texts: .texts
    case .truths: .truths
    case .mixed(let values): values.contains { $0.boolean != nil } ? .mixedWithTruths : .mixed
    }
  }

  /// The values as texts, whatever they are.
  func texts(_ count: Int) -> Texts {
    Texts(spread(mixed(), count, missing: .missing).lazy.map { $0.isMissing ? nil : $0.plain })
  }

  /// - Parameter count: how many rows there are.
  func column(_ count: Int) -> Column {
    switch values {
    case .none: .numbers(name, [Double](repeating: .nan, count: count))
    case .numbers(let numbers): .numbers(name, spread(numbers, count, missing: .nan))
    case .texts(let texts): .texts(name, texts.spread(rows, count))
    case .truths(let truths): Column(name, .booleans(spread(truths, count, missing: nil)))
    case .mixed(let values): .guessed(name, spread(values, count, missing: .missing))
    }
  }

  /// The values in their rows.
  private func spread<Cell>(_ values: [Cell], _ count: Int, missing: Cell) -> [Cell] {
    if rows == nil, values.count == count { return values }
    var cells = [Cell](repeating: missing, count: count)
    if let rows {
      for (row, value) in zip(rows, values) { cells[Int(row)] = value }
    } else {
      for (row, value) in values.enumerated() { cells[row] = value }
    }
    return cells
  }
}

extension Column {
  /// Returns a column of what the values are; without any value it is one of numbers.
  static func guessed(_ name: String, _ values: [Value]) -> Column {
    if values.allSatisfy(\.isMissing) { return .numbers(name, [Double](repeating: .nan, count: values.count)) }
    return Column(name, values: values)
  }
}
