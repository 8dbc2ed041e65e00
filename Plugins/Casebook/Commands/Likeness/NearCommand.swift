import WorkbenchKit

/// `casus near [X] [TRAIT=VALUE…]`: which cases resemble a situation, and in what they differ.
struct NearCommand: Command {
  struct Arguments: Sendable {
    let situation = Argument(
      list: "situation",
      ArgumentKind<String>.words.map(or: Pair(key: "", value: String?.none, place: nil)) { text in
        let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return Pair(key: sides[0], value: sides.count == 2 ? sides[1] : nil, place: nil)
      }, required: false,
      about: Text(
        nl: "een casus, en kenmerken zoals payer=gemeente die ervoor in de plaats komen",
        en: "a case, and traits such as payer=gemeente in the place of its own"),
      candidates: { context in
        ((try? TraitSheet(in: context).cases) ?? []).map { Candidate($0.id, $0.label) }
          + ((try? context.traits) ?? []).map { Candidate("\($0.id)=", $0.label) }
      })
    let strict = Argument(
      toggle: "strict", about: Text(nl: "neem alleen bekende waarden aan", en: "take known values only"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus near", aliases: ["casus lijkt"],
    summary: Text(
      nl: "zoek welke casussen op een situatie lijken, en waarin zij verschillen",
      en: "find which cases resemble a situation, and in what they differ"),
    details: Text(
      nl:
        "Gelijkenis naar Gower (1971): het gewicht van de kenmerken die gelijk zijn, gedeeld door dat van de kenmerken die van beide bekend zijn. Wat onbekend "
        + "is telt niet mee. Onder 4 vergeleken kenmerken is er te weinig bekend; die grens is van ons. Gewichten: 'casus weigh'.",
      en:
        "Likeness after Gower (1971): the weight of the traits that are the same over that of the traits known of both. What is unknown does not count. Below 4 "
        + "traits compared too little is known; that limit is ours. Weights: 'casus weigh'."),
    next: [FollowUp("casus lessons", Text(nl: "wat elders moeilijk was", en: "what was hard elsewhere"))],
    soughtBy: ["lijkt", "resembles", "like"],
    examples: [
      .init("casus near goede-buur", Text(nl: "wat op een casus lijkt", en: "what resembles a case")),
      .init(
        "casus near initiator=burgers informal=ja scale=wijk payer=gemeente choice=vrij",
        Text(nl: "vijf antwoorden van de tafel", en: "five answers of the table")),
      .init(
        "casus near payer=provincie --strict", Text(nl: "een waarde die er niet is", en: "a value that is not there"),
        failsWith: "trait.value"),
      .init("casus near", Text(nl: "zonder situatie", en: "without a situation"), failsWith: "traits.none"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try TraitSheet(in: context)
    let (one, profile) = try Self.situation(given, sheet, context)
    let weights = try context.workspace.traitWeights
    let traits = sheet.traits.map(\.id)
    let others = sheet.cases.filter { $0.id != one?.id }
    let all = others.map { TraitLikeness(profile, sheet.values($0.id), traits: traits) { weights[$0] } }
    let order = TraitLikeness.order(all).filter { all[$0].compared > 0 }
    guard !order.isEmpty else { throw Self.none(given.place) }
    let likeness = order.map { all[$0] }
    let cases = order.map { others[$0] }
    let table = Self.table(cases, likeness, sheet, context)
    var blocks: [Block] = [
      .paragraph(Self.answer(one, cases, likeness, isWeighed: traits.contains { weights[$0] != 1 })),
      .table(table.atAGlance(rows: Array(0..<min(3, cases.count)))),
    ]
    let little = zip(cases, likeness).filter { $0.1.isTooLittle }
    if !little.isEmpty {
      let listed = Text.joined(
        little.map { one, likeness in one.label + .verbatim(" (\(likeness.compared))") }, by: "; ")
      blocks.append(
        .caution(
          nl: "te weinig bekend, minder dan \(TraitLikeness.enough) kenmerken vergeleken: \(listed.nl)",
          en: "too little known, fewer than \(TraitLikeness.enough) traits compared: \(listed.en)"))
    }
    let pair = ([one].compactMap { $0 } + cases).prefix(2).map(\.id)
    if pair.count == 2 {
      let line = "casus compare \(pair.joined(separator: " "))"
      blocks.append(.info(nl: "naast elkaar: '\(line)'", en: "side by side: '\(line)'"))
    }
    if traits.contains(where: { weights[$0] != 1 }) {
      blocks.append(
        .info(
          nl: "de gewichten van de rollen tellen mee: 'casus weigh' toont ze",
          en: "the roles' weights count: 'casus weigh' shows them"))
    }
    let citations = cases.flatMap { one in traits.flatMap { sheet.entry(one.id, $0)?.citations ?? [] } }
    blocks.append(try context.knowledge.sources(citations + [LikenessWords.gower], in: context))
    return Output(blocks)
  }

  static func none(_ place: Place?) -> Diagnostic {
    Diagnostic(
      "traits.none",
      Text(nl: "er is geen kenmerk dat van beide bekend is", en: "there is no trait that is known of both"),
      wayOut: Text(
        nl: "noem een casus, of kenmerken zoals payer=gemeente; een eigen casus krijgt ze met 'casus trait'",
        en: "name a case, or traits such as payer=gemeente; a case of one's own gets them by 'casus trait'"),
      suggestion: "casus traits", place: place)
  }

  /// The case that is started from, and what is known of the situation.
  private static func situation(
    _ given: Given<Arguments>, _ sheet: TraitSheet, _ context: Context
  ) throws -> (ShelvedCase?, [String: String]) {
    var one: ShelvedCase?
    var typed: [String: String] = [:]
    for (pair, place) in zip(given.situation, given.places(of: \.situation)) {
      if let value = pair.value {
        let trait = try Vocabulary<Trait>.trait.one(pair.key, among: sheet.traits, at: place)
        typed[trait.id] = try trait.checked(value, isStrict: given.strict, in: context, at: place)
        continue
      }
      guard one == nil else {
        throw Diagnostic(
          "near.two", Text(nl: "er is al een casus genoemd", en: "a case was named already"),
          wayOut: Text(nl: "'casus compare' legt er twee naast elkaar", en: "'casus compare' lays two side by side"),
          suggestion: "casus compare", place: place)
      }
      if let trait = sheet.traits.first(where: { $0.id == pair.key }) {
        let listed = Text.list(trait.values.map { "\(trait.id)=\($0.id)" }, atMost: 9)
        throw Diagnostic(
          "trait.value", Text(nl: "welke waarde heeft '\(trait.id)'?", en: "which value has '\(trait.id)'?"),
          wayOut: Text(nl: "zoals ", en: "such as ") + listed, suggestion: "\(trait.id)=", place: place)
      }
      one = try Vocabulary<ShelvedCase>.shelved.one(pair.key, in: context, at: place)
    }
    let profile = one.map { sheet.values($0.id) } ?? [:]
    let situation = profile.merging(typed) { $1 }
    guard !situation.isEmpty else { throw none(given.place(of: \.situation)) }
    return (one, situation)
  }

  private static func answer(
    _ one: ShelvedCase?, _ cases: [ShelvedCase], _ likeness: [TraitLikeness], isWeighed: Bool
  ) -> Text {
    let subject = one?.label ?? Text(nl: "Uw situatie", en: "Your situation")
    guard let first = likeness.first, let nearest = cases.first, !first.isTooLittle else {
      return Text(
        nl: "\(subject.nl): van geen enkele casus zijn genoeg kenmerken bekend om iets te zeggen",
        en: "\(subject.en): of no case enough traits are known to say anything")
    }
    guard first.value > 0 else {
      return Text(
        nl: "\(subject.nl) lijkt op geen van de casussen: geen kenmerk dat van beide bekend is, is gelijk",
        en: "\(subject.en) resembles none of the cases: no trait known of both is the same")
    }
    // Of several that are alike as much, none is the nearest.
    let tied = zip(cases, likeness).filter { !$0.1.isTooLittle && abs($0.1.value - first.value) < 1e-12 }
    if tied.count > 1 {
      let listed = Text.joined(
        tied.map { one, likeness in
          let (same, compared) = (likeness.same.count, likeness.compared)
          return one.label + Text(nl: " (\(same) van de \(compared))", en: " (\(same) of \(compared))")
        }, by: "; ")
      return Text(
        nl: "\(subject.nl) lijkt even veel op \(tied.count) casussen, naar kenmerken die gelijk zijn: \(listed.nl)",
        en: "\(subject.en) resembles \(tied.count) cases alike, by traits that are the same: \(listed.en)")
    }
    let (same, compared) = (first.same.count, first.compared)
    let weighed = isWeighed ? Text(nl: ", gewogen", en: ", weighed") : .verbatim("")
    return Text(
      nl:
        "\(subject.nl) lijkt het meest op \(nearest.label.nl): \(same) van de \(compared) kenmerken die van beide bekend zijn, zijn gelijk\(weighed.nl)",
      en:
        "\(subject.en) most resembles \(nearest.label.en): \(same) of the \(compared) traits known of both are the same\(weighed.en)"
    )
  }

  private static func table(
    _ cases: [ShelvedCase], _ likeness: [TraitLikeness], _ sheet: TraitSheet, _ context: Context
  ) -> Table {
    let labels = sheet.traits.labels
    let names = { (traits: [String]) -> String? in traits.isEmpty ? nil : traits.joined(separator: ", ") }
    let called = { (traits: [String]) -> Text? in
      traits.isEmpty ? nil : .joined(traits.map { labels[$0] ?? .verbatim($0) })
    }
    return Table(
      columns: [
        .texts("case", cases.map(\.id), label: Text(nl: "casus", en: "case")),
        .numbers(
          "likeness", likeness.map(\.value), label: Text(nl: "gelijkenis", en: "likeness"), format: .decimals(2)),
        .counts("compared", likeness.map(\.compared), label: Text(nl: "op", en: "over")),
        .texts("same", likeness.map { names($0.same) }, label: Text(nl: "gelijk", en: "same")).asDetail(),
        .texts("different", likeness.map { names($0.different) }, label: Text(nl: "anders", en: "different"))
          .asDetail(),
        .texts("same_labels", likeness.map { called($0.same) }, label: Text(nl: "gelijk", en: "same"), in: context),
        .texts(
          "different_labels", likeness.map { called($0.different) }, label: Text(nl: "anders", en: "different"),
          in: context),
        Column(
          "too_little", .booleans(likeness.map(\.isTooLittle)),
          label: Text(nl: "te weinig bekend", en: "too little known")
        )
        .asDetail(!likeness.contains(where: \.isTooLittle)),
      ])
  }
}

/// Where likeness comes from.
enum LikenessWords {
  static let gower = Citation(id: "gower-1971", place: .verbatim("857-871"))
}
