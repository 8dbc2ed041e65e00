import Decisions
import WorkbenchKit

/// `rules drop NAME [RULE]`: takes out a rule, or the circle's version of a table.
struct RulesDropCommand: Command {
  struct Arguments: Sendable {
    let name = Argument<String>.decisionTable
    let rule = Argument(
      optional: "rule", .integer(1...100_000),
      about: Text(
        nl: "het nummer van de regel; zonder gaat de tabel weg",
        en: "the number of the rule; without, the table goes"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "rules drop", aliases: ["regels weg"],
      summary: Text(
        nl: "haal een regel weg, of de hele tabel van de kring", en: "take out a rule, or the circle's whole table"),
      changesWorkspace: true,
      examples: [
        .init("rules drop instrumenten 2", Text(nl: "de tweede regel", en: "the second rule")),
        .init(
          "rules drop regiestijl 9", Text(nl: "een regel die er niet is", en: "a rule that is not there"),
          failsWith: "rules.number"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var book = try RuleBook(context)
    var table = try given.checking(\.name, book.table)
    guard let number = given.rule else {
      guard book.isOwn(table.name) else {
        throw Diagnostic(
          "rules.shipped",
          Text(
            nl: "'\(table.name)' is meegeleverd en kan niet weg", en: "'\(table.name)' is shipped and cannot go"),
          place: given.place(of: \.name))
      }
      book.drop(table.name)
      try book.store(in: context.workspace)
      let back = book.isShipped(table.name)
      let gone = Block.info(
        nl: "'\(table.name)' van de kring is weg\(back ? "; de meegeleverde geldt weer" : "")",
        en: "the circle's '\(table.name)' is gone\(back ? "; the shipped one holds again" : "")")
      return Output([gone] + book.remarks())
    }
    guard table.rules.indices.contains(number - 1) else {
      throw Diagnostic(
        "rules.number",
        Text(nl: "'\(table.name)' heeft geen regel \(number)", en: "'\(table.name)' has no rule \(number)"),
        wayOut: Text(nl: "van 1 tot en met \(table.rules.count)", en: "from 1 through \(table.rules.count)"),
        place: given.place(of: \.rule))
    }
    table.rules.remove(at: number - 1)
    book.keep(table)
    try book.store(in: context.workspace)
    return Output([.table(try table.shown(in: context))] + book.remarks())
  }
}
