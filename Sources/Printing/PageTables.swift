import WorkbenchKit

/// The tables of a page as a word processor needs them: it neither measures what stands in them nor knows the page's style sheet.
enum PageTables {
  /// How many signs a line has, about: 17.4 cm of type of 10.5 points, of a wide letter where the one that is meant is not there.
  private static let line = 80.0
  /// Beside what stands in a cell.
  private static let margin = 3.0
  /// A column that is wider than this is read as prose.
  private static let widest = 60.0

  /// Returns the page with the width of each column in its tables, numbers to the right, and lists of figures as tables.
  static func sized(_ html: String) -> String {
    var made = ""
    var rest = listsAsTables(html)[...]
    while let start = rest.firstRange(of: "<table")?.lowerBound,
      let end = rest[start...].firstRange(of: "</table>")?.upperBound
    {
      made += rest[..<start]
      made += sized(table: String(rest[start..<end]))
      rest = rest[end...]
    }
    return made + rest
  }

  /// A list of terms is no list in a document, but one paragraph after another.
  private static func listsAsTables(_ html: String) -> String {
    var made = ""
    var rest = html[...]
    while let start = rest.firstRange(of: "<dl")?.lowerBound, let open = rest[start...].firstIndex(of: ">"),
      let end = rest[open...].firstRange(of: "</dl>")
    {
      made += rest[..<start]
      let list = rest[rest.index(after: open)..<end.lowerBound]
      made +=
        "<table><tbody>"
        + list.replacing("<div>", with: "<tr>").replacing("</div>", with: "</tr>").replacing("<dt>", with: "<td>")
        .replacing("</dt>", with: "</td>").replacing("<dd>", with: "<td>").replacing("</dd>", with: "</td>")
        + "</tbody></table>"
      rest = rest[end.upperBound...]
    }
    return made + rest
  }

  private static func sized(table: String) -> String {
    let table = withoutRowHeads(table.replacing("class=\"number\"", with: "style=\"text-align:right\""))
    // One that stands in another, or in which cells are joined, is left to the word processor.
    guard !table.dropFirst().contains("<table"), !table.contains("colspan"), !table.contains("rowspan"),
      let head = table.firstIndex(of: ">")
    else { return table }
    let shares = shares(rows(table))
    guard !shares.isEmpty else { return table }
    let columns = shares.map { "<col style=\"width:\(NumberText.fixed($0 * 100, decimals: 1))%\" />" }.joined()
    let place = table.firstRange(of: "</caption>")?.upperBound ?? table.index(after: head)
    return "\(table[..<place])<colgroup>\(columns)</colgroup>\(table[place...])"
  }

  /// A cell that names its row is left out by pandoc's form for LibreOffice, so that all that follows stands under the wrong name.
  private static func withoutRowHeads(_ table: String) -> String {
    var made = ""
    var rest = table[...]
    while let start = rest.firstRange(of: "<th scope=\"row\""),
      let end = rest[start.upperBound...].firstRange(of: "</th>")
    {
      made += rest[..<start.lowerBound] + "<td" + rest[start.upperBound..<end.lowerBound] + "</td>"
      rest = rest[end.upperBound...]
    }
    return made + rest
  }

  /// Of each column its share of the line: what it needs, where that is there; else room for its longest word, and of what is left
  /// as much as it has to say.
  static func shares(_ rows: [[String]]) -> [Double] {
    let count = rows.map(\.count).max() ?? 0
    var needed = [Double](repeating: margin, count: count)
    var least = needed
    for (column, text) in rows.lazy.flatMap({ $0.enumerated() }) {
      needed[column] = max(needed[column], min(Double(text.count) + margin, widest))
      let longest = text.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
      least[column] = max(least[column], min(Double(longest) + margin, widest))
    }
    let (all, words) = (needed.reduce(0, +), least.reduce(0, +))
    if all <= line { return needed.map { $0 / line } }
    if words >= line { return least.map { $0 / words } }
    let room = (line - words) / (all - words)
    return zip(needed, least).map { ($1 + ($0 - $1) * room) / line }
  }

  /// The texts of the cells, row by row.
  private static func rows(_ table: String) -> [[String]] {
    table.split(separator: "<tr").dropFirst().map { row in
      row.replacing("<th", with: "<td").split(separator: "<td").dropFirst().map(text)
    }
  }

  /// What a reader sees of a piece of markup, each escaped sign as one.
  private static func text(_ markup: Substring) -> String {
    var text = ""
    var isInTag = true
    var isEscape = false
    for sign in markup {
      switch sign {
      case "<": isInTag = true
      case ">": isInTag = false
      case "&" where !isInTag: isEscape = true
      case ";" where isEscape:
        isEscape = false
        text.append("x")
      default: if !isInTag, !isEscape { text.append(sign) }
      }
    }
    return text
  }
}
