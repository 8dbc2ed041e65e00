import WorkbenchKit

/// The table that holds figures of one's own of one name and year: `wzw.own.YEAR.BASE.NAME`.
///
/// Its columns are `code`, `level`, `municipality`, `source`, the figures under the name of the file's column, and those below.
struct OwnTable: Sendable, Hashable {
  static let prefix = "wzw.own."
  /// Of a percentage how many people were asked; of no use to others.
  static let sample = "own.base"
  /// The standard error of a figure.
  static let error = "own.error"
  /// What stands in the file for a figure that is held back: `x`, `<5`.
  static let mark = "own.mark"
  /// How a percentage stood in the file where it was no percentage there: `share`, a share of one.
  static let scale = "own.scale"
  private static let none = "-"

  /// Whether a column stands beside the figures and holds none.
  static func isBeside(_ column: String) -> Bool { [sample, error, mark, scale].contains(column) }

  let year: Int
  let base: String?
  let figure: String

  init(year: Int, base: String?, figure: String) {
    self.year = year
    self.base = base
    self.figure = figure
  }

  /// Nil for the name of another table.
  init?(_ name: String) {
    guard name.hasPrefix(Self.prefix) else { return nil }
    let words = name.dropFirst(Self.prefix.count).split(separator: ".", maxSplits: 2).map(String.init)
    guard words.count == 3, let year = Int(words[0]) else { return nil }
    self.init(year: year, base: words[1] == Self.none ? nil : words[1], figure: words[2])
  }

  var name: String { "\(Self.prefix)\(year).\(base ?? Self.none).\(figure)" }

  /// All that are loaded, the newest year first.
  static func all(_ workspace: WorkspaceHandle) -> [OwnTable] {
    workspace.names(.tables, prefix: prefix).compactMap(OwnTable.init).sorted {
      ($1.year, $0.figure) < ($0.year, $1.figure)
    }
  }

  /// Those of a figure, upper and lower case alike.
  static func all(of figure: String, in workspace: WorkspaceHandle) -> [OwnTable] {
    all(workspace).filter { $0.figure.lowercased() == figure.lowercased() }
  }

  /// What was said of the figure when it was added; nil for a table without a file.
  func said(in workspace: WorkspaceHandle) throws -> OwnFigure? {
    guard let record = try ImportedTables.records(of: name, in: workspace).last, let measure = record.measure else {
      return nil
    }
    return OwnFigure(name: figure, measure: measure, base: base, unit: record.unit)
  }
}
