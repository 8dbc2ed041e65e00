import WorkbenchKit

/// Tables in prose that would fill the memory, or take the time: a Markdown library gives every row as many cells as the table has
/// columns, so that a line of thousand bars above thousands of short ones becomes millions of cells; and it walks through the cells of
/// a line for each of them.
struct ProseTables {
  /// How many cells a notebook's tables may lack. One that a person made has hardly any.
  static let limit = 50_000
  /// How many columns a table may have.
  static let widest = 2_000

  let path: String

  /// - Parameters:
  ///   - lines: of the whole file.
  ///   - start: where the prose begins.
  /// - Throws: `notebook.table` with the line that names the columns, or that has too many.
  func check(_ lines: [NotebookText.Line], from start: Int) throws {
    var lacking = 0
    var table: (line: Int, width: Int)?
    for index in start..<lines.count {
      let line = lines[index]
      if let width = Self.width(ofRule: line) {
        table = (index, width)
        for wide in [index - 1, index] where wide >= start { try checkWidth(lines[wide], at: wide) }
      } else if line.isBlank {
        table = nil
      } else if let table {
        try checkWidth(line, at: index)
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

  private func checkWidth(_ line: NotebookText.Line, at index: Int) throws {
    let width = Self.bars(in: line)
    guard width > Self.widest else { return }
    throw problem(
      Text(
        nl: "een tabel met een regel van \(Text.count(width).nl) strepen ('|')",
        en: "a table with a line of \(Text.count(width).en) bars ('|')"),
      wayOut: Text(
        nl: "een tabel in een notitieboek heeft hoogstens \(Text.count(Self.widest).nl) kolommen",
        en: "a table in a notebook has at most \(Text.count(Self.widest).en) columns"),
      line, at: index)
  }

  private func tooLarge(_ line: NotebookText.Line, at index: Int, width: Int) -> Diagnostic {
    problem(
      Text(
        nl: "deze tabel van \(width) kolommen heeft te veel rijen zonder cellen",
        en: "this table of \(width) columns has too many rows without cells"),
      wayOut: Text(
        nl: "geef elke rij haar cellen, of zet een lege regel achter de tabel",
        en: "give every row its cells, or put a blank line behind the table"),
      line, at: index)
  }

  private func problem(
    _ message: Text, wayOut: Text, _ line: NotebookText.Line, at index: Int
  ) -> Diagnostic {
    Diagnostic(
      "notebook.table", message, wayOut: wayOut,
      place: Place(source: path, line: index + 1, column: 1, length: line.content.count, text: line.content))
  }
}
