import WorkbenchKit

/// `arena party add NAME`: who pays or saves.
struct PartyAddCommand: Command {
  struct Arguments: Sendable {
    let party = Argument(
      list: "party", .words, about: Text(nl: "partijen, geen personen", en: "parties, no persons"),
      candidates: { context in
        let roles = (try? context.workspace.table("kring.roles"))?.column("role")?.texts ?? []
        return roles.isEmpty ? RoleName.usual : roles.compactMap { $0.map { Candidate($0) } }
      })
    let law = Argument(
      flag: "law", .named(.law), about: Text(nl: "uit welke wet zij betaalt", en: "out of which law it pays"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena party add", aliases: ["arena partij bij"],
    summary: Text(nl: "zet een partij op het blad", en: "put a party on the sheet"),
    details: Text(
      nl: "De wet geldt voor alles waar geen andere bij staat. Nog eens toevoegen verandert de wet.",
      en: "The law holds for everything that names no other. Adding it once more changes the law."),
    changesWorkspace: true,
    examples: [
      .init(
        "arena party add zorgverzekeraar --law zvw", Text(nl: "een partij met haar wet", en: "a party with its law")),
      .init(
        "arena party add gemeente --law abc", Text(nl: "een wet die er niet is", en: "a law that is not there"),
        failsWith: "law.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.sheet()
    let law = try given.law?.item(in: context).id
    for (words, place) in zip(given.party, given.places(of: \.party)) {
      let id = try Slug.demand(words, at: place)
      if let index = sheet.parties.firstIndex(where: { $0.id == id }) {
        if let law { sheet.parties[index].law = law }
      } else {
        if let near = NearestWord.best(id, among: sheet.parties.map(\.id)) {
          context.workspace.note(
            .caution(
              nl: "'\(id)' is een nieuwe partij naast '\(near)'; was die bedoeld, dan helpt 'undo'",
              en: "'\(id)' is a new party beside '\(near)'; if that one was meant, 'undo' helps"))
        }
        sheet.parties.append(SheetParty(id, law: law))
      }
    }
    context.workspace.store(sheet)
    let laws = try context.laws.labels
    return Output(
      Table(
        title: Text(nl: "Partijen", en: "Parties"),
        columns: [
          .texts("party", sheet.parties.map(\.id), label: Text(nl: "partij", en: "party")),
          .texts("law", sheet.parties.map(\.law)).asDetail(),
          .texts(
            "law_label", sheet.parties.map { $0.law.map { laws[$0] ?? .verbatim($0) } },
            label: Text(nl: "wet", en: "law"), in: context),
        ]))
  }
}
