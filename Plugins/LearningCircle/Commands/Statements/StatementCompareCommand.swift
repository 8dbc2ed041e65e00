import Methods
import WorkbenchKit

/// `stelling compare ID --yes 4 --share P --n N`: the circle's own share beside one of elsewhere.
struct StatementCompareCommand: Command {
  struct Arguments: Sendable {
    let statement = Argument("statement", .named(.statement), about: Text(nl: "welke stelling", en: "which statement"))
    let yes = Argument(
      flag: "yes", .integer(1...5), default: "4",
      about: Text(nl: "vanaf welk antwoord het ja is", en: "from which answer on it is a yes"))
    let share = Argument(
      flag: "share", .share,
      about: Text(nl: "het deel elders; anders dat van de bron", en: "the share elsewhere; else that of the source"))
    let size = Argument(
      flag: "n", .integer(1...1_000_000_000),
      about: Text(nl: "van hoeveel dat een deel is", en: "of how many that is a share"))
    let round = Argument<CalendarDate?>.round
  }

  static let arguments = Arguments()

  let signature = Signature(
    "stelling compare", aliases: ["stelling vergelijk"],
    summary: Text(
      nl: "zet het deel van de kring naast dat van elders", en: "set the share of the circle beside one of elsewhere"),
    details: Text(
      nl:
        "Beide met het interval van Wilson (95 %). Een kring is geen steekproef: haar interval zegt alleen hoe klein zij is.",
      en: "Both with Wilson's interval (95%). A circle is no sample: its interval only says how small it is."),
    examples: [
      .init(
        "stelling compare regie --share 57% --n 157",
        Text(nl: "naast een deel van elders", en: "beside a share of elsewhere")),
      .init("stelling compare regie", Text(nl: "zonder deel", en: "without a share"), failsWith: "share.missing"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try context.circle()
    let statement = try given.statement.item(among: circle.statements)
    let round = try given.checking(\.round) { try circle.answers($0) }
    let printed = try context.surveyItems.first { $0.id == statement.id }?.shares ?? []
    let others: [(whose: Text, share: Double, size: Int?)] =
      given.share.map { [(Text(nl: "elders", en: "elsewhere"), $0, given.size)] }
      ?? printed.map { (Text(nl: "bron: \($0.of)", en: "source: \($0.of)"), $0.percent / 100, given.size ?? $0.size) }
    guard !others.isEmpty else {
      throw Diagnostic(
        "share.missing", Text(nl: "naast welk deel?", en: "beside which share?"),
        wayOut: Text(nl: "geef --share 57% --n 157", en: "give --share 57% --n 157"), suggestion: "--share",
        place: given.place(of: \.statement))
    }
    let values = AnswerSummary(round.answers(statement)).values
    guard !values.isEmpty else {
      throw Diagnostic(
        "statement.silent",
        Text(nl: "op '\(statement.id)' heeft niemand geantwoord", en: "nobody answered '\(statement.id)'"),
        wayOut: Text(nl: "'stelling say \(statement.id)=4 --by ROL'", en: "'stelling say \(statement.id)=4 --by ROLE'"),
        place: given.place(of: \.statement))
    }
    let yes = Double(values.count { $0 >= Double(given.yes) }) / Double(values.count)
    let rows: [(whose: Text, share: Double, size: Int?)] =
      [(Text(nl: "de kring", en: "the circle"), yes, values.count)] + others
    let limits = rows.map { row in row.size.map { wilsonInterval(share: row.share, count: Double($0)) } }
    let table = Table(
      title: statement.text,
      columns: [
        .texts("whose", rows.map(\.whose), label: Text(nl: "van wie", en: "whose"), in: context),
        .numbers("share", rows.map(\.share), label: Text(nl: "deel", en: "share"), unit: .share, format: .share(0)),
        .numbers("n", rows.map { $0.size.map(Double.init) ?? .nan }, label: .verbatim("n"), format: .plain),
        .numbers(
          "low", limits.map { $0?.low ?? .nan }, label: Text(nl: "laag", en: "low"), unit: .share, format: .share(0)),
        .numbers(
          "high", limits.map { $0?.high ?? .nan }, label: Text(nl: "hoog", en: "high"), unit: .share, format: .share(0)),
      ])
    var blocks: [Block] =
      [.table(table)] + circle.remark(on: round, asked: given.round) + [
        .caution(
          nl: "een kring is geen steekproef: wie aan tafel zit is niet getrokken",
          en: "a circle is no sample: who sits at the table was not drawn")
      ]
    if others.contains(where: { $0.size == nil }) {
      blocks.append(
        .caution(
          nl: "van hoeveel het deel van elders is, is niet bekend: daarom zonder grenzen (--n)",
          en: "of how many the share of elsewhere is, is not known: so it has no limits (--n)"))
    }
    if given.share == nil, others.count > 1 {
      blocks.append(
        .caution(
          nl: "de bron geeft hier \(others.count) percentages die niet gelijk zijn; beide staan er",
          en: "the source gives \(others.count) percentages here that are not the same; both stand"))
    }
    let sources = given.share == nil ? printed.map { Optional($0.source) } : []
    blocks.append(try context.knowledge.sources([MeasureWords.limits] + sources, in: context))
    return Output(blocks)
  }
}
