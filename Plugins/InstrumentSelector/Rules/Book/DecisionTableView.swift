import WorkbenchKit

extension DecisionTable {
  /// The name as it is typed: in quotes where it has a blank.
  var typedName: String { Self.typed(name) }

  static func typed(_ name: String) -> String { name.contains(" ") ? "'\(name)'" : name }

  /// The table as it is shown: a column for each input and output, a row for each rule.
  func shown(in context: Context) -> Table {
    func label(_ clause: Clause, _ sign: String) -> Text { (clause.label ?? .verbatim(clause.name)) + .verbatim(sign) }
    var columns = [
      Column.numbers(
        "rule", rules.indices.map { Double($0 + 1) }, label: .verbatim(policy.rawValue), format: .plain)
    ]
    columns += inputs.enumerated().map { index, clause in
      .texts(clause.name, rules.map { $0.when[index].feel }, label: label(clause, ""))
    }
    columns += outputs.enumerated().map { index, clause in
      .texts(clause.name, rules.map { $0.then[index]?.feel }, label: label(clause, " →"))
    }
    if rules.contains(where: { $0.note != nil }) {
      columns.append(.texts("note", rules.map(\.note), label: Text(nl: "opmerking", en: "note"), in: context))
    }
    return Table(title: heading + .verbatim(" · \(policy.rawValue): ") + policy.label, columns: columns)
  }
}
