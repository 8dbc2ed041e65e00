import WorkbenchKit

/// `wzw need sets`: the sets of judgements that there are, or where two of them differ.
struct NeedSetsCommand: Command {
  struct Arguments: Sendable {
    let sets = Argument(
      list: "set", .name, required: false,
      about: Text(nl: "twee sets om te vergelijken", en: "two sets to compare"), candidates: CircleArguments.sets)
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw need sets",
      aliases: ["wzw noodzaak sets"],
      summary: Text(
        nl: "noem de sets van oordelen, of vergelijk er twee", en: "list the sets of judgements, or compare two of them"
      ),
      details: Text(
        nl: """
          'kring' is wat de rollen hier zeggen, 'voorbeeld' komt mee met het programma en is van geen kring. Er telt er één: die u \
          met 'wzw need use' koos, anders die van de kring, en zolang die leeg is het voorbeeld, als 'wzw start' het laadde.
          """,
        en: """
          'kring' is what the roles say here, 'voorbeeld' is an example that ships and of no circle. One counts: the one you chose \
          with 'wzw need use', else the circle's, and as long as that is empty the example, if 'wzw start' loaded it.
          """),
      next: [
        FollowUp(
          "wzw need weight {area}", Text(nl: "welk oordeel het zwaarst weegt", en: "which judgement weighs most"))
      ],
      soughtBy: ["oordeel", "judgement", "voorbeeld"],
      examples: [
        .init("wzw need sets", Text(nl: "welke er zijn en welke telt", en: "which there are and which counts")),
        .init(
          "wzw need sets kring voorbeeld", Text(nl: "waarin die twee verschillen", en: "in what these two differ")),
        .init(
          "wzw need sets kring vorig", Text(nl: "een set die er niet is", en: "a set that is not there"),
          failsWith: "need.set.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sets = try JudgementSets(context)
    if given.sets.isEmpty { return Output(Self.list(sets)) }
    let found = try given.checkingEach(\.sets) { try sets.found($0) }
    guard found.count == 2 else {
      throw Diagnostic(
        "need.set.two",
        Text(nl: "een vergelijking is van twee sets", en: "a comparison is of two sets"),
        wayOut: Text(
          nl: "noem er twee, of geen om ze alle te zien", en: "name two of them, or none to see them all"),
        suggestion: Self.pair(found, among: sets),
        place: given.place(of: \.sets))
    }
    if let empty = found.first(where: \.needs.votes.isEmpty) {
      return Output([
        .paragraph(
          Text(
            nl: "Er valt niets te vergelijken: de set '\(empty.name)' is leeg.",
            en: "There is nothing to compare: the set '\(empty.name)' is empty."))
      ])
    }
    return Output(try JudgementComparison(found[0], found[1], context).blocks)
  }

  /// The line that compares the one set that was named with another.
  private static func pair(_ found: [JudgementSets.Found], among sets: JudgementSets) -> String? {
    guard found.count == 1, let one = found.first?.name,
      let other = ([sets.inUse.name] + sets.names).first(where: { $0 != one })
    else { return nil }
    return "wzw need sets \(TypedWord.quoted(one)) \(TypedWord.quoted(other))"
  }

  private static func list(_ sets: JudgementSets) -> [Block] {
    let names = sets.names
    let all = names.map { sets[$0] ?? CircleNeeds() }
    let inUse = sets.inUse.name
    let isEmpty = sets.inUse.needs.votes.isEmpty
    let count = { (values: [Int]) in values.map(Double.init) }
    let sentence =
      isEmpty
      ? Text(nl: "Er telt nog geen oordeel mee.", en: "No judgement counts yet.")
      : Text(nl: "De set '\(inUse)' telt.", en: "The set '\(inUse)' counts.")
    return [
      .paragraph(sentence),
      .table(
        Table(
          title: Text(nl: "Sets van oordelen", en: "Sets of judgements"),
          columns: [
            .texts("name", names, label: Text(nl: "set", en: "set")),
            Column("in_use", .booleans(names.map { $0 == inUse && !isEmpty }), label: Text(nl: "telt", en: "counts")),
            .numbers(
              "questions", count(all.map(\.votes.count)), label: Text(nl: "vragen", en: "questions"),
              format: .decimals(0)),
            .numbers(
              "groups", count(all.map { Set($0.votes.keys.map(\.group)).count }),
              label: Text(nl: "groepen", en: "groups"), format: .decimals(0)),
            .numbers(
              "roles", count(all.map(\.roles.count)), label: Text(nl: "rollen", en: "roles"), format: .decimals(0)),
          ])),
    ]
  }
}
