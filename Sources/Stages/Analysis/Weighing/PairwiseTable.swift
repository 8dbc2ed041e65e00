import Methods
import WorkbenchKit

/// A table of comparisons, one for each judge: how many times as important each row's criterion is as each column's.
struct PairwiseTable {
  let criteria: [String]
  let judges: [(judge: String?, matrix: Matrix)]
  let notices: [Notice]

  /// Rounded inverses count as such: 0.33 beside 3, 0.13 beside 8.
  private static let tolerance = 0.05

  /// - Throws: `table.empty`, `weigh.square`, `weigh.criteria`, `weigh.cell`, `weigh.reciprocal`, `weigh.diagonal`,
  ///   `value.missing`, `id.*`, `column.unknown`.
  init(_ table: Table, by judge: ColumnReference?, id: ColumnReference?, for purpose: Purpose) throws {
    try table.requireRows(for: purpose)
    let place = purpose.place
    let (judgeColumn, judgements) = try Judgements.of(judge, in: table)
    let free = table.columns.indices.filter { $0 != judgeColumn }
    let size = judgements[0].rows.count
    // As many columns as rows: the columns name the criteria, and the rows stand in their order.
    let isBare = free.count == size && free.first.map { Self.isNumeric(table.columns[$0]) } == true
    let named = try id?.index(in: table) ?? (isBare ? nil : free.first)
    let columns = free.filter { $0 != named }.map { table.columns[$0] }
    let names = columns.map(\.name)
    var filled: Set<String> = []
    var judges: [(judge: String?, matrix: Matrix)] = []
    for judgement in judgements {
      let part = table.rows(judgement.rows)
      guard columns.count == judgement.rows.count else {
        throw Diagnostic(
          "weigh.square",
          Text(
            nl: "\(judgement.prefix)\(judgement.rows.count) rijen en \(columns.count) kolommen met vergelijkingen",
            en: "\(judgement.prefix)\(judgement.rows.count) rows and \(columns.count) columns of comparisons"),
          wayOut: Text(
            nl: "een rij en een kolom voor elk criterium, de namen in de eerste kolom",
            en: "a row and a column for each criterion, the names in the first column"), place: place)
      }
      let rows = try named.map { try RowNames.distinct(part.columns[$0], at: place) } ?? names
      try CriterionMarks.check(rows, names, judgement, at: place)
      let order = names.compactMap(rows.firstIndex)
      let cells = try order.map { row in
        try columns.map { column in
          try Self.cell(column.open[judgement.rows[row]], rows[row], column.name, judgement, at: place)
        }
      }
      judges.append(
        (judgement.judge, try Self.completed(cells, names, judgement, &filled, at: place)))
    }
    criteria = names
    self.judges = judges
    var notices: [Notice] = []
    notices.add(.info, naming: filled.sorted()) {
      Text(
        nl: "leeg, dus het omgekeerde van de overkant: \($0.nl)",
        en: "empty, so the inverse of the other side: \($0.en)")
    }
    self.notices = notices
  }

  /// A number above nought, or a fraction like `1/3`; nil where it is empty.
  private static func cell(
    _ value: Value, _ row: String, _ column: String, _ judgement: Judgements, at place: Place?
  ) throws -> Double? {
    if value.isMissing { return nil }
    guard let number = fraction(value), number > 0, number.isFinite else {
      throw Diagnostic(
        "weigh.cell",
        Text(
          nl: "\(judgement.prefix)'\(row)' tegenover '\(column)' is '\(value.plain)', en moet een getal boven nul zijn",
          en: "\(judgement.prefix)'\(row)' against '\(column)' is '\(value.plain)', and must be a number above nought"),
        wayOut: Text(nl: "van 1/9 tot en met 9, zoals 3 of 1/3", en: "from 1/9 through 9, such as 3 or 1/3"),
        place: place)
    }
    return number
  }

  /// The number that a cell is, also as a fraction; nil where it is none.
  private static func fraction(_ value: Value) -> Double? {
    guard let text = value.text else { return value.number }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part -> Double? in
      let digits = String(part.filter { $0 != " " })
      return NumberText.parse(digits) ?? NumberText.parse(digits, point: UInt8(ascii: ","))
    }
    guard parts.count == 2 else { return parts.count == 1 ? parts[0] : nil }
    return parts[0].flatMap { over in parts[1].map { over / $0 } }
  }

  private static func isNumeric(_ column: Column) -> Bool {
    let open = column.open
    return (0..<open.count).allSatisfy { open.isMissing($0) || fraction(open[$0]) != nil }
  }

  /// The matrix with its empty cells filled in from the other side, and rounded inverses made exact.
  private static func completed(
    _ cells: [[Double?]], _ names: [String], _ judgement: Judgements, _ filled: inout Set<String>, at place: Place?
  ) throws -> Matrix {
    var matrix = Matrix(rowCount: names.count, columnCount: names.count, repeating: 1)
    for row in names.indices {
      if let own = cells[row][row], abs(own - 1) > 1e-9 {
        let shown = Text.number(own)
        throw Diagnostic(
          "weigh.diagonal",
          Text(
            nl: "\(judgement.prefix)'\(names[row])' tegenover zichzelf is \(shown.nl), en moet 1 zijn",
            en: "\(judgement.prefix)'\(names[row])' against itself is \(shown.en), and must be 1"), place: place)
      }
      for column in names.indices where column > row {
        switch (cells[row][column], cells[column][row]) {
        case (let upper?, let lower?):
          guard abs(upper * lower - 1) <= tolerance else {
            throw notReciprocal(names[row], names[column], upper, lower, judgement, at: place)
          }
          // The larger of the two is the one that was not rounded.
          matrix[row, column] = upper >= 1 ? upper : 1 / lower
        case (let upper?, nil):
          matrix[row, column] = upper
          filled.insert("\(names[column]), \(names[row])")
        case (nil, let lower?):
          matrix[row, column] = 1 / lower
          filled.insert("\(names[row]), \(names[column])")
        case (nil, nil):
          throw Diagnostic(
            "value.missing",
            Text(
              nl: "\(judgement.prefix)'\(names[row])' en '\(names[column])' zijn niet vergeleken",
              en: "\(judgement.prefix)'\(names[row])' and '\(names[column])' are not compared"), place: place)
        }
        matrix[column, row] = 1 / matrix[row, column]
      }
    }
    return matrix
  }

  private static func notReciprocal(
    _ row: String, _ column: String, _ upper: Double, _ lower: Double, _ judgement: Judgements, at place: Place?
  ) -> Diagnostic {
    let (one, other, due) = (Text.number(upper), Text.number(lower), Text.number(1 / upper))
    return Diagnostic(
      "weigh.reciprocal",
      Text(
        nl:
          "\(judgement.prefix)'\(column)' tegenover '\(row)' is \(other.nl), en '\(row)' tegenover '\(column)' \(one.nl): "
          + "het een moet het omgekeerde van het ander zijn",
        en:
          "\(judgement.prefix)'\(column)' against '\(row)' is \(other.en), and '\(row)' against '\(column)' \(one.en): "
          + "the one must be the inverse of the other"),
      wayOut: Text(
        nl: "maak er \(due.nl) van, of laat die cel leeg", en: "make it \(due.en), or leave that cell empty"),
      place: place)
  }
}
