import WorkbenchKit

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
          "text", rows.map { $0.item?.shown ?? .verbatim(Statement.unknown) },
          label: Text(nl: "in het kort", en: "in brief"), in: context),
      ] + SourceColumns.place(rows.map { $0.item?.source }, context))
  }
}

/// Where each row of a table stands in the sources.
enum SourceColumns {
  /// A screen shows them only when they are asked for: the sources below name them all.
  static func place(_ citations: [Citation?], _ context: Context) -> [Column] {
    [
      .texts("source", citations.map { $0?.id }, label: Text(nl: "bron", en: "source")).asDetail(),
      .texts(
        "place", citations.map { $0?.place }, label: Text(nl: "plaats in de bron", en: "place in the source"),
        in: context
      )
      .asDetail(),
    ]
  }
}

extension Text {
  /// A remark in brackets behind something; empty where there is none.
  static func inBrackets(_ remark: Text?) -> Text {
    remark.map { .verbatim(" (") + $0 + .verbatim(")") } ?? .verbatim("")
  }
}
