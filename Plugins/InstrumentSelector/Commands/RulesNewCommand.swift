import WorkbenchKit

/// `rules new NAME --input NAME:TYPE… --output NAME:TYPE…`: an empty decision table of the circle.
struct RulesNewCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "rules new", aliases: ["regels nieuw"],
      summary: Text(nl: "begin een beslistabel", en: "begin a decision table"),
      details: Text(
        nl:
          "Een invoer of uitkomst is NAAM:SOORT of NAAM:SOORT:TOEGESTAAN; soorten zijn text, number, integer en boolean. Treffersregels: "
          + "U hoogstens één regel past; A alle zeggen hetzelfde; P wat voorgaat; F de eerste; R, O en C geven een lijst; C+, C<, C> en C# "
          + "de som, de laagste, de hoogste en het aantal.",
        en:
          "An input or output is NAME:TYPE or NAME:TYPE:ALLOWED; types are text, number, integer and boolean. Hit policies: U one rule fits "
          + "at most; A all say the same; P what goes first; F the first; R, O and C give a list; C+, C<, C> and C# the sum, the lowest, the "
          + "highest and the count."),
      parameters: [
        .argument("name", about: Text(nl: "de naam van de tabel", en: "the name of the table")),
        Parameter(
          "input", .text, position: .flag, required: true, repeated: true,
          about: Text(nl: "een invoer: 'leeftijd:number:[0..120]'", en: "an input: 'age:number:[0..120]'")),
        Parameter(
          "output", .text, position: .flag, required: true, repeated: true,
          about: Text(nl: "een uitkomst: 'advies:text:ja, nee'", en: "an output: 'advice:text:yes, no'")),
        .flag(
          "policy", .text, about: Text(nl: "de treffersregel", en: "the hit policy"), fallback: "U",
          candidates: { _ in HitPolicy.allCases.map { Candidate($0.rawValue, $0.label) } }),
      ],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    var book = try RuleBook(library, context)
    let name = (call.text("name") ?? "").trimmingBlanks
    guard !name.isEmpty, !book.tables.contains(where: { Phrase.folded($0.name) == Phrase.folded(name) }) else {
      throw Diagnostic(
        "rules.taken",
        Text(nl: "er is al een beslistabel '\(name)'", en: "there is a decision table '\(name)' already"),
        wayOut: Text(
          nl: "'rules add \(RuleParameters.typed(name))' voegt er een regel aan toe",
          en: "'rules add \(RuleParameters.typed(name))' adds a rule to it"), place: call.place(of: "name"))
    }
    func clauses(_ flag: String) throws -> [DecisionTable.Clause] {
      try call.all(flag).map { argument in
        let parts = argument.value.plain.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(
          String.init)
        return try CellReader(table: name, place: argument.place).clause(
          parts[0].trimmingBlanks, type: parts.count > 1 ? parts[1].trimmingBlanks : "text",
          allowed: parts.count > 2 ? parts[2] : nil)
      }
    }
    let policy = try CellReader(table: name, place: call.place(of: "policy")).policy(call.text("policy") ?? "U")
    let table = DecisionTable(
      name: name, policy: policy, inputs: try clauses("input"), outputs: try clauses("output"), rules: [])
    try table.validate(at: call.place)
    book.keep(table)
    book.store(in: context.workspace)
    let first = (table.inputs + table.outputs).map { "\($0.name)=…" }.joined(separator: " ")
    return Output([
      .table(RuleParameters.shown(table, context)),
      .notice(
        Notice(
          .info,
          Text(
            nl: "nog zonder regels: rules add \(RuleParameters.typed(name)) \(first)",
            en: "without rules as yet: rules add \(RuleParameters.typed(name)) \(first)"))),
    ])
  }
}
