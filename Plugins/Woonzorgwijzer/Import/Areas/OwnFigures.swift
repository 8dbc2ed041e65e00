import WorkbenchKit

/// Whether counts of people are of whoever works here, and stand in no publication.
///
/// Statistics Netherlands rounds the people of every district and neighbourhood to fives; a table with other numbers is none
/// of its. Of municipalities and the country it publishes whole counts, so that a table of those alone may be its own.
enum OwnFigures {
  private static let rounding = 5.0

  /// - Parameter kind: what the table is of.
  static func areIn(_ table: Table, _ kind: ImportRecord.Kind, _ codebook: Codebook) -> Bool {
    let columns: [Column] =
      switch kind {
      case .areas: table.figureColumns.filter { isOfPeople($0.name, codebook) }
      case .population: [table.column("people")].compactMap { $0 }
      default: []
      }
    let codes = table.column("code")?.texts ?? []
    let small = codes.indices.filter { row in
      let level = codes[row].flatMap(AreaLevel.init(code:))
      return level == .wijk || level == .buurt
    }
    return columns.contains { column in
      let values = column.numbers ?? []
      return small.contains { row in
        values.indices.contains(row) && values[row].truncatingRemainder(dividingBy: rounding).magnitude > 0
      }
    }
  }

  private static func isOfPeople(_ column: String, _ codebook: Codebook) -> Bool {
    guard let name = codebook.meaning(of: column) else { return false }
    return name == "population" || name.hasPrefix("age_")
  }

  /// What is said where a file is read as one's own.
  static let remark = Text(
    nl:
      "de aantallen mensen van wijken en buurten zijn niet op vijftallen afgerond, zoals CBS ze publiceert: ze gelden als eigen cijfers, en kleine aantallen blijven ook achter waar ze uit meer antwoorden samen zouden volgen",
    en:
      "the people of districts and neighbourhoods are not rounded to fives, as CBS publishes them: they count as figures of your own, and small counts are held back also where they would follow from several answers together"
  )
}
