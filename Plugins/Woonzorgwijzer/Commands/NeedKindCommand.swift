import WorkbenchKit

/// `wzw need kind`: which preconditions a kind of facility, or an item of supply, counts for.
struct NeedKindCommand: Command {
  struct Arguments: Sendable {
    let kind = Argument(
      "kind", .words, about: Text(nl: "soort of item, zoals apotheek", en: "kind or item, such as apotheek (pharmacy)"),
      candidates: { context in
        ((try? Facility.load(context.workspace)) ?? []).reduce(into: []) { found, facility in
          if !found.contains(where: { $0.word == facility.kind }) { found.append(Candidate(facility.kind)) }
        }
      })
    let preconditions = Argument(
      list: "precondition", .named(.precondition), required: false,
      about: Text(nl: "randvoorwaarden waarvoor die telt", en: "preconditions that it counts for"))
    let withdraw = CircleArguments.withdraw(
      Text(nl: "terug naar wat het programma aanneemt", en: "back to what the program assumes"))
    let by = CircleArguments.role(Text(nl: "de rol die dit zegt", en: "the role that says so"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need kind",
      aliases: ["wzw noodzaak soort"],
      summary: Text(
        nl: "zeg voor welke randvoorwaarden een soort voorziening of een item van het aanbod telt",
        en: "say which preconditions a kind of facility, or an item of supply, counts for"),
      details: Text(
        nl:
          "Het programma neemt zelf aan dat supermarkt en buurtwinkel voor de winkels tellen en buurthuis voor de ontmoeting.",
        en:
          "By itself the program assumes that supermarkt and buurtwinkel count for the shops and buurthuis for meeting."
      ),
      changesWorkspace: true,
      examples: [
        .init(
          "wzw need kind toko winkels-100,winkels-1000 --by bewoners",
          Text(nl: "een soort die nog nergens voor telde", en: "a kind that counted for nothing yet")),
        .init(
          "wzw need kind toko winkels --by bewoners",
          Text(nl: "een randvoorwaarde die zo niet heet", en: "a precondition that is not called so"),
          failsWith: "precondition.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let kind = FacilityKind.name(of: given.kind, among: try context.facilityKinds)
    if kind.isEmpty { throw GivenFigureProblem.missing("kind").at(given.place(of: \.kind)) }
    let named = try given.preconditions.map { try $0.item(in: context).id }
    var choices = try KindChoices(context.workspace)
    if given.withdraw {
      if choices.said[kind] == nil { throw GivenFigureProblem.nothing(kind, at: given.place(of: \.withdraw)) }
    } else if named.isEmpty {
      throw GivenFigureProblem.missing("precondition")
    }
    choices.set(kind, given.withdraw ? nil : .init(by: given.by, named))
    try choices.store(in: context.workspace)
    return Output(try NeedInputs(context).kindsTable())
  }
}
