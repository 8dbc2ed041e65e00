import Decisions
import WorkbenchKit

/// `rules add NAME key=value…`: a rule more in a decision table.
struct RulesAddCommand: Command {
  struct Arguments: Sendable {
    let name = Argument<String>.decisionTable
    let cells = Argument(
      list: "cells", .pair(.value),
      about: Text(nl: "INVOER=TOETS en UITKOMST=WAARDE", en: "INPUT=TEST and OUTPUT=VALUE"))
    let note = Argument(
      flag: "note", .words, about: Text(nl: "een opmerking bij de regel", en: "a note with the rule"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "rules add", aliases: ["regels erbij"],
      summary: Text(nl: "voeg een regel toe aan een beslistabel", en: "add a rule to a decision table"),
      details: Text(
        nl:
          "Per invoer een toets: een waarde, een lijst 'a, b', '< 18', '[18..65)', 'not(a)'; wat niet genoemd wordt is '-', om het even. "
          + "Een toets mag met een andere invoer vergelijken ('< grens'), een uitkomst mag gerekend worden ('(uren * tarief)'). Een toets met een komma of spatie staat met zijn naam tussen aanhalingstekens. Een meegeleverde tabel wordt de versie van de kring.",
        en:
          "For each input a test: a value, a list 'a, b', '< 18', '[18..65)', 'not(a)'; what is not named is '-', whatever it is. A test may "
          + "compare with another input ('< limit'), an outcome may be worked out ('(hours * rate)'). A test with a comma or blank stands in quotes with its name. A shipped table becomes the circle's version."
      ),
      changesWorkspace: true,
      examples: [
        .init(
          "rules add instrumenten style=visionair instrument=prestatieafspraken fit=.5 --note 'onze ervaring'",
          Text(nl: "de kring vult aan", en: "the circle adds")),
        .init(
          "rules add regiestijl script=yes styl=visionair",
          Text(nl: "een kolom die er niet is", en: "a column that is not there"), failsWith: "rules.column"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var book = try RuleBook(context)
    var table = try given.checking(\.name, book.table)
    table.rules.append(try Self.rule(given.cells, note: given.note, of: table))
    try table.validate()
    book.keep(table)
    try book.store(in: context.workspace)
    var blocks: [Block] = [.table(try table.shown(in: context))]
    let findings = try RuleFindings(table, poll: context.checkInterrupt)
    if !findings.rows.isEmpty {
      let problems = findings.rows.count
      let maybe = findings.doubtful
      let part = maybe == 0 ? Text.verbatim("") : Text(nl: ", misschien: \(maybe)", en: ", perhaps: \(maybe)")
      let more = findings.isCut ? Text(nl: " of meer", en: " or more") : .verbatim("")
      blocks.append(
        .caution(
          nl: "gaten en overlappingen: \(problems)\(more.nl)\(part.nl); 'rules check \(table.typedName)' toont ze",
          en: "gaps and overlaps: \(problems)\(more.en)\(part.en); 'rules check \(table.typedName)' shows them"))
    }
    return Output(blocks + book.remarks())
  }

  private static func rule(
    _ cells: [Pair<Value>], note: String?, of table: DecisionTable
  ) throws -> DecisionTable.Rule {
    var when = table.inputs.map { _ in UnaryTests.any }
    var results: [DecisionTable.Result?] = table.outputs.map { _ in nil }
    var seen: Set<Int> = []
    let clauses = table.inputs + table.outputs
    for cell in cells {
      var reader = CellReader(table: table.name, place: cell.place)
      reader.names = table.cellNames
      guard let index = clauses.index(called: cell.key) else {
        throw Diagnostic(
          "rules.column",
          Text(
            nl: "'\(table.name)' heeft geen invoer of uitkomst '\(cell.key)'",
            en: "'\(table.name)' has no input or output '\(cell.key)'"),
          wayOut: Text(nl: "er is: \(clauses.names)", en: "there is: \(clauses.names)"),
          suggestion: NearestWord.best(cell.key, among: clauses.map(\.name)), place: cell.place)
      }
      let clause = clauses[index]
      guard seen.insert(index).inserted else {
        throw Diagnostic(
          "rules.repeated", Text(nl: "'\(clause.name)' is twee keer gegeven", en: "'\(clause.name)' is given twice"),
          wayOut: Text(
            nl: "een lijst hoort tussen aanhalingstekens: '\(clause.name)=a, b'",
            en: "a list belongs in quotes: '\(clause.name)=a, b'"),
          place: cell.place)
      }
      let text = typed(cell.value, clause)
      if table.inputs.indices.contains(index) {
        when[index] = try reader.cell(text, clause, rule: nil)
      } else {
        results[index - table.inputs.count] = try reader.outcome(text, clause, rule: nil)
      }
    }
    guard results.contains(where: { $0 != nil }) else {
      throw Diagnostic(
        "rules.noresult", Text(nl: "de regel geeft geen uitkomst", en: "the rule gives no outcome"),
        wayOut: .verbatim(table.outputs.map { "\($0.name)=…" }.joined(separator: " ")))
    }
    return DecisionTable.Rule(when: when, results: results, note: note.map(Text.verbatim))
  }

  /// `yes` and `ja` count for a boolean as `true` does.
  private static func typed(_ value: Value, _ clause: DecisionTable.Clause) -> String {
    guard clause.type == .boolean, let literal = Literal(typed: value, as: .boolean) else { return value.plain }
    return literal.feel
  }
}
