import WorkbenchKit

/// `arena use NAME`: works on another sheet, or over other years.
struct SheetUseCommand: Command {
  struct Arguments: Sendable {
    let sheet = Argument("name", .named(.sheet), about: Text(nl: "welk blad", en: "which sheet"))
    let years = Argument(
      flag: "years", .integer(1...50), about: Text(nl: "over hoeveel jaar", en: "over how many years"))
    let rate = Argument(
      flag: "rate", .discountRate, about: Text(nl: "discontovoet, zoals 2.25%", en: "discount rate, such as 2.25%"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena use", aliases: ["arena gebruik"],
    summary: Text(nl: "werk op een ander blad, of over andere jaren", en: "work on another sheet, or over other years"),
    changesWorkspace: true,
    examples: [
      .init("arena use lindehof", Text(nl: "een blad dat er is", en: "a sheet that is there")),
      .init(
        "arena use nergens", Text(nl: "een dat er niet is", en: "one that is not there"), failsWith: "sheet.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var sheet = try given.sheet.item(in: context)
    if let years = given.years { sheet.years = years }
    if let rate = given.rate { sheet.rate = rate }
    if given.years != nil || given.rate != nil { context.workspace.store(sheet) }
    try context.workspace.use(sheet)
    return Output(try SheetPicture.blocks(sheet, context))
  }
}
