import WorkbenchKit

/// `wzw need agree`: where the roles agree on necessity, and where they do not.
struct NeedAgreeCommand: Command {
  struct Arguments: Sendable {
    let group = CircleArguments.anyGroup
    let set = CircleArguments.set
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need agree",
      aliases: ["wzw noodzaak eens"],
      summary: Text(
        nl: "toon de mediaan van de rollen en hoe eens zij het zijn",
        en: "show the median of the roles and how far they agree"),
      details: Text(
        nl:
          "De mediaan is de hoogste graad die meer dan de helft van de rollen haalt; bij een even aantal is dat de onderste van de twee middelste, de bovenste staat ernaast. A is de overeenstemming van Van der Eijk (2001): 1 eensgezind, 0 gelijk verdeeld, -1 twee kampen. 'open' telt de rollen die 'onbekend' zeggen; zij verschuiven niets. 'tekst' is wat de bron nodig noemt, zonder te zeggen hoe nodig.",
        en:
          "The median is the highest grade that more than half of the roles reach; with an even count that is the lower of the two in the middle, and the upper stands beside it. A is van der Eijk's agreement (2001): 1 unanimous, 0 evenly spread, -1 two camps. 'open' counts the roles that say 'onbekend' (unknown); they move nothing. 'text' is what the source says, without a grade."
      ),
      examples: [
        .init("wzw need agree", Text(nl: "alles waarover is gezegd", en: "all that was spoken of")),
        .init(
          "wzw need agree 4d", Text(nl: "een groep die er niet is", en: "a group that is not there"),
          failsWith: "group.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let group = try given.group?.item(in: context)
    let sets = try JudgementSets(context)
    let set = try given.checking(\.set) { try $0.map(sets.found) ?? sets.inUse }
    let circle = set.needs
    let cells = try NeedTables.answered(circle, group: group, context)
    // The most disputed first; with equal agreement the order of the knowledge base stays.
    let ranked = cells.enumerated().sorted {
      let left = circle.judgement($0.element).agreement ?? 2
      let right = circle.judgement($1.element).agreement ?? 2
      return (left, $0.offset) < (right, $1.offset)
    }.map(\.element)
    let judgements = ranked.map(circle.judgement)
    var facts = Facts()
    facts.add("questions", ranked.count, label: Text(nl: "vragen met antwoord", en: "questions with an answer"))
    facts.add(
      "unanimous", judgements.count { $0.agreement == 1 }, label: Text(nl: "eensgezind", en: "unanimous"))
    facts.add(
      "divided", judgements.count { ($0.agreement ?? 1) < 0 },
      label: Text(nl: "in kampen verdeeld (onder 0)", en: "divided into camps (below 0)"))
    facts.add(
      "with_unknown", judgements.count { $0.unknown > 0 },
      label: Text(nl: "met een rol die het niet weet", en: "with a role that does not know"))
    var blocks: [Block] = [
      .table(NeedTables.agreement(ranked, set, try context.statedNeeds, context)), .facts(facts),
    ]
    blocks += try Block.legend(judgements.compactMap(\.median), in: context)
    if let mark = set.mark { blocks.append(.caution(nl: "\(mark.nl).", en: "\(mark.en).")) }
    if ranked.isEmpty {
      blocks.append(NeedTables.nobody)
    } else {
      blocks.append(.sources([Self.method]))
      context.workspace.note(Self.method)
    }
    return Output(blocks)
  }

  private static let method = Source(
    id: "van-der-eijk-2001", title: "Measuring agreement in ordered rating scales",
    publisher: "Quality & Quantity 35(3)", date: "2001", place: "325-341")
}
