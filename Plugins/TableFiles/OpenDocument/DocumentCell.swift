import WorkbenchKit

/// One cell of an open document, from its first tag to its last.
final class DocumentCell {
  private enum Kind { case nothing, number, percent, date, time, boolean, text }

  /// For how many cells beside each other it stands.
  private(set) var repeated = 1
  private let limits: SourceLimits
  private let problem: SourceProblem
  private let text: TextBuffer
  private var kind = Kind.nothing
  private var isFormula = false
  private var isError = false
  private var isCovered = false
  private var rowSpan = 1
  private var columnSpan = 1
  /// The value as it stands in the tag; nil where there is none.
  private var value: [UInt8]?

  /// How deep within the cell, within its paragraphs, and within what is not its text: remarks, pictures, spelling aids.
  private var depth = 0
  private var paragraphDepth = 0
  private var skippedFrom: Int?
  private var paragraphs = 0
  private var endsInBlank = true

  init(_ limits: SourceLimits, _ problem: SourceProblem) {
    self.limits = limits
    self.problem = problem
    text = TextBuffer(limits, problem)
  }

  func open(_ attributes: XMLAttributes, isCovered: Bool) {
    self.isCovered = isCovered
    text.clear()
    (depth, paragraphDepth, skippedFrom, paragraphs, endsInBlank) = (0, 0, nil, 0, true)
    repeated = max(1, min(attributes.count("table:number-columns-repeated") ?? 1, 2 * limits.columns))
    columnSpan = attributes.count("table:number-columns-spanned") ?? 1
    rowSpan = attributes.count("table:number-rows-spanned") ?? 1
    isFormula = attributes.value("table:formula") != nil
    isError = attributes.is("calcext:value-type", "error")
    value = nil
    switch attributes.string("office:value-type") {
    case "float", "currency": take(.number, attributes, "office:value")
    case "percentage": take(.percent, attributes, "office:value")
    case "date": take(.date, attributes, "office:date-value")
    case "time": take(.time, attributes, "office:time-value")
    case "boolean": take(.boolean, attributes, "office:boolean-value")
    case "string": take(.text, attributes, "office:string-value")
    default: kind = .nothing
    }
  }

  private func take(_ kind: Kind, _ attributes: XMLAttributes, _ name: StaticString) {
    self.kind = kind
    value = attributes.string(name).map { Array($0.utf8) }
  }

