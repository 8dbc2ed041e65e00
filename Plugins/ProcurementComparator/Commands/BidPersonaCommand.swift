import WorkbenchKit

/// `bid persona`: for whom a bid works, along the stages of a journey.
struct BidPersonaCommand: UntypedCommand {
  var signature: Signature {
    Signature(
      "bid persona",
      summary: Text(
        nl: "zie voor welke persona een bieding werkt en voor welke niet, per fase van de reis",
        en: "see for which persona a bid works and for which not, by stage of the journey"),
      details: Text(
        nl:
          "Kolommen: bidder, persona, stage, score (0 tot en met 1). De fasen zijn die van 'journey show'. Eén fase onder de grens en de reis werkt niet.",
        en:
          "Columns: bidder, persona, stage, score (0 through 1). The stages are those of 'journey show'. One stage below the limit and the journey does not work."
      ),
      parameters: [
        .argument("scores", .table, about: Text(nl: "bestand, tabel of $naam", en: "file, table or $name")),
        .flag(
          "limit", .number(0...1), about: Text(nl: "wat elke fase moet halen", en: "what each stage has to reach"),
          fallback: "0.5"),
      ] + Protection.parameters,
      examples: [
        .init("bid persona reisscores.csv", Text(nl: "twee biedingen, twee persona's", en: "two bids, two personas")),
        .init(
          "bid persona bids.csv", Text(nl: "een tabel van iets anders", en: "a table of something else"),
          failsWith: "column.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let place = call.place(of: "scores")
    let table = try TableIntake.take(call.text("scores") ?? "", Protection(call, in: context), context, at: place)
    let (bidders, personas) = (try table.require("bidder", at: place), try table.require("persona", at: place))
    let (stages, values) = (try table.require("stage", at: place), try table.require("score", at: place))
    var scores: [PersonaTest.Score] = []
    var open = 0
    for row in 0..<table.rowCount {
      guard let value = values[row].number else {
        open += 1
        continue
      }
      guard (0...1).contains(value) else {
        throw Diagnostic(
          "bid.quality",
          Text(
            nl: "de score van rij \(row + 1) is \(values[row].plain), en dat is geen aandeel van 0 tot en met 1",
            en: "the score of row \(row + 1) is \(values[row].plain), which is no share of 0 through 1"),
          place: place)
      }
      scores.append(
        .init(bidder: bidders[row].plain, persona: personas[row].plain, stage: stages[row].plain, value: value))
    }
    let lines = PersonaTest(scores, threshold: call.number("limit") ?? 0.5).lines
    let result = Table(
      title: Text(nl: "Voor wie een bieding werkt", en: "For whom a bid works"),
      columns: [
        .texts("bidder", lines.map(\.bidder), label: Text(nl: "bieder", en: "bidder")),
        .texts("persona", lines.map(\.persona), label: .verbatim("persona")),
        Column("works", .booleans(lines.map(\.works)), label: Text(nl: "werkt", en: "works")),
        .numbers("mean", lines.map(\.mean), label: Text(nl: "gemiddeld", en: "mean"), format: .decimals(2)),
        .numbers("lowest", lines.map(\.lowest), label: Text(nl: "laagst", en: "lowest"), format: .decimals(2)),
        .texts("lowest_stage", lines.map(\.lowestStage), label: Text(nl: "in fase", en: "in stage")),
        .numbers(
          "stages", lines.map { Double($0.stages) }, label: Text(nl: "fasen", en: "stages"), format: .decimals(0)
        ).asDetail(),
      ])
    var blocks: [Block] = [.table(result)]
    if open > 0 {
      blocks.append(
        Shown.notice(
          .caution, nl: "zonder score, dus niet geteld: \(open)", en: "without a score, so not counted: \(open)"))
    }
    return Output(blocks)
  }
}

/// A table by what a person types: a file, a table of the workspace, or `$name`.
enum TableIntake {
  static func take(_ word: String, _ protection: Protection, _ context: Context, at place: Place?) throws -> Table {
    if word.hasPrefix("$") {
      guard let table = try context.result(String(word.dropFirst()))?.table else {
        throw Diagnostic(
          "variable.unknown", Text(nl: "'\(word)' is geen tabel", en: "'\(word)' is no table"), place: place)
      }
      return table
    }
    if let table = try context.workspace.table(word) { return table }
    let file = try context.read(word, at: place)
    do {
      return try DelimitedText(bytes: file.bytes, options: .init(name: file.name), protection: protection).table()
    } catch let problem as Diagnostic { throw problem.at(place) }
  }
}

/// `bid questions`: a journey as scenarios and quality questions that go out with the tender.
struct BidQuestionsCommand: UntypedCommand {
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
      parameters: [
        .argument(
          "journey", .table,
          about: Text(nl: "bestand, tabel of $naam met de stappen", en: "file, table or $name with the steps")),
        .flag("persona", .text, about: Text(nl: "van wie de reis is", en: "whose journey it is")),
      ] + Protection.parameters,
      examples: [
        .init(
          "bid questions reis.csv --persona Mildred", Text(nl: "een vraag per stap", en: "a question for each step")),
        .init(
          "bid questions bids.csv", Text(nl: "een tabel van iets anders", en: "a table of something else"),
          failsWith: "column.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let place = call.place(of: "journey")
    let table = try TableIntake.take(call.text("journey") ?? "", Protection(call, in: context), context, at: place)
    let stages = try table.require("stage", at: place)
    let who = call.text("persona").map(Text.verbatim) ?? Text(nl: "de reiziger", en: "the traveller")
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
    return Output(
      Table(
        title: Text(nl: "Scenario's en kwaliteitsvragen", en: "Scenarios and quality questions"),
        columns: [
          .texts("stage", (0..<table.rowCount).map { stages[$0].plain }, label: Text(nl: "fase", en: "stage")),
          LibraryColumns.text("scenario", scenarios, Text(nl: "scenario", en: "scenario"), context),
          LibraryColumns.text(
            "question", questions, Text(nl: "vraag aan de bieder", en: "question to the bidder"), context),
        ]))
  }
}
