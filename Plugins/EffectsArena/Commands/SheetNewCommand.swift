import WorkbenchKit

/// `arena new NAME`: a sheet to work on.
struct SheetNewCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "hoe het blad heet", en: "what the sheet is called"))
    let years = Argument(
      flag: "years", .integer(1...50), default: "1", about: Text(nl: "over hoeveel jaar", en: "over how many years"))
    let rate = Argument(
      flag: "rate", .discountRate, default: "0",
      about: Text(nl: "discontovoet, zoals 2.25%", en: "discount rate, such as 2.25%"))
    let start = Argument(flag: "start", .integer(1900...2200), about: Text(nl: "het eerste jaar", en: "the first year"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena new", aliases: ["arena nieuw"],
    summary: Text(nl: "begin een effectenblad", en: "begin an effects sheet"),
    details: Text(
      nl:
        "De discontovoet is 0 tenzij die gegeven is: welke het Rijk voorschrijft, noemt wie het blad maakt zelf met bron. Een bestaand blad krijgt "
        + "andere jaren met 'arena use NAAM --years N'.",
      en:
        "The discount rate is 0 unless it is given: which one the state prescribes, whoever makes the sheet cites. A sheet that is there gets other "
        + "years with 'arena use NAME --years N'."),
    changesWorkspace: true,
    next: [
      FollowUp("arena party add gemeente --law wmo", Text(nl: "wie er betaalt of bespaart", en: "who pays or saves"))
    ],
    examples: [
      .init("arena new 'Buurthuis Lindehof'", Text(nl: "een blad over één jaar", en: "a sheet of one year")),
      .init(
        "arena new driejaar --years 3 --rate 2.25%",
        Text(nl: "drie jaar, verdisconteerd", en: "three years, discounted")),
      .init(
        "arena new x --rate 30%", Text(nl: "een discontovoet die niet kan", en: "a rate that cannot be"),
        failsWith: "discount.range"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let id = try given.checking(\.name) { try Slug.demand($0) }
    try Vocabulary<Sheet>.sheet.demandFree(id, among: context.workspace.sheets, at: given.place(of: \.name))
    let title = given.name.split(separator: " ").joined(separator: " ")
    var sheet = Sheet(id: id, title: .verbatim(title), years: given.years, rate: given.rate)
    sheet.start = given.start
    context.workspace.store(sheet)
    try context.workspace.use(sheet)
    return Output(try SheetPicture.blocks(sheet, context))
  }
}
