import WorkbenchKit

/// Reads the cells of one column of a dBASE file.
struct DBaseCells {
  let bytes: [UInt8]
  let header: DBaseHeader
  let field: DBaseHeader.Field
  let page: CodePage
  /// Where the records that count begin.
  let records: [Int]
  let interrupt: () throws -> Void

  /// Numbers that did not fit into their column and stand there as `***`.
  private(set) var overflowed = 0

  init(
    _ bytes: [UInt8], _ header: DBaseHeader, _ field: DBaseHeader.Field, _ page: CodePage, records: [Int],
    interrupt: @escaping () throws -> Void
  ) {
    self.bytes = bytes
    self.header = header
    self.field = field
    self.page = page
    self.records = records
    self.interrupt = interrupt
  }

  /// Returns the column; nil where its kind is not read.
  mutating func column(_ name: String, asText: Bool) throws -> Column? {
    switch field.kind {
    case UInt8(ascii: "C"): return .texts(name, try texts())
    case UInt8(ascii: "N"), UInt8(ascii: "F"):
      if !asText, let numbers = try numbers() { return .numbers(name, numbers) }
      return .texts(name, try texts())
    case UInt8(ascii: "D"): return .texts(name, try texts().map { $0.flatMap(Self.day) })
    case UInt8(ascii: "L"): return Column(name, .booleans(try texts().map(Self.truth)))
    case UInt8(ascii: "I") where field.length == 4:
      return try binary(name, asText) { Double(Int32(truncatingIfNeeded: $0)) }
    case UInt8(ascii: "Y") where field.length == 8:
      return try binary(name, asText) { Double(Int64(bitPattern: $0)) / 10_000 }
    case UInt8(ascii: "B") where field.length == 8, UInt8(ascii: "O") where field.length == 8:
      return try binary(name, asText) { Double(bitPattern: $0) }
    case UInt8(ascii: "T") where field.length == 8: return .texts(name, try each { Self.moment($0) })
    default: return nil
    }
  }

  /// Passes on the bytes of each cell in turn.
  private func each<Value>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(records.count)
    try bytes.withUnsafeBufferPointer { all in
      for (index, record) in records.enumerated() {
        if index % 8192 == 0 { try interrupt() }
        let start = record + field.start
        values.append(try body(UnsafeBufferPointer(rebasing: all[start..<start + field.length])))
      }
    }
    return values
  }

  /// The cell without padding, and without what stands behind a byte of nought.
  private static func bare(_ cell: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    CellText.trimmed(UnsafeBufferPointer(rebasing: cell.prefix { $0 != 0 }))
  }

  private func texts() throws -> [String?] {
    try each { cell in
      let bare = Self.bare(cell)
      if CellText.mark(bare) == .missing { return nil }
      let text = page.text(bare)
      // A no-break space is padding too, and stands as one byte in most codes.
      return text.trimmedOfPadding.isEmpty ? nil : text.trimmedOfPadding
    }
  }

  /// The numbers; nil where a cell is none, or a whole one above 2^53.
  private mutating func numbers() throws -> [Double]? {
    var isNumeric = true
    var overflowed = 0
    let numbers = try each { cell -> Double in
      let bare = Self.bare(cell)
      if CellText.mark(bare) != nil { return .nan }
      if bare.allSatisfy({ $0 == UInt8(ascii: "*") }) {
        overflowed += 1
        return .nan
      }
      if !WrittenDigits.areBeyondWhole(bare), let number = NumberText.parse(bare) { return number }
      isNumeric = false
      return .nan
    }
    guard isNumeric else { return nil }
    self.overflowed = overflowed
    return numbers
  }

  private func binary(_ name: String, _ asText: Bool, _ body: (UInt64) -> Double) throws -> Column {
    let numbers = try each { cell -> Double in
      var bits: UInt64 = 0
      for byte in cell.reversed() { bits = bits << 8 | UInt64(byte) }
      let number = body(bits)
      return number.isFinite ? number : .nan
    }
    return asText
      ? .texts(name, numbers.map { $0.isNaN ? nil : NumberText.shortest($0) }) : .numbers(name, numbers)
  }

  /// `20240131` as `2024-01-31`; nil for what is no day.
  private static func day(_ text: String) -> String? {
    let digits = Array(text.utf8)
    guard digits.count == 8, digits.allSatisfy({ $0 &- 48 < 10 }), let number = Int(text) else { return nil }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)?.text
  }

  /// `T`, `Y` and the Dutch `J` are true.
  private static func truth(_ text: String?) -> Bool? {
    switch text?.lowercased() {
    case "t", "y", "j": true
    case "f", "n": false
    default: nil
    }
  }

  /// Days of the Julian count and thousandths of a second, four bytes each.
  private static func moment(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
    func four(_ start: Int) -> Int { (0..<4).reversed().reduce(0) { $0 << 8 | Int(cell[start + $1]) } }
    let (days, time) = (four(0), four(4))
    // 1970-01-01 is day 2,440,588.
    guard days > 0, time < 86_400_000, let date = CalendarDate(dayNumber: days - 2_440_588) else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let seconds = (time + 500) / 1000
    guard seconds < 86_400 else { return date.text + "T23:59:59" }
    return date.text + "T" + [seconds / 3600, seconds / 60 % 60, seconds % 60].map(two).joined(separator: ":")
  }
}
