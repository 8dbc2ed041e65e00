import WorkbenchKit

/// `rules show [NAME]`: the decision tables, or one of them.
struct RulesShowCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "rules show", aliases: ["regels toon"],
      summary: Text(
        nl: "toon de beslistabellen, of de regels van een ervan", en: "show the decision tables, or the rules of one"),
      parameters: [RuleParameters.table(library, required: false)],
      examples: [
        .init("rules show", Text(nl: "alle tabellen", en: "all tables")),
        .init("rules show regiestijl", Text(nl: "vier stijlen", en: "four styles")),
        .init(
          "rules show regiestyl", Text(nl: "een tabel die er niet is", en: "a table that is not there"),
          failsWith: "rules.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let book = try RuleBook(library, context)
    guard let word = call.text("name") else { return Output([.table(Self.list(book, context))]) }
    let table = try book.table(word, at: call.place(of: "name"))
    return Output(
      [.table(RuleParameters.shown(table, context))] + RuleParameters.notices(table, book)
        + (table.source == nil ? [] : [try library.sources([table.source], context)]))
  }

  private static func list(_ book: RuleBook, _ context: Context) -> Table {
    let tables = book.tables
    func names(_ clauses: [DecisionTable.Clause]) -> String { clauses.map(\.name).joined(separator: ", ") }
    return Table(
      title: Text(nl: "Beslistabellen", en: "Decision tables"),
      columns: [
        .texts("name", tables.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("inputs", tables.map { names($0.inputs) }, label: Text(nl: "invoer", en: "inputs")),
        .texts("outputs", tables.map { names($0.outputs) }, label: Text(nl: "uitkomst", en: "outputs")),
        .texts("hit_policy", tables.map(\.policy.rawValue), label: Text(nl: "treffers", en: "hits")),
        .numbers(
          "rules", tables.map { Double($0.rules.count) }, label: Text(nl: "regels", en: "rules"), format: .plain),
        .texts(
          "origin",
          tables.map {
            (book.isOwn($0.name)
              ? Text(nl: "kring", en: "circle")
              : $0.isReading ? Text(nl: "onze lezing", en: "our reading") : Text(nl: "bron", en: "source"))(
                context.language)
          }, label: Text(nl: "van", en: "from")),
      ])
  }
}
