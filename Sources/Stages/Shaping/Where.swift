import WorkbenchKit

/// `where EXPR`: the rows for which a condition is true.
struct Where: RowwiseStage {
  struct Arguments: Sendable {
    let condition = Argument("condition", .expression, about: Text(nl: "de voorwaarde", en: "the condition"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "where", aliases: ["waar"],
    summary: Text(
      nl: "houd de rijen waarvoor een voorwaarde waar is", en: "keep the rows for which a condition is true"),
    details: expressionDetails,
    input: .required,
    examples: [
      .init(
        "read buurten.csv | where inwoners > 1000 and gemeente ~ \"dorp\"",
        Text(nl: "twee voorwaarden", en: "two conditions")),
      .init(
        "read buurten.csv | where code in ('BU01', 'BU04') or inwoners is missing",
        Text(nl: "een lijst, en wat ontbreekt", en: "a list, and what is missing")),
      .init(
        "read buurten.csv | where inwonrs > 1000",
        Text(nl: "een kolom die er niet is", en: "a column that is not there"),
        failsWith: "column.unknown"),
      .init(
        "read buurten.csv | where naam > 5", Text(nl: "een tekst naast een getal", en: "a text beside a number"),
        failsWith: "expression.type"),
    ])

  func stated(_ given: Given<Arguments>, in context: Context) -> SourceStage? {
    let formula = try? Formula(given.condition, at: nil, variables: context.variables)
    return formula?.sourceTerm.map(SourceStage.filter)
  }

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let formula = try Formula(given.condition, at: given.place(of: \.condition), variables: context.variables)
    var notices: [Notice] = []
    let rows = try formula.rows(of: table, adding: &notices, context.checkInterrupt)
    if rows.count == table.rowCount, notices.isEmpty { return input }
    return input.replacing(table.rows(rows), adding: notices)
  }
}

/// What `where` and `derive` have in common to tell.
let expressionDetails = Text(
  nl:
    "Een kaal woord is een kolom; een kolom met spaties staat tussen `…`; tekst staat tussen \"…\" of '…'. Getallen nemen een "
    + "punt. Er is: = != < <= > >=, ~ (bevat, hoofdletters maken niet uit), in (…), is missing, is not missing, and, or, not, "
    + "+ - * /, haakjes, true, false, $naam. Functies: abs(x), round(x, decimalen), min(…), max(…), lower(tekst), length(tekst), "
    + "number(tekst), text(getal), if(voorwaarde, dan, anders), date(tekst), year(datum), month(datum), day(datum). Een datum is "
    + "2027-04-01; naast een datum mag hij ook tussen aanhalingstekens. Datum min datum is een aantal dagen, en een datum plus een getal "
    + "is een datum. Wat met een ontbrekende waarde vergeleken of berekend wordt, "
    + "ontbreekt, en is dus niet waar. 12% past alleen bij een percentage of een aandeel; in een product is het 0,12.",
  en:
    "A bare word is a column; a column with blanks stands between `…`; text stands between \"…\" or '…'. Numbers take a point. "
    + "There is: = != < <= > >=, ~ (contains, capitals do not matter), in (…), is missing, is not missing, and, or, not, + - * /, "
    + "brackets, true, false, $name. Functions: abs(x), round(x, decimals), min(…), max(…), lower(text), length(text), "
    + "number(text), text(number), if(condition, then, else), date(text), year(date), month(date), day(date). A date is 2027-04-01; "
    + "beside a date it may stand in quotes too. A date less a date is a number of days, and a date and a number is a date. What is compared or computed with a missing value is missing, and "
    + "so not true. 12% fits a percentage or a share only; in a product it is 0.12.")
