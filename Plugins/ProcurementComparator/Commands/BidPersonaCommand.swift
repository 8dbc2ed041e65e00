import WorkbenchKit

/// `bid persona`: for whom a bid works, along the stages of a journey.
struct BidPersonaCommand: Command {
  struct Arguments: Sendable {
    let scores = Argument("scores", .table, about: Text(nl: "bestand, tabel of $naam", en: "file, table or $name"))
    let limit = Argument(
      flag: "limit", .number(0...1), default: "0.5",
      about: Text(nl: "wat elke fase moet halen", en: "what each stage has to reach"))
    let numbers = NumberArguments()
    let guarding = GuardArguments()
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "bid persona",
      summary: Text(
        nl: "zie voor welke persona een bieding werkt en voor welke niet, per fase van de reis",
        en: "see for which persona a bid works and for which not, by stage of the journey"),
      details: Text(
        nl:
          "Kolommen: bidder, persona, stage, score (0 tot en met 1). De fasen zijn die van 'journey show'. Ligt één fase onder de grens, dan werkt de reis niet.",
        en:
          "Columns: bidder, persona, stage, score (0 through 1). The stages are those of 'journey show'. One stage below the limit and the journey does not work."
      ),
      examples: [
        .init("bid persona reisscores.csv", Text(nl: "twee biedingen, twee persona's", en: "two bids, two personas")),
        .init(
          "bid persona bids.csv", Text(nl: "een tabel van iets anders", en: "a table of something else"),
          failsWith: "column.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let place = given.place(of: \.scores)
    let protection = given.guarding.guarding(in: context)
    let taken = try given.scores.table(
      in: context, intake: TableIntake(protection: protection, marks: try given.numbers.marks()))
    let named = ["score"].compactMap(taken.table.index)
    let (table, remarks) = taken.table.readingNumbers(of: named, marks: try given.numbers.marks(), partly: named)
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
            en: "the score of row \(row + 1) is \(values[row].plain), which is no share of 0 through 1"), place: place)
      }
      scores.append(
        .init(bidder: bidders[row].plain, persona: personas[row].plain, stage: stages[row].plain, value: value))
    }
    let lines = PersonaTest(scores, threshold: given.limit).lines
    let result = Table(
      title: Text(nl: "Voor wie een bieding werkt", en: "For whom a bid works"),
      columns: [
        .texts("bidder", lines.map(\.bidder), label: Text(nl: "bieder", en: "bidder")),
        .texts("persona", lines.map(\.persona), label: .verbatim("persona")),
        Column("works", .booleans(lines.map(\.works)), label: Text(nl: "werkt", en: "works")),
        .numbers("mean", lines.map(\.mean), label: Text(nl: "gemiddeld", en: "mean"), format: .decimals(2)),
        .numbers("lowest", lines.map(\.lowest), label: Text(nl: "laagst", en: "lowest"), format: .decimals(2)),
        .texts("lowest_stage", lines.map(\.lowestStage), label: Text(nl: "in fase", en: "in stage")),
        .counts("stages", lines.map(\.stages), label: Text(nl: "fasen", en: "stages")).asDetail(),
      ])
    var blocks: [Block] = [.table(result)]
    if lines.contains(where: \.isOnThreshold) {
      let limit = Text.number(given.limit, atMost: 4)
      blocks.append(
        .info(
          nl: "een laagste score die precies op de grens van \(limit.nl) ligt, werkt",
          en: "a lowest score that lies just on the threshold of \(limit.en) works"))
    }
    if open > 0 {
      blocks.append(
        .caution(nl: "zonder score, dus niet geteld: \(open)", en: "without a score, so not counted: \(open)"))
    }
    return Output(blocks + (taken.notices + remarks).map(Block.notice))
  }
}
