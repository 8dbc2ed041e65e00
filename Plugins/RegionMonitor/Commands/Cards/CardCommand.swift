import WorkbenchKit

/// `regio card X QUESTION VALUE --by ROLE`: an answer to one of the six questions of the card.
struct CardCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let question = Argument(
      "question", .named(.question),
      about: Text(
        nl: "officials (ambtelijk), administrators (bestuurlijk), partners, councils (raden), implementation of term",
        en: "officials, administrators, partners, councils, implementation or term"))
    let value = Argument(
      "value", .words,
      about: Text(
        nl: "ja, bezig, nee of onbekend; bij raden ook informeren; bij uitvoering woorden; bij looptijd een dag",
        en:
          "ja (yes), bezig (at work), nee (no) or onbekend; of councils informeren too; words for implementation; a day for the term"
      ),
      candidates: { _ in CardWord.allCases.prefix(4).map { Candidate($0.rawValue, $0.label) } })
    let about = Argument(
      flag: "for", .choice(CardAnswer.About.self), default: "beide",
      about: Text(
        nl: "voor beschermd wonen (bw), opvang (mo) of allebei", en: "of protected living (bw), shelter (mo) or both"))
    let saying = SayingArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio card", aliases: ["regio kaart"],
    summary: Text(
      nl: "vul een antwoord in op de informatiekaart van een regio",
      en: "fill in an answer on the information card of a region"),
    details: Text(
      nl:
        "De 46 kaarten uit de bron ontbreken: elke kaart is leeg tot iemand haar invult. Rollen die iets anders zeggen, staan als tegenstrijdig, en dat telt "
        + "als niet bekend. intrekken neemt een antwoord terug.",
      en:
        "The 46 cards of the source are missing: each is empty until somebody fills it in. Roles that say different things stand as conflicting, and that counts "
        + "as not known. intrekken takes an answer back."),
    changesWorkspace: true,
    next: [
      FollowUp("regio coverage", Text(nl: "wat bekend is, en wat dat zegt", en: "what is known, and what that says"))
    ],
    examples: [
      .init("regio card breda bestuurlijk ja --by gemeente", Text(nl: "verzonnen", en: "invented")),
      .init(
        "regio card breda partners ja --for bw --by gemeente",
        Text(nl: "alleen voor beschermd wonen", en: "of protected living only")),
      .init(
        "regio card breda looptijd 2027-12-31 --by gemeente",
        Text(nl: "tot wanneer het plan loopt", en: "until when the plan runs")),
      .init(
        "regio card breda raden misschien --by gemeente", Text(nl: "geen antwoord", en: "no answer"),
        failsWith: "answer.unknown"),
      .init(
        "regio card breda looptijd 2014-12-31 --by gemeente", Text(nl: "van voor de wet", en: "from before the law"),
        failsWith: "term.day"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let region = try context.region(given.region, at: given.place(of: \.region))
    let item = try given.question.item(in: context)
    let answer = try TypedAnswer(given.value, to: item, at: given.place(of: \.value))
    var book = try context.workspace.cardBook
    book.say(
      answer, to: item, of: region.id, by: given.saying.by, about: given.about, at: given.saying.at,
      source: given.saying.source)
    context.workspace.store(book)
    return Output(
      try CardReport.blocks([.init(region: region, item: item)], book, by: given.saying.by, context))
  }
}
