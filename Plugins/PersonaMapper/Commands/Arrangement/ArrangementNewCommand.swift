import WorkbenchKit

/// `arrangement new AREA`: begins an arrangement with what weighs in the area.
struct ArrangementNewCommand: UntypedCommand {
  let catalogue: Catalogue

  let signature = Signature(
    "arrangement new", aliases: ["arrangement nieuw"],
    summary: Text(
      nl: "begin een arrangement voor een gebied, of geef andere gewichten",
      en: "begin an arrangement for an area, or give other weights"),
    details: Text(
      nl:
        "Gewichten geeft de kring zelf, of zij stemt ('arrangement vote'). Persona's zijn naar behoefte gemaakt en niet naar leeftijd of "
        + "inkomen: uit cijfers van de Woonzorgwijzer komt alleen een gewicht als de kring zelf zegt welke indicator voor welke persona "
        + "staat (--rule persona=Indicator, uit de tabel --from).",
      en:
        "The circle gives the weights itself, or votes ('arrangement vote'). Personas are made by need and not by age or income: out of "
        + "figures of the Woonzorgwijzer comes a weight only if the circle itself says which indicator stands for which persona "
        + "(--rule persona=Indicator, from the table --from)."),
    parameters: [
      .argument("area", about: Text(nl: "het gebied: een code of naam", en: "the area: a code or a name")),
      .flag(
        "personas", .text, about: Text(nl: "de set; anders die in gebruik is", en: "the set; else the one in use"),
        candidates: { context in Holdings.ids(context).map { Candidate($0) } }),
      .flag(
        "weights", .pair, repeated: true,
        about: Text(nl: "persona=gewicht, samen 1 of in verhouding", en: "persona=weight, together 1 or in proportion"),
        candidates: { context in
          SetParameters.personas(context).map { Candidate("\($0.word)=", $0.about) }
        }),
      .flag(
        "rule", .pair, repeated: true,
        about: Text(
          nl: "persona=indicator: de indicator die de kring voor de persona laat staan",
          en: "persona=indicator: the indicator that the circle lets stand for the persona")),
      .flag(
        "from", .table,
        about: Text(nl: "de tabel met area, indicator en estimate", en: "the table with area, indicator and estimate"),
        candidates: { context in context.workspace.names(.tables).map { Candidate($0) } }),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "arrangement new Wilgendal-Noord --weights mondige-regelaars=.3 --weights proactieve-zoekers=.7",
        Text(nl: "met gewichten van de kring", en: "with weights of the circle")),
      .init(
        "arrangement new Noord --weights regelaars=1",
        Text(nl: "een persona die er niet is", en: "a persona that is not there"), failsWith: "persona.unknown"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let set = try Self.set(call, context)
    let area = call.text("area") ?? ""
    let id = try Slug.require(area, at: call.place(of: "area"))
    var arrangement = try Holdings.arrangement(id, context) ?? Arrangement(id: id, area: area, set: set.id)
    guard arrangement.set == set.id else {
      throw Diagnostic(
        "arrangement.set",
        Text(
          nl: "'\(id)' hoort bij de set '\(arrangement.set)'", en: "'\(id)' belongs to the set '\(arrangement.set)'"),
        wayOut: Text(nl: "geef --personas \(arrangement.set)", en: "give --personas \(arrangement.set)"),
        place: call.place)
    }
    if call.has("weights") {
      arrangement.weights = try Self.weights(call, set)
      (arrangement.basis, arrangement.rule) = (.given, nil)
    } else if call.has("rule") {
      let ruled = try AreaRule(call, area, set, context)
      (arrangement.weights, arrangement.basis, arrangement.rule) = (ruled.weights, .ruled, ruled.words)
    }
    Holdings.store(arrangement, context)
    let sheet = ArrangementSheet(
      arrangement: arrangement, set: set, measures: try catalogue.measures(context),
      pillars: try catalogue.pillars(context))
    return Output(try sheet.blocks(catalogue, context))
  }

  static func set(_ call: Call, _ context: Context) throws -> PersonaSet {
    guard call.has("personas") else { return try Holdings.current(context, at: call.place) }
    let sets = try Holdings.ids(context).compactMap { try Holdings.set($0, context) }
    return sets[try call.one("personas", .set, in: sets)]
  }

  private static func weights(_ call: Call, _ set: PersonaSet) throws -> [String: Double] {
    var weights: [String: Double] = [:]
    for (key, value, place) in call.pairs("weights") {
      let persona = set.personas[try Kind.persona.place(of: key, in: set.personas, at: place)]
      guard let weight = value.number ?? NumberText.parse(value.plain), weight >= 0, weight <= 1e9 else {
        throw Diagnostic(
          "weight.value", Text(nl: "'\(value.plain)' is geen gewicht", en: "'\(value.plain)' is no weight"),
          wayOut: Text(nl: "geef 0 of meer, zoals \(persona.id)=0.3", en: "give 0 or more, such as \(persona.id)=0.3"),
          place: place)
      }
      weights[persona.id] = weight
    }
    return try shares(weights, at: call.place(of: "weights"))
  }

  /// - Throws: `weight.none`.
  static func shares(_ weights: [String: Double], at place: Place?) throws -> [String: Double] {
    let total = weights.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
    guard total > 0 else {
      throw Diagnostic(
        "weight.none", Text(nl: "alle gewichten samen zijn 0", en: "all weights together are 0"), place: place)
    }
    return weights.mapValues { $0 / total }
  }
}

/// Weights out of figures of an area, by a rule that the group names.
struct AreaRule {
  let weights: [String: Double]
  let words: String

