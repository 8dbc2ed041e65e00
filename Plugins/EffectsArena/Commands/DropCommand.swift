import WorkbenchKit

/// `arena drop ID`: takes a block or a party from the sheet.
struct DropCommand: Command {
  struct Arguments: Sendable {
    let id = Argument(
      "id", .name, about: Text(nl: "een blok of een partij", en: "a block or a party"),
      candidates: { context in
        let sheet = try? context.workspace.currentSheet
        return (sheet?.nodes ?? []).map { Candidate($0.id, $0.text) } + (sheet?.parties ?? []).map { Candidate($0.id) }
      })
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena drop", aliases: ["arena weg"],
    summary: Text(nl: "haal een blok of een partij van het blad", en: "take a block or a party from the sheet"),
    details: Text(
      nl: "Wat eraan hing gaat mee: verbindingen, bedragen, aandelen. 'undo' brengt alles terug.",
      en: "What hung on it goes too: links, amounts, shares. 'undo' brings all back."),
    changesWorkspace: true,
    examples: [
      .init("arena drop buurthuis", Text(nl: "een activiteit weg", en: "an activity less")),
      .init(
        "arena drop niets", Text(nl: "iets dat er niet is", en: "something that is not there"),
        failsWith: "node.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try context.sheet()
    let wanted = given.id.foldedForLookup
    if let party = sheet.parties.first(where: { $0.id.foldedForLookup == wanted }),
      !sheet.nodes.contains(where: { $0.id.foldedForLookup == wanted })
    {
      sheet.drop(party: party.id)
    } else {
      sheet.drop(node: try given.checking(\.id) { try Vocabulary<SheetNode>.node.one($0, among: sheet.nodes) }.id)
    }
    context.workspace.store(sheet)
    return Output(try SheetPicture.blocks(sheet, context))
  }
}
