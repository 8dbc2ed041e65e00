import WorkbenchKit

/// `moment add LABEL`: a key moment of the group's own.
struct MomentAddCommand: Command {
  struct Arguments: Sendable {
    let label = Argument(
      "label", .words, about: Text(nl: "het moment in een paar woorden", en: "the moment in a few words"))
    let id = Argument(flag: "id", .words, about: Text(nl: "een korte naam om te typen", en: "a short name to type"))
    let owner = Argument(
      flag: "owner", .party,
      about: Text(nl: "de partij die het moment oppakt", en: "the party that takes the moment up"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "moment add",
    aliases: ["moment voeg-toe"],
    summary: Text(nl: "voeg een sleutelmoment toe, of wijs er een toe", en: "add a key moment, or give one an owner"),
    details: Text(
      nl: "Een moment dat er al is, krijgt alleen een andere eigenaar.",
      en: "A moment that is there already gets another owner only."),
    changesWorkspace: true,
    examples: [
      .init(
        "moment add 'na een val in huis' --id val --owner zorgaanbieder",
        Text(nl: "met een korte naam en een eigenaar", en: "with a short name and an owner")),
      .init("moment add '!'", Text(nl: "geen woorden", en: "no words"), failsWith: "name.unusable"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var set = try context.workspace.currentSet()
    let place = given.has(\.id) ? given.place(of: \.id) : given.place(of: \.label)
    let id = try Slug.demand(given.id ?? given.label, at: place)
    if let index = set.moments.firstIndex(where: { $0.id == id }) {
      guard let owner = given.owner, !given.has(\.id) else {
        throw Diagnostic(
          "moment.taken", Text(nl: "'\(id)' is er al", en: "'\(id)' is there already"),
          wayOut: Text(
            nl: "geef een andere naam; 'moment add \(id) --owner PARTIJ' geeft het een eigenaar",
            en: "give another name; 'moment add \(id) --owner PARTY' gives it an owner"),
          place: place)
      }
      set.moments[index].owner = owner
    } else {
      try Vocabulary.moment.demandFree(id, among: set.$moments, at: place)
      var moment = Moment(id: id, label: .typed(given.label) ?? .verbatim(id))
      moment.owner = given.owner
      set.moments.append(moment)
    }
    context.workspace.store(set)
    return Output(MomentTables.list(set, context))
  }
}
