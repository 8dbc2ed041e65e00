import WorkbenchKit

/// `derive NAME = EXPR`: a column worked out of others.
struct Derive: FigureStage, RowwiseStage {
  struct Arguments: Sendable {
    let definition = Argument(
      "definition", .expression,
      about: Text(nl: "de naam, een = en de expressie", en: "the name, a = and the expression"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "derive", aliases: ["bereken"],
    summary: Text(nl: "bereken een kolom uit andere", en: "work a column out of others"),
    details: Text(
      nl:
        "Een kolom die al zo heet wordt vervangen, op haar plaats. Wat niet te berekenen is, zoals delen door nul, ontbreekt. ",
      en:
        "A column that is called so already is replaced, where it stands. What cannot be worked out, such as a division by nought, "
        + "is missing. ") + expressionDetails,
    input: .required,
    examples: [
      .init(
        "read buurten.csv | derive dichtheid = round(inwoners / oppervlakte)",
        Text(nl: "inwoners per vierkante kilometer", en: "inhabitants per square kilometre")),
      .init(
        "read buurten.csv | derive grootte = if(inwoners > 2000, \"groot\", \"klein\")",
        Text(nl: "een indeling in twee", en: "a division in two")),
      .init(
        "read buurten.csv | derive helft = inwoners * 0,5",
        Text(nl: "een decimale komma", en: "a decimal comma"), failsWith: "expression.comma"),
    ])

  func stated(_ given: Given<Arguments>, in context: Context) -> SourceStage? {
    let definition = try? Formula.definition(given.definition, at: nil, variables: context.variables)
    return definition.flatMap { name, formula in formula.sourceTerm.map { .derive(name, $0) } }
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    var table = try input.requiredTable(for: given)
    let (name, formula) = try Formula.definition(
      given.definition, at: given.place(of: \.definition), variables: context.variables)
    var notices: [Notice] = []
    let column = try formula.column(name, of: table, adding: &notices, context.checkInterrupt)
    table.set(column)
    return input.replacing(table, adding: notices + [column.inexactNotice].compactMap { $0 })
  }
}
