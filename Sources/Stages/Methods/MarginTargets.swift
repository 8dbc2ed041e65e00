import WorkbenchKit

/// The totals that the rows or the columns of a table are to have, out of a second table `name,target`.
struct MarginTargets {
  let values: [Double]
  let notices: [Notice]

  /// - Parameters:
  ///   - flag: `rows` or `columns`.
  ///   - margins: the names of the rows or columns, each of which gets its target.
  /// - Throws: what reading the other table throws, `column.unknown`, `column.type`, `value.*`, `id.*`, and `ipf.unknown` or
  ///   `ipf.target` where the names are not those of the margin.
  init(_ call: Call, _ flag: String, for margins: [String], in context: Context) throws {
    let place = call.place(of: flag)
    let file = call.text(flag) ?? ""
    let other = try TableReference(file, at: place).table(in: context)
    notices = other.notices
    let names = try RowNames.distinct(try other.table.require("name", at: place), at: place)
    let targets = try other.table.require("target", at: place)
      .completeNumbers(.amount, for: "ipf --\(flag)", rows: names, at: place)
    let rows = flag == "rows"
    if let stranger = names.first(where: { !margins.contains($0) }) {
      throw Diagnostic(
        "ipf.unknown",
        Text(
          nl: "'\(file)' noemt '\(stranger)', en zo'n \(rows ? "rij" : "kolom") heeft de tabel niet",
          en: "'\(file)' names '\(stranger)', and the table has no such \(rows ? "row" : "column")"),
        wayOut: Text(
          nl: "\(rows ? "rijen" : "kolommen"): \(quotedList(margins, atMost: 10).nl)",
          en: "\(rows ? "rows" : "columns"): \(quotedList(margins, atMost: 10).en)"),
        suggestion: NearestWord.best(stranger, among: margins), place: place)
    }
    let known = Dictionary(zip(names, targets)) { first, _ in first }
    values = try margins.map { margin in
      guard let target = known[margin] else {
        throw Diagnostic(
          "ipf.target",
          Text(
            nl: "'\(file)' heeft geen doel voor de \(rows ? "rij" : "kolom") '\(margin)'",
            en: "'\(file)' has no target for the \(rows ? "row" : "column") '\(margin)'"), place: place)
      }
      return target
    }
  }
}
