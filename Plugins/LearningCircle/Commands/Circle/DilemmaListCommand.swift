import WorkbenchKit

/// `kring dilemma list`: the dilemmas of the source, and the circle's own.
struct DilemmaListCommand: Command {
  let signature = Signature(
    "kring dilemma list", aliases: ["kring dilemmas"],
    summary: Text(nl: "toon de dilemma's", en: "list the dilemmas"),
    examples: [
      .init("kring dilemma list", Text(nl: "vijf uit de bron, en de eigen", en: "five of the source, and the own"))
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(try Dilemmas.table(try context.circle(), in: context))
  }
}
