import WorkbenchKit

/// Reads the cells of a sheet of a workbook, and passes them on as they come.
final class SheetListener: ElementListener {
  private enum Kind { case number, shared, formulaText, inline, boolean, error, day }

  private let sink: any CellSink
  private let part: String
  private let formats: CellFormats
  private let sharedCount: Int
  private let limits: SourceLimits
  private let problem: SourceProblem
  private let buffer: TextBuffer
  private var serial: DaySerial

  private var isInData = false
  private var isListening = false
  private var row = 0
  private var isInRow = false
  private var column = 0
  private var isInCell = false
  private var kind = Kind.number
  private var format = CellFormat.general
  private var isFormula = false
  private var hasValue = false
  /// The text of a cell that brings its own; it goes before any other value.
  private var hasInline = false
  private var phonetic = 0

  init(
    _ sink: any CellSink, part: String, formats: CellFormats, countsFrom1904: Bool, sharedCount: Int,
    _ limits: SourceLimits, _ problem: SourceProblem
  ) {
    self.sink = sink
    self.part = part
    self.formats = formats
    self.sharedCount = sharedCount
    self.limits = limits
    self.problem = problem
    buffer = TextBuffer(limits, problem)
    serial = DaySerial(countsFrom1904: countsFrom1904)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard isInData else { return try beginAround(name, attributes) }
    if name.isLetter {
      switch name.first {
      case UInt8(ascii: "c"): try beginCell(attributes)
      case UInt8(ascii: "v") where isInCell:
        hasValue = true
        if !hasInline { isListening = true }
      case UInt8(ascii: "f") where isInCell: isFormula = true
      case UInt8(ascii: "t") where hasInline && phonetic == 0: isListening = true
      default: break
      }
    } else if name.is("row") {
      try beginRow(attributes)
    } else if name.is("is"), isInCell {
      hasInline = true
      buffer.clear()
    } else if name.is("rPh") {
      phonetic += 1
    }
  }

  func end(_ name: XMLName) throws {
    guard isInData else { return }
    if name.isLetter {
      switch name.first {
      case UInt8(ascii: "v"), UInt8(ascii: "t"): isListening = false
      case UInt8(ascii: "c") where isInCell: try endCell()
      default: break
      }
    } else if name.is("row") {
      isInRow = false
    } else if name.is("rPh") {
      phonetic -= 1
    } else if name.is("sheetData") {
      isInData = false
    }
  }

  func hear(_ text: UnsafeBufferPointer<UInt8>) throws {
    if isListening { try buffer.append(text) }
  }

  // MARK: Around the cells

  private func beginAround(_ name: XMLName, _ attributes: XMLAttributes) throws {
    if name.is("sheetData") {
      isInData = true
    } else if name.is("mergeCell"), let reference = attributes.string("ref") {
      guard let range = CellRange(reference, limits: limits) else { throw damaged() }
      sink.merge(range)
    } else if name.is("col"), attributes.isTrue("hidden"), let first = attributes.count("min"),
      let last = attributes.count("max"), first >= 1, first <= last
    {
      sink.hide(columns: first...min(last, limits.columns))
    }
  }

  private func beginRow(_ attributes: XMLAttributes) throws {
    let before = row
    if let number = attributes.value("r") {
      guard let given = XMLAttributes.count(number), given >= 1 else { throw damaged() }
      row = given
    } else {
      row += 1
    }
    guard row <= limits.rows else { throw problem.far(limits) }
    guard row > before, !isInRow else { throw damaged() }
    isInRow = true
    column = 0
    try sink.row(row, repeated: 1, isHidden: attributes.isTrue("hidden"))
  }

  // MARK: Cells

  private func beginCell(_ attributes: XMLAttributes) throws {
    guard isInRow, !isInCell else { throw damaged() }
    isInCell = true
    (kind, format, isFormula, hasValue, hasInline) = (.number, .general, false, false, false)
    buffer.clear()
    column += 1
    var index = 0
    while let key = attributes.pairs[index], let value = attributes.pairs[index + 1] {
      index += 2
      guard key[1] == 0 else { continue }
      switch UInt8(bitPattern: key.pointee) {
      case UInt8(ascii: "r"): column = try place(value)
      case UInt8(ascii: "s"):
        guard let number = XMLAttributes.count(value), let listed = formats[number] else { throw damaged() }
        format = listed
      case UInt8(ascii: "t"): kind = try self.kind(value)
      default: break
      }
    }
    guard column <= limits.columns else { throw problem.far(limits) }
  }

