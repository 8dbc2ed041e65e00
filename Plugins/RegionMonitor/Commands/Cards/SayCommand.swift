import WorkbenchKit

/// `regio say X QUESTION=VALUE… --by ROLE`: several answers of one role in one line.
struct SayCommand: Command {
  struct Arguments: Sendable {
    let region = Argument<String>.region
    let answers = Argument(
      list: "answers", .pair(.words),
      about: Text(
        nl: "vraag=antwoord: 1=uitgewerkt 2=niet part-3=genoemd raden=ja",
        en: "question=answer: 1=uitgewerkt 2=niet part-3=genoemd raden=ja"),
      candidates: { context in
        let items = (try? context.conditions + context.parts + context.questions) ?? []
        return items.map { Candidate("\($0.id)=", $0.label) }
      })
    let saying = SayingArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "regio say", aliases: ["regio zeg"],
    summary: Text(
      nl: "vul meer antwoorden op de kaart van een regio in één keer in",
      en: "fill in several answers on a region's card at once"),
    details: Text(
      nl:
        "1 tot en met 8 zijn de condities, part-1 tot en met part-6 de onderdelen; de vragen heten zoals bij 'regio card'.",
      en: "1 through 8 are the conditions, part-1 through part-6 the parts; questions are called as in 'regio card'."),
    changesWorkspace: true,
    next: [
      FollowUp("regio matrix conditions", Text(nl: "alle condities in één beeld", en: "all conditions in one picture"))
    ],
    examples: [
      .init("regio say breda 1=uitgewerkt 2=niet 7=genoemd --by gemeente", Text(nl: "verzonnen", en: "invented")),
      .init(
        "regio say breda 9=niet --by gemeente", Text(nl: "die is er niet", en: "it is not there"),
        failsWith: "question.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let region = try context.region(given.region, at: given.place(of: \.region))
    var book = try context.workspace.cardBook
    var said: [CardReport.Said] = []
    for pair in given.answers {
      let item = try Vocabulary<CardItem>.anyItem.one(pair.key, in: context, at: pair.place)
      let answer = try TypedAnswer(pair.value, to: item, at: pair.place)
      book.say(
        answer, to: item, of: region.id, by: given.saying.by, at: given.saying.at, source: given.saying.source)
      said.append(.init(region: region, item: item))
    }
    context.workspace.store(book)
    return Output(try CardReport.blocks(said, book, by: given.saying.by, context))
  }
}
