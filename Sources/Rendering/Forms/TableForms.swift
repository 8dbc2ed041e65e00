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
    CSVForm(forSpreadsheetIn: language, isRaw: isRaw).text(table)
  }

  /// An array of objects, one on each line.
  public static func json(_ table: Table) -> String { String(decoding: jsonBytes(table), as: UTF8.self) }

  /// The same in UTF-8.
  public static func jsonBytes(_ table: Table) -> [UInt8] { RecordsJSON.array(table) }

  /// JSON Lines: an object on each line.
  public static func jsonLines(_ table: Table) -> String { String(decoding: jsonLinesBytes(table), as: UTF8.self) }

  /// The same in UTF-8.
  public static func jsonLinesBytes(_ table: Table) -> [UInt8] { RecordsJSON.jsonLines(table) }
}
