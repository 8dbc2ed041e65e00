import WorkbenchKit

/// `arena effects`: what each effect is worth.
struct EffectsCommand: Command {
  let signature = Signature(
    "arena effects", aliases: ["arena effecten", "arena baten"],
    summary: Text(nl: "toon wat elk effect waard is, en voor wie", en: "show what each effect is worth, and to whom"),
    examples: [.init("arena effects", Text(nl: "alle effecten", en: "all effects"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try context.sheet()
    guard !sheet.nodes(.effect).isEmpty else {
      return Output([
        .info(
          nl: "er staat nog geen effect op het blad: 'arena add effect ID TEKST'",
          en: "no effect stands on the sheet yet: 'arena add effect ID TEXT'")
      ])
    }
    return Output([.table(EffectTable.of(sheet, context))] + MoneyWords.remarks(SheetModel(sheet)))
  }
}
