import WorkbenchKit

/// `arena what-if "INPUT=…"`: what would be if a number were another.
struct WhatIfCommand: Command {
  struct Arguments: Sendable {
    let changes = Argument(
      list: "input", .pair(.value),
      about: Text(
        nl: "EFFECT.aantal=8, ACTIVITEIT.PARTIJ.bedrag=80000, rate=2.25%",
        en: "EFFECT.quantity=8, ACTIVITY.PARTY.amount=80000, rate=2.25%"),
      candidates: { context in
        ((try? context.workspace.currentSheet).map { SheetInput.all($0) } ?? []).map {
          Candidate("\($0.id)=", $0.label)
        }
      })
    let weighs = Weighing.argument
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena what-if", aliases: ["arena stel"],
    summary: Text(
      nl: "bekijk wat het saldo zou zijn als een getal anders was",
      en: "see what the net would be if a number were another"),
    details: Text(nl: "Het blad blijft zoals het is.", en: "The sheet stays as it is."),
    examples: [
      .init("arena what-if rust.quantity=8", Text(nl: "een ander aantal", en: "another number")),
      .init(
        "arena what-if geluk.aantal=8", Text(nl: "iets dat er niet is", en: "something that is not there"),
        failsWith: "input.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try context.sheet()
    var changed = sheet
    for (pair, place) in zip(given.changes, given.places(of: \.changes)) {
      let input = try Vocabulary<SheetInput>.input.one(pair.key, among: SheetInput.all(sheet), at: place)
      input.set(&changed, try input.read(pair.value, at: place))
    }
    let (before, after) = (SheetModel(sheet, weighs: given.weighs), SheetModel(changed, weighs: given.weighs))
    return Output(
      [.table(NetComparison.table(before, after, Text(nl: "nu", en: "now"), Text(nl: "dan", en: "then"), context))]
        + Weighing.remark(given.weighs) + MoneyWords.remarks(after))
  }
}
