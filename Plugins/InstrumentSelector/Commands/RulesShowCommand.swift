import Decisions
import WorkbenchKit

/// `rules show [NAME]`: the decision tables, or one of them.
struct RulesShowCommand: Command {
  struct Arguments: Sendable {
    let name = Argument<String?>.decisionTable
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "rules show", aliases: ["regels toon"],
      summary: Text(
        nl: "toon de beslistabellen, of de regels van een ervan", en: "show the decision tables, or the rules of one"),
      details: Text(
        nl:
          "Een scherm heeft de cellen in woorden; zoals zij getypt worden (FEEL) geven --json en 'rules export' ze. Tussen haakjes staat hoe "
          + "een invoer of waarde in 'rules run' heet.",
        en:
          "A screen has the cells in words; --json and 'rules export' give them as they are typed (FEEL). In brackets stands what an input or "
          + "a value is called in 'rules run'."),
      examples: [
        .init("rules show", Text(nl: "alle tabellen", en: "all tables")),
        .init("rules show regiestijl", Text(nl: "vier stijlen", en: "four styles")),
        .init(
          "rules show regiestyl", Text(nl: "een tabel die er niet is", en: "a table that is not there"),
          failsWith: "rules.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let book = try RuleBook(context)
    guard let table = try given.checking(\.name, { try $0.map(book.table) }) else {
      return Output([.table(Self.list(book, context))] + book.remarks())
    }
    return Output(
      [.table(try table.shown(in: context))] + [table.besides].compactMap { $0 } + book.remarks(on: table)
        + (table.source == nil ? [] : [try context.knowledge.sources([table.source], in: context)]))
  }

  private static func list(_ book: RuleBook, _ context: Context) -> Table {
    let tables = book.tables
    return Table(
      title: Text(nl: "Beslistabellen", en: "Decision tables"),
      columns: [
        .texts("name", tables.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("inputs", tables.map(\.inputs.names)).asDetail(),
        .texts("inputs_label", tables.map(\.inputs.called), label: Text(nl: "invoer", en: "inputs"), in: context),
        .texts("outputs", tables.map(\.outputs.names)).asDetail(),
        .texts("outputs_label", tables.map(\.outputs.called), label: Text(nl: "uitkomst", en: "outputs"), in: context),
        .texts("hit_policy", tables.map(\.policy.rawValue)).asDetail(),
        .texts(
          "hit_policy_label", tables.map { .verbatim("\($0.policy.rawValue): ") + $0.policy.label },
          label: Text(nl: "treffers", en: "hits"), in: context),
        .numbers(
          "rules", tables.map { Double($0.rules.count) }, label: Text(nl: "regels", en: "rules"), format: .plain),
        .texts(
          "origin",
          tables.map {
            book.isOwn($0.name)
              ? Text(nl: "kring", en: "circle")
              : $0.isReading ? Text(nl: "onze lezing", en: "our reading") : Text(nl: "bron", en: "source")
          }, label: Text(nl: "van", en: "from"), in: context),
      ])
  }
}
