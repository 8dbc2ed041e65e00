import Methods
import WorkbenchKit

/// `spiegel audit agree`: how far auditors agree, and on which norm they part.
struct AuditAgreeCommand: Command {
  /// What a disagreement weighs.
  enum Weighing: String, ArgumentChoice {
    case none, linear, quadratic

    static let usual = Weighing.none

    var about: Text? {
      switch self {
      case .none: Text(nl: "elk verschil even zwaar", en: "each difference alike")
      case .linear: Text(nl: "naar afstand", en: "by distance")
      case .quadratic: Text(nl: "naar afstand in het kwadraat", en: "by distance squared")
      }
    }

    var weights: WeightedKappa.Weights {
      switch self {
      case .none: .unweighted
      case .linear: .linear
      case .quadratic: .quadratic
      }
    }
  }

  struct Arguments: Sendable {
    let met = Argument(
      flag: "met", .integer(1...5), default: "4",
      about: Text(nl: "vanaf welk cijfer een norm is gehaald", en: "from which figure on a norm is met"))
    let weights = Argument(
      flag: "weights", .choice(Weighing.self), default: "none",
      about: Text(nl: "hoe zwaar een verschil weegt", en: "what a difference weighs"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "spiegel audit agree", aliases: ["spiegel audit eens"],
    summary: Text(
      nl: "toon hoe ver auditoren het eens zijn, en bij welke norm zij uiteenlopen",
      en: "show how far auditors agree, and on which norm they part"),
    details: Text(
      nl:
        "Geteld zijn paren van auditoren die dezelfde norm op dezelfde plaats beoordeelden. Kappa is van Cohen, bij meer dan twee auditoren het gemiddelde over hun paren "
        + "(Light 1971); alfa is van Krippendorff, voor een schaal met een volgorde. Lopen auditoren uiteen, dan is misschien de norm onduidelijk. Dit zijn oordelen over een plaats, geen aantallen mensen: "
        + "ze worden alle getoond.",
      en:
        "Counted are pairs of auditors who judged the same norm in the same place. Kappa is Cohen's, with more than two auditors the mean over their pairs (Light 1971); alpha is "
        + "Krippendorff's, for a scale with an order. Where auditors part, the norm may be unclear. These are judgements of a place, no counts of people: all of them show."
    ),
    soughtBy: ["kappa", "krippendorff", "overeenstemming"],
    examples: [
      .init("spiegel audit agree", Text(nl: "per norm", en: "by norm")),
      .init("spiegel audit agree --weights linear --met 3", Text(nl: "naar afstand", en: "by distance")),
      .init(
        "spiegel audit agree --met 6", Text(nl: "buiten de schaal", en: "beyond the scale"), failsWith: "argument.range"
      ),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let list = try context.workspace.audits
    guard !list.judgements.isEmpty else { return Output([AuditWords.none]) }
    let agreement = try AuditAgreement(
      list.judgements, least: given.met, weights: given.weights.weights, poll: context.checkInterrupt)
    guard let kappa = agreement.kappa else {
      return Output([
        .info(
          nl: "geen twee auditoren beoordeelden dezelfde norm op dezelfde plaats: overeenstemming is er niet",
          en: "no two auditors judged the same norm in the same place: there is no agreement to tell")
      ])
    }
    let lines = agreement.lines
    let labels = list.norms.labels
    let table = Table(
      title: Text(nl: "Overeenstemming per norm, de minste eerst", en: "Agreement by norm, the least first"),
      columns: [
        .texts("norm", lines.map(\.norm)).asDetail(),
        .texts(
          "label", lines.map { labels[$0.norm] ?? .verbatim($0.norm) }, label: Text(nl: "norm", en: "norm"), in: context
        ),
        .counts("both", lines.map(\.both), label: Text(nl: "beiden ja", en: "both yes")),
        .counts("one", lines.map(\.one), label: Text(nl: "één ja", en: "one yes")),
        .counts("none", lines.map(\.none), label: Text(nl: "geen ja", en: "none yes")),
        .numbers("kappa", lines.map(\.kappa), label: Text(nl: "kappa", en: "kappa"), format: .decimals(2)),
      ])
    var facts = Facts()
    for (name, value, label) in [
      ("kappa", kappa.kappa, Text(nl: "kappa", en: "kappa")),
      ("observed", kappa.observed, Text(nl: "overeenstemming", en: "observed agreement")),
      ("by_chance", kappa.byChance, Text(nl: "overeenstemming door toeval", en: "agreement by chance")),
      ("alpha_ordinal", agreement.alpha, Text(nl: "alfa (Krippendorff)", en: "alpha (Krippendorff)")),
    ] {
      facts.add(name, value.isNaN ? .missing : .number(value), label: label, format: .decimals(2))
    }
    var blocks: [Block] = [
      .paragraph(Self.sentence(lines, labels)), .table(table), .facts(facts.atAGlance(["kappa", "alpha_ordinal"])),
    ]
    if agreement.isMixed { blocks.append(AuditWords.mixed(given.met)) }
    if agreement.pairs.count < 10 { blocks.append(AuditWords.few) }
    blocks.append(
      try context.knowledge.sources([MethodWords.kappa, MethodWords.pairs, MethodWords.alpha], in: context))
    return Output(blocks)
  }

  private static func sentence(_ lines: [AuditAgreement.Line], _ labels: [String: Text]) -> Text {
    guard let most = lines.first, most.apart > 0 else {
      return Text(nl: "De auditoren zijn het overal eens", en: "The auditors agree everywhere")
    }
    let alike = lines.filter { $0.apart == most.apart }
    let named = Text.joined(alike.prefix(3).map { labels[$0.norm] ?? .verbatim($0.norm) }, by: "; ")
    let more =
      alike.count > 3 ? Text(nl: " en nog \(alike.count - 3)", en: " and \(alike.count - 3) more") : .verbatim("")
    return Text(nl: "Auditoren lopen het verst uiteen bij: ", en: "Auditors part most on: ") + named + more
  }
}

/// What is said beside judgements.
enum AuditWords {
  static let none = Block.info(
    nl: "er zijn nog geen oordelen; 'spiegel audit import BESTAND'",
    en: "there are no judgements yet; 'spiegel audit import FILE'")
  static let few = Block.caution(
    nl: "te weinig paren voor een vaste uitspraak", en: "too few pairs to say anything firm")

  static func mixed(_ least: Int) -> Block {
    .caution(
      nl:
        "sommige normen hebben cijfers en andere ja of nee: alles is geteld als gehaald of niet, cijfers vanaf \(least)",
      en: "some norms have figures and others yes or no: all count as met or not, figures from \(least) on")
  }
}
