import WorkbenchKit

/// The forms of one table as text, for `to csv`, `to json`, `to jsonl`, `to markdown` and the like.
public enum TableForms {
  /// RFC 4180; what it does with texts that look like formulas stands at `CSVForm`.
  public static func csv(_ table: Table, delimiter: Character = ",") -> String {
    CSVForm(delimiter: delimiter).text(table)
  }

  /// An array of objects, one on each line.
  public static func json(_ table: Table) -> String { RecordsJSON.array(table) }

  /// JSON Lines: an object on each line.
  public static func jsonLines(_ table: Table) -> String { RecordsJSON.jsonLines(table) }

  public static func markdown(_ table: Table, language: Language) -> String {
    MarkdownRenderer(language: language).text(of: [.table(table)])
  }

  /// - Parameter columns: the widest line.
  public static func text(_ table: Table, language: Language, columns: Int = 80) -> String {
    TextRenderer(language: language, columns: columns).text(of: [.table(table)])
  }
}
