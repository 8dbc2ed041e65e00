/// What the form in which a sheet shows a number says about it.
enum CellFormat: UInt8, Sendable {
  case general, percent
  /// A day.
  case date
  /// A day with a time.
  case dateTime
  /// A time of day.
  case time
  /// Hours that go on beyond a day: `[h]:mm`.
  case elapsed

  /// Returns what one of the forms that every workbook has means (ECMA-376, part 1, 18.8.30).
  init(builtIn id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...58: self = .date
    case 18...21, 32...35, 45, 47: self = .time
    case 22: self = .dateTime
    case 46: self = .elapsed
    default: self = .general
    }
  }

  /// Reads the code of a form, such as `dd-mm-yyyy` or `0.0%`; the first part counts, before any semicolon.
  init(code: String) {
    let marks = Marks(code)
    if marks.isElapsed {
      self = .elapsed
    } else if marks.hasDay || marks.hasMonthOnly {
      self = marks.hasTime ? .dateTime : .date
    } else if marks.hasTime {
      self = .time
    } else {
      self = marks.hasPercent ? .percent : .general
    }
  }

  /// The letters of a code that stand for parts of days and times: outside of quotes, brackets and behind no backslash.
  private struct Marks {
    var hasDay = false
    var hasTime = false
    var hasMonth = false
    var isElapsed = false
    var hasPercent = false
    /// An `m` alone is a month; beside hours or seconds it is minutes.
    var hasMonthOnly: Bool { hasMonth && !hasTime }

    init(_ code: String) {
      let folded = code.lowercased()
      // Words, whose letters are no marks.
      if ["general", "standard", "standaard"].contains(folded) { return }
      var rest = Substring(folded)
      while let mark = rest.popFirst() {
        switch mark {
        case ";": return
        case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "_", "*": rest = rest.dropFirst()
        case "[":
          let inside = rest.prefix { $0 != "]" }
          rest = rest.dropFirst(inside.count + 1)
          if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) { isElapsed = true }
        case "a" where rest.hasPrefix("m/pm"): rest = rest.dropFirst(4)
        case "a" where rest.hasPrefix("/p"): rest = rest.dropFirst(2)
        case "y", "d": hasDay = true
        case "h", "s": hasTime = true
        case "m": hasMonth = true
        case "%": hasPercent = true
        default: continue
        }
      }
    }
  }
}

/// The forms of the cells of a workbook, by the number that a cell has.
struct CellFormats {
  /// Nil where the workbook has no list of them.
  private let listed: [CellFormat]?

  init(_ listed: [CellFormat]?) { self.listed = listed }

  /// Returns the form of that number; nil where the list ends before it.
  subscript(number: Int) -> CellFormat? {
    guard let listed else { return .general }
    return listed.indices.contains(number) ? listed[number] : number == 0 ? .general : nil
  }
}

/// Reads which form each style of a cell has.
final class StylesListener: ElementListener {
  private(set) var formats: [CellFormat] = []
  private var own: [Int: CellFormat] = [:]
  private var isInForms = false
  private var isInStyles = false

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    if name.is("numFmts") {
      isInForms = true
    } else if name.is("cellXfs") {
      isInStyles = true
    } else if isInForms, name.is("numFmt"), let id = attributes.count("numFmtId") {
      own[id] = attributes.string("formatCode").map(CellFormat.init(code:)) ?? .general
    } else if isInStyles, name.is("xf") {
      let id = attributes.count("numFmtId") ?? 0
      formats.append(own[id] ?? CellFormat(builtIn: id))
    }
  }

  func end(_ name: XMLName) {
    if name.is("numFmts") { isInForms = false }
    if name.is("cellXfs") { isInStyles = false }
  }

  func hear(_ text: UnsafeBufferPointer<UInt8>) {}
}
