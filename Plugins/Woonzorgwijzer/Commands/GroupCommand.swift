import WorkbenchKit

/// `wzw group`: the sheet of one target group.
struct GroupCommand: Command {
  struct Arguments: Sendable {
    let group = Argument(
      "group", .named(.counted),
      about: Text(nl: "doelgroep: 3, 4a, ggz-c3, dementie, …", en: "target group: 3, 4a, ggz-c3, dementia, …"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw group",
      aliases: ["wzw doelgroep"],
      summary: Text(
        nl: "toon het blad van één doelgroep: beperkingen, netwerk en wat nodig is",
        en: "show the sheet of one target group: limitations, network and what is needed"),
      examples: [
        .init("wzw group 3", Text(nl: "ouderen, groep 3", en: "elderly people, group 3")),
        .init("wzw group ggz-c3", Text(nl: "langdurige psychiatrie", en: "long-standing psychiatric problems")),
        .init(
          "wzw group dementie",
          Text(nl: "een groep met landelijke kansen", en: "a group with national rates")),
        .init(
          "wzw group 5", Text(nl: "een groep die er niet is", en: "a group that is not there"),
          failsWith: "group.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let found = try given.group.item(in: context)
    if let starting = found.starting { return try StartingSheet(set: starting, context: context).output() }
    return try GroupSheet(group: Vocabulary.group.one(found.id, in: context), context: context).output()
  }
}
