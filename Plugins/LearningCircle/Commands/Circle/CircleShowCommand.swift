import WorkbenchKit

/// `kring show`: the circle at a glance.
struct CircleShowCommand: Command {
  let signature = Signature(
    "kring show", aliases: ["kring toon"],
    summary: Text(nl: "toon de kring: thema's, rollen, bijeenkomsten", en: "show the circle: themes, roles, meetings"),
    examples: [.init("kring show", Text(nl: "de kring in gebruik", en: "the circle in use"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    Output(try CircleSheet.blocks(try context.circle(), context))
  }
}
