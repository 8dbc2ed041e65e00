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
      guard let variant = table.column(derivation.variant) else { return true }
      return variant[row].text == derivation.when
    }
    guard let found, let column = table.column(found.column) else { return nil }
    self.table = table
    self.row = row
    self.column = column
    derivation = found
  }

  /// The value, and under it as a tree what it was made of.
  func blocks(_ language: Language) -> [Block] {
    let marks = NumberMarks(language)
    let value = shown(column, format: .automatic, marks)
    let key = table.column(derivation.key)?[row].text
    let factors = derivation.factors
    let figures = factors.map { factor in table.column(factor.column) }
    return [
      .paragraph(.verbatim("\(value) · \(derivation.method(language))")),
      .table(
        Table(columns: [
          .texts("branch", factors.indices.map { $0 == factors.count - 1 ? "└─" : "├─" }, label: .verbatim(" ")),
          .texts(
            "shown", figures.map { $0.map { shown($0, format: $0.format, marks) } ?? NumberMarks.missing },
            label: Text(nl: "waarde", en: "value")),
          .texts("what", factors.map { $0.label(language) }, label: Text(nl: "wat", en: "what")),
          .texts("from", factors.map { from($0, key)(language) }, label: Text(nl: "waaruit", en: "out of")),
          .numbers("value", figures.map { $0?[row].number ?? .nan }).asDetail(),
          .texts("file", factors.map(\.file)).asDetail(),
          .texts("row", factors.map { _ in key }).asDetail(),
          .texts("column", factors.map { $0.fileColumns.joined(separator: " + ") }).asDetail(),
          .numbers("year", factors.map { $0.year.map(Double.init) ?? .nan }, format: .plain).asDetail(),
          .texts("evidence", factors.map { $0.evidence?.rawValue }).asDetail(),
        ])),
    ]
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
    if let key { text = text + Text(nl: ", rij \(key)", en: ", row \(key)") }
    text = text + Text(nl: ", kolom \(columns)", en: ", column \(columns)")
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
