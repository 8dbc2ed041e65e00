import WorkbenchKit

/// `advies list`: the advice of the source, by party.
struct AdviceListCommand: Command {
  struct Arguments: Sendable {
    let party = Argument(
      flag: "party", .named(.adviceParty), about: Text(nl: "alleen voor deze partij", en: "for this party only"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "advies list", aliases: ["advies lijst"],
    summary: Text(nl: "toon de adviezen uit de bron", en: "list the advice of the source"),
    examples: [
      .init("advies list --party gemeenten", Text(nl: "voor gemeenten", en: "for municipalities")),
      .init(
        "advies list --party iedereen", Text(nl: "een partij die er niet is", en: "a party that is not there"),
        failsWith: "party.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let party = try given.party?.item(in: context)
    let advice = try context.advice.filter { party == nil || $0.party == party?.id }
    return Output([
      .table(
        Table(
          title: Text(nl: "Adviezen", en: "Advice"),
          columns: [
            .texts("advice", advice.map(\.id), label: Text(nl: "advies", en: "advice")),
            .texts("label", advice.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
            .texts("party", advice.map(\.party), label: Text(nl: "voor", en: "for")),
            .texts("source", advice.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context)
              .asDetail(),
          ])), try context.knowledge.sources(advice.map(\.source), in: context),
    ])
  }
}
