import WorkbenchKit

/// The forms of one table for other programs: `to csv`, `to json`, `to jsonl`.
public enum TableForms {
  /// RFC 4180; what it does with texts that look like formulas stands at `CSVForm`.
  public static func csv(_ table: Table, delimiter: Character = ",", isRaw: Bool = false) -> String {
    CSVForm(delimiter: delimiter, isRaw: isRaw).text(table)
  }

  /// As a spreadsheet in a language opens it by a double click: in Dutch with semicolons and decimal commas; a byte order mark tells
  /// it the letters.
  public static func csv(_ table: Table, forSpreadsheetIn language: Language, isRaw: Bool = false) -> String {
    let isDutch = language == .nl
    return "\u{FEFF}"
      + CSVForm(delimiter: isDutch ? ";" : ",", isRaw: isRaw, decimal: isDutch ? .comma : .point).text(table)
  }

  /// An array of objects, one on each line.
  public static func json(_ table: Table) -> String { RecordsJSON.array(table) }

  /// JSON Lines: an object on each line.
  public static func jsonLines(_ table: Table) -> String { RecordsJSON.jsonLines(table) }
}
