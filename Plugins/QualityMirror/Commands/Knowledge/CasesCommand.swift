import Methods
import WorkbenchKit

/// `spiegel cases [CASE]`: where it was done, with the figures that the sources give.
struct CasesCommand: Command {
  struct Arguments: Sendable {
    let practice = Argument(
      optional: "case", .named(.practiceCase),
      about: Text(nl: "haarlem, enschede of utrecht", en: "haarlem, enschede or utrecht"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel cases", aliases: ["spiegel voorbeelden"],
    summary: Text(
      nl: "toon waar het is gedaan, met de cijfers die de bronnen geven",
      en: "show where it was done, with the figures that the sources give"),
    examples: [
      .init("spiegel cases", Text(nl: "alle drie", en: "all three")),
      .init("spiegel cases enschede", Text(nl: "met zijn cijfer", en: "with its figure")),
      .init(
        "spiegel cases brunsum", Text(nl: "een voorbeeld dat er niet is", en: "an example that is not there"),
        failsWith: "case.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let all = try context.practiceCases
    let cases = try given.practice.map { [try $0.item(in: context)] } ?? all
    func number(_ value: (PracticeCase.Figure) -> Double) -> [Double] { cases.map { $0.figure.map(value) ?? .nan } }
    func limits(_ figure: PracticeCase.Figure) -> Interval {
      wilsonInterval(share: Double(figure.count) / Double(figure.of), count: Double(figure.of))
    }
    let unknown = Text(nl: "de bron geeft geen cijfers", en: "the source gives no figures")
    var blocks: [Block] = [
      .table(
        Table(
          title: Text(nl: "Waar het is gedaan", en: "Where it was done"),
          columns: [
            .texts("case", cases.map(\.id)).asDetail(),
            .texts("label", cases.map(\.label), label: Text(nl: "waar", en: "where"), in: context),
            .texts("what", cases.map(\.what.shown), label: Text(nl: "wat", en: "what"), in: context),
            .texts(
              "figure", cases.map { $0.figure.map(Self.words) ?? unknown }, label: Text(nl: "cijfer", en: "figure"),
              in: context),
            .numbers("count", number { Double($0.count) }, format: .decimals(0)).asDetail(),
            .numbers("of", number { Double($0.of) }, format: .decimals(0)).asDetail(),
            .numbers("share", number { Double($0.count) / Double($0.of) }, unit: .share, format: .share(0)).asDetail(),
            .numbers("low", number { limits($0).low }, unit: .share, format: .share(0)).asDetail(),
            .numbers("high", number { limits($0).high }, unit: .share, format: .share(0)).asDetail(),
            .texts("about", cases.map { $0.figure?.isApproximate == true ? "ongeveer" : nil }).asDetail(),
          ]))
    ]
    if cases.contains(where: { $0.figure?.isApproximate == true }) {
      blocks.append(
        .caution(
          nl: "het aantal cliënten is volgens de bron ongeveer; deel en interval zijn dus ook ongeveer",
          en: "the number of clients is about, by the source; share and interval are about as well"))
    }
    return Output(blocks + [try context.knowledge.sources(cases.map(\.source), in: context)])
  }

  /// The figure in words, with its share and interval.
  private static func words(_ figure: PracticeCase.Figure) -> Text {
    let share = Double(figure.count) / Double(figure.of)
    let limits = wilsonInterval(share: share, count: Double(figure.of))
    let (shown, low, high) = (
      Text.share(share, decimals: 0), Text.number(limits.low * 100, decimals: 0), Text.share(limits.high, decimals: 0)
    )
    let about = figure.isApproximate ? Text(nl: "ongeveer ", en: "about ") : .verbatim("")
    return Text(
      nl: "\(figure.count) van \(about.nl)\(figure.of): \(about.nl)\(shown.nl) (\(low.nl)–\(high.nl)); ",
      en: "\(figure.count) of \(about.en)\(figure.of): \(about.en)\(shown.en) (\(low.en)–\(high.en)); ") + figure.what
  }
}
