import WorkbenchKit

/// `casus weigh TRAIT=N… --by ROLE`: how much a role lets each trait count.
struct WeighCommand: Command {
  struct Arguments: Sendable {
    let weights = Argument(
      list: "weights", .pair(.value.stating(.number(0...1e6))), required: false,
      about: Text(
        nl: "KENMERK=GEWICHT, 0 of meer; intrekken neemt het terug",
        en: "TRAIT=WEIGHT, 0 or more; intrekken takes it back"),
      candidates: { context in ((try? context.traits) ?? []).map { Candidate("\($0.id)=", $0.label) } })
    let by = Argument(flag: "by", .role, about: Text(nl: "de rol die dit zegt", en: "the role that says so"))
  }

  static let arguments = Arguments()
  static var ballot: Ballot? { Ballot(asking: arguments.weights, of: arguments.by) }

  let signature = Signature(
    "casus weigh", aliases: ["casus weeg"],
    summary: Text(
      nl: "leg vast hoe zwaar een rol elk kenmerk laat tellen, of toon het",
      en: "keep how much a role lets each trait count, or show it"),
    details: Text(
      nl:
        "Per kenmerk geldt de mediaan van wie er iets van zei; waar niemand iets zei, geldt 1. Een kenmerk met gewicht 0 wordt niet vergeleken.",
      en:
        "Of each trait the median holds of who said anything of it; where nobody did, 1 holds. A trait of weight 0 is not compared."
    ),
    changesWorkspace: true,
    next: [FollowUp("casus near goede-buur", Text(nl: "wat nu het meest lijkt", en: "what resembles most now"))],
    examples: [
      .init(
        "casus weigh payer=3 scale=0 --by gemeente", Text(nl: "wie betaalt telt zwaar", en: "who pays counts heavily")),
      .init(
        "casus weigh payer=-1 --by gemeente", Text(nl: "een gewicht onder nul", en: "a weight below nought"),
        failsWith: "weights.negative"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var weights = try context.workspace.traitWeights
    let traits = try context.traits
    if given.has(\.weights) {
      guard let by = given.by else {
        throw Diagnostic(
          "argument.missing", Text(nl: "wie zegt dit?", en: "who says so?"),
          wayOut: Text(nl: "noem de rol met --by", en: "name the role with --by"), suggestion: "--by",
          place: given.place(of: \.weights))
      }
      for pair in given.weights {
        let trait = try Vocabulary<Trait>.trait.one(pair.key, among: traits, at: pair.place)
        weights.put(try Self.weight(pair), of: trait.id, by: by)
      }
      guard traits.contains(where: { weights[$0.id] > 0 }) else {
        throw Diagnostic(
          "weights.zero", Text(nl: "zo telt geen enkel kenmerk", en: "so no trait counts at all"),
          wayOut: Text(nl: "geef minstens één kenmerk meer dan 0", en: "give one trait at least more than 0"),
          place: given.place(of: \.weights))
      }
      context.workspace.store(weights)
    }
    let roles = context.workspace.setting("kring.show-roles")?.plain == "off" ? [] : weights.roles.sorted()
    let table = Table(
      columns: [
        .texts("trait", traits.map(\.id), label: Text(nl: "kenmerk", en: "trait")).asDetail(),
        .texts("label", traits.map(\.typed), label: Text(nl: "kenmerk", en: "trait"), in: context),
        .numbers("weight", traits.map { weights[$0.id] }, label: Text(nl: "gewicht", en: "weight"), format: .automatic),
        .counts("roles", traits.map { weights.given[$0.id]?.count ?? 0 }, label: Text(nl: "rollen", en: "roles")),
      ]
        + roles.map { role in
          .numbers("by_\(role)", traits.map { weights.given[$0.id]?[role] ?? .nan }, label: .verbatim(role))
        })
    return Output(table)
  }

  /// - Throws: `weights.negative`, `weights.value`.
  private static func weight(_ pair: Pair<Value>) throws -> Double? {
    if RoleWords.areWithdrawal(pair.value.plain) { return nil }
    guard let number = pair.value.number, number <= 1e6 else {
      throw Diagnostic(
        "weights.value",
        Text(
          nl: "'\(pair.value.plain)' is geen gewicht van '\(pair.key)'",
          en: "'\(pair.value.plain)' is no weight of '\(pair.key)'"),
        wayOut: Text(
          nl: "geef een getal van 0 tot 1.000.000, of intrekken", en: "give a number from 0 to 1,000,000, or intrekken"),
        place: pair.place)
    }
    guard number >= 0 else {
      throw Diagnostic(
        "weights.negative",
        Text(nl: "het gewicht van '\(pair.key)' is negatief", en: "the weight of '\(pair.key)' is negative"),
        wayOut: Text(nl: "geef 0 of meer", en: "give 0 or more"), place: pair.place)
    }
    return number
  }
}
