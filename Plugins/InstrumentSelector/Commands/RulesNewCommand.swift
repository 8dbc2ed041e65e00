import Decisions
import WorkbenchKit

/// `rules new NAME --input NAME:TYPE… --output NAME:TYPE…`: an empty decision table of the circle.
struct RulesNewCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "de naam van de tabel", en: "the name of the table"))
    let inputs = Argument(
      flags: "input", .words, required: true,
      about: Text(nl: "een invoer: 'leeftijd:number:[0..120]'", en: "an input: 'age:number:[0..120]'"))
    let outputs = Argument(
      flags: "output", .words, required: true,
      about: Text(nl: "een uitkomst: 'advies:text:ja, nee'", en: "an output: 'advice:text:yes, no'"))
    let policy = Argument(
      flag: "policy", ArgumentKind<String>.name.map(or: HitPolicy.unique) { try HitPolicy(typed: $0) }, default: "U",
      about: Text(nl: "de treffersregel", en: "the hit policy"),
      candidates: { _ in HitPolicy.allCases.map { Candidate($0.rawValue, $0.label) } })
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "rules new", aliases: ["regels nieuw"],
      summary: Text(nl: "begin een beslistabel", en: "begin a decision table"),
      details: Text(
        nl:
          "Een invoer of uitkomst is NAAM:SOORT of NAAM:SOORT:TOEGESTAAN; soorten zijn text, number, integer, boolean, date, time, dateTime, any en lijst (list); zonder soort mag alles. Treffersregels: "
          + "U hoogstens één regel past; A alle zeggen hetzelfde; P wat voorgaat; F de eerste; R, O en C geven een lijst; C+, C<, C> en C# "
          + "de som, de laagste, de hoogste en het aantal.",
        en:
          "An input or output is NAME:TYPE or NAME:TYPE:ALLOWED; types are text, number, integer, boolean, date, time, dateTime, any and list; without one anything may be given. Hit policies: U one rule fits "
          + "at most; A all say the same; P what goes first; F the first; R, O and C give a list; C+, C<, C> and C# the sum, the lowest, the "
          + "highest and the count."),
      changesWorkspace: true,
      examples: [
        .init(
          "rules new voorrang --input 'leeftijd:number:[0..120]' --input mantelzorg:boolean --output 'urgent:text:ja, nee'",
          Text(nl: "twee invoeren, een uitkomst", en: "two inputs, an output")),
        .init(
          "rules new voorrang --input leeftijd:jaren --output urgent:text",
          Text(nl: "een soort die er niet is", en: "a type that is not there"), failsWith: "rules.clause"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var book = try RuleBook(context)
    let name = given.name.trimmedOfPadding
    guard !name.isEmpty, !book.tables.contains(where: { $0.name.foldedForLookup == name.foldedForLookup }) else {
      throw Diagnostic(
        "rules.taken",
        Text(nl: "er is al een beslistabel '\(name)'", en: "there is a decision table '\(name)' already"),
        wayOut: Text(
          nl: "'rules add \(DecisionTable.typed(name))' voegt er een regel aan toe",
          en: "'rules add \(DecisionTable.typed(name))' adds a rule to it"),
        place: given.place(of: \.name))
    }
    let inputs = try Self.clauses(given.inputs, at: given.places(of: \.inputs), of: name)
    let outputs = try Self.clauses(given.outputs, at: given.places(of: \.outputs), of: name)
    let table = DecisionTable(name: name, policy: given.policy, inputs: inputs, outputs: outputs, rules: [])
    try table.validate()
    book.keep(table)
    try book.store(in: context.workspace)
    let first = "\(table.typedName) " + (inputs + outputs).map { "\($0.name)=…" }.joined(separator: " ")
    return Output(
      [
        .table(try table.shown(in: context)),
        .info(nl: "nog zonder regels: rules add \(first)", en: "without rules as yet: rules add \(first)"),
      ] + book.remarks())
  }

  /// Reads `NAME:TYPE:ALLOWED`.
  private static func clauses(
    _ typed: [String], at places: [Place?], of table: String
  ) throws -> [DecisionTable.Clause] {
    try zip(typed, places).map { words, place in
      let parts = words.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
      return try CellReader(table: table, place: place).clause(
        parts[0].trimmedOfPadding, type: parts.count > 1 ? parts[1].trimmedOfPadding : "any",
        allowed: parts.count > 2 ? parts[2] : nil)
    }
  }
}
