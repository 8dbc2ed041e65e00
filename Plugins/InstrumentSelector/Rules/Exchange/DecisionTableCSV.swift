import Decisions
import WorkbenchKit

/// A decision table as rows and columns, as DMN draws one: the hit policy in the corner over the numbers of the rules, columns
/// `in:NAME:TYPE:ALLOWED` and `out:NAME:TYPE:ALLOWED`, and perhaps `note`. A row `else` says what holds where no rule fires.
///
/// Where a table has them: `calc:NAME:EXPRESSION` for how an input with a column is worked out, `also:NAME:TYPE` for an input
/// without a column, `let:NAME:EXPRESSION` for a name for what is worked out, and `undecidable` with the columns of a rule whose
/// cell is not read.
extension DecisionTable {
  /// - Parameters:
  ///   - sheet: cells as texts; the first column is headed by the hit policy.
  ///   - name: what the table is to be called.
  /// - Throws: `rules.csv`, and what `CellReader` throws.
  init(sheet: Table, name: String, at place: Place? = nil) throws {
    var reader = CellReader(table: name, place: place)
    let headings = sheet.columnNames.map { SheetHeading($0) }
    guard headings.contains(where: { $0.kind == "in" }) else {
      throw Self.heading(sheet.columnNames.first ?? "", at: place)
    }
    let calculated = Set(headings.filter { $0.kind == "calc" }.map(\.name))
    reader.names = KnownNames(
      headings.filter { ["also", "let"].contains($0.kind) || $0.kind == "in" && !calculated.contains($0.name) }
        .map(\.name))
    self.init(name: name, policy: .unique, inputs: [], outputs: [], rules: [])
    var columns: (inputs: [Int], outputs: [Int]) = ([], [])
    for (index, heading) in headings.enumerated() {
      if ["in", "out", "also", "let", "calc"].contains(heading.kind), heading.name.isEmpty {
        throw Self.heading(heading.text, at: place)
      }
      switch heading.kind {
      case "in":
        columns.inputs.append(index)
        inputs.append(try heading.clause(reader))
      case "out":
        columns.outputs.append(index)
        outputs.append(try heading.clause(reader))
      case "also": others.append(try heading.clause(reader))
      case "let":
        definitions.append(
          Definition(name: heading.name, formula: try reader.formula(heading.rest, of: heading.name)))
      case "note", "undecidable", "calc": break
      default:
        guard index == 0 else { throw Self.heading(heading.text, at: place) }
        policy = try reader.policy(heading.text.withoutWhiteSpace)
      }
    }
    for heading in headings where heading.kind == "calc" {
      guard let index = inputs.firstIndex(where: { $0.name == heading.name }) else {
        throw Self.heading(heading.text, at: place)
      }
      inputs[index].formula = try reader.formula(heading.rest, of: heading.name)
    }
    func cells(_ kind: String, _ row: Int) -> String? {
      headings.firstIndex { $0.kind == kind }.map { sheet.columns[$0][row].plain }
    }
    for row in 0..<sheet.rowCount {
      let results = columns.outputs.map { sheet.columns[$0][row].plain }
      if sheet.columns[0][row].plain.withoutWhiteSpace == "else" {
        defaults = try zip(results, outputs).map { text, clause in
          text.withoutWhiteSpace.isEmpty ? nil : try reader.literal(text, clause, rule: nil)
        }
        continue
      }
      let unread = (cells("undecidable", row) ?? "").split(separator: ";").map { String($0).withoutWhiteSpace }
      rules.append(
        try reader.rule(
          rules.count + 1, columns.inputs.map { sheet.columns[$0][row].plain }, results,
          cells("note", row).map(Text.verbatim), (inputs, outputs), unread: Set(unread)))
    }
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

  /// The rules as rows; cells as DMN writes them, names and what is worked out in brackets.
  func sheet(_ language: Language) -> Table {
    func head(_ kind: String, _ clause: Clause) -> String {
      "\(kind):\(clause.name):\(clause.type.rawValue)" + (clause.allowed.map { ":\($0.feel)" } ?? "")
    }
    // What is given last, and only where there is something to say.
    let last: [Literal?]? = defaults.contains { $0 != nil } ? outputs.indices.map(fallback) : nil
    func column(_ name: String, _ cells: [String], _ end: String = "") -> Column {
      .texts(name, cells + (last == nil ? [] : [end]))
    }
    let empty = rules.map { _ in "" }
    var columns = [column(policy.rawValue, rules.indices.map { String($0 + 1) }, "else")]
    for (index, clause) in inputs.enumerated() {
      columns.append(column(head("in", clause), rules.map { $0.when[index].bracketed }))
      if let formula = clause.formula { columns.append(column("calc:\(clause.name):\(formula.text)", empty)) }
    }
    columns += others.map { column(head("also", $0), empty) }
    columns += definitions.map { column("let:\($0.name):\($0.formula.text)", empty) }
    for (index, clause) in outputs.enumerated() {
      columns.append(
        column(
          head("out", clause), rules.map { $0.results[index]?.bracketed ?? "" }, last?[index].map(\.feel) ?? ""))
    }
    if rules.contains(where: { $0.note != nil }) {
      columns.append(column("note", rules.map { $0.note?(language) ?? "" }))
    }
    if !undecidable.isEmpty {
      columns.append(column("undecidable", rules.map { unread($0).joined(separator: "; ") }))
    }
    return Table(columns: columns)
  }

  /// The rules as text in rows and columns (RFC 4180).
  func csv(_ language: Language) -> String {
    let sheet = sheet(language)
    return WrittenCell.line(sheet.columnNames)
      + (0..<sheet.rowCount).map { row in WrittenCell.line(sheet.columns.map { $0[row].plain }) }.joined()
  }
}

/// What stands over a column: `in:NAME:TYPE:ALLOWED` and its like.
private struct SheetHeading {
  let text: String
  let kind: String
  let name: String
  /// What stands behind the name.
  let rest: String

  init(_ text: String) {
    self.text = text
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    kind = parts[0].withoutWhiteSpace.lowercased()
    name = parts.count > 1 ? parts[1].withoutWhiteSpace : ""
    rest = parts.count > 2 ? parts[2] : ""
  }

  /// Without a type anything may be given.
  func clause(_ reader: CellReader) throws -> DecisionTable.Clause {
    let parts = rest.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let type = parts.first?.withoutWhiteSpace ?? ""
    return try reader.clause(name, type: type.isEmpty ? "any" : type, allowed: parts.count > 1 ? parts[1] : nil)
  }
}
