import WorkbenchKit

/// A table for a page: a caption, headings with their scope, numbers on the right, no wider than a sheet of A4.
struct HTMLTable {
  private let columns: [ColumnCells]
  private let rows: Int
  private let caption: String
  private let id: String
  private let language: Language
  /// What a row is called stands in the first column of words.
  private let head: Int?
  private let least: [Double?]

  /// The markup of a table; columns that a screen leaves out are left out.
  ///
  /// - Parameter id: of the table, on the page one of its own.
  static func markup(_ table: Table, caption: String, id: String, language: Language) -> String {
    let caption = XMLEscape.words(caption)
    guard !table.columns.isEmpty else {
      return "<p>\(Text(nl: "(een lege tabel)", en: "(an empty table)")(language))</p>\n"
    }
    let columns = table.forPages.columns.map { ColumnCells($0, marks: NumberMarks(language)) }
    let form = PageTableForm(columns, rows: table.rowCount)
    let made = HTMLTable(columns, table.rowCount, caption, id, form.least, language)
    let isOrigin = table.layer == .origin
    switch form.form {
    case .plain: return made.plain(Array(columns.indices), isOrigin: isOrigin)
    case .turned: return made.turned
    case .records: return made.records
    case .parts(let parts):
      return parts.enumerated().map { number, part in
        made.plain(part, part: (number + 1, parts.count), isOrigin: isOrigin)
      }.joined()
    }
  }

  private init(
    _ columns: [ColumnCells], _ rows: Int, _ caption: String, _ id: String, _ least: [Double?], _ language: Language
  ) {
    (self.columns, self.rows, self.caption, self.id) = (columns, rows, caption, id)
    (self.least, self.language) = (least, language)
    head = columns.first.map { ["text", "date"].contains($0.column.type) } == true ? 0 : nil
  }

  /// A table that is scrolled by itself where the screen is narrow, with the keyboard too.
  private func framed(_ id: String, _ kind: String, caption: String, _ inside: String) -> String {
    "<div class=\"wide\(kind)\" role=\"group\" tabindex=\"0\" aria-labelledby=\"\(id)\">\n<table>\n"
      + "<caption id=\"\(id)\">\(caption)</caption>\n\(inside)</table>\n</div>\n"
  }

  private static let few = 12

  private var short: String { rows <= Self.few ? " short" : "" }

  // MARK: Forms

  private func plain(_ shown: [Int], part: (number: Int, count: Int)? = nil, isOrigin: Bool) -> String {
    var html = "<thead><tr>"
    for index in shown {
      let style = least[index].map { " style=\"min-width:\(SVGCanvas.number($0))em\"" } ?? ""
      html += "<th scope=\"col\"\(side(index))\(style)>\(XMLEscape.words(columns[index].heading))</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in 0..<rows {
      html += "<tr>"
      for index in shown {
        let cell = Self.text(columns[index].text(row))
        html += index == head ? "<th scope=\"row\">\(cell)</th>" : "<td\(side(index))>\(cell)</td>"
      }
      html += "</tr>\n"
    }
    if rows == 0 {
      let none = Text(nl: "(geen rijen)", en: "(no rows)")(language)
      html += "<tr><td colspan=\"\(shown.count)\">\(none)</td></tr>\n"
    }
    var caption = caption
    if let part {
      caption += Text(nl: " (deel \(part.number) van \(part.count))", en: " (part \(part.number) of \(part.count))")(
        language)
    }
    let id = part.map { "\(self.id)-\($0.number)" } ?? self.id
    return framed(id, short + (isOrigin ? " origins" : ""), caption: caption, html + "</tbody>\n")
  }

  /// Each column a row; what the rows are called stands above.
  private var turned: String {
    var html = "<thead><tr>"
    html += head.map { "<th scope=\"col\">\(XMLEscape.words(columns[$0].heading))</th>" } ?? "<td></td>"
    for row in 0..<rows { html += "<th scope=\"col\">\(name(row))</th>" }
    html += "</tr></thead>\n<tbody>\n"
    for index in columns.indices where index != head {
      html += "<tr><th scope=\"row\">\(XMLEscape.words(columns[index].heading))</th>"
      for row in 0..<rows { html += "<td\(side(index))>\(Self.text(columns[index].text(row)))</td>" }
      html += "</tr>\n"
    }
    return framed(id, " short", caption: caption, html + "</tbody>\n")
  }

  /// Each row a group of lines, of which the first says what it is called.
  private var records: String {
    var html = ""
    let few = columns.count <= Self.few ? " class=\"few\"" : ""
    for row in 0..<rows {
      html += "<tbody\(few)>\n<tr><th scope=\"rowgroup\" colspan=\"2\">\(name(row))</th></tr>\n"
      for index in columns.indices where index != head {
        html += "<tr><th scope=\"row\">\(XMLEscape.words(columns[index].heading))</th>"
        html += "<td>\(Self.text(columns[index].text(row)))</td></tr>\n"
      }
      html += "</tbody>\n"
    }
    return framed(id, " records", caption: caption, html)
  }

  private func name(_ row: Int) -> String {
    Self.text(head.map { columns[$0].text(row) } ?? Text(nl: "rij \(row + 1)", en: "row \(row + 1)")(language))
  }

  private func side(_ index: Int) -> String { columns[index].side == .right ? " class=\"number\"" : "" }

  /// Returns words with their line breaks; a single sign at the end stays with the word before it.
  static func text(_ text: String) -> String {
    var text = text
    if let blank = text.lastIndex(of: " "), text[blank...].count == 2 {
      text.replaceSubrange(blank...blank, with: "\u{A0}")
    }
    return XMLEscape.lines(text).split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "<br>")
  }
}

extension Table {
  /// The table as a page has it: without what a screen leaves out, and with the label of a thing in place of its id.
  fileprivate var forPages: Table {
    var shown: [Column] = []
    for (column, before) in zip(columns, [nil] + columns) {
      if column.isDetail, column.name == "label", column.texts != nil, let id = before, !id.isDetail, id.texts != nil {
        var label = column
        label.label = id.label
        shown[shown.count - 1] = label
      } else if !column.isDetail {
        shown.append(column)
      }
    }
    return shown.isEmpty ? self : Table(columns: shown)
  }
}
