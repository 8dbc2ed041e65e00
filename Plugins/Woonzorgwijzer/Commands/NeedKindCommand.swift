import WorkbenchKit

/// `wzw need kind`: which preconditions a kind of facility, or an item of supply, counts for.
struct NeedKindCommand: UntypedCommand {
  let library: Library

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
      parameters: [
        .argument(
          "kind", about: Text(nl: "soort of item, zoals apotheek", en: "kind or item, such as apotheek (pharmacy)"),
          candidates: { context in
            ((try? Facility.load(context.workspace)) ?? []).reduce(into: []) { found, facility in
              if !found.contains(where: { $0.word == facility.kind }) { found.append(Candidate(facility.kind)) }
            }
          }),
        .argument(
          "precondition", required: false, repeated: true,
          about: Text(nl: "randvoorwaarden waarvoor die telt", en: "preconditions that it counts for"),
          candidates: LibraryParameters.candidates { try library.preconditions($0) }),
        .flag(
          "withdraw", about: Text(nl: "terug naar wat het programma aanneemt", en: "back to what the program assumes")),
        Parameter(
          "by", .text, position: .flag, required: true,
          about: Text(nl: "de rol die dit zegt", en: "the role that says so"), candidates: NeedWords.roleCandidates),
      ],
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

  func run(_ call: Call, in context: Context) throws -> Output {
    let kinds = try library.facilityKinds(context)
    let kind = FacilityKind.name(of: call.text("kind") ?? "", among: kinds)
    if kind.isEmpty { throw GivenFigure.missing("kind", at: call.place(of: "kind")) }
    let role = try NeedWords.role(call.text("by") ?? "", at: call.place(of: "by"))
    let all = try library.preconditions(context)
    let named = try call.all("precondition").map {
      try Kind.precondition.one($0.value.text ?? $0.value.plain, among: all, at: $0.place).id
    }
    if call.flag("withdraw") {
      let said = try context.workspace.document(KindKey.piece)?[kind]
      if said == nil { throw GivenFigure.nothing(kind, at: call.place(of: "withdraw")) }
    } else if named.isEmpty {
      throw GivenFigure.missing("precondition", at: call.place)
    }
    try KindKey.set(kind, call.flag("withdraw") ? nil : named, by: role, in: context.workspace)
    return Output(try NeedInputs(library, context).kindsTable())
  }
}
