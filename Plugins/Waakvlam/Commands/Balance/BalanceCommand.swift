import Methods
import WorkbenchKit

/// `waakvlam balance`: what residents can carry for each other, against what there is to carry.
struct BalanceCommand: Command {
  struct Arguments: Sendable {
    let households = Argument(
      requiredFlag: "households", .integer(1...1_000_000), about: Text(nl: "huishoudens", en: "households"))
    let vulnerable = Argument(
      requiredFlag: "vulnerable", .quantity(0...1_000_000),
      about: Text(
        nl: "hoeveel daarvan kwetsbaar zijn: een aantal, of een deel zoals 40%",
        en: "how many of these are vulnerable: a count, or a part such as 40%"))
    let gives = Argument(
      requiredFlag: "gives", TypedQuantity.kind("gives", .nought),
      about: Text(nl: "wat een ander huishouden kan geven", en: "what another household can give"))
    let needs = Argument(
      requiredFlag: "needs", TypedQuantity.kind("needs", .aboveNought),
      about: Text(
        nl: "wat een kwetsbaar huishouden nodig heeft, in dezelfde maat",
        en: "what a vulnerable household needs, in the same measure"))
    let drawing = DrawArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "waakvlam balance", aliases: ["waakvlam draagkracht"],
    summary: Text(nl: "zet draagkracht tegenover draaglast", en: "set carrying capacity against load"),
    details: Text(
      nl:
        "Draagkracht is wat de andere huishoudens geven, draaglast wat de kwetsbare nodig hebben; bij 1 is het in balans. De maat is vrij, uren per week "
        + "bijvoorbeeld, en van de tafel.",
      en:
        "Capacity is what the other households give, load what the vulnerable ones need; at 1 there is balance. The measure is free, hours a week for "
        + "instance, and the table's."),
    soughtBy: ["draagkracht", "draaglast", "carrying"],
    examples: [
      .init(
        "waakvlam balance --households 8 --vulnerable 6 --gives 1 --needs 1",
        Text(nl: "zes van de acht", en: "six of eight")),
      .init(
        "waakvlam balance --households 8 --vulnerable 9 --gives 1 --needs 1",
        Text(nl: "meer dan er zijn", en: "more than there are"), failsWith: "argument.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let households = Double(given.households)
    let vulnerable = try Self.vulnerable(given, households)
    let (gives, needs) = (given.gives.mean, given.needs.mean)
    func ratio(_ vulnerable: Double) -> Double {
      vulnerable > 0 ? (households - vulnerable) * gives / (vulnerable * needs) : .nan
    }
    let now = ratio(vulnerable)
    var facts = Facts()
    facts.add(
      "ratio", now.isNaN ? .missing : .number(now),
      label: Text(nl: "draagkracht gedeeld door draaglast", en: "capacity over load"), format: .decimals(2))
    let isDrawn = !given.gives.isSure || !given.needs.isSure
    facts.add(
      "break_even", .number(gives / (gives + needs)),
      label: Text(nl: "in balans bij dit deel kwetsbaar", en: "in balance at this part vulnerable"), format: .share(0))
    if isDrawn {
      let drawn = try context.drawn([given.gives, given.needs], given.drawing) { values, _ in
        let load = vulnerable * values[1]
        let sum = values[0] + values[1]
        return [load > 0 ? (households - vulnerable) * values[0] / load : .nan, sum > 0 ? values[0] / sum : .nan]
      }
      for (index, name, label) in [
        (0, "ratio", Text(nl: "draagkracht gedeeld door draaglast", en: "capacity over load")),
        (1, "break_even", Text(nl: "balans", en: "balance")),
      ] {
        let format: Column.Format = index == 0 ? .decimals(2) : .share(0)
        for (end, part, word) in [
          ("low", 0.05, Text(nl: "laag", en: "low")), ("high", 0.95, Text(nl: "hoog", en: "high")),
        ] {
          let value = drawn.quantile(index, part)
          facts.add(
            "\(name)_\(end)", value.isNaN ? .missing : .number(value), label: label + .verbatim(", ") + word,
            format: format)
        }
      }
    }
    let around = [vulnerable - 1, vulnerable, vulnerable + 1].filter { $0 >= 0 && $0 <= households }
    let table = Table(
      title: Text(nl: "Eén huishouden meer of minder", en: "One household more or less"),
      columns: [
        .numbers(
          "vulnerable", around, label: Text(nl: "kwetsbaar", en: "vulnerable"),
          format: .decimals(vulnerable.rounded() == vulnerable ? 0 : 1)),
        .numbers(
          "ratio", around.map(ratio), label: Text(nl: "draagkracht gedeeld door draaglast", en: "capacity over load"),
          format: .decimals(2)),
      ])
    var blocks: [Block] = [.facts(facts.atAGlance()), .table(table)]
    if now.isNaN {
      blocks.append(
        .info(
          nl: "zonder kwetsbare huishoudens is er geen draaglast", en: "without vulnerable households there is no load")
      )
    } else if now < 1 - 1e-12 {
      blocks.append(
        .caution(nl: "er is meer te dragen dan men samen kan", en: "there is more to carry than people can together"))
    }
    blocks.append(MethodWords.ownFigures)
    if isDrawn { blocks.append(context.drawnNotice(given.drawing)) }
    blocks.append(try Self.sources(context))
    return Output(blocks)
  }

  static func sources(_ context: Context) throws -> Block {
    let terms = try context.knowledge.items("mechanisms", list: "balance", as: KnowledgeTerm.self, in: context)
    return try context.knowledge.sources(terms.map(\.source), in: context)
  }

  /// A part is what has a percent sign or a fraction below 1; else it is a count.
  private static func vulnerable(_ given: Given<Arguments>, _ households: Double) throws -> Double {
    guard case .number(let number, let unit) = given.vulnerable else { return 0 }
    let count = unit == .percent ? number / 100 * households : number > 0 && number < 1 ? number * households : number
    guard count <= households + 1e-9 else {
      throw Diagnostic(
        "argument.range",
        Text(
          nl: "meer kwetsbare huishoudens dan er huishoudens zijn",
          en: "more vulnerable households than there are households"),
        wayOut: Text(
          nl: "geef hoogstens \(given.households), of een deel zoals 40%",
          en: "give at most \(given.households), or a part such as 40%"),
        place: given.place(of: \.vulnerable))
    }
    return count
  }
}
