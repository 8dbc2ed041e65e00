import WorkbenchKit

/// Parameters that several commands about decision tables share.
enum RuleParameters {
  static func table(_ library: Library, required: Bool = true) -> Parameter {
    .argument(
      "name", required: required,
      about: Text(nl: "de beslistabel: regiestijl, niveau, …", en: "the decision table: regiestijl, niveau, …"),
      candidates: { context in
        ((try? RuleBook(library, context))?.tables ?? []).map { Candidate(Self.typed($0.name), $0.heading) }
      })
  }

  /// A name as it is typed: in quotes where it has a blank.
  static func typed(_ name: String) -> String { name.contains(" ") ? "'\(name)'" : name }

  /// The table as it is shown: a column for each input and output, a row for each rule.
  static func shown(_ table: DecisionTable, _ context: Context) -> Table {
    func label(_ clause: DecisionTable.Clause, _ sign: String) -> Text {
      (clause.label ?? .verbatim(clause.name)) + .verbatim(sign)
    }
    var columns = [
      Column.numbers(
        "rule", table.rules.indices.map { Double($0 + 1) }, label: .verbatim(table.policy.rawValue), format: .plain)
    ]
    columns += table.inputs.enumerated().map { index, clause in
      Column.texts(clause.name, table.rules.map { $0.when[index].feel }, label: label(clause, ""))
    }
    columns += table.outputs.enumerated().map { index, clause in
      Column.texts(clause.name, table.rules.map { $0.then[index]?.feel }, label: label(clause, " →"))
    }
    if table.rules.contains(where: { $0.note != nil }) {
      columns.append(
        .texts("note", table.rules.map { $0.note?(context.language) }, label: Text(nl: "opmerking", en: "note")))
    }
    let policy = Text(
      nl: " · \(table.policy.rawValue): \(table.policy.label.nl)",
      en: " · \(table.policy.rawValue): \(table.policy.label.en)")
    return Table(title: table.heading + policy, columns: columns)
  }

  /// Says that a table is the circle's own version, or our reading of a source.
  static func notices(_ table: DecisionTable, _ book: RuleBook) -> [Block] {
    var notices: [Notice] = []
    if book.isOwn(table.name), book.isShipped(table.name) {
      notices.append(
        Notice(
          .info,
          Text(
            nl: "de versie van de kring; 'rules drop \(typed(table.name))' haalt de meegeleverde terug",
            en: "the circle's version; 'rules drop \(typed(table.name))' brings the shipped one back")))
    } else if table.isReading {
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "deze tabel is onze lezing van de bron, niet haar woorden",
            en: "this table is our reading of the source, not its words")))
    }
    return notices.map(Block.notice)
  }
}
