import WorkbenchKit

/// A column that is filled with the cells that a server sends.
struct ColumnBuilder {
  /// Words that come again share their letters, as long as there are not too many.
  private static let mostShared = 65_536

  let name: String
  let form: ColumnForm
  /// Numbers with digits beyond those that a number keeps.
  private(set) var roundedCells = 0
  /// The rows of infinities, and of what is no number, which are missing here.
  private(set) var endlessRows: [Int] = []
  private var numbers: [Double] = []
  private var texts: [String?] = []
  private var booleans: [Bool?] = []
  private var shared: [String: String] = [:]

  init(_ name: String, _ form: ColumnForm) {
    self.name = name
    self.form = form
  }

  /// The column as it is by now.
  var column: Column {
    switch form {
    case .boolean: Column(name, .booleans(booleans))
    case .whole, .long, .single, .double, .decimal: Column(name, .numbers(numbers))
    default: Column(name, .texts(texts))
    }
  }

  /// Returns columns of one kind behind each other.
  static func joined(_ columns: [Column]) -> Column {
    guard var whole = columns.first else { return Column("", .texts([])) }
    switch whole.storage {
    case .numbers: whole.storage = .numbers(columns.flatMap { $0.numbers ?? [] })
    case .texts: whole.storage = .texts(columns.flatMap { $0.texts ?? [] })
    case .booleans:
      whole.storage = .booleans(
        columns.flatMap { column -> [Bool?] in
          guard case .booleans(let values) = column.storage else { return [] }
          return values
        })
    case .dates:
      whole.storage = .dates(
        columns.flatMap { column -> [Int32?] in
          guard case .dates(let values) = column.storage else { return [] }
          return values
        })
    }
    return whole
  }

  /// Adds a cell; nil is a missing one.
  ///
  /// - Throws: `db.whole`; `BinaryRows.Garbled` where the bytes are not of the form.
  mutating func append(_ cell: UnsafeRawBufferPointer?) throws {
    switch form {
    case .boolean:
      guard let cell else { return booleans.append(nil) }
      guard cell.count == 1 else { throw BinaryRows.Garbled() }
      booleans.append(cell[0] != 0)
    case .whole, .long:
      guard let cell else { return numbers.append(.nan) }
      let value = try Self.whole(cell)
      guard value.magnitude <= 1 << 53 else { throw FetchProblem.whole(name) }
      numbers.append(Double(value))
    case .single, .double:
      guard let cell else { return numbers.append(.nan) }
      guard cell.count == 8 else { throw BinaryRows.Garbled() }
      add(Double(bitPattern: UInt64(truncatingIfNeeded: try Self.whole(cell))))
    case .decimal:
      guard let cell else { return numbers.append(.nan) }
      let digits = cell.bindMemory(to: UInt8.self)
      let number = NumberText.parse(digits) ?? .nan
      add(number)
      if digits.count > 15, number.isFinite, Self.loses(digits, number) { roundedCells += 1 }
    case .text: texts.append(cell.map { text($0) })
    case .day, .moment, .zonedMoment:
      guard let cell else { return texts.append(nil) }
      texts.append(moment(String(decoding: cell, as: UTF8.self)))
    case .unreadable: texts.append(cell.map { text($0) })
    }
  }

  /// Adds a cell that came as a text; nil is a missing one.
  ///
  /// - Throws: `db.whole`; `BinaryRows.Garbled` where the text is not of the form.
  mutating func append(text cell: UnsafeRawBufferPointer?) throws {
    guard let cell else { return try append(nil) }
    switch form {
    case .boolean: booleans.append(cell.first == UInt8(ascii: "t"))
    case .whole, .long:
      guard let value = Int(String(decoding: cell, as: UTF8.self)) else { throw BinaryRows.Garbled() }
      guard value.magnitude <= 1 << 53 else { throw FetchProblem.whole(name) }
      numbers.append(Double(value))
    case .single, .double: add(NumberText.parse(cell.bindMemory(to: UInt8.self)) ?? .nan)
    default: try append(cell)
    }
  }

  private mutating func add(_ number: Double) {
    if number.isFinite {
      numbers.append(number)
    } else {
      endlessRows.append(numbers.count)
      numbers.append(.nan)
    }
  }

  private static func whole(_ cell: UnsafeRawBufferPointer) throws -> Int {
    switch cell.count {
    case 2: Int(Int16(bigEndian: cell.loadUnaligned(as: Int16.self)))
    case 4: Int(Int32(bigEndian: cell.loadUnaligned(as: Int32.self)))
    case 8: Int(Int64(bigEndian: cell.loadUnaligned(as: Int64.self)))
    default: throw BinaryRows.Garbled()
    }
  }

  private mutating func text(_ cell: UnsafeRawBufferPointer) -> String {
    let text = String(decoding: cell, as: UTF8.self)
    // Shorter ones lie in the cell itself.
    guard cell.count > 15 else { return text }
    if let known = shared[text], known.utf8.elementsEqual(text.utf8) { return known }
    if shared.count < Self.mostShared { shared[text] = text }
    return text
  }

  /// A day or moment as ISO 8601 writes it; nil for one without end.
  private mutating func moment(_ text: String) -> String? {
    guard !text.hasSuffix("infinity") else {
      endlessRows.append(texts.count)
      return nil
    }
    if form == .day { return text }
    var text = text
    if let blank = text.firstIndex(of: " ") { text.replaceSubrange(blank...blank, with: "T") }
    if form == .zonedMoment, let zone = text.firstRange(of: "+00") { text.replaceSubrange(zone, with: "Z") }
    return text
  }

  /// Whether the digits of a decimal are more than the number keeps: its shortest form has others.
  private static func loses(_ digits: UnsafeBufferPointer<UInt8>, _ number: Double) -> Bool {
    let written = significant(digits)
    return written.count > 15
      && written != significant(Array(NumberText.shortest(number).utf8.prefix { $0 | 32 != 101 }))
  }

  private static func significant(_ digits: some Sequence<UInt8>) -> [UInt8] {
    var digits = Array(digits.lazy.filter { $0 &- 48 < 10 }.drop { $0 == 48 })
    while digits.last == 48 { digits.removeLast() }
    return digits
  }
}
