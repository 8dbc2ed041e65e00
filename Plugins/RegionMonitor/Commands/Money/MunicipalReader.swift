import WorkbenchKit

/// Takes tables in that have a row for each municipality of a region.
struct MunicipalReader {
  let region: Region
  let book: RegionBook
  let protection: Protection
  let context: Context

  /// A table that was taken in, with what has to be said of it.
  struct Read {
    let rows: MunicipalRows
    let notices: [Notice]

    /// What is said of rows that nothing is done with; nil where there are none.
    func leftOut(beside names: [String], _ table: Text) -> Notice? {
      let extra = rows.names.filter { !names.contains($0) }
      guard !extra.isEmpty else { return nil }
      let list = Text.list(extra)
      return Notice(
        .caution,
        Text(
          nl: "alleen in \(table.nl), en niet meegerekend: \(list.nl)",
          en: "in \(table.en) only, and left out: \(list.en)"))
    }

    /// The amounts in the order of other rows; no number for one that it does not have.
    func amounts(for names: [String]) -> [Double] {
      let amounts = rows.numbers["amount"] ?? []
      return names.map { name in rows.names.firstIndex(of: name).map { amounts[$0] } ?? .nan }
    }
  }

  /// - Throws: what taking a table throws, and what `MunicipalRows` throws.
  func rows(_ reference: TableReference, _ columns: MunicipalRows.Columns) throws -> Read {
    let taken = try reference.table(in: context, intake: TableIntake(protection: protection))
    let table = try taken.demandRows(at: reference.place)
    let rows = try MunicipalRows(table, of: region, columns, book, at: reference.place)
    return Read(rows: rows, notices: rows.remarks + taken.notices)
  }
}
