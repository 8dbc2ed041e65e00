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
      [.table(table.shown(in: context))] + [table.besides].compactMap { $0 } + book.remarks(on: table)
        + (table.source == nil ? [] : [try context.knowledge.sources([table.source], in: context)]))
  }

  private static func list(_ book: RuleBook, _ context: Context) -> Table {
    let tables = book.tables
    return Table(
      title: Text(nl: "Beslistabellen", en: "Decision tables"),
      columns: [
        .texts("name", tables.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("inputs", tables.map(\.inputs.names), label: Text(nl: "invoer", en: "inputs")),
        .texts("outputs", tables.map(\.outputs.names), label: Text(nl: "uitkomst", en: "outputs")),
        .texts("hit_policy", tables.map(\.policy.rawValue), label: Text(nl: "treffers", en: "hits")),
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
