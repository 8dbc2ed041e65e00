import WorkbenchKit

/// Tables in prose that would fill the memory: a Markdown library gives every row as many cells as the table has columns, so that
/// a line of ten thousand bars above thousands of short ones becomes millions of cells.
struct ProseTables {
  /// How many cells a notebook's tables may lack. One that a person made has hardly any.
  static let limit = 50_000

  let path: String

  /// - Parameters:
  ///   - lines: of the whole file.
  ///   - start: where the prose begins.
  /// - Throws: `notebook.table` with the line that names the columns.
  func check(_ lines: [NotebookText.Line], from start: Int) throws {
    var lacking = 0
    var table: (line: Int, width: Int)?
    for index in start..<lines.count {
      let line = lines[index]
      if let width = Self.width(ofRule: line) {
        table = (index, width)
      } else if line.isBlank {
        table = nil
      } else if let table {
        lacking += max(0, table.width - Self.bars(in: line))
        guard lacking <= Self.limit else { throw tooLarge(lines[table.line], at: table.line, width: table.width) }
      }
    }
  }

  /// The number of columns where the line is the rule under a table's heading: bars, dashes, colons; nil where it is none.
  private static func width(ofRule line: NotebookText.Line) -> Int? {
    var (bars, dashes) = (0, 0)
    for byte in line.content.utf8 {
      switch byte {
      case UInt8(ascii: "|"): bars += 1
      case UInt8(ascii: "-"): dashes += 1
      case UInt8(ascii: ":"), UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">"): break
      default: return nil
      }
    }
    return bars > 0 && dashes > 0 ? bars : nil
  }

  private static func bars(in line: NotebookText.Line) -> Int { line.content.utf8.count { $0 == UInt8(ascii: "|") } }

  private func tooLarge(_ line: NotebookText.Line, at index: Int, width: Int) -> Diagnostic {
    Diagnostic(
      "notebook.table",
      Text(
        nl: "deze tabel van \(width) kolommen heeft te veel rijen zonder cellen",
        en: "this table of \(width) columns has too many rows without cells"),
      wayOut: Text(
        nl: "geef elke rij haar cellen, of zet een lege regel achter de tabel",
        en: "give every row its cells, or put a blank line behind the table"),
      place: Place(source: path, line: index + 1, column: 1, length: line.content.count, text: line.content))
  }
}
