import WorkbenchKit

/// `arena list`: the sheets of the workspace.
struct SheetListCommand: Command {
  let signature = Signature(
    "arena list", aliases: ["arena lijst"],
    summary: Text(nl: "toon de effectenbladen", en: "list the effects sheets"),
    examples: [.init("arena list", Text(nl: "alle bladen", en: "all sheets"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheets = try context.workspace.sheets
    let current = try context.workspace.currentSheet?.id
    return Output(
      Table(
        title: Text(nl: "Effectenbladen", en: "Effects sheets"),
        columns: [
          .texts("sheet", sheets.map(\.id), label: Text(nl: "blad", en: "sheet")),
          .texts("title", sheets.map(\.title), label: Text(nl: "naam", en: "name"), in: context),
          .counts("parties", sheets.map(\.parties.count), label: Text(nl: "partijen", en: "parties")),
          .counts("effects", sheets.map { $0.nodes(.effect).count }, label: Text(nl: "effecten", en: "effects")),
          .counts("years", sheets.map(\.years), label: Text(nl: "jaren", en: "years")),
          Column("in_use", .booleans(sheets.map { $0.id == current }), label: Text(nl: "in gebruik", en: "in use")),
        ]))
  }
}
