import WorkbenchKit

/// Says what a person has to know of where a table stands in its sheet.
struct LayoutNotices {
  let grid: SheetGrid
  let head: SheetHead
  let layout: SheetLayout
  let names: ColumnNames

  /// What stands around the table comes first, then what is in it.
  var all: [SourceNotice] {
    [hiddenSheet, hidden, title, groups, names.notice, merged, emptyRows, footnotes, totals].compactMap { $0 }
  }

  private var hiddenSheet: SourceNotice? {
    guard head.state != .visible else { return nil }
    return SourceNotice(
      "hidden", .caution,
      Text(
        nl: "werkblad '\(head.name)' is verborgen in de werkmap", en: "sheet '\(head.name)' is hidden in the workbook"))
  }

  private var hidden: SourceNotice? {
    var parts: [Text] = []
    if layout.hiddenColumns > 0 {
      parts.append(
        .counted(
          layout.hiddenColumns, Text(nl: "verborgen kolom", en: "hidden column"),
          Text(nl: "verborgen kolommen", en: "hidden columns")))
    }
    if grid.hiddenRows > 0 {
      parts.append(
        .counted(
          grid.hiddenRows, Text(nl: "verborgen rij", en: "hidden row"), Text(nl: "verborgen rijen", en: "hidden rows")))
    }
    guard let first = parts.first else { return nil }
    let all = parts.count > 1 ? first + Text(nl: " en ", en: " and ") + parts[1] : first
    return SourceNotice(
      "hidden", .caution,
      all
        + .plural(
          layout.hiddenColumns + grid.hiddenRows, Text(nl: " is weggelaten", en: " was left out"),
          Text(nl: " zijn weggelaten", en: " were left out"))
        + Text(nl: "; lees ze mee met --hidden include", en: "; read them along with --hidden include"))
  }

  private var title: SourceNotice? {
    guard !layout.titleLines.isEmpty else { return nil }
    let lines = Text.list(layout.titleLines.map { "'\($0)'" }, atMost: 4)
    return SourceNotice(
      "title", .info, Text(nl: "boven de tabel staat: \(lines.nl)", en: "above the table stands: \(lines.en)"))
  }

  private var groups: SourceNotice? {
    guard !layout.groupsLeft.isEmpty else { return nil }
    let words = layout.groupsLeft.flatMap { row in
      layout.columns.map { ColumnNames.inOneLine(grid.shown(row, $0)) }.filter { !$0.isEmpty }
    }
    let listed = Text.quoted(words, atMost: 5)
    let rows = layout.groupsLeft.count + 1
    return SourceNotice(
      "groups", .info,
      Text(
        nl: "boven de kolomnamen staan groepen: \(listed.nl); zet ze voor de namen met --header-rows \(rows)",
        en:
          "above the names of the columns stand groups: \(listed.en); put them before the names with --header-rows \(rows)"
      ))
  }

  private var merged: SourceNotice? {
    guard let top = layout.header ?? layout.body.first, let bottom = layout.body.last ?? layout.header else {
      return nil
    }
    let rows = grid.number(ofRow: top)...max(grid.number(ofRow: top), grid.number(ofRow: bottom))
    let ranges = grid.merged.filter { $0.rows.overlaps(rows) }
    guard !ranges.isEmpty else { return nil }
    let places = Text.list(ranges.map(\.text), atMost: 8)
    return SourceNotice(
      "merged", .caution,
      .plural(
        ranges.count,
        Text(nl: "samengevoegde cellen in de tabel: ", en: "merged cells in the table: "),
        Text(
          nl: "samengevoegde cellen in de tabel, op \(ranges.count) plaatsen: ",
          en: "merged cells in the table, in \(ranges.count) places: "))
        + places
        + Text(
          nl: "; alleen de eerste cel heeft een waarde, de andere zijn leeg",
          en: "; only the first cell has a value, the others are empty"))
  }

  private var emptyRows: SourceNotice? {
    guard layout.emptyRows > 0 else { return nil }
    return SourceNotice(
      "rows", .info,
      .counted(
        layout.emptyRows, Text(nl: "lege rij is overgeslagen", en: "empty row was skipped"),
        Text(nl: "lege rijen zijn overgeslagen", en: "empty rows were skipped")))
  }

  private var footnotes: SourceNotice? {
    guard !layout.footnotes.isEmpty else { return nil }
    let lines = Text.list(layout.footnotes.map { "'\($0)'" }, atMost: 4)
    return SourceNotice(
      "footnotes", .info,
      Text(
        nl: "onder de tabel staat, en is geen rij: \(lines.nl)",
        en: "below the table stands, and is no row: \(lines.en)"))
  }

  /// A row of totals counts like any other, and whoever adds up counts everything twice.
  private var totals: SourceNotice? {
    var found: [(row: Int, name: String, word: String)] = []
    for (column, name) in zip(layout.columns, names.names).prefix(3) where found.isEmpty {
      for row in layout.body where grid.tag(row, column).kind == .text && found.count < 100 {
        let word = grid.shown(row, column)
        guard Self.totalWords.contains(word.lowercased()) else { continue }
        found.append((grid.number(ofRow: row), name, word))
      }
    }
    guard let first = found.first else { return nil }
    let rows = Text.list(found.map { String($0.row) })
    let isWord = first.name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    let wayOut =
      isWord
      ? Text(
        nl: "; laat weg met: where \(first.name) != \"\(first.word)\"",
        en: "; leave out with: where \(first.name) != \"\(first.word)\"")
      : Text(nl: "; laat weg met where", en: "; leave out with where")
    return SourceNotice(
      "total", .caution,
      .plural(
        found.count,
        Text(
          nl: "rij \(rows.nl) heet '\(first.word)' en telt mee als elke andere",
          en: "row \(rows.en) is called '\(first.word)' and counts like any other"),
        Text(
          nl: "de rijen \(rows.nl) heten '\(first.word)' of zo, en tellen mee als elke andere",
          en: "the rows \(rows.en) are called '\(first.word)' or the like, and count like any other")) + wayOut)
  }

  private static let totalWords: Set<String> = [
    "totaal", "eindtotaal", "subtotaal", "totalen", "total", "totals", "grand total", "subtotal",
  ]
}
