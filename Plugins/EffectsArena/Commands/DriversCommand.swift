import Methods
import WorkbenchKit

/// `arena drivers`: what the uncertainty comes from.
struct DriversCommand: Command {
  struct Arguments: Sendable {
    let of = Argument(
      optional: "party", .name,
      about: Text(nl: "van welke partij; anders van allen samen", en: "of which party; else of all together"),
      candidates: PartyOrTotal.candidates)
    let drawn = DrawArguments()
    let weighs = Weighing.argument
    let all = Argument(
      toggle: "all",
      about: Text(
        nl: "noem alles wat te variëren is, met zijn waarde", en: "list all that can be varied, with its value"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena drivers", aliases: ["arena oorzaken"],
    summary: Text(nl: "toon waar de onzekerheid vandaan komt", en: "show what the uncertainty comes from"),
    details: Text(
      nl:
        "Het aandeel van elk getal in de spreiding is exact. 'Beslist' zegt of een partij, waarvan nu niet vaststaat of zij wint of verliest (minder dan 95 % "
        + "aan één kant), dat wel wist als dit getal vaststond op zijn gemiddelde. Laag en hoog: de uitkomst als dit getal laag (5 %) of hoog (95 %) uitvalt.",
      en:
        "The part of each number in the spread is exact. 'Settles' says whether a party of which it is open now whether it wins or loses (less than 95% on "
        + "one side) would know if this number were known to be its mean. Low and high: the outcome where this number comes out low (5%) or high (95%)."
    ),
    examples: [
      .init("arena drivers --draws 2000", Text(nl: "van allen samen", en: "of all together")),
      .init(
        "arena drivers niemand", Text(nl: "een partij die er niet is", en: "a party that is not there"),
        failsWith: "party.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try context.sheet()
    if given.all { return Output(Self.inputs(sheet, context)) }
    let model = SheetModel(sheet, weighs: given.weighs)
    let sum = try given.checking(\.of) { try PartyOrTotal.sum($0, model) }
    let seed = given.drawn.seed(in: context)
    guard let draws = try model.drawn(given.drawn.draws, seed: seed, in: context), model.sums.variance(sum) > 0 else {
      return Output(
        [
          .info(
            nl: "hier is niets onzeker gemaakt: geef een aantal of bedrag als verdeling, zoals triangular:4:6:8",
            en: "nothing here was made uncertain: give a number or amount as a distribution, such as triangular:4:6:8")
        ]
          + MoneyWords.remarks(model))
    }
    let found = try Drivers(model, sum: sum, draws: draws, seed: seed, in: context)
    let drivers = found.drivers.filter { $0.share > 0 || !$0.settles.isEmpty }
    let table = Table(
      title: Text(nl: "Waar de onzekerheid vandaan komt", en: "What the uncertainty comes from"),
      columns: [
        .texts("input", drivers.map(\.input.id)).asDetail(),
        .texts("input_label", drivers.map(\.input.label), label: Text(nl: "invoer", en: "input"), in: context),
        .numbers(
          "share", drivers.map(\.share), label: Text(nl: "aandeel", en: "share"), unit: .share, format: .share(1)),
        .numbers("low", drivers.map(\.low), label: Text(nl: "laag", en: "low"), unit: .euro, format: .decimals(0)),
        .numbers("high", drivers.map(\.high), label: Text(nl: "hoog", en: "high"), unit: .euro, format: .decimals(0)),
        Column(
          "settles_sign", .booleans(drivers.map { !$0.settles.isEmpty }), label: Text(nl: "beslist", en: "settles")),
        .texts(
          "settles_for", drivers.map { $0.settles.isEmpty ? nil : $0.settles.joined(separator: ", ") },
          label: Text(nl: "voor", en: "for")),
      ])
    let chart = Chart(
      .bar, title: Text(nl: "Aandeel in de onzekerheid", en: "Share of the uncertainty"),
      x: Chart.Axis(Text(nl: "invoer", en: "input")), y: Chart.Axis(Text(nl: "aandeel", en: "share"), unit: .share),
      categories: drivers.map { $0.input.label(context.language) },
      series: [.init(name: "share", values: drivers.map(\.share))])
    var blocks: [Block] = [.table(table), .chart(chart)]
    if found.interplay > 0.005 {
      let share = Text.share(found.interplay)
      blocks.append(
        .info(
          nl: "\(share.nl) komt van het samenspel van getallen die met elkaar worden vermenigvuldigd",
          en: "\(share.en) comes from the interplay of numbers that are multiplied"))
    }
    if !found.open.isEmpty {
      let names = Text.list(found.open)
      blocks.append(
        .info(
          nl: "nog niet vast of zij wint of verliest: \(names.nl)",
          en: "still open whether it wins or loses: \(names.en)"))
    }
    return Output(blocks + Weighing.remark(given.weighs) + MoneyWords.remarks(model))
  }

  private static func inputs(_ sheet: Sheet, _ context: Context) -> Table {
    let inputs = SheetInput.all(sheet)
    return Table(
      title: Text(nl: "Wat te variëren is", en: "What can be varied"),
      columns: [
        .texts("input", inputs.map(\.id), label: Text(nl: "typ", en: "type")),
        .texts("label", inputs.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .numbers("value", inputs.map(\.value), label: Text(nl: "nu", en: "now")),
      ])
  }
}
