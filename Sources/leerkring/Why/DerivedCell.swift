import Rendering
import WorkbenchKit

/// One cell of a result, with the figures it was worked out of.
struct DerivedCell {
  private let table: Table
  private let row: Int
  private let column: Column
  private let derivation: Derivation

  /// - Parameter asked: the column; nil for any of which it was noted how it came about.
  init?(_ table: Table, row: Int, column asked: String?, among derivations: [Derivation]) {
    let found = derivations.first { derivation in
      if let asked, asked != derivation.column { return false }
      guard table.column(derivation.column) != nil else { return false }
      if let only = derivation.only, table.column(derivation.key)?[row].text != only { return false }
      guard let variant = table.column(derivation.variant) else { return true }
      return variant[row].text == derivation.when
    }
    guard let found, let column = table.column(found.column) else { return nil }
    self.table = table
    self.row = row
    self.column = column
    derivation = found
  }

  /// The value and how it was worked out, and each figure that it was worked out of, as lines of few words.
  func words(_ language: Language) -> (value: String, factors: [(label: Text, words: String)]) {
    let marks = NumberMarks(language)
    let factors = derivation.factors.map { ($0.label, words($0, language)) }
    return ("\(shown(column, format: .automatic, marks)) · \(derivation.method(language))", factors)
  }

  /// One of the figures that it was worked out of, by its column; nil where the column is none.
  func factor(_ column: String, _ language: Language) -> String? {
    derivation.factors.first { $0.column == column }.map { words($0, language) }
  }

  private func words(_ factor: Derivation.Factor, _ language: Language) -> String {
    let key = table.column(derivation.key)?[row].text
    let parts = Self.branches(factor.parts).map(\.factor.file)
    let files = parts.reduce(into: [String]()) { if $1 != factor.file, !$0.contains($1) { $0.append($1) } }
      .map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    let others = files.isEmpty ? "" : ": " + files.joined(separator: ", ")
    let more =
      parts.isEmpty
      ? "" : Text(nl: "; uit \(parts.count) delen\(others)", en: "; out of \(parts.count) parts\(others)")(language)
    return "\(shown(factor, NumberMarks(language))): \(from(factor, key)(language))\(more)"
  }

  /// The value, and under it as a tree what it was made of.
  func blocks(_ language: Language) -> [Block] {
    let marks = NumberMarks(language)
    let value = shown(column, format: .automatic, marks)
    let key = table.column(derivation.key)?[row].text
    let branches = Self.branches(derivation.factors)
    return [
      .paragraph(.verbatim("\(value) · \(derivation.method(language))")),
      .table(
        Table(columns: [
          .texts("branch", branches.map(\.sign), label: Text(nl: "deel", en: "part")),
          .texts("shown", branches.map { shown($0.factor, marks) }, label: Text(nl: "waarde", en: "value")),
          .texts("what", branches.map { $0.factor.label(language) }, label: Text(nl: "wat", en: "what")),
          .texts("from", branches.map { from($0.factor, key)(language) }, label: Text(nl: "waaruit", en: "out of")),
          .numbers("value", branches.map { figure($0.factor) }).asDetail(),
          .texts("file", branches.map(\.factor.file)).asDetail(),
          .texts("row", branches.map { $0.factor.row ?? key }).asDetail(),
          .texts("column", branches.map { $0.factor.fileColumns.joined(separator: " + ") }).asDetail(),
          .numbers("year", branches.map { $0.factor.year.map(Double.init) ?? .nan }, format: .plain).asDetail(),
          .texts("evidence", branches.map { $0.factor.evidence?.rawValue }).asDetail(),
        ])),
    ]
  }

  /// The files that the figure was worked out of; nil where it was not noted of what its parts were made.
  var files: Set<String>? {
    let factors = Self.branches(derivation.factors).map(\.factor)
    guard factors.contains(where: { !$0.parts.isEmpty }) else { return nil }
    return Set(factors.map(\.file))
  }

  /// The factors and under each what it was made of, with the lines of the tree before them.
  private static func branches(_ factors: [Derivation.Factor], under lines: String = "") -> [(
    sign: String, factor: Derivation.Factor
  )] {
    factors.enumerated().flatMap { index, factor in
      let isLast = index == factors.count - 1
      return [(lines + (isLast ? "└─" : "├─"), factor)] + branches(factor.parts, under: lines + (isLast ? "  " : "│ "))
    }
  }

  private func figure(_ factor: Derivation.Factor) -> Double {
    factor.figure ?? table.column(factor.column)?[row].number ?? .nan
  }

  private func shown(_ factor: Derivation.Factor, _ marks: NumberMarks) -> String {
    if let figure = factor.figure {
      let text = marks.value(.number(figure), format: factor.format)
      if case .share = factor.format, !text.hasSuffix("%") { return text + " %" }
      return text
    }
    return table.column(factor.column).map { shown($0, format: $0.format, marks) } ?? NumberMarks.missing
  }

  private func shown(_ column: Column, format: Column.Format, _ marks: NumberMarks) -> String {
    if let withheld = column.withheld[row] { return withheld }
    let text = marks.value(column[row], format: format)
    if case .share = format, !text.hasSuffix("%") { return text + " %" }
    return text
  }

  private func from(_ factor: Derivation.Factor, _ key: String?) -> Text {
    let file = factor.file.split(separator: "/").last.map(String.init) ?? factor.file
    let columns = factor.fileColumns.joined(separator: " + ")
    var text = Text.verbatim(file)
    if let key = factor.row ?? key { text = text + Text(nl: ", rij \(key)", en: ", row \(key)") }
    if !columns.isEmpty { text = text + Text(nl: ", kolom \(columns)", en: ", column \(columns)") }
    var remarks: [Text] = []
    if let year = factor.year { remarks.append(.verbatim(String(year))) }
    if let evidence = factor.evidence { remarks.append(evidence.label) }
    if let remark = factor.remark { remarks.append(remark) }
    guard !remarks.isEmpty else { return text }
    return text
      + Text(
        nl: " (\(remarks.map(\.nl).joined(separator: ", ")))", en: " (\(remarks.map(\.en).joined(separator: ", ")))")
  }
}

extension Table {
  /// Returns which row is asked for, by what stands in the first column or by its number; without a question the only
  /// one there is.
  ///
  /// - Throws: `row.unknown`.
  func row(_ asked: String?) throws -> Int? {
    guard let asked else { return rowCount == 1 ? 0 : nil }
    if let names = columns.first?.texts, let row = names.firstIndex(of: asked) { return row }
    if let number = Int(asked), (1...max(1, rowCount)).contains(number), rowCount > 0 { return number - 1 }
    let names = (columns.first?.texts ?? []).compactMap { $0 }
    throw Diagnostic(
      "row.unknown",
      Text(nl: "de uitkomst heeft geen rij '\(asked)'", en: "the result has no row '\(asked)'"),
      wayOut: Text(
        nl: "noem wat in de eerste kolom staat, of een nummer van 1 tot en met \(rowCount)",
        en: "name what stands in the first column, or a number from 1 through \(rowCount)"),
      suggestion: NearestWord.best(asked, among: names))
  }
}
