import WorkbenchKit

/// `bid questions`: a journey as scenarios and quality questions that go out with the tender.
struct BidQuestionsCommand: Command {
  struct Arguments: Sendable {
    let journey = Argument(
      "journey", .table,
      about: Text(nl: "bestand, tabel of $naam met de stappen", en: "file, table or $name with the steps"))
    let persona = Argument(flag: "persona", .words, about: Text(nl: "van wie de reis is", en: "whose journey it is"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid questions",
      aliases: ["bid vragen"],
      summary: Text(
        nl: "maak van een klantreis scenario's en kwaliteitsvragen voor de stukken",
        en: "make of a journey scenarios and quality questions for the documents"),
      details: Text(
        nl: "Neemt wat 'journey show' geeft: let reis = journey show …, dan bid questions $reis --persona NAAM.",
        en: "Takes what 'journey show' gives: let trip = journey show …, then bid questions $trip --persona NAME."),
      examples: [
        .init(
          "bid questions reis.csv --persona Mildred", Text(nl: "een vraag per stap", en: "a question for each step")),
        .init(
          "bid questions bids.csv", Text(nl: "een tabel van iets anders", en: "a table of something else"),
          failsWith: "column.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let protection = given.guarding.guarding(in: context)
    let taken = try given.journey.table(
      in: context, intake: TableIntake(protection: protection, marks: try given.numbers.marks()))
    let table = taken.table
    let stages = try table.require("stage", at: given.place(of: \.journey))
    let who = given.persona.map(Text.verbatim) ?? Text(nl: "de reiziger", en: "the traveller")
    func cell(_ name: String, _ row: Int) -> String? {
      guard let column = table.column(name), !column[row].isMissing else { return nil }
      return column[row].plain
    }
    let scenarios = (0..<table.rowCount).map { row -> Text in
      let stage = stages[row].plain
      let doing = cell("doing", row).map { ": \($0)" } ?? ""
      return Text(nl: "\(who.nl), \(stage)\(doing)", en: "\(who.en), \(stage)\(doing)")
    }
    let questions = (0..<table.rowCount).map { row -> Text in
      if let pain = cell("pain", row) {
        return Text(nl: "Hoe voorkomt u dit: \(pain)?", en: "How do you prevent this: \(pain)?")
      }
      if let expected = cell("expectation", row) {
        return Text(nl: "Hoe maakt u dit waar: \(expected)?", en: "How do you live up to this: \(expected)?")
      }
      return Text(
        nl: "Wat doet u hier voor \(who.nl), en hoe meet u of het werkt?",
        en: "What do you do here for \(who.en), and how do you measure whether it works?")
    }
    let questionnaire = Table(
      title: Text(nl: "Scenario's en kwaliteitsvragen", en: "Scenarios and quality questions"),
      columns: [
        .texts("stage", (0..<table.rowCount).map { stages[$0].plain }, label: Text(nl: "fase", en: "stage")),
        .texts("scenario", scenarios, label: Text(nl: "scenario", en: "scenario"), in: context),
        .texts(
          "question", questions, label: Text(nl: "vraag aan de bieder", en: "question to the bidder"), in: context),
      ])
    return Output([.table(questionnaire)] + taken.notices.map(Block.notice))
  }
}
