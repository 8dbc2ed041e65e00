import WorkbenchKit

/// `casus compare X Y [Z…]`: traits side by side, the differences marked.
struct CompareCommand: Command {
  struct Arguments: Sendable {
    let examples = Argument(
      list: "cases", .named(.shelved), about: Text(nl: "twee of meer casussen", en: "two or more cases"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "casus compare", aliases: ["casus vergelijk"],
    summary: Text(nl: "leg de kenmerken van casussen naast elkaar", en: "lay the traits of cases side by side"),
    details: Text(
      nl: "'verschilt' is leeg waar van minder dan twee iets bekend is.",
      en: "'differs' is empty where something is known of fewer than two."),
    next: [FollowUp("casus lessons", Text(nl: "wat er misging", en: "what went wrong"))],
    examples: [
      .init("casus compare goede-buur samen-en-anders", Text(nl: "twee naast elkaar", en: "two side by side")),
      .init("casus compare goede-buur", Text(nl: "één alleen", en: "one alone"), failsWith: "compare.one"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var cases: [ShelvedCase] = []
    for name in given.examples {
      let one = try name.item(in: context)
      if !cases.contains(where: { $0.id == one.id }) { cases.append(one) }
    }
    guard cases.count > 1 else {
      throw Diagnostic(
        "compare.one", Text(nl: "er is maar één casus genoemd", en: "one case only was named"),
        wayOut: Text(nl: "noem er twee of meer", en: "name two or more"), place: given.place(of: \.examples))
    }
    let sheet = try TraitSheet(in: context)
    for (one, place) in zip(given.examples, given.places(of: \.examples)) {
      let id = try one.item(in: context).id
      guard !sheet.values(id).isEmpty else {
        throw Diagnostic(
          "traits.none", Text(nl: "van '\(id)' is geen kenmerk bekend", en: "no trait of '\(id)' is known"),
          wayOut: Text(
            nl: "kenmerken hebben de casussen, en een eigen casus na 'casus trait'",
            en: "cases have traits, and a case of one's own after 'casus trait'"), place: place)
      }
    }
    let differs = sheet.traits.map { trait -> Bool? in
      let known = cases.compactMap { sheet.entry($0.id, trait.id)?.value }
      return known.count < 2 ? nil : Set(known).count > 1
    }
    func value(_ one: ShelvedCase, _ trait: Trait) -> Text? {
      sheet.entry(one.id, trait.id).map { entry in trait.label(of: entry.value) + .inBrackets(entry.note) }
    }
    let table = Table(
      columns: [
        .texts("trait", sheet.traits.map(\.id), label: Text(nl: "kenmerk", en: "trait")).asDetail(),
        .texts("label", sheet.traits.map(\.label), label: Text(nl: "kenmerk", en: "trait"), in: context),
      ]
        + cases.map { one in
          .texts(one.id, sheet.traits.map { value(one, $0) }, label: one.label, in: context)
        } + [Column("differs", .booleans(differs), label: Text(nl: "verschilt", en: "differs"))])
    let compared = differs.compactMap { $0 }
    let (apart, all) = (compared.count { $0 }, compared.count)
    let kinds = Text.counted(all, Text(nl: "kenmerk", en: "trait"), Text(nl: "kenmerken", en: "traits"))
    return Output([
      .paragraph(
        all == 0
          ? Text(nl: "Geen kenmerk is van twee van hen bekend", en: "No trait is known of two of them")
          : Text(
            nl: "Zij verschillen in \(apart) van de \(kinds.nl) die van minstens twee bekend zijn",
            en: "They differ in \(apart) of the \(kinds.en) that are known of two at least")),
      .table(table.atAGlance()),
      try context.knowledge.sources(
        cases.flatMap { one in sheet.traits.flatMap { sheet.entry(one.id, $0.id)?.citations ?? [] } }, in: context),
    ])
  }
}
