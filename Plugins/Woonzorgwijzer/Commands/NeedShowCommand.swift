import WorkbenchKit

/// `wzw need show`: who said what of necessity, and what the text of the source says beside it.
struct NeedShowCommand: Command {
  struct Arguments: Sendable {
    let group = CircleArguments.anyGroup
    let set = CircleArguments.set
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need show",
      aliases: ["wzw noodzaak toon"],
      summary: Text(nl: "toon wat elke rol nodig vindt", en: "show what each role finds needed"),
      details: Text(
        nl:
          "'nodig' is wat de tekst van de bron zegt, zonder te zeggen hoe nodig; het telt nergens mee als oordeel van een rol.",
        en:
          "'nodig' (needed) is what the text of the source says, without a grade; it counts nowhere as a role's judgement."
      ),
      examples: [
        .init("wzw need show ggz-c3", Text(nl: "wat er over één groep is gezegd", en: "what was said of one group")),
        .init(
          "wzw need show ggz-c9", Text(nl: "een groep die er niet is", en: "a group that is not there"),
          failsWith: "group.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let group = try given.group?.item(in: context)
    let sets = try JudgementSets(context)
    let set = try given.checking(\.set) { try $0.map(sets.found) ?? sets.inUse }
    let circle = set.needs
    let stated = try context.statedNeeds.filter { group == nil || $0.group == group?.id }
    let cells = try NeedTables.answered(circle, group: group, context)
    var rows: [(cell: NeedCell, role: String, value: Necessity)] = []
    for cell in cells {
      rows += (circle.votes[cell] ?? [:]).sorted { $0.key < $1.key }.map { (cell, $0.key, $0.value) }
    }
    let roles = Table(
      title: Text(nl: "Wat de rollen zeggen", en: "What the roles say"),
      columns: NeedTables.identity(rows.map(\.cell)) + [
        .texts("role", rows.map(\.role), label: Text(nl: "rol", en: "role")),
        .texts("value", rows.map(\.value.rawValue), label: Text(nl: "waarde", en: "value")),
      ])
    var facts = Facts()
    facts.add("answers", rows.count, label: Text(nl: "antwoorden", en: "answers"))
    facts.add("roles", Set(rows.map(\.role)).count, label: Text(nl: "rollen", en: "roles"))
    facts.add(
      "unanswered", try unanswered(cells, group, context),
      label: Text(nl: "vragen zonder antwoord (onbekend)", en: "questions without an answer (onbekend)"))
    var blocks: [Block] = [.table(roles), .facts(facts)]
    if let mark = set.mark { blocks.append(.caution(nl: "\(mark.nl).", en: "\(mark.en).")) }
    if rows.isEmpty {
      blocks.append(NeedTables.nobody)
    }
    if !stated.isEmpty {
      let names = try context.preconditions.labels
      blocks.append(
        .table(
          Table(
            title: Text(
              nl: "Wat de tekst van de bron nodig noemt", en: "What the text of the source calls needed (nodig)"),
            columns: [
              .texts("group", stated.map(\.group), label: Text(nl: "doelgroep", en: "group")),
              .texts("precondition", stated.map(\.precondition)).asDetail(),
              .texts(
                "precondition_label", stated.map { names[$0.precondition] },
                label: Text(nl: "randvoorwaarde", en: "precondition"), in: context),
              .texts("value", stated.map { _ in Necessity.needed.rawValue }, label: Text(nl: "waarde", en: "value")),
              .texts("why", stated.map(\.text), label: Text(nl: "toelichting", en: "remark"), in: context),
              .placesInSource(stated.map(\.source), in: context),
            ])))
      blocks.append(try context.knowledge.sources(stated.map(\.source), in: context))
    }
    return Output(blocks)
  }

  /// How many questions nobody answered, of one group or of all.
  private func unanswered(_ cells: [NeedCell], _ group: TargetGroup?, _ context: Context) throws -> Int {
    let groups = group == nil ? try context.groups.count : 1
    return try groups * context.preconditions.count * context.situations.count - cells.count
  }
}
