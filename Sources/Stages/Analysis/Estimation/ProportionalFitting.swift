import Methods
import WorkbenchKit

/// `ipf --rows TABLE --columns TABLE`: a table fitted to the totals of its rows and columns.
struct ProportionalFitting: Stage {
  struct Arguments: Sendable {
    let rows = Argument(
      requiredFlag: "rows", .table,
      about: Text(nl: "het doel van elke rij: name, target", en: "the target of each row: name, target"))
    let columns = Argument(
      requiredFlag: "columns", .table,
      about: Text(nl: "het doel van elke kolom: name, target", en: "the target of each column: name, target"))
    let rowNames = RowNameArguments()
    let numbers = NumberArguments()
    let tolerance = Argument(
      flag: "tolerance", .number(1e-15...0.1, unit: .share), default: "1e-8",
      about: Text(nl: "de grootste verandering die niet telt", en: "the largest change that does not count"))
    let rounds = Argument(
      flag: "rounds", .integer(1...1_000_000), default: "1000",
      about: Text(nl: "na zoveel rondes stopt het", en: "it ends after so many rounds"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "ipf", aliases: ["randtotalen"],
    summary: Text(
      nl: "pas een tabel aan op bekende totalen van haar rijen en kolommen",
      en: "fit a table to known totals of its rows and columns"),
    details: Text(
      nl:
        "Iterative proportional fitting (Deming & Stephan 1940): elke cel maal doel gedeeld door som, per rij en dan per kolom, tot "
        + "geen cel in een ronde nog meer dan --tolerance verandert. Een nul blijft nul; de verhoudingen binnen de tabel blijven zoals "
        + "ze zijn. De totalen staan in twee tabellen met de kolommen name en target, en tellen op tot hetzelfde. Een doel waar geen cel "
        + "bij kan wordt genoemd. Alle kolommen buiten die met de namen zijn getallen.",
      en:
        "Iterative proportional fitting (Deming & Stephan 1940): each cell times target over sum, for each row and then for each "
        + "column, until no cell changes by more than --tolerance in a round. A nought stays nought; the odds ratios within the table "
        + "stay as they are. The totals stand in two tables with the columns name and target, and add up to the same. A target that no "
        + "cell can meet is named. All columns but the one with the names are numbers."),
    input: .required,
    examples: [
      .init(
        "read seed.csv | ipf --rows rows.csv --columns columns.csv",
        Text(
          nl: "een tabel uit een steekproef, op de totalen van het register",
          en: "a sample's table, on the totals of a register")
      ),
      .init(
        "read seed.csv | ipf --rows rows.csv --columns zorg.csv",
        Text(nl: "een tabel zonder doelen", en: "a table without targets"), failsWith: "column.unknown"),
    ])

  func apply(_ given: Given<Arguments>, to input: Output, in context: Context) throws -> Output {
    let table = try input.requiredTable(for: given)
    try table.requireRows(for: given.purpose)
    let names = try given.rowNames.names(in: table)
    let fitted = table.columns.indices.filter { $0 != names.column }
    let seed = try fitted.map {
      try table.columns[$0].completeNumbers(.amount, for: given.purpose, rows: names.names)
    }
    let columnNames = fitted.map { table.columns[$0].name }
    let marks = try given.numbers.marks()
    let rows = try MarginTargets(given.rows, marks, of: .rows, names.names, for: given.purpose, in: context)
    let columns = try MarginTargets(given.columns, marks, of: .columns, columnNames, for: given.purpose, in: context)
    let limit = given.rounds
    let fit: ProportionalFit
    do {
      fit = try iterativeProportionalFitting(
        seed: Matrix((0..<table.rowCount).map { row in seed.map { $0[row] } }), rows: rows.values,
        columns: columns.values, tolerance: given.tolerance, rounds: limit
      ) { round in
        try context.checkInterrupt()
        context.monitor.progress(Double(round) / Double(limit), Text(nl: "totalen aanpassen", en: "fitting totals"))
      }
    } catch let problem as ProportionalFitProblem { throw Self.diagnostic(problem, at: given.place) }
    context.workspace.note(EstimationSources.proportionalFitting)
    var result = table
    for (place, index) in fitted.enumerated() {
      let old = table.columns[index]
      result.set(.numbers(old.name, fit.table.column(place), label: old.label, unit: old.unit))
    }
    let notices = [names.notice] + rows.notices + columns.notices + Self.notices(fit, names.names, columnNames)
    var output = input.replacing(result, adding: notices)
    output.blocks.append(.facts(Self.facts(fit)))
    return output
  }

  private static func facts(_ fit: ProportionalFit) -> Facts {
    var facts = Facts()
    facts.add("rounds", fit.rounds, label: Text(nl: "rondes", en: "rounds"))
    facts.add("converged", .boolean(fit.converged), label: Text(nl: "geconvergeerd", en: "converged"))
    facts.add(
      "max_change", .number(fit.maximumChange), label: Text(nl: "grootste verandering", en: "largest change"),
      format: .significant(fit.maximumChange))
    return facts
  }

  private static func diagnostic(_ problem: ProportionalFitProblem, at place: Place?) -> Diagnostic {
    switch problem {
    case .totals(let rows, let columns):
      let (one, other) = (NumberText.shortest(rows), NumberText.shortest(columns))
      return Diagnostic(
        "ipf.totals",
        Text(
          nl: "de doelen van de rijen tellen op tot \(one), die van de kolommen tot \(other)",
          en: "the targets of the rows add up to \(one), those of the columns to \(other)"),
        wayOut: Text(
          nl: "maak beide gelijk, bijvoorbeeld met: derive target = target * \(other) / \(one)",
          en: "make both the same, for example with: derive target = target * \(other) / \(one)"), place: place)
    case .negative, .shape:
      return Diagnostic(
        "value.range",
        Text(
          nl: "een cel of doel is geen getal van nul of meer", en: "a cell or target is no number of nought or more"),
        place: place)
    }
  }

  private static func notices(_ fit: ProportionalFit, _ rows: [String], _ columns: [String]) -> [Notice] {
    func list(_ margins: [ProportionalFit.Margin]) -> Text {
      .fewQuoted(
        margins.map { margin in
          switch margin {
          case .row(let row): rows[row]
          case .column(let column): columns[column]
          }
        })
    }
    guard !fit.converged else { return [] }
    var notices: [Notice] = [
      .warning(
        nl: "de berekening is na \(fit.rounds) rondes niet geconvergeerd"
          + (fit.missed.isEmpty ? "" : "; niet gehaald: \(list(fit.missed).nl)"),
        en: "not converged after \(fit.rounds) rounds"
          + (fit.missed.isEmpty ? "" : "; not met: \(list(fit.missed).en)"))
    ]
    if !fit.unreachable.isEmpty {
      let names = list(fit.unreachable)
      notices.append(
        .warning(
          nl: "geen cel kan bij het doel van \(names.nl): daar staan alleen nullen",
          en: "no cell can meet the target of \(names.en): there are noughts only"))
    }
    return notices
  }
}