  /// - Throws: `rule.table`, `rule.area`, `rule.indicator`, `column.unknown`, `persona.unknown`, `weight.none`.
  init(_ call: Call, _ area: String, _ set: PersonaSet, _ context: Context) throws {
    let name = call.text("from") ?? "wzw.estimates"
    let place = call.place(of: "from")
    let table =
      try name.hasPrefix("$") ? context.result(String(name.dropFirst()))?.table : context.workspace.table(name)
    guard let table else {
      throw Diagnostic(
        "rule.table",
        Text(nl: "er is geen tabel '\(name)' in de werkruimte", en: "there is no table '\(name)' in the workspace"),
        wayOut: Text(
          nl: "onthoud een schatting met: let t = wzw estimate GEBIED --indicator …, en geef --from $t",
          en: "remember an estimate with: let t = wzw estimate AREA --indicator …, and give --from $t"), place: place)
    }
    let codes = try table.require("area", at: place)
    let names = table.column("name")
    let indicators = try table.require("indicator", at: place)
    let estimates = try table.require("estimate", at: place)
    let rows = (0..<table.rowCount).filter { row in
      Slug.of(codes[row].plain) == Slug.of(area) || names.map { Slug.of($0[row].plain) == Slug.of(area) } == true
    }
    guard !rows.isEmpty else {
      throw Diagnostic(
        "rule.area", Text(nl: "'\(name)' heeft geen gebied '\(area)'", en: "'\(name)' has no area '\(area)'"),
        suggestion: NearestWord.best(area, among: (0..<table.rowCount).map { codes[$0].plain }),
        place: call.place(of: "area"))
    }
    var counts: [String: Double] = [:]
    var parts: [String] = []
    for (key, value, place) in call.pairs("rule") {
      let persona = set.personas[try Kind.persona.place(of: key, in: set.personas, at: place)]
      let wanted = value.plain
      let found = rows.first { indicators[$0].plain.lowercased() == wanted.lowercased() && estimates[$0].number != nil }
      guard let found, let estimate = estimates[found].number else {
        throw Diagnostic(
          "rule.indicator",
          Text(
            nl: "'\(name)' geeft voor '\(area)' geen getal bij '\(wanted)'",
            en: "'\(name)' gives no number of '\(wanted)' for '\(area)'"),
          suggestion: NearestWord.best(wanted, among: rows.map { indicators[$0].plain }), place: place)
      }
      counts[persona.id] = estimate
      parts.append("\(persona.id) = \(wanted)")
    }
    weights = try ArrangementNewCommand.shares(counts, at: call.place(of: "rule"))
    words = parts.joined(separator: ", ")
    context.workspace.note(
      assumption: Text(
        nl: "de kring laat een indicator voor een persona staan: \(words)",
        en: "the circle lets an indicator stand for a persona: \(words)"))
  }
}
