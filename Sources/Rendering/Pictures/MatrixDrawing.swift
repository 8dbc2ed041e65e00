import WorkbenchKit

/// A matrix wrapped to a width: where its columns do not fit beside each other they stand in bands under each other, the
/// names of the rows before each.
struct MatrixDrawing {
  private(set) var lines: [String] = []

  private let matrix: CellMatrix
  private let words: CellWords
  private let language: Language
  private let style: TextStyle
  private static let leastCell = 16
  private static let mostCell = 40

  init(_ matrix: CellMatrix, language: Language, width: Int, style: TextStyle) {
    self.matrix = matrix
    self.language = language
    self.style = style
    words = CellWords(matrix, language)
    guard !matrix.rows.isEmpty, !matrix.columns.isEmpty else {
      let nothing = Text(nl: "(een lege matrix)", en: "(an empty matrix)")
      lines = DisplayWidth.wrapped(nothing(language), to: width)
      return
    }
    let corner = Sanitizer.line("\(matrix.rowHeading(language)) \\ \(matrix.columnHeading(language))")
    let names = matrix.rows.map { Sanitizer.line($0.words(language)) }
    let longest = (names + [corner]).reduce(0) { max($0, DisplayWidth.of($1)) }
    let head = min(longest, max(width / 4, 8))
    let natural = columnWidths()
    let least = min(natural.max() ?? 1, matrix.isNumeric ? natural.max() ?? 1 : Self.leastCell)
    let room = width - head
    let inBand = min(max(room / (least + 2), 1), matrix.columns.count)
    let bands = (matrix.columns.count + inBand - 1) / inBand
    let even = (matrix.columns.count + bands - 1) / bands
    let cell = max(min(room / even - 2, matrix.isNumeric ? max(least, 1) : Self.mostCell, natural.max() ?? 1), 1)
    for start in stride(from: 0, to: matrix.columns.count, by: even) {
      if start > 0 { lines.append("") }
      band(start..<min(start + even, matrix.columns.count), corner: corner, names: names, head: head, cell: cell)
    }
    if let legend { lines += DisplayWidth.wrapped(legend, to: width).map { style(.faint, $0) } }
  }

  private func columnWidths() -> [Int] {
    matrix.columns.indices.map { column in
      let heading = Sanitizer.line(matrix.columns[column].words(language))
      // A heading of numbers breaks between its words.
      let headingWidth =
        matrix.isNumeric
        ? heading.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 1 : DisplayWidth.of(heading)
      return matrix.cells.map { $0[column] }.reduce(max(min(headingWidth, Self.mostCell), 1)) { widest, cell in
        shown(cell, nil).reduce(widest) { max($0, DisplayWidth.of($1)) }
      }
    }
  }

  private mutating func band(_ columns: Range<Int>, corner: String, names: [String], head: Int, cell: Int) {
    let headings = columns.map { column in
      (
        lines: DisplayWidth.wrapped(Sanitizer.line(matrix.columns[column].words(language)), to: cell)
          .map { style(.heading, DisplayWidth.padded($0, to: cell, at: matrix.isNumeric ? .right : .left)) },
        width: cell
      )
    }
    let first = (lines: DisplayWidth.wrapped(corner, to: head).map { style(.faint, $0) }, width: head)
    lines += SideBySide.lines([first] + headings)
    let rule = style(.faint, String(repeating: "─", count: head + columns.count * (cell + 2)))
    for (row, name) in names.enumerated() {
      if row == 0 || !matrix.isNumeric { lines.append(rule) }
      let label = (lines: DisplayWidth.wrapped(name, to: head), width: head)
      lines += SideBySide.lines(
        [label]
          + columns.map { column in
            (lines: painted(matrix.cells[row][column], width: cell), width: cell)
          })
    }
  }

  /// Returns the lines of a cell as they stand in a column of a width; nil for no wrapping.
  private func shown(_ cell: CellMatrix.Cell, _ width: Int?) -> [String] {
    if cell.isEmpty { return [NumberMarks.missing] }
    if matrix.isNumeric, let number = cell.number {
      let text = words.number(number)
      return [matrix.range == nil ? text : "\(shade(number)) \(text)"]
    }
    return words.lines(cell).flatMap { line -> [String] in
      let line = Sanitizer.line(line)
      return width.map { DisplayWidth.wrapped(line, to: $0) } ?? [line]
    }
  }

  private func painted(_ cell: CellMatrix.Cell, width: Int) -> [String] {
    let lines = shown(cell, width)
    guard matrix.isNumeric else { return lines }
    let padded = lines.map { DisplayWidth.padded(DisplayWidth.truncated($0, to: width), to: width, at: .right) }
    guard style == .coloured, let number = cell.number, let share = share(number) else { return padded }
    let colour = Palette.sequence(at: share)
    let letters = Colour(colour.isLight ? 0x000000 : 0xFFFFFF)
    let text = DisplayWidth.truncated(words.number(number), to: width)
    return [style.painted(DisplayWidth.padded(text, to: width, at: .right), letters, on: colour)]
  }

  private func share(_ number: Double) -> Double? { matrix.share(of: number) }

  private func shade(_ number: Double) -> String {
    let shades = Palette.shades(5)
    return String(repeating: shades[min(Int((share(number) ?? 0) * 5), 4)], count: 2)
  }

  /// What the shades go from and to.
  private var legend: String? {
    guard matrix.isNumeric, let range = matrix.range else { return nil }
    let unit = Digits(matrix.format, unit: matrix.unit).shownUnit(matrix.unit).map { " " + $0.label(language) } ?? ""
    let ends = [range.lowerBound, range.upperBound].map { words.number($0) + unit }
    return style == .coloured
      ? "\(ends[0]) – \(ends[1])" : "\(shade(range.lowerBound)) \(ends[0])  …  \(shade(range.upperBound)) \(ends[1])"
  }
}
