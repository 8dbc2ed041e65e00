import WorkbenchKit

/// `arena compare A B`: two sheets side by side.
struct CompareCommand: Command {
  struct Arguments: Sendable {
    let one = Argument("a", .named(.sheet), about: Text(nl: "een blad", en: "a sheet"))
    let other = Argument("b", .named(.sheet), about: Text(nl: "een ander blad", en: "another sheet"))
    let weighs = Weighing.argument
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena compare", aliases: ["arena vergelijk"],
    summary: Text(nl: "zet twee bladen naast elkaar", en: "set two sheets side by side"),
    details: Text(
      nl:
        "Eén blad in twee takken: bewaar in elke tak na 'arena ledger' de uitkomst met 'keep grootboek --last', en zet ze naast elkaar met "
        + "'compare TAK TAK --results grootboek'.",
      en:
        "One sheet in two branches: keep in each what 'arena ledger' gave with 'keep ledger --last', and set them side by side with "
        + "'compare BRANCH BRANCH --results ledger'."),
    examples: [
      .init("arena compare lindehof goede-buur", Text(nl: "twee bladen", en: "two sheets")),
      .init(
        "arena compare lindehof nergens", Text(nl: "een dat er niet is", en: "one that is not there"),
        failsWith: "sheet.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheets = try context.workspace.sheets
    let (one, other) = (try given.one.item(among: sheets), try given.other.item(among: sheets))
    let models = (SheetModel(one, weighs: given.weighs), SheetModel(other, weighs: given.weighs))
    var blocks: [Block] = [.table(NetComparison.table(models.0, models.1, one.title, other.title, context))]
    if one.years != other.years || one.rate != other.rate {
      blocks.append(
        .caution(
          nl:
            "de bladen lopen niet over dezelfde jaren, of hebben niet dezelfde discontovoet: \(one.years) en \(other.years) jaar",
          en:
            "the sheets do not run over the same years, or have not the same rate: \(one.years) and \(other.years) years"
        ))
    }
    for (sheet, model) in [(one, models.0), (other, models.1)] where model.covered.map({ $0 < 1 }) ?? false {
      let share = Text.share(model.covered ?? 0, decimals: 0)
      blocks.append(
        .caution(
          nl: "\(sheet.id): \(share.nl) van de effecten heeft geld",
          en: "\(sheet.id): \(share.en) of the effects has money"))
    }
    for origin in MoneyWords.origins(one) + MoneyWords.origins(other) where !blocks.contains(origin) {
      blocks.append(origin)
    }
    return Output(blocks + Weighing.remark(given.weighs))
  }
}
