import WorkbenchKit

/// A matrix as a grid with wrapped texts; numbers in the colour of their place in the range.
struct MatrixPicture {
  let drawn: DrawnPicture

  /// At least how wide a matrix comes out, without the names of its rows.
  static func width(_ matrix: CellMatrix) -> Double { narrowest(matrix) * Double(matrix.columns.count) }

  private static func narrowest(_ matrix: CellMatrix) -> Double { matrix.isNumeric ? 76 : 130 }

  init(_ matrix: CellMatrix, _ language: Language) {
    let words = CellWords(matrix, language)
    let size = SVGCanvas.size
    let line = SVGCanvas.lineHeight
    let pad = 7.0
    let isHeat = matrix.isNumeric && matrix.range != nil
    let names = matrix.rows.map {
      TextMeasure.wrapped(Sanitizer.line($0.words(language)), to: 150, size: size, isBold: true)
    }
    let corner = TextMeasure.wrapped(
      Sanitizer.line("\(matrix.rowHeading(language)) \\ \(matrix.columnHeading(language))"), to: 150, size: size)
    let head =
      (names.joined() + corner).reduce(0.0) { max($0, TextMeasure.width($1, size: size, isBold: true)) } + 2 * pad
    let wide = max((720 - head) / Double(max(matrix.columns.count, 1)), Self.narrowest(matrix))
    let width = head + wide * Double(matrix.columns.count) + 2
    var canvas = SVGCanvas()

    let headings = matrix.columns.map {
      TextMeasure.wrapped(Sanitizer.line($0.words(language)), to: wide - 2 * pad, size: size, isBold: true)
    }
    var y = 1.0
    let high = Double((headings.map(\.count) + [corner.count]).max() ?? 1) * line + 2 * pad
    canvas.lines(corner, x: pad, y: y + pad + 12, isFaint: true)
    for (column, heading) in headings.enumerated() {
      canvas.lines(heading, x: head + Double(column) * wide + pad, y: y + pad + 12, isBold: true)
    }
    y += high
    for (row, name) in names.enumerated() {
      let cells = matrix.cells[row].map { cell -> [String] in
        cell.isEmpty
          ? [NumberMarks.missing]
          : words.lines(cell).flatMap { TextMeasure.wrapped(Sanitizer.line($0), to: wide - 2 * pad, size: size) }
      }
      let high = Double((cells.map(\.count) + [name.count]).max() ?? 1) * line + 2 * pad
      canvas.lines(name, x: pad, y: y + pad + 12, isBold: true)
      for (column, lines) in cells.enumerated() {
        let box = Box(x: head + Double(column) * wide, y: y, width: wide, height: high)
        let colour = isHeat ? matrix.cells[row][column].number.flatMap { matrix.colour($0) } : nil
        canvas.box(box, fill: colour?.hexadecimal ?? "none", isOutlined: true)
        let letters = colour.map { Colour($0.isLight ? 0x000000 : 0xFFFFFF) }
        if matrix.isNumeric {
          canvas.lines(lines, x: box.x + wide / 2, y: y + pad + 12, anchor: .middle, colour: letters)
        } else {
          canvas.lines(lines, x: box.x + pad, y: y + pad + 12, colour: letters)
        }
      }
      y += high
    }
    if isHeat, let range = matrix.range {
      let unit = Digits(matrix.format, unit: matrix.unit).shownUnit(matrix.unit).map { " " + $0.label(language) } ?? ""
      let low = words.number(range.lowerBound) + unit
      canvas.text(low, x: head, y: y + 22)
      let start = head + TextMeasure.width(low, size: size) + 8
      for step in 0..<20 {
        canvas.box(
          Box(x: start + Double(step) * 8, y: y + 10, width: 8.5, height: 14),
          fill: Palette.sequence(at: Double(step) / 19).hexadecimal)
      }
      canvas.text(words.number(range.upperBound) + unit, x: start + 168, y: y + 22)
      y += 32
    }
    drawn = DrawnPicture(canvas: canvas, width: width, height: y + 2)
  }
}
