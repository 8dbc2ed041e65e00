import WorkbenchKit

/// Which columns of a file of one's own hold the figures and what stands beside them.
struct OwnColumns {
  let figures: Int
  let sample: Int?
  let error: Int?

  /// - Throws: `column.unknown` for a name that is none of the file's, `add.column` where no column or more than one can be meant.
  ///
  /// - Parameters:
  ///   - name: of the figures, which a column may bear.
  ///   - asked: names of columns, as the user gave them.
  init(
    _ text: DelimitedText, _ region: RegionFile, name: String,
    asked: (figures: String?, sample: String?, error: String?), file: String
  ) throws {
    let find = { (name: String?) -> Int? in try name.map { try Self.named($0, text.header, file: file) } }
    sample = try find(asked.sample)
    error = try find(asked.error)
    if let column = try find(asked.figures) {
      figures = column
      return
    }
    let periods = Stem.index(of: RowYears.names, in: text.header)
    let beside = [sample, error, periods]
    let rest = text.header.indices.filter { !region.isKey($0) && !beside.contains($0) }
    if let same = rest.first(where: { text.header[$0].lowercased() == name.lowercased() }) {
      figures = same
      return
    }
    let numbers = text.numbers(columns: rest)
    let filled = zip(rest, numbers).filter { _, read in read.values.contains { !$0.isNaN } }.map(\.0)
    if let only = filled.first, filled.count == 1 {
      figures = only
    } else if filled.isEmpty, let only = rest.first, rest.count == 1 {
      figures = only
    } else {
      throw Self.unclear((filled.isEmpty ? rest : filled).map { text.header[$0] }, file: file)
    }
  }

  private static func named(_ name: String, _ header: [String], file: String) throws -> Int {
    let wanted = name.lowercased().trimmedOfPadding
    if let place = header.firstIndex(where: { $0.lowercased() == wanted }) ?? Stem.index(of: [name], in: header) {
      return place
    }
    let list = Text.list(header, atMost: 8)
    throw Diagnostic(
      "column.unknown",
      Text(nl: "'\(file)' heeft geen kolom '\(name)'", en: "'\(file)' has no column '\(name)'"),
      wayOut: Text(nl: "er staat in: \(list.nl)", en: "it holds: \(list.en)"),
      suggestion: NearestWord.best(name, among: header))
  }

  private static func unclear(_ names: [String], file: String) -> Diagnostic {
    let list = Text.quoted(names)
    return Diagnostic(
      "add.column",
      names.isEmpty
        ? Text(nl: "'\(file)' heeft geen kolom met cijfers", en: "'\(file)' has no column of figures")
        : Text(
          nl: "'\(file)' heeft meer kolommen die de cijfers kunnen zijn: \(list.nl)",
          en: "'\(file)' has more columns that can be the figures: \(list.en)"),
      wayOut: names.isEmpty
        ? Text(
          nl: "zet naast de code van elk gebied een kolom met getallen; er is niets toegevoegd",
          en: "put a column of numbers beside the code of each area; nothing was added")
        : Text(nl: "kies er een met --column", en: "choose one with --column"),
      suggestion: names.first.map { "--column \(TypedWord.quoted($0))" })
  }
}
