import WorkbenchKit

/// The cells of a file of one's own as figures, with what is wrong with them.
struct OwnCells {
  private let text: DelimitedText
  private let columns: OwnColumns
  private let measure: OwnMeasure
  private let numbers: [Double]
  private let samples: [Double]?
  private let errors: [Double]?
  private(set) var problems: RowProblems
  /// Whether a figure has a percent sign behind it.
  private(set) var isSigned = false
  /// How many figures are held back as their row does not say how many people were asked.
  private(set) var unasked = 0

  init(_ text: DelimitedText, _ columns: OwnColumns, _ figure: OwnFigure, file: String) {
    self.text = text
    self.columns = columns
    measure = figure.measure
    numbers = text.numbers(column: columns.figures).values
    samples = columns.sample.map { text.numbers(column: $0).values }
    errors = columns.error.map { text.numbers(column: $0).values }
    problems = RowProblems(file: file, nothing: OwnRows.nothing)
  }

  private func cell(_ row: Int) -> String { text.cell(row: row, column: columns.figures).trimmedOfPadding }

  /// Whether nothing stands in the cell of a row.
  func isEmpty(_ row: Int) -> Bool { Self.isEmpty(cell(row)) }

  private static func isEmpty(_ cell: String) -> Bool { ["", "NA", "NaN"].contains(cell) }

  /// What a row says of an area; nil where it says nothing, or what it says cannot be.
  ///
  /// - Parameter fewest: where fewer people were asked, the figure is held back.
  mutating func row(_ row: Int, _ code: String, fewest: Int) -> OwnRows.Row? {
    if isEmpty(row) { return nil }
    let cell = cell(row)
    let line = text.line(ofRow: row)
    var one = OwnRows.Row(code: code, line: line, value: numbers[row])
    if one.value.isNaN || RegionFile.sentinels.contains(one.value) {
      guard !one.value.isNaN || OwnRows.isHeldBack(cell) else {
        refuse(
          line, "add.value", Text(nl: "'\(cell)' is geen getal", en: "'\(cell)' is no number"),
          wayOut: Text(
            nl: "laat het vak leeg als er niets bekend is, of zet er een x als het is achtergehouden",
            en: "leave the cell empty where nothing is known, or put an x where it is held back"))
        return nil
      }
      one.value = .nan
      one.mark = cell
      return one
    }
    if cell.contains("%") { isSigned = true }
    if let problem = impossible(one.value, cell) {
      refuse(line, problem.code, problem.what, wayOut: problem.wayOut)
      return nil
    }
    let asked = beside(samples, columns.sample, row)
    let error = beside(errors, columns.error, row)
    for case .other(let word) in [asked, error] {
      refuse(
        line, "add.beside",
        Text(nl: "'\(word)' naast het cijfer is geen getal", en: "'\(word)' beside the figure is no number"),
        wayOut: Text(
          nl: "zet er een getal, of een x als het is achtergehouden; het cijfer is dat dan ook",
          en: "put a number, or an x where it is held back; the figure then is so too"))
      return nil
    }
    one.sample = asked.number
    one.error = error.number
    if one.sample < 1 || one.error < 0 {
      refuse(
        line, "add.beside",
        one.sample < 1
          ? Text(nl: "het aantal ondervraagden is minder dan 1", en: "the number of people asked is below 1")
          : Text(nl: "een standaardfout is niet negatief", en: "a standard error is not negative"))
      return nil
    }
    // Of how many it is not known whether they are enough, and what hides the margin may hide the figure too.
    switch (asked, error) {
    case (.heldBack(let word), _):
      hold(&one, as: "n=\(word)")
      unasked += 1
    case (.empty, _):
      hold(&one, as: "n=?")
      unasked += 1
    case (_, .heldBack(let word)): hold(&one, as: word)
    default: if one.sample < Double(fewest) { hold(&one, as: "n<\(fewest)") }
    }
    return one
  }

  private func hold(_ row: inout OwnRows.Row, as mark: String) {
    row = OwnRows.Row(code: row.code, line: row.line, value: .nan, mark: mark)
  }

  /// What stands beside a figure.
  private enum Beside {
    case noColumn, empty
    case number(Double)
    case heldBack(String)
    case other(String)

    /// NaN where there is none.
    var number: Double {
      if case .number(let number) = self { return number }
      return .nan
    }
  }

