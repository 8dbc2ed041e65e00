import WorkbenchKit

/// A code list of CBS's open data: what codes of topics, areas or periods are called.
///
/// OData v4 calls the code `Identifier` (`MeasureCodes`, `WijkenEnBuurtenCodes`), v3 calls it `Key`; both have a `Title`.
struct CodeList {
  struct Entry {
    let title: String
    let unit: String?
  }

  /// By code, without padding.
  let entries: [String: Entry]

  /// Nil where the rows are no code list.
  init?(_ rows: RowText) {
    guard let codes = rows.column("Identifier") ?? rows.column("Key"), let titles = rows.column("Title") else {
      return nil
    }
    let units = rows.column("Unit")
    var entries: [String: Entry] = [:]
    for (row, code) in codes.enumerated() {
      guard let code = code?.trimmedOfPadding, let title = titles[row]?.trimmedOfPadding, !title.isEmpty else {
        continue
      }
      let unit = units?[row]?.trimmedOfPadding ?? ""
      entries[code] = Entry(title: title, unit: unit.isEmpty ? nil : unit)
    }
    self.entries = entries
  }

  /// Whether most of the codes that a column holds stand in the list.
  func explains(_ codes: [String?]) -> Bool {
    let present = Set(codes.compactMap { $0?.trimmedOfPadding })
    return !present.isEmpty && present.count { entries[$0] != nil } * 2 > present.count
  }
}
