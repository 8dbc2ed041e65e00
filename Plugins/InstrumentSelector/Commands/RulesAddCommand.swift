import WorkbenchKit

/// `rules add NAME key=value…`: a rule more in a decision table.
struct RulesAddCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "rules add", aliases: ["regels erbij"],
      summary: Text(nl: "voeg een regel toe aan een beslistabel", en: "add a rule to a decision table"),
      details: Text(
        nl:
          "Per invoer een toets: een waarde, een lijst 'a, b', '< 18', '[18..65)', 'not(a)'; wat niet genoemd wordt is '-', om het even. "
          + "Een toets met een komma of spatie staat met zijn naam tussen aanhalingstekens. Een meegeleverde tabel wordt de versie van de kring.",
        en:
          "For each input a test: a value, a list 'a, b', '< 18', '[18..65)', 'not(a)'; what is not named is '-', whatever it is. A test with "
          + "a comma or blank stands in quotes with its name. A shipped table becomes the circle's version."),
      parameters: [
        RuleParameters.table(library),
        .argument(
          "cells", .pair, repeated: true,
          about: Text(nl: "INVOER=TOETS en UITKOMST=WAARDE", en: "INPUT=TEST and OUTPUT=VALUE")),
        .flag("note", .text, about: Text(nl: "een opmerking bij de regel", en: "a note with the rule")),
      ],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    var book = try RuleBook(library, context)
    var table = try book.table(call.text("name") ?? "", at: call.place(of: "name"))
    var when = table.inputs.map { _ in UnaryTests.any }
    var then: [Literal?] = table.outputs.map { _ in nil }
    var given: Set<String> = []
    for (key, value, place) in call.pairs("cells") {
      let reader = CellReader(table: table.name, place: place)
      let names = (table.inputs + table.outputs).map(\.name)
      guard
        let name = names.first(where: { $0 == key }) ?? names.first(where: { Phrase.folded($0) == Phrase.folded(key) })
      else {
        throw Diagnostic(
          "rules.column",
          Text(
            nl: "'\(table.name)' heeft geen invoer of uitkomst '\(key)'",
            en: "'\(table.name)' has no input or output '\(key)'"),
          wayOut: Text(nl: "er is: \(names.joined(separator: ", "))", en: "there is: \(names.joined(separator: ", "))"),
          suggestion: NearestWord.best(key, among: names), place: place)
      }
      guard given.insert(name).inserted else {
        throw Diagnostic(
          "rules.repeated", Text(nl: "'\(name)' is twee keer gegeven", en: "'\(name)' is given twice"),
          wayOut: Text(
            nl: "een lijst hoort tussen aanhalingstekens: '\(name)=a, b'",
            en: "a list belongs in quotes: '\(name)=a, b'"),
          place: place)
      }
      if let index = table.inputs.firstIndex(where: { $0.name == name }) {
        when[index] = try reader.cell(Self.typed(value, table.inputs[index]), table.inputs[index], rule: nil)
      } else if let index = table.outputs.firstIndex(where: { $0.name == name }) {
        then[index] = try reader.literal(Self.typed(value, table.outputs[index]), table.outputs[index], rule: nil)
      }
    }
    guard then.contains(where: { $0 != nil }) else {
      throw Diagnostic(
        "rules.noresult", Text(nl: "de regel geeft geen uitkomst", en: "the rule gives no outcome"),
        wayOut: .verbatim(table.outputs.map { "\($0.name)=…" }.joined(separator: " ")), place: call.place)
    }
    table.rules.append(DecisionTable.Rule(when: when, then: then, note: call.text("note").map(Text.verbatim)))
    try table.validate(at: call.place)
    book.keep(table)
    book.store(in: context.workspace)
    let problems = RuleFindings(table).rows.count
    var output = Output([.table(RuleParameters.shown(table, context))])
    if problems > 0 {
      output.blocks.append(
        .notice(
          Notice(
            .caution,
            Text(
              nl: "gaten en overlappingen: \(problems); 'rules check \(RuleParameters.typed(table.name))' toont ze",
              en: "gaps and overlaps: \(problems); 'rules check \(RuleParameters.typed(table.name))' shows them"))))
    }
    return output
  }

  /// `yes` and `ja` count for a boolean as `true` does.
  private static func typed(_ value: Value, _ clause: DecisionTable.Clause) -> String {
    guard clause.type == .boolean, let literal = Literal(typed: value, as: .boolean) else { return value.plain }
    return literal.feel
  }
}
