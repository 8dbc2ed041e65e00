import WorkbenchKit

/// One number for each criterion from each judge: ranks or points.
struct CriterionMarks {
  let criteria: [String]
  /// Who gave them (nil where nobody is named), and what, in the order of the criteria.
  let marks: [(judge: String?, values: [Double])]

  /// - Parameters:
  ///   - given: the column with the numbers; else the column called as `flag`, else the first after the criteria.
  ///   - judged: by whom, and the column with the criteria.
  ///   - bound: what a number must be.
  /// - Throws: `table.empty`, `column.*`, `id.*`, `value.*`, `weigh.marks`, `weigh.criteria`.
  init(
    _ given: ColumnReference?, called flag: String, by judge: ColumnReference?, id: ColumnReference?, in table: Table,
    bound: CellBound, for purpose: Purpose
  ) throws {
    try table.requireRows(for: purpose)
    let (judgeColumn, judgements) = try Judgements.of(judge, in: table)
    let given = try given?.index(in: table)
    let free = table.columns.indices.filter { $0 != judgeColumn }
    let names = try id?.index(in: table) ?? free.first { $0 != given } ?? 0
    let found = given ?? free.first { table.columns[$0].name == flag } ?? free.first { $0 != names }
    guard let marksColumn = found, marksColumn != names else {
      throw Diagnostic(
        "weigh.marks",
        Text(
          nl: "'\(purpose.name)' vindt naast de criteria geen kolom met getallen",
          en: "'\(purpose.name)' finds no column of numbers beside the criteria"),
        wayOut: Text(nl: "een rij per criterium: naam, \(flag)", en: "a row for each criterion: name, \(flag)"),
        place: purpose.place)
    }
    var criteria: [String] = []
    var marks: [(judge: String?, values: [Double])] = []
    for judgement in judgements {
      let part = table.rows(judgement.rows)
      let rowNames = try RowNames.distinct(part.columns[names], at: purpose.place)
      let numbers = try part.columns[marksColumn].completeNumbers(bound, for: purpose, rows: rowNames)
      if criteria.isEmpty { criteria = rowNames }
      try Self.check(rowNames, criteria, judgement, at: purpose.place)
      let known = Dictionary(zip(rowNames, numbers)) { first, _ in first }
      marks.append((judgement.judge, criteria.map { known[$0] ?? 0 }))
    }
    self.criteria = criteria
    self.marks = marks
  }

  /// - Throws: `weigh.criteria` where a judge speaks of other criteria than the first.
  static func check(_ found: [String], _ criteria: [String], _ judgement: Judgements, at place: Place?) throws {
    let lacking = criteria.filter { !found.contains($0) }
    let strange = found.filter { !criteria.contains($0) }
    guard let name = lacking.first ?? strange.first else { return }
    let lacks = !lacking.isEmpty
    let listed = Text.quoted(criteria, atMost: 10)
    throw Diagnostic(
      "weigh.criteria",
      Text(
        nl: "\(judgement.prefix)'\(name)' \(lacks ? "ontbreekt" : "staat er alleen bij deze rol")",
        en: "\(judgement.prefix)'\(name)' \(lacks ? "is lacking" : "stands with this role only")"),
      wayOut: Text(
        nl: "elke rol beoordeelt dezelfde criteria: \(listed.nl)",
        en: "each role judges the same criteria: \(listed.en)"),
      suggestion: lacks ? nil : NearestWord.best(name, among: criteria), place: place)
  }
}
