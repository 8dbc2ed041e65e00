import WorkbenchKit

/// The names of the columns that a pivot makes: the values of a column, or of several with `_` between them.
struct PivotHeads {
  /// More columns than this are taken for a mistake.
  static let limit = 5_000

  let names: [String]
  /// Which rows go into which column.
  let groups: Grouping
  private let place: Place?

  /// - Parameter check: asked often; what it throws ends the work.
  /// - Throws: `pivot.name` where a row has no name for its column, or two columns would be called the same; `pivot.toolarge`.
  init(_ columns: [Column], rowCount: Int, at place: Place?, _ check: () throws -> Void) throws {
    self.place = place
    let open = columns.map(\.open)
    for column in open {
      let lacking = (0..<rowCount).count { column.isMissing($0) || column[$0].text?.isEmpty == true }
      if lacking > 0 { throw Self.nameless(column.name, lacking, place) }
    }
    groups = try Grouping(open, rowCount: rowCount, check)
    guard groups.sizes.count <= Self.limit else {
      throw Self.tooLarge(.count(groups.sizes.count) + Text(nl: " kolommen", en: " columns"), place)
    }
    names = groups.firstRows.map { row in open.map { $0[row].machine }.joined(separator: "_") }
  }

  /// - Throws: `pivot.name` where two columns are called the same.
  func demandOneNameEach(_ columns: [Column]) throws {
    var seen: Set<String> = []
    for column in columns where !seen.insert(column.name).inserted { throw taken(column.name) }
  }

  private func taken(_ name: String) -> Diagnostic {
    Diagnostic(
      "pivot.name",
      Text(nl: "er komen twee kolommen die '\(name)' heten", en: "two columns would be called '\(name)'"),
      wayOut: Text(
        nl: "geef een kolom eerst een andere naam met 'rename', of andere waarden met 'derive'",
        en: "first give a column another name with 'rename', or other values with 'derive'"),
      place: place)
  }

  private static func nameless(_ name: String, _ count: Int, _ place: Place?) -> Diagnostic {
    let rows = Text.rows(count)
    return Diagnostic(
      "pivot.name",
      Text(
        nl: "'\(name)' is leeg of achtergehouden in \(rows.nl), en geeft daar geen naam aan een kolom",
        en: "'\(name)' is empty or withheld in \(rows.en), and gives no column a name there"),
      wayOut: Text(
        nl: "laat die weg met: where `\(name)` is not missing",
        en: "leave them out with: where `\(name)` is not missing"),
      place: place)
  }

  static func tooLarge(_ what: Text, _ place: Place?) -> Diagnostic {
    Diagnostic(
      "pivot.toolarge", Text(nl: "dat worden \(what.nl)", en: "that makes \(what.en)"),
      wayOut: Text(
        nl: "kies een kolom met minder waarden, of maak eerst minder rijen met 'where' of 'group'",
        en: "choose a column with fewer values, or make fewer rows first with 'where' or 'group'"),
      place: place)
  }
}

extension Value {
  /// The value as the name of a column: a percentage or an amount without its sign.
  fileprivate var machine: String { number.map { NumberText.shortest($0) } ?? plain }
}
