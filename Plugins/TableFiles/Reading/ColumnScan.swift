import WorkbenchKit

/// What the cells of one column are, counted, and what it becomes by that.
struct ColumnScan {
  /// What a column becomes.
  enum Kind { case numbers, booleans, texts }

  private(set) var numbers = 0
  private(set) var percents = 0
  private(set) var texts = 0
  /// Texts that read as a number by a mark, such as `12,5`.
  private(set) var numbersAsText = 0
  /// Of those, the ones that have a comma.
  private(set) var withComma = 0
  /// `NA` and `NaN`.
  private(set) var words = 0
  private(set) var booleans = 0
  private(set) var dates = 0
  private(set) var long = 0
  private(set) var uncalculated = 0
  private(set) var zeroDays = 0
  private(set) var noDays = 0
  private(set) var formulas = 0
  /// Whether digits as they are written have to be fetched where it becomes text.
  private(set) var needsDigits = false
  /// The first row with a text, and with a number.
  private(set) var firstText: Int?
  /// How often each error stands, by its place in the pool.
  private(set) var errors: [Int: Int] = [:]

  /// - Parameter decimal: the mark by which texts are read as numbers; nil where they stay texts.
  init(_ grid: SheetGrid, _ column: Int, rows: [Int], decimal: DecimalMark?) {
    let cells = grid.columns[column]
    for row in rows {
      guard row < cells.tags.count else { break }
      let tag = cells.tag(row)
      if tag.isFormula { formulas += 1 }
      switch tag.kind {
      case .empty: continue
      case .number, .percent:
        numbers += 1
        if tag.kind == .percent { percents += 1 }
        if tag.isUnlikeWritten { needsDigits = true }
      case .text:
        grid.texts.withBytes(cells.value(row)) { text in hear(text, row, decimal) }
      case .boolean: booleans += 1
      case .date: dates += 1
      case .long, .written: long += 1
      case .error: errors[cells.value(row), default: 0] += 1
      case .uncalculated: uncalculated += 1
      case .dayZero: zeroDays += 1
      default: noDays += 1
      }
    }
  }

  private mutating func hear(_ text: UnsafeBufferPointer<UInt8>, _ row: Int, _ decimal: DecimalMark?) {
    switch CellText.mark(text) {
    case .missing: return
    case .word: words += 1
    case nil:
      texts += 1
      if firstText == nil { firstText = row }
      if CellText.number(text, decimal: decimal ?? .point, parted: decimal != nil) != nil {
        numbersAsText += 1
      } else if decimal == nil, CellText.number(text, decimal: .comma) != nil {
        numbersAsText += 1
        withComma += 1
      }
    }
  }

  /// Numbers where all that is there is one, booleans likewise; else texts. Without any value it is a column of numbers.
  func kind(isText: Bool, readsTexts: Bool) -> Kind {
    if isText { return .texts }
    let textsLeft = readsTexts ? texts - numbersAsText : texts
    if textsLeft + dates + long > 0 { return .texts }
    let allNumbers = numbers + (readsTexts ? numbersAsText : 0)
    if allNumbers > 0, booleans > 0 { return .texts }
    return booleans > 0 ? .booleans : .numbers
  }
}
