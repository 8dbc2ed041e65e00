import Methods
import WorkbenchKit

/// The synthetic estimates of all areas and groups together, fitted to known totals.
struct Calibration {
  /// A known total: of an area and a group, or of all groups together.
  struct Margin: Sendable, Hashable {
    let code: String
    let group: String?
    let total: Double

    var label: String { group.map { "\(code) \($0)" } ?? code }
  }

  /// What came of it.
  struct Outcome {
    /// Area by area, each with all groups; NaN where there is no estimate.
    var estimates: [[Double]]
    /// Of each cell the fitted draws; empty where there is no estimate.
    var draws: [[[Float]]]
    var fit: RakedCells
    var used: [Margin]
    var missed: [Margin]
    /// Totals of areas or groups of which there is no estimate above nought.
    var unreachable: [Margin]
  }

  let margins: [Margin]

  /// - Throws: `margins.none` where none are loaded.
  init(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table(ImportedTables.margins) else {
      throw Diagnostic(
        "margins.none",
        Text(nl: "er zijn nog geen bekende totalen ingelezen", en: "no known totals have been imported yet"),
        wayOut: Text(
          nl: "lees een tabel met area,group,total in met 'wzw import BESTAND --as margins'",
          en: "import a table with area,group,total with 'wzw import FILE --as margins'"))
    }
    let codes = try table.require("code").texts ?? []
    let groups = try table.require("group").texts
    let totals = try table.require("total").numbers ?? []
    margins = codes.indices.compactMap { row in
      codes[row].map { Margin(code: $0, group: groups?[row], total: totals[row]) }
    }
  }

  /// The areas of a level that some total is of.
  func areas(_ level: AreaLevel, _ atlas: Atlas) -> [Area] {
    let all = atlas.areas(level)
    let codes = Set(margins.map(\.code))
    return all.filter { area in codes.contains { AreaCode.holds($0, area.code) } }
  }

  /// Fits the cells, and then each draw of them.
  ///
  /// - Parameters:
  ///   - codes: of each row of cells.
  ///   - groups: of each column.
  ///   - seeds: synthetic estimates, NaN where there is none.
  ///   - draws: of each cell; all equally many.
  func fit(
    codes: [String], groups: [String], seeds: [[Double]], draws: [[[Float]]], count: Int, context: Context
  ) throws -> Outcome {
    var cells: [(row: Int, column: Int)] = []
    for row in codes.indices {
      for column in groups.indices where !seeds[row][column].isNaN { cells.append((row, column)) }
    }
    var totals: [KnownTotal] = []
    var used: [Margin] = []
    for margin in margins {
      let members = cells.indices.filter { cell in
        AreaCode.holds(margin.code, codes[cells[cell].row])
          && margin.group.map { $0 == groups[cells[cell].column] } ?? true
      }
      totals.append(KnownTotal(members: members, target: margin.total))
      used.append(margin)
    }
    let first = cells.map { seeds[$0.row][$0.column] }
    let fit = try rakedCells(first, to: totals) { _ in try context.checkInterrupt() }
    var outcome = Outcome(
      estimates: codes.map { _ in groups.map { _ in .nan } }, draws: codes.map { _ in groups.map { _ in [] } },
      fit: fit,
      used: used, missed: fit.missed.filter { !fit.unreachable.contains($0) }.map { used[$0] },
      unreachable: fit.unreachable.map { used[$0] })
    for (index, cell) in cells.enumerated() {
      outcome.estimates[cell.row][cell.column] = fit.cells[index]
      outcome.draws[cell.row][cell.column] = [Float](repeating: 0, count: count)
    }
    for draw in 0..<count {
      if draw & 15 == 0 {
        try context.checkInterrupt()
        context.monitor.progress(Double(draw) / Double(count), Text(nl: "trekkingen aanpassen", en: "fitting draws"))
      }
      // A drawn nought is no structural one: it keeps a trace, or a known total could be out of its reach.
      let drawn = cells.indices.map { index in
        max(Double(draws[cells[index].row][cells[index].column][draw]), first[index] * 1e-6)
      }
      let fitted = try rakedCells(drawn, to: totals, tolerance: 1e-6, rounds: fit.converged ? 200 : 20)
      for (index, cell) in cells.enumerated() {
        outcome.draws[cell.row][cell.column][draw] = Float(fitted.cells[index])
      }
    }
    return outcome
  }

  /// What has to be said of a fit that did not come out.
  static func notices(_ outcome: Outcome) -> [Block] {
    var notices: [Block] = []
    if !outcome.unreachable.isEmpty {
      let names = Text.list(outcome.unreachable.map(\.label))
      notices.append(
        .warning(
          nl: "geen cel kan bij het bekende totaal van \(names.nl): daar is geen schatting boven nul",
          en: "no cell can meet the known total of \(names.en): there is no estimate above nought"))
    }
    guard !outcome.fit.converged, !outcome.missed.isEmpty || outcome.unreachable.isEmpty else { return notices }
    let names = Text.list(outcome.missed.map(\.label))
    notices.append(
      .warning(
        nl: "de berekening is na \(outcome.fit.rounds) rondes niet geconvergeerd"
          + (outcome.missed.isEmpty ? "" : "; niet gehaald, dus in strijd met andere totalen: \(names.nl)"),
        en: "not converged after \(outcome.fit.rounds) rounds"
          + (outcome.missed.isEmpty ? "" : "; not met, so at odds with other totals: \(names.en)")))
    return notices
  }

  var sourceOfMethod: Source {
    Source(
      id: "deming-stephan-1940",
      title: "On a Least Squares Adjustment of a Sampled Frequency Table When the Expected Marginal Totals are Known",
      publisher: "Deming & Stephan, Annals of Mathematical Statistics 11", date: "1940")
  }
}
