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
  private var isSigned = false

  init(_ text: DelimitedText, _ columns: OwnColumns, _ figure: OwnFigure, file: String) {
    self.text = text
    self.columns = columns
    measure = figure.measure
    numbers = text.numbers(column: columns.figures).values
    samples = columns.sample.map { text.numbers(column: $0).values }
    errors = columns.error.map { text.numbers(column: $0).values }
    problems = RowProblems(file: file)
  }

  private func cell(_ row: Int) -> String { text.cell(row: row, column: columns.figures).trimmedOfPadding }

  /// Whether nothing stands in the cell of a row.
  func isEmpty(_ row: Int) -> Bool { ["", "NA", "NaN"].contains(cell(row)) }

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
    one.sample = beside(samples, row)
    one.error = beside(errors, row)
    if one.sample < 1 || one.error < 0 {
      refuse(
        line, "add.beside",
        one.sample < 1
          ? Text(nl: "het aantal ondervraagden is minder dan 1", en: "the number of people asked is below 1")
          : Text(nl: "een standaardfout is niet negatief", en: "a standard error is not negative"))
      return nil
    }
    if one.sample < Double(fewest) {
      one.value = .nan
      one.mark = "n<\(fewest)"
    }
    return one
  }

  private func beside(_ values: [Double]?, _ row: Int) -> Double { values?[row] ?? .nan }

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

  mutating func refuseTwice(_ row: Int, _ code: String, _ first: Int) {
    refuse(
      text.line(ofRow: row), "add.repeated",
      Text(
        nl: "\(code) staat met een ander cijfer ook op regel \(first)",
        en: "\(code) stands with another figure on line \(first) too"),
      wayOut: Text(nl: "laat één van de twee staan", en: "leave one of the two"))
  }

  /// Takes shares of 1 for percentages, where all are: percentages of many areas are not all below one.
  func scale(_ rows: inout OwnRows) {
    let values = rows.years.values.joined().map(\.value).filter { !$0.isNaN }
    guard !isSigned, values.allSatisfy({ $0 <= 1 }), values.contains(where: { $0 > 0 && $0 < 1 }) else { return }
    rows.years = rows.years.mapValues { these in
      these.map { row in
        var scaled = row
        scaled.value = (row.value * 1e8).rounded() / 1e6
        scaled.error = row.error * 100
        return scaled
      }
    }
    rows.remarks.append(
      Text(
        nl: "let op: alle cijfers liggen van 0 tot en met 1: gelezen als aandelen, en bewaard als percentages",
        en: "mind: all figures lie from 0 through 1: read as shares, and kept as percentages"))
  }
}
