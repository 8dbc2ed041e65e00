import WorkbenchKit

/// The totals that the rows or the columns of a table are to have, out of a second table `name,target`.
struct MarginTargets {
  /// Which totals they are, and the flag that names their table.
  struct Margin {
    let flag: String
    /// One of them, and several.
    let noun, plural: Text

    static let rows = Margin(
      flag: "rows", noun: Text(nl: "rij", en: "row"), plural: Text(nl: "rijen", en: "rows"))
    static let columns = Margin(
      flag: "columns", noun: Text(nl: "kolom", en: "column"), plural: Text(nl: "kolommen", en: "columns"))
  }

  let values: [Double]
  let notices: [Notice]

  /// - Parameters:
  ///   - reference: the second table.
  ///   - marks: the signs within its numbers, as far as they are known.
  ///   - names: the names of the rows or columns, each of which gets its target.
  /// - Throws: what reading the other table throws, `column.unknown`, `column.type`, `value.*`, `id.*`, and `ipf.unknown` or
  ///   `ipf.target` where the names are not those of the margin.
  init(
    _ reference: TableReference, _ marks: GivenMarks, of margin: Margin, _ names: [String], for purpose: Purpose,
    in context: Context
  ) throws {
    let (file, place) = (reference.name, reference.place)
    let other = try reference.table(in: context, intake: TableIntake(marks: marks))
    notices = other.notices
    let named = try RowNames.distinct(try other.table.require("name", at: place), at: place)
    let targets = try other.table.require("target", at: place)
      .completeNumbers(.amount, for: purpose.flag(margin.flag, at: place), rows: named)
    if let stranger = named.first(where: { !names.contains($0) }) {
      let known = Text.quoted(names, atMost: 10)
      throw Diagnostic(
        "ipf.unknown",
        Text(
          nl: "'\(file)' noemt '\(stranger)', en zo'n \(margin.noun.nl) heeft de tabel niet",
          en: "'\(file)' names '\(stranger)', and the table has no such \(margin.noun.en)"),
        wayOut: margin.plural + .verbatim(": ") + known, suggestion: NearestWord.best(stranger, among: names),
        place: place)
    }
    let known = Dictionary(zip(named, targets)) { first, _ in first }
    values = try names.map { name in
      guard let target = known[name] else {
        throw Diagnostic(
          "ipf.target",
          Text(
            nl: "'\(file)' heeft geen doel voor de \(margin.noun.nl) '\(name)'",
            en: "'\(file)' has no target for the \(margin.noun.en) '\(name)'"), place: place)
      }
      return target
    }
  }
}
