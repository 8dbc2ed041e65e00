import WorkbenchKit

/// `arena add activity|output|effect ID TEXT`: a block of the chain.
struct NodeAddCommand: Command {
  struct Arguments: Sendable {
    let kind = Argument(
      "kind", .choice(SheetNode.Kind.self),
      about: Text(nl: "activiteit, resultaat of effect", en: "activity, output or effect"))
    let id = Argument(
      "id", .words, about: Text(nl: "een korte naam, om mee te typen", en: "a short name, to type with"))
    let text = Argument(optional: "text", .words, about: Text(nl: "wat het is", en: "what it is"))
    let unit = Argument(flag: "unit", .words, about: Text(nl: "waarin het telt", en: "what it counts in"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena add", aliases: ["arena bij"],
    summary: Text(
      nl: "zet een activiteit, resultaat of effect op het blad", en: "put an activity, output or effect on the sheet"),
    details: Text(nl: "Nog eens toevoegen verandert de tekst.", en: "Adding it once more changes the text."),
    changesWorkspace: true,
    next: [FollowUp("arena link", Text(nl: "wat brengt wat teweeg", en: "what brings about what"))],
    examples: [
      .init("arena add activity eetclub 'samen eten in de buurt'", Text(nl: "een activiteit", en: "an activity")),
      .init("arena add effect '!' 'niets'", Text(nl: "geen naam", en: "no name"), failsWith: "name.unusable"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.sheet()
    let id = try given.checking(\.id) { try Slug.demand($0) }
    let text = (given.text ?? given.id).split(separator: " ").joined(separator: " ")
    if let index = sheet.nodes.firstIndex(where: { $0.id == id }) {
      guard sheet.nodes[index].kind == given.kind else {
        throw Diagnostic(
          "node.taken",
          Text(
            nl: "'\(id)' is er al, als \(sheet.nodes[index].kind.label.nl)",
            en: "'\(id)' is there already, as \(sheet.nodes[index].kind.label.en)"),
          wayOut: Text(
            nl: "geef een andere naam, of haal het weg met 'arena drop \(id)'",
            en: "give another name, or take it out with 'arena drop \(id)'"), place: given.place(of: \.id))
      }
      sheet.nodes[index].text = .verbatim(text)
      if let unit = given.unit { sheet.nodes[index].unit = unit }
    } else {
      var node = SheetNode(id, given.kind, .verbatim(text))
      node.unit = given.unit
      sheet.nodes.append(node)
    }
    context.workspace.store(sheet)
    return Output(try SheetPicture.blocks(sheet, context))
  }
}
