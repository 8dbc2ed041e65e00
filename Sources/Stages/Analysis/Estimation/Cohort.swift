import Methods
import WorkbenchKit

/// `cohort --steps N`: a population by age band, some steps on.
struct Cohort: Stage {
  struct Arguments: Sendable {
    let steps = Argument(
      flag: "steps", .integer(1...200), default: "1", about: Text(nl: "hoeveel stappen", en: "how many steps"))
    let births = Argument(
      flag: "births", .number(0...1e12, unit: .persons),
      about: Text(
        nl: "wie er per stap in de eerste klasse bij komt door geboorte",
        en: "who is born into the first band in a step"))
    let closed = Argument(
      toggle: "closed", about: Text(nl: "de laatste klasse is niet open", en: "the last band is not open-ended"))
    let rowNames = RowNameArguments()
  }

  static let arguments = Arguments()

  let signature = Signature(
    "cohort", aliases: ["leeftijdsopbouw"],
    summary: Text(
      nl: "reken een bevolking per leeftijdsklasse een of meer stappen vooruit",
      en: "carry a population by age band forward by one or more steps"),
    details: Text(
      nl:
        "De tabel heeft de kolommen band, population, survival (het deel dat een stap later nog leeft) en, als die er is, migration "
        + "(personen die er per stap bij komen, in de klasse waarin ze aan het eind zijn); de jongste klasse staat bovenaan en een stap "
        + "duurt zo lang als een klasse breed is. Volgende klasse = population × survival + migration. De laatste klasse is open: wie er "
        + "overleeft, blijft erin; met --closed verdwijnt die. Bij meer stappen staan de tussenstanden in step_1, step_2 …, en de laatste "
        + "in next.",
      en:
        "The table has the columns band, population, survival (the share still alive a step later) and, if there is one, migration "
        + "(persons added in a step, in the band they are in at its end); the youngest band is on top, and a step is as long as a band "
        + "is wide. Next band = population × survival + migration. The last band is open: who survives stays in it; with --closed they "
        + "leave. With more steps those between stand in step_1, step_2 …, and the last in next."),
    input: .required,
    examples: [
      .init("read bands.csv | cohort --steps 1", Text(nl: "een stap vooruit", en: "a step on")),
      .init(
        "read bands.csv | cohort --steps 3 --births 950",
        Text(nl: "drie stappen, met geboorten", en: "three steps, with births")),
      .init(
        "read buurten.csv | cohort", Text(nl: "een tabel zonder klassen", en: "a table without bands"),
        failsWith: "column.unknown"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    let current = try table.require("population", at: given.place)
    let remaining = try table.require("survival", at: given.place)
    try table.requireRows(for: given.purpose)
    let names = try given.rowNames.names(in: table)
    func numbers(_ column: Column, _ bound: CellBound) throws -> [Double] {
      try column.completeNumbers(bound, for: given.purpose, rows: names.names)
    }
    let path = cohortComponent(
      population: try numbers(current, .amount), survival: try numbers(remaining, .share),
      migration: try table.column("migration").map { try numbers($0, .any) } ?? [],
      births: given.births ?? 0, isOpenEnded: !given.closed, steps: given.steps)
    context.workspace.note(EstimationSources.cohorts)
    let unit = current.unit ?? .persons
    let added = path.enumerated().map { step, persons in
      step + 1 == path.count
        ? Column.numbers("next", persons, label: Text(nl: "daarna", en: "next"), unit: unit)
        : Column.numbers(
          "step_\(step + 1)", persons, label: Text(nl: "stap \(step + 1)", en: "step \(step + 1)"), unit: unit)
    }
    return input.replacing(
      Table(title: table.title, columns: table.columns + added),
      adding: [names.notice] + Self.notices(path, names.names, born: given.births != nil))
  }

  private static func notices(_ path: [[Double]], _ names: [String], born: Bool) -> [Notice] {
    var notices: [Notice] = []
    if !born {
      notices.append(
        .info(nl: "zonder geboorten gerekend (--births)", en: "worked out without births (--births)"))
    }
    let emptied = names.indices.filter { band in path.contains { $0[band] < 0 } }.map { names[$0] }
    notices.add(.warning, naming: emptied) {
      Text(
        nl: "uit \($0.nl) vertrekken er meer dan er zijn: de uitkomst is daar negatief",
        en: "more leave \($0.en) than there are: the result is negative there")
    }
    return notices
  }
}
