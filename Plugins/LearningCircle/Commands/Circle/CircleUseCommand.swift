import WorkbenchKit

/// `kring use NAME`: works in another circle.
struct CircleUseCommand: Command {
  struct Arguments: Sendable {
    let circle = Argument("name", .named(.circle), about: Text(nl: "welke kring", en: "which circle"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "kring use", aliases: ["kring gebruik"],
    summary: Text(nl: "werk in een andere kring", en: "work in another circle"),
    changesWorkspace: true,
    examples: [
      .init("kring use lindehof", Text(nl: "een kring die er is", en: "a circle that is there")),
      .init(
        "kring use nergens", Text(nl: "een die er niet is", en: "one that is not there"), failsWith: "circle.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let circle = try given.circle.item(in: context)
    try context.workspace.use(circle)
    return Output(try CircleSheet.blocks(circle, context))
  }
}