  private func beside(_ values: [Double]?, _ column: Int?, _ row: Int) -> Beside {
    guard let values, let column else { return .noColumn }
    let cell = text.cell(row: row, column: column).trimmedOfPadding
    if Self.isEmpty(cell) { return .empty }
    let isHeldBack = values[row].isNaN ? OwnRows.isHeldBack(cell) : RegionFile.sentinels.contains(values[row])
    if isHeldBack { return .heldBack(cell) }
    return values[row].isNaN ? .other(cell) : .number(values[row])
  }

  private func impossible(_ value: Double, _ cell: String) -> (code: String, what: Text, wayOut: Text?)? {
    if measure != .mean, value < 0 {
      return (
        "add.negative", Text(nl: "'\(cell)' is negatief", en: "'\(cell)' is negative"),
        Text(nl: "een aantal of percentage is nul of meer", en: "a count or percentage is nought or more")
      )
    }
    if measure == .count, value != value.rounded() {
      return (
        "add.whole", Text(nl: "'\(cell)' is geen heel aantal", en: "'\(cell)' is no whole number"),
        Text(
          nl: "is het een percentage of gemiddelde: --kind rate of --kind mean",
          en: "a percentage or mean is --kind rate or --kind mean")
      )
    }
    if measure == .rate, value > 100 {
      return (
        "add.share", Text(nl: "'\(cell)' is meer dan 100 %", en: "'\(cell)' is more than 100%"),
        Text(nl: "is het een aantal: --kind count", en: "a count is --kind count")
      )
    }
    return nil
  }

  private mutating func refuse(_ line: Int, _ code: String, _ what: Text, wayOut: Text? = nil) {
    problems.refuse(line, code, what, wayOut: wayOut)
  }

  /// A row without a code: a total under the table, a blank line, or what is no area.
  mutating func refuseArea(_ row: Int, _ region: RegionFile, _ rows: inout OwnRows) {
    let line = text.line(ofRow: row)
    let word = region.areaCell(row)
    if OwnRows.isTotal(word) || region.name(row).map(OwnRows.isTotal) ?? false {
      rows.totals.append(line)
      return
    }
    if word.isEmpty, isEmpty(row) { return }
    let isName = !word.contains(where: \.isNumber)
    refuse(
      line, "area.code",
      word.isEmpty
        ? Text(nl: "er staat geen gebied", en: "no area stands there")
        : isName
          ? Text(nl: "'\(word)' is geen ingelezen gebied", en: "'\(word)' is no imported area")
          : Text(nl: "'\(word)' is geen code van een gebied", en: "'\(word)' is no code of an area"),
      wayOut: Text(
        nl: "een code is NL, GM, WK of BU met cijfers, zoals BU01640501; 'wzw areas WOORD' zoekt een gebied",
        en: "a code is NL, GM, WK or BU with digits, such as BU01640501; 'wzw areas WORD' searches for an area"))
  }

  mutating func refuseYear(_ row: Int, _ words: String) {
    refuse(
      text.line(ofRow: row), "import.year",
      Text(nl: "de regel is niet van een heel jaar (\(words))", en: "the row is of no whole year (\(words))"))
  }

  /// A second row of an area, of a count: a part of a whole, or the same once more, which only the user can tell.
  ///
  /// - Parameter sum: the line that adds the rows up; nil where the file has no column of its own for the figures.
  mutating func refuseSecond(_ row: Int, _ code: String, _ first: Int, sum: String?) {
    let line = sum.map { ": \($0)" } ?? ""
    refuse(
      text.line(ofRow: row), "add.repeated",
      Text(nl: "\(code) staat ook op regel \(first)", en: "\(code) stands on line \(first) too"),
      wayOut: Text(
        nl: "zijn het delen, tel dan eerst op\(line); staat het er dubbel, laat één van de twee staan",
        en: "if these are parts, add them up first\(line); if it stands there twice, leave one of the two"))
  }

  /// A second row of an area that gainsays the first.
  mutating func refuseTwice(_ row: Int, _ code: String, _ first: OwnRows.Row, isOtherFigure: Bool) {
    refuse(
      text.line(ofRow: row), "add.repeated",
      isOtherFigure
        ? Text(
          nl: "\(code) staat met een ander cijfer ook op regel \(first.line)",
          en: "\(code) stands with another figure on line \(first.line) too")
        : Text(
          nl: "\(code) staat met iets anders naast het cijfer ook op regel \(first.line)",
          en: "\(code) stands with something else beside the figure on line \(first.line) too"),
      wayOut: Text(nl: "laat één van de twee staan", en: "leave one of the two"))
  }
}
