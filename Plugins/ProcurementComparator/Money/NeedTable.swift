import WorkbenchKit

/// A table of people that a need can be taken from, as the Woonzorgwijzer offers it: its estimates, or what it says that
/// people need by precondition.
struct NeedTable {
  /// Which of its figures counts.
  enum Figure: String {
    /// People of a group, or with a limitation.
    case estimate
    /// People who need a precondition.
    case demand
    /// Those of them for whom it is not there.
    case gap
  }

  static let estimates = "wzw.estimates"
  static let gaps = "wzw.gaps"
  /// Families of preconditions that are contracted as support; that it is these is our reading.
  static let supportFamilies: Set = ["ondersteuning", "toeleiding"]

  let table: Table
  let figure: Figure
  let subjects: NeedSubjects

  /// Takes the estimates.
  init(estimates table: Table) {
    (self.table, figure, subjects) = (table, .estimate, NeedSubjects(table))
  }

  /// Takes what people need by precondition.
  ///
  /// - Parameter isShort: whether only those count for whom it is not there.
  init(gaps table: Table, isShort: Bool) {
    (self.table, figure) = (table, isShort ? .gap : .demand)
    subjects = NeedSubjects(preconditions: table)
  }

  /// The figures, withheld ones missing. What is there in plenty is short for nobody.
  var numbers: [Double] { people(figure.rawValue) }
  var lows: [Double] { people(figure == .estimate ? "low" : "\(figure.rawValue)_low") }
  var highs: [Double] { people(figure == .estimate ? "high" : "\(figure.rawValue)_high") }
  var withheld: [Int: String] { table.column(figure.rawValue)?.withheld ?? [:] }

  private func people(_ name: String) -> [Double] {
    table.openNumbers(name).map { figure == .gap ? max($0, 0) : $0 }
  }

  /// Returns the tables that are in the workspace, the estimates first. The gaps are not looked at where the estimates are meant.
  ///
  /// - Parameters:
  ///   - isShort: whether shortages are asked for, which no estimate tells.
  ///   - wanted: what is asked for; nil where it was not said.
  static func offered(
    in workspace: WorkspaceHandle, isShort: Bool = false, wanted: String? = nil
  ) throws -> [NeedTable] {
    let table = try isShort ? nil : workspace.table(Self.estimates)
    let estimates = table.flatMap { $0.rowCount > 0 ? NeedTable(estimates: $0) : nil }
    if let estimates, wanted.map(estimates.subjects.know) ?? true { return [estimates] }
    let gaps = try workspace.table(Self.gaps).flatMap { table in
      table.rowCount > 0 && table.column("demand")?.numbers != nil ? NeedTable(gaps: table, isShort: isShort) : nil
    }
    return [estimates, gaps].compactMap { $0 }
  }
}
