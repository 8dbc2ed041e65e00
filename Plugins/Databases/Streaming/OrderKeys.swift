import WorkbenchKit

/// The terms of an order as they come from one server, row by row, so that rows of several servers can be set in one order.
struct OrderKeys {
  /// One value; nil is missing.
  private enum Value {
    case whole(Int)
    case double(Double)
    case decimal([UInt8])
    case bytes([UInt8])
  }

  private let kinds: [OrderTerm.Kind]
  private let areDescending: [Bool]
  private var values: [[Value?]]

  init(_ terms: [OrderTerm]) {
    kinds = terms.map(\.kind)
    areDescending = terms.map(\.isDescending)
    values = terms.map { _ in [] }
  }

  /// Adds a cell of a term.
  ///
  /// - Throws: `BinaryRows.Garbled`.
  mutating func append(_ cell: UnsafeRawBufferPointer?, of term: Int) throws {
    guard let cell else { return values[term].append(nil) }
    switch kinds[term] {
    case .truth, .whole:
      guard (1...8).contains(cell.count) else { throw BinaryRows.Garbled() }
      var whole = cell[0] < 0x80 ? 0 : -1
      for byte in cell { whole = whole << 8 | Int(byte) }
      values[term].append(.whole(whole))
    case .double:
      guard cell.count == 8 else { throw BinaryRows.Garbled() }
      let bits = cell.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      values[term].append(.double(Double(bitPattern: bits)))
    case .decimal: values[term].append(.decimal(Array(cell)))
    case .bytes: values[term].append(.bytes(Array(cell)))
    }
  }

  /// Adds a cell of a term that came as a text.
  mutating func append(text cell: UnsafeRawBufferPointer?, of term: Int) {
    guard let cell else { return values[term].append(nil) }
    let text = String(decoding: cell, as: UTF8.self)
    switch kinds[term] {
    case .truth: values[term].append(.whole(text == "t" ? 1 : 0))
    // A day or moment as ISO 8601 has it stands in the order of its letters.
    case .whole: values[term].append(Int(text).map(Value.whole) ?? .bytes(Array(cell)))
    case .double: values[term].append(.double(Double(text) ?? .nan))
    case .decimal: values[term].append(.decimal(Array(cell)))
    case .bytes: values[term].append(.bytes(Array(cell)))
    }
  }

  /// Whether a row comes before one of another server.
  func precedes(_ row: Int, _ other: OrderKeys, _ otherRow: Int) -> Bool {
    firstDifference(row, other, otherRow).map { $0.sign < 0 } ?? false
  }

  /// Returns the first term in which two rows differ, with a sign below 0 where this one comes first; nil where they do not differ.
  func firstDifference(_ row: Int, _ other: OrderKeys, _ otherRow: Int) -> (term: Int, sign: Int)? {
    for term in kinds.indices {
      let (one, two) = (values[term][row], other.values[term][otherRow])
      let sign = Self.compare(one, two)
      // What is missing comes last in either direction.
      if sign != 0 { return (term, areDescending[term] && one != nil && two != nil ? -sign : sign) }
    }
    return nil
  }

  private static func compare(_ one: Value?, _ other: Value?) -> Int {
    switch (one, other) {
    case (nil, nil): 0
    case (nil, _): 1
    case (_, nil): -1
    case (.whole(let one)?, .whole(let other)?): one == other ? 0 : one < other ? -1 : 1
    case (.double(let one)?, .double(let other)?):
      one.isNaN || other.isNaN ? (one.isNaN ? 1 : 0) - (other.isNaN ? 1 : 0) : one == other ? 0 : one < other ? -1 : 1
    case (.bytes(let one)?, .bytes(let other)?):
      one == other ? 0 : one.lexicographicallyPrecedes(other) ? -1 : 1
    case (.decimal(let one)?, .decimal(let other)?): DecimalText(one).compared(with: DecimalText(other))
    default: 0
    }
  }
}

/// A decimal as a server writes it, `-12.345`, `NaN`, `Infinity`.
private struct DecimalText {
  private var isNegative = false
  /// Beyond all numbers: 1 for infinity, 2 for what is no number, which comes behind it.
  private var beyond = 0
  private var whole: ArraySlice<UInt8> = []
  private var part: ArraySlice<UInt8> = []

  init(_ text: [UInt8]) {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest = rest.dropFirst()
    }
    if rest.first == UInt8(ascii: "N") { beyond = 2 }
    if rest.first == UInt8(ascii: "I") { beyond = 1 }
    let point = rest.firstIndex(of: UInt8(ascii: ".")) ?? rest.endIndex
    whole = rest[..<point].drop { $0 == UInt8(ascii: "0") }
    part = rest[point...].dropFirst()
    while part.last == UInt8(ascii: "0") { part.removeLast() }
    if whole.isEmpty, part.isEmpty { isNegative = false }
  }

  func compared(with other: DecimalText) -> Int {
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let size = compared(size: other)
    return isNegative ? -size : size
  }

  private func compared(size other: DecimalText) -> Int {
    if beyond != other.beyond || beyond > 0 { return beyond == other.beyond ? 0 : beyond < other.beyond ? -1 : 1 }
    if whole.count != other.whole.count { return whole.count < other.whole.count ? -1 : 1 }
    for (one, other) in [(whole, other.whole), (part, other.part)] where !one.elementsEqual(other) {
      return one.lexicographicallyPrecedes(other) ? -1 : 1
    }
    return 0
  }
}
