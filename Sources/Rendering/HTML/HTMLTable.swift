import WorkbenchKit

/// A table for a page: a caption, headings with their scope, numbers on the right.
enum HTMLTable {
  static func markup(_ table: Table, caption: String, language: Language) -> String {
    let caption = XMLEscape.words(caption)
    guard !table.columns.isEmpty else {
      return "<p>\(Text(nl: "(een lege tabel)", en: "(an empty table)")(language))</p>\n"
    }
    let columns = table.columns.map { ColumnCells($0, marks: NumberMarks(language)) }
    // A wide table is scrolled by itself, with the keyboard too.
    var html = "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"\(caption)\">\n<table>\n"
    html += "<caption>\(caption)</caption>\n<thead><tr>"
    for column in columns {
      html += "<th scope=\"col\"\(side(column))>\(XMLEscape.words(column.heading))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    // What a row is called stands in the first column of words.
    let head = columns.first?.column.texts == nil ? nil : 0
    for row in 0..<table.rowCount {
      html += "<tr>"
      for (index, column) in columns.enumerated() {
        let cell = text(column.text(row))
        html += index == head ? "<th scope=\"row\">\(cell)</th>" : "<td\(side(column))>\(cell)</td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody>\n</table>\n</div>\n"
  }

  private static func side(_ column: ColumnCells) -> String { column.side == .right ? " class=\"number\"" : "" }

  /// Returns words with their line breaks.
  static func text(_ text: String) -> String {
    XMLEscape.lines(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
  }
}
