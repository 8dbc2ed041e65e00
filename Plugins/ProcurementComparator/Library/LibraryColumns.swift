import WorkbenchKit

/// Columns that several commands make of the knowledge base.
enum LibraryColumns {
  static func text(_ name: String, _ values: [Text?], _ label: Text, _ context: Context) -> Column {
    .texts(name, values.map { $0?(context.language) }, label: label)
  }

  /// Where each row stands in the source; a screen shows it only when it is asked for, the sources below name them all.
  static func place(_ citations: [Citation?], _ context: Context) -> [Column] {
    [
      .texts("source", citations.map { $0?.id }, label: Text(nl: "bron", en: "source")).asDetail(),
      text("place", citations.map { $0?.place }, Text(nl: "plaats in de bron", en: "place in the source"), context)
        .asDetail(),
    ]
  }
}

/// A part of a sheet: what it is called and what the sources say; nothing said is `onbekend`.
struct SheetPart {
  let name: String
  let label: Text
  let items: [Statement]

  /// One row a statement; a part without any has one row that says so.
  static func table(_ title: Text, _ parts: [SheetPart], _ context: Context) -> Table {
    var rows: [(part: SheetPart, item: Statement?)] = []
    for part in parts { rows += part.items.isEmpty ? [(part, nil)] : part.items.map { (part, $0) } }
    var last = ""
    let labels = rows.map { row -> String? in
      defer { last = row.part.name }
      return row.part.name == last ? "" : row.part.label(context.language)
    }
    return Table(
      title: title,
      columns: [
        .texts("part", rows.map(\.part.name)).asDetail(),
        .texts("about", labels, label: Text(nl: "onderdeel", en: "part")),
        .texts(
          "text", rows.map { $0.item?.text(context.language) ?? Shown.unknownWord },
          label: Text(nl: "in het kort", en: "in brief")),
      ] + LibraryColumns.place(rows.map { $0.item?.source }, context))
  }
}