  // MARK: Its text

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
    depth += 1
    guard skippedFrom == nil else { return }
    let isParagraph = name.is("p") || name.is("h")
    if depth == 1 {
      guard isParagraph else {
        skippedFrom = depth
        return
      }
      if paragraphs > 0 { try text.append(UInt8(ascii: "\n")) }
      paragraphs += 1
      endsInBlank = true
    } else if name.is("annotation") || name.is("frame") || name.is("note") || name.is("ruby-text") {
      skippedFrom = depth
    } else if name.is("s") {
      try text.append(UInt8(ascii: " "), times: min(attributes.count("text:c") ?? 1, limits.cell + 1))
      endsInBlank = true
    } else if name.is("tab") || name.is("line-break") {
      try text.append(name.is("tab") ? UInt8(ascii: "\t") : UInt8(ascii: "\n"))
      endsInBlank = true
    }
  }

  func end(_ name: XMLName) {
    if skippedFrom == depth { skippedFrom = nil }
    depth -= 1
  }

  /// Blanks after each other are one, and none at the start of a paragraph, as in all such documents.
  func hear(_ piece: UnsafeBufferPointer<UInt8>) throws {
    guard depth > 0, skippedFrom == nil else { return }
    for byte in piece {
      let isBlank = byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
      if !isBlank || !endsInBlank { try text.append(isBlank ? 0x20 : byte) }
      endsInBlank = isBlank
    }
  }

  // MARK: What it holds

  /// The cells that it covers; nil where it covers itself only.
  func merged(row: Int, column: Int) -> CellRange? {
    guard !isCovered, rowSpan > 1 || columnSpan > 1, row <= limits.rows, column <= limits.columns else { return nil }
    let bottom = min(row + min(max(rowSpan, 1), limits.rows) - 1, limits.rows)
    let last = min(column + min(max(columnSpan, 1), limits.columns) - 1, limits.columns)
    return CellRange(rows: row...bottom, columns: column...last)
  }

  func give(to sink: any CellSink, at column: Int) throws {
    if isCovered { return }
    let mark = isFormula ? CellTag.formula : 0
    func give(_ bytes: [UInt8], _ tag: CellTag) throws {
      guard bytes.count <= limits.cell else { throw problem.tooLongCell(limits) }
      try bytes.withUnsafeBufferPointer {
        try sink.text($0, CellTag(rawValue: tag.rawValue | mark), at: column, repeated: repeated)
      }
    }
    if isError || kind == .number && value != nil && saysError {
      return try give(Array(text.bytes), .error)
    }
    switch kind {
    case .number, .percent: try number(sink, column, mark)
    case .boolean:
      guard let value, value.elementsEqual("true".utf8) || value.elementsEqual("false".utf8) else { throw damaged() }
      let tag = CellTag(rawValue: CellTag.boolean.rawValue | mark)
      try sink.value(value.count == 4 ? 1 : 0, tag, at: column, repeated: repeated)
    case .date: try give(Self.withoutIdleFraction(value ?? Array(text.bytes)), .date)
    case .time: try give(value.flatMap(Self.clock) ?? value ?? Array(text.bytes), .date)
    case .text: try give(value.flatMap { $0.isEmpty ? nil : $0 } ?? Array(text.bytes), .text)
    case .nothing:
      if text.count > 0 {
        try give(Array(text.bytes), .text)
      } else if isFormula {
        let tag = CellTag(rawValue: CellTag.uncalculated.rawValue | mark)
        try sink.value(0, tag, at: column, repeated: repeated)
      }
    }
  }

  private func number(_ sink: any CellSink, _ column: Int, _ mark: UInt8) throws {
    guard let value else { throw damaged() }
    try value.withUnsafeBufferPointer { digits in
      guard let number = WrittenDigits.parse(digits) else { throw damaged() }
      if WrittenDigits.areBeyondWhole(digits) {
        let tag = CellTag(rawValue: CellTag.long.rawValue | mark)
        return try sink.text(digits, tag, at: column, repeated: repeated)
      }
      let like = WrittenDigits.areShortest(digits) ? 0 : CellTag.unlikeWritten
      let tag = CellTag(rawValue: (kind == .percent ? CellTag.percent : .number).rawValue | mark | like)
      try sink.number(number, written: digits, tag, at: column, repeated: repeated)
    }
  }

  /// Older programs write an error as a nought whose text is the error.
  private var saysError: Bool {
    ["#DIV/0!", "#N/A", "#NAME?", "#REF!", "#VALUE!", "#NUM!", "Err:"].contains { text.bytes.starts(with: $0.utf8) }
  }

  /// `2024-03-31T02:30:00.000000000` without a fraction that says nothing.
  private static func withoutIdleFraction(_ date: [UInt8]) -> [UInt8] {
    guard date.contains(UInt8(ascii: ".")) else { return date }
    var date = date
    while date.last == UInt8(ascii: "0") { date.removeLast() }
    if date.last == UInt8(ascii: ".") { date.removeLast() }
    return date
  }

  /// `PT08H30M00S` as `08:30:00`; nil where it is written in another way.
  private static func clock(_ duration: [UInt8]) -> [UInt8]? {
    guard duration.starts(with: "PT".utf8), duration.last == UInt8(ascii: "S") else { return nil }
    let parts = duration[2...].dropLast().split(whereSeparator: { $0 == UInt8(ascii: "H") || $0 == UInt8(ascii: "M") })
    let isPlain = parts.count == 3 && parts.allSatisfy { $0.count >= 2 && $0.allSatisfy { $0 == 46 || $0 &- 48 < 10 } }
    return isPlain ? withoutIdleFraction(Array(parts.joined(separator: [UInt8(ascii: ":")]))) : nil
  }

  private func damaged() -> Diagnostic {
    problem.damaged(
      nl: "een cel heeft een andere waarde dan zij zegt", en: "a cell has another value than it says")
  }
}
