import WorkbenchKit

/// `bid new`: states beforehand how bids will be judged.
struct BidNewCommand: Command {
  struct Arguments: Sendable {
    let name = Argument(optional: "name", .words, about: Text(nl: "naam van de aanbesteding", en: "name of the tender"))
    let tender = TenderArguments()
    let rerank = Argument(
      flag: "rerank", .choice(Tender.Rerank.self),
      about: Text(
        nl: "wat de stukken zeggen als een bieding achteraf wegvalt",
        en: "what the documents say if a bid falls away later"))
    let scale = Argument(
      flags: "scale", .figures(TypedQuality.worth),
      about: Text(
        nl: "woorden of cijfers met hun kwaliteit: goed=0.8,matig=0.4, ook met een malus: 3=1,0=0,NR=-50%",
        en: "words or digits with their quality: good=0.8,poor=0.4, also with a malus: 3=1,0=0,NR=-50%"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid new",
      aliases: ["bid nieuw"],
      summary: Text(
        nl: "leg vooraf vast hoe biedingen beoordeeld worden", en: "state beforehand how bids will be judged"),
      details: Text(
        nl:
          "Begint opnieuw: eerdere biedingen vervallen. Wat hier staat, geldt voor rank en audit tot een vlag anders zegt.",
        en: "Starts anew: earlier bids lapse. What stands here holds for rank and audit until a flag says otherwise."),
      changesWorkspace: true,
      next: [
        FollowUp(
          "bid add --ask", Text(nl: "voeg een bieding toe, vraag voor vraag", en: "add a bid, question by question"))
      ],
      examples: [
        .init(
          "bid new vervoer --formula relative --weights price=40,quality=60 --ties quality --rerank no",
          Text(nl: "formule, gewichten en regels", en: "formula, weights and rules")),
        .init(
          "bid new vervoer --weights price=40,quality=70", Text(nl: "samen geen 100", en: "together not 100"),
          failsWith: "bid.weights"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var tender = Tender()
    tender.name = given.name
    tender.rerank = given.rerank
    for word in given.scale { tender.scale[word.key] = word.value }
    tender = try given.tender.changing(tender)
    _ = try given.tender.checking(\.formula) { text in
      try text.map { try AwardFormula(typed: $0, qualityEuro: tender.qualityEuro) }
    }
    // The sum is checked now, so that nothing wrong is stated; the criteria are known only once there are bids.
    var empty = BidSheet()
    empty.criteria = tender.weights.items.map(\.name).filter { $0 != "price" }
    if !tender.weights.items.isEmpty {
      _ = try given.tender.checking(\.weights) { _ in try AwardWeights(tender, empty, .relative) }
    }
    let lapsed = try context.workspace.table(BidSheet.table)?.rowCount ?? 0
    BidSheet().store(in: context.workspace)
    tender.store(in: context.workspace)
    var blocks: [Block] = [.table(TenderTable(tender).table(context))]
    if lapsed > 0 {
      let told = Text.counted(
        lapsed,
        Text(
          nl: "eerdere bieding is vervallen; 'undo' haalt haar terug", en: "earlier bid lapsed; 'undo' brings it back"),
        Text(
          nl: "eerdere biedingen zijn vervallen; 'undo' haalt ze terug",
          en: "earlier bids lapsed; 'undo' brings them back"))
      blocks.append(.notice(Notice(.caution, told)))
    }
    return Output(blocks)
  }
}
