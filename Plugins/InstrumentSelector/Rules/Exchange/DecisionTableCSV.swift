import WorkbenchKit

/// A decision table as rows and columns, as DMN draws one: the hit policy in the corner over the numbers of the rules, columns
/// `in:NAME:TYPE:ALLOWED` and `out:NAME:TYPE:ALLOWED`, and perhaps `note`.
extension DecisionTable {
  /// - Parameters:
  ///   - sheet: cells as texts; the first column is headed by the hit policy.
  ///   - name: what the table is to be called.
  /// - Throws: `rules.csv`, and what `CellReader` throws.
  init(sheet: Table, name: String, at place: Place? = nil) throws {
    let reader = CellReader(table: name, place: place)
    guard sheet.columnNames.contains(where: { $0.withoutWhiteSpace.lowercased().hasPrefix("in:") }) else {
      throw Self.heading(sheet.columnNames.first ?? "", at: place)
    }
    var inputs: [(column: Int, clause: Clause)] = []
    var outputs: [(column: Int, clause: Clause)] = []
    var policy = HitPolicy.unique
    var note: Int?
    for (index, heading) in sheet.columnNames.enumerated() {
      let parts = heading.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
      switch parts[0].withoutWhiteSpace.lowercased() {
      case "in", "out":
        guard parts.count > 1 else { throw Self.heading(heading, at: place) }
        let clause = try reader.clause(
          parts[1].withoutWhiteSpace, type: parts.count > 2 ? parts[2].withoutWhiteSpace : "string",
          allowed: parts.count > 3 ? parts[3] : nil)
        if parts[0].withoutWhiteSpace.lowercased() == "in" {
          inputs.append((index, clause))
        } else {
          outputs.append((index, clause))
        }
      case "note": note = index
      default:
        guard index == 0 else { throw Self.heading(heading, at: place) }
        policy = try reader.policy(heading.withoutWhiteSpace)
      }
    }
    func text(_ column: Int, _ row: Int) -> String { sheet.columns[column][row].plain }
    let clauses = (inputs.map(\.clause), outputs.map(\.clause))
    self.init(
      name: name, policy: policy, inputs: clauses.0, outputs: clauses.1,
      rules: try (0..<sheet.rowCount).map { row in
        try reader.rule(
          row + 1, inputs.map { text($0.column, row) }, outputs.map { text($0.column, row) },
          note.map { .verbatim(text($0, row)) },
          clauses)
      })
    try validate(at: place)
  }

  private static func heading(_ heading: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "rules.csv",
      Text(nl: "'\(heading)' is geen kop van een beslistabel", en: "'\(heading)' is no heading of a decision table"),
      wayOut: Text(
        nl: "links de treffersregel (U), dan in:NAAM:SOORT en out:NAAM:SOORT, en zo nodig note",
        en: "on the left the hit policy (U), then in:NAME:TYPE and out:NAME:TYPE, and note where needed"), place: place)
  }

  /// The rules as rows; cells as DMN writes them.
  func sheet(_ language: Language) -> Table {
    func head(_ kind: String, _ clause: Clause) -> String {
      "\(kind):\(clause.name):\(clause.type.rawValue)" + (clause.allowed.map { ":\($0.feel)" } ?? "")
    }
    var columns: [Column] = [.texts(policy.rawValue, rules.indices.map { String($0 + 1) })]
    for (index, clause) in inputs.enumerated() {
      columns.append(.texts(head("in", clause), rules.map { $0.when[index].feel }))
    }
    for (index, clause) in outputs.enumerated() {
      columns.append(.texts(head("out", clause), rules.map { $0.then[index]?.feel ?? "" }))
    }
    if rules.contains(where: { $0.note != nil }) {
      columns.append(.texts("note", rules.map { $0.note?(language) ?? "" }))
    }
    return Table(columns: columns)
  }

  /// The rules as text in rows and columns (RFC 4180).
  func csv(_ language: Language) -> String {
    let sheet = sheet(language)
    func line(_ cells: [String]) -> String {
      cells.map { cell in
        cell.contains { ",\"\n\r".contains($0) }
          ? "\"" + cell.map { $0 == "\"" ? "\"\"" : "\($0)" }.joined() + "\"" : cell
      }.joined(separator: ",") + "\n"
    }
    return line(sheet.columnNames) + rules.indices.map { row in line(sheet.columns.map { $0[row].plain }) }.joined()
  }
}