  /// The column of a reference such as `B5`, whose row must be the one that it stands in.
  private func place(_ reference: UnsafePointer<CChar>) throws -> Int {
    var column = 0
    var row = 0
    var next = reference
    while case let letter = UInt8(bitPattern: next.pointee) & 0xDF, letter &- 65 < 26 {
      column = column * 26 + Int(letter - 64)
      guard column <= limits.columns else { throw problem.far(limits) }
      next += 1
    }
    while case let digit = UInt8(bitPattern: next.pointee) &- 48, digit < 10 {
      row = row * 10 + Int(digit)
      guard row <= limits.rows else { throw problem.far(limits) }
      next += 1
    }
    guard next.pointee == 0, column > 0, row == self.row else { throw damaged() }
    return column
  }

  private func kind(_ word: UnsafePointer<CChar>) throws -> Kind {
    let isLetter = word.pointee != 0 && word[1] == 0
    switch UInt8(bitPattern: word.pointee) {
    case UInt8(ascii: "n") where isLetter: return .number
    case UInt8(ascii: "s") where isLetter: return .shared
    case UInt8(ascii: "b") where isLetter: return .boolean
    case UInt8(ascii: "e") where isLetter: return .error
    case UInt8(ascii: "d") where isLetter: return .day
    default:
      switch String(cString: word) {
      case "str": return .formulaText
      case "inlineStr": return .inline
      default: throw damaged()
      }
    }
  }

  private func endCell() throws {
    isInCell = false
    let mark = isFormula ? CellTag.formula : 0
    if hasInline { return try text(.text, mark) }
    if buffer.count == 0 {
      // A formula may give an empty text; then the file says that it is a text, and has a place for it.
      if isFormula, kind != .formulaText || !hasValue { try give(0, .uncalculated, mark) }
      return
    }
    switch kind {
    case .number: try number(mark)
    case .shared:
      guard let place = wholeNumber(), place < sharedCount else { throw damaged() }
      try give(place, .text, mark)
    case .formulaText, .inline: try text(.text, mark)
    case .boolean: try give(boolean(), .boolean, mark)
    case .error: try text(.error, mark)
    case .day: try text(.date, mark)
    }
  }

  private func number(_ mark: UInt8) throws {
    let digits = CellText.trimmed(buffer.bytes)
    guard let number = WrittenDigits.parse(digits) else { throw damaged() }
    switch format {
    case .general, .percent:
      if WrittenDigits.areBeyondWhole(digits) { return try text(.long, mark) }
      let like = WrittenDigits.areShortest(digits) ? 0 : CellTag.unlikeWritten
      let kind = format == .percent ? CellTag.percent : .number
      try sink.number(
        number, written: digits, CellTag(rawValue: kind.rawValue | mark | like), at: column, repeated: 1)
    case .date, .dateTime, .time, .elapsed:
      let outcome = serial.write(number, as: format)
      guard outcome == .date else { return try give(0, outcome, mark) }
      try serial.text.withUnsafeBufferPointer {
        try sink.text($0, CellTag(rawValue: CellTag.date.rawValue | mark), at: column, repeated: 1)
      }
    }
  }

  private func text(_ tag: CellTag, _ mark: UInt8) throws {
    try EscapedText.undone(buffer.bytes) {
      try sink.text($0, CellTag(rawValue: tag.rawValue | mark), at: column, repeated: 1)
    }
  }

  private func give(_ value: Int, _ tag: CellTag, _ mark: UInt8) throws {
    try sink.value(value, CellTag(rawValue: tag.rawValue | mark), at: column, repeated: 1)
  }

  private func wholeNumber() -> Int? {
    let digits = CellText.trimmed(buffer.bytes)
    var sum = 0
    for digit in digits {
      guard digit &- 48 < 10, sum < 1_000_000_000_000 else { return nil }
      sum = sum * 10 + Int(digit - 48)
    }
    return digits.isEmpty ? nil : sum
  }

  private func boolean() throws -> Int {
    let word = CellText.trimmed(buffer.bytes)
    if word.elementsEqual("1".utf8) || word.elementsEqual("true".utf8) { return 1 }
    if word.elementsEqual("0".utf8) || word.elementsEqual("false".utf8) { return 0 }
    throw damaged()
  }

  private func damaged() -> Diagnostic {
    problem.damaged(
      nl: row == 0 ? "het onderdeel '\(part)' klopt niet" : "in het onderdeel '\(part)' klopt rij \(row) niet",
      en: row == 0 ? "the part '\(part)' is not right" : "in the part '\(part)' row \(row) is not right")
  }
}
