import WorkbenchKit

/// `casus trait NAME TRAIT=VALUE… --source TEXT`: how a case of one's own is coded.
struct TraitCommand: Command {
  struct Arguments: Sendable {
    let own = Argument("name", .named(.own), about: Text(nl: "welke eigen casus", en: "which case of one's own"))
    let traits = Argument(
      list: "traits", .pair(.words), about: Text(nl: "kenmerk=waarde", en: "trait=value"),
      candidates: { context in ((try? context.traits) ?? []).map { Candidate("\($0.id)=", $0.label) } })
    let source = Argument(
      requiredFlag: "source", .words, about: Text(nl: "volgens wie of wat", en: "according to whom or what"))
    let strict = Argument(
      toggle: "strict", about: Text(nl: "neem alleen bekende waarden aan", en: "take known values only"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus trait", aliases: ["casus kenmerk"],
    summary: Text(
      nl: "geef een eigen casus kenmerken, met de bron", en: "give a case of one's own traits, with the source"),
    changesWorkspace: true,
    next: [FollowUp("casus near {name}", Text(nl: "wat erop lijkt", en: "what resembles it"))],
    examples: [
      .init(
        "casus trait wilgenhof initiator=burgers scale=wijk informal=ja --source werkbezoek",
        Text(nl: "drie kenmerken", en: "three traits")),
      .init(
        "casus trait wilgenhof weer=zon --source raam",
        Text(nl: "een kenmerk dat er niet is", en: "a trait that is not there"),
        failsWith: "trait.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var own = try given.own.item(in: context)
    let traits = try context.traits
    for pair in given.traits {
      let trait = try Vocabulary<Trait>.trait.one(pair.key, among: traits, at: pair.place)
      let value = try trait.checked(pair.value, isStrict: given.strict, in: context, at: pair.place)
      own.put(OwnTrait(trait: trait.id, value: value, source: given.source))
    }
    context.workspace.store(own)
    let sheet = try TraitSheet(in: context)
    let known = traits.filter { sheet.entry(own.id, $0.id) != nil }
    let entries = known.compactMap { sheet.entry(own.id, $0.id) }
    return Output([
      .table(
        Table(
          columns: [
            .texts("trait", known.map(\.id), label: Text(nl: "kenmerk", en: "trait")).asDetail(),
            .texts("label", known.map(\.label), label: Text(nl: "kenmerk", en: "trait"), in: context),
            .texts("value", entries.map(\.value), label: Text(nl: "waarde", en: "value")).asDetail(),
            .texts(
              "value_label", zip(known, entries).map { $0.label(of: $1.value) }, label: Text(nl: "waarde", en: "value"),
              in: context),
            .texts(
              "source", entries.map { $0.source(in: context.language) }, label: Text(nl: "volgens", en: "according to")),
          ]))
    ])
  }
}
