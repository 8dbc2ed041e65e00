import WorkbenchKit

/// `arena link FROM TO`: the one brings about the other.
struct LinkCommand: Command {
  struct Arguments: Sendable {
    let from = Argument("from", .named(.node), about: Text(nl: "wat het teweegbrengt", en: "what brings it about"))
    let to = Argument("to", .named(.node), about: Text(nl: "wat er teweeg wordt gebracht", en: "what is brought about"))
    let evidence = Argument(
      flag: "evidence", .choice(Grounds.self), about: Text(nl: "hoe bekend dat is", en: "how far that is known"))
    let source = Argument(flag: "source", .words, about: Text(nl: "volgens wie", en: "according to whom"))
    let because = Argument(
      flag: "because", .words,
      about: Text(
        nl: "waarom het hier geldt, ook als de bronnen het betwisten",
        en: "why it holds here, though the sources contest it"))
    let remove = Argument(toggle: "remove", about: Text(nl: "haal de verbinding weg", en: "take the link out"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena link", aliases: ["arena verbind"],
    summary: Text(
      nl: "leg vast dat het een het ander teweegbrengt", en: "put down that the one brings about the other"),
    details: Text(
      nl:
        "Een keten loopt nooit terug naar waar zij begon. Spreken de bronnen een verbinding van dit soort tegen, dan staat dat erbij, tot de kring met "
        + "--because schrijft waarom het hier geldt.",
      en:
        "A chain never comes back to where it began. Where the sources contradict a link of this kind, that is told, until the circle writes with "
        + "--because why it holds here."),
    changesWorkspace: true,
    next: [FollowUp("arena sure", Text(nl: "hoe zeker elke rol daarvan is", en: "how sure each role is of it"))],
    examples: [
      .init("arena link buurthuis rust --evidence aannemelijk", Text(nl: "een verbinding", en: "a link")),
      .init("arena link rust buurthuis", Text(nl: "een kring", en: "a cycle"), failsWith: "link.cycle"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.sheet()
    let (from, to) = (try given.from.item(among: sheet.nodes), try given.to.item(among: sheet.nodes))
    if given.remove {
      sheet.links.removeAll { $0.from == from.id && $0.to == to.id }
    } else {
      guard !sheet.leads(to.id, to: from.id) else {
        throw Diagnostic(
          "link.cycle",
          from.id == to.id
            ? Text(nl: "'\(from.id)' kan zichzelf niet teweegbrengen", en: "'\(from.id)' cannot bring about itself")
            : Text(
              nl: "van '\(to.id)' loopt al een weg naar '\(from.id)': zo ontstaat een kring",
              en: "a way leads from '\(to.id)' to '\(from.id)' already: this makes a cycle"),
          wayOut: Text(
            nl: "draai de verbinding om, of voeg een apart effect toe voor wat later komt",
            en: "turn the link round, or add an effect of its own for what comes later"), place: given.place(of: \.to))
      }
      var link = sheet.link(from.id, to.id) ?? SheetLink(from: from.id, to: to.id)
      if let evidence = given.evidence { link.evidence = evidence }
      if let source = given.source { link.source = source }
      if let because = given.because { link.because = because }
      if let index = sheet.links.firstIndex(where: { $0.from == from.id && $0.to == to.id }) {
        sheet.links[index] = link
      } else {
        sheet.links.append(link)
      }
    }
    context.workspace.store(sheet)
    return Output([.table(LinkTable.of(sheet, context))] + (try Claims.remarks(sheet, context)))
  }
}
