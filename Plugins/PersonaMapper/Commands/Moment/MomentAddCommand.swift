import WorkbenchKit

/// `moment add LABEL`: a key moment of the group's own.
struct MomentAddCommand: UntypedCommand {
  let signature = Signature(
    "moment add", aliases: ["moment voeg-toe"],
    summary: Text(nl: "voeg een sleutelmoment toe, of wijs er een toe", en: "add a key moment, or give one an owner"),
    details: Text(
      nl: "Een moment dat er al is, krijgt alleen een andere eigenaar.",
      en: "A moment that is there already gets another owner only."),
    parameters: [
      .argument("label", about: Text(nl: "het moment in een paar woorden", en: "the moment in a few words")),
      .flag("id", .text, about: Text(nl: "een korte naam om te typen", en: "a short name to type")),
      .flag(
        "owner", .text, about: Text(nl: "de partij die het moment oppakt", en: "the party that takes the moment up"),
        candidates: SetParameters.parties),
    ],
    changesWorkspace: true,
    examples: [
      .init(
        "moment add 'na een val in huis' --id val --owner zorgaanbieder",
        Text(nl: "met een korte naam en een eigenaar", en: "with a short name and an owner")),
      .init("moment add '!'", Text(nl: "geen woorden", en: "no words"), failsWith: "name.unusable"),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    var set = try Holdings.current(context, at: call.place)
    let label = call.text("label") ?? ""
    let id = try Slug.require(call.text("id") ?? label, at: call.place(of: call.has("id") ? "id" : "label"))
    let owner = try SetParameters.party(call.text("owner"), at: call.place(of: "owner"))
    if let index = set.moments.firstIndex(where: { $0.id == id }) {
      guard let owner, !call.has("id") else {
        throw Diagnostic(
          "moment.taken", Text(nl: "'\(id)' is er al", en: "'\(id)' is there already"),
          wayOut: Text(
            nl: "geef een andere naam; 'moment add \(id) --owner PARTIJ' geeft het een eigenaar",
            en: "give another name; 'moment add \(id) --owner PARTY' gives it an owner"),
          place: call.place(of: call.has("id") ? "id" : "label"))
      }
      set.moments[index].owner = owner
    } else {
      var moment = Moment(id: id, label: .verbatim(try Said.words(label, at: call.place(of: "label")) ?? id))
      moment.owner = owner
      set.moments.append(moment)
    }
    Holdings.store(set, context)
    return Output(MomentTables.list(set, context))
  }
}
