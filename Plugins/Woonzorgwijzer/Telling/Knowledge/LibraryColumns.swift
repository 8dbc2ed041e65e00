import WorkbenchKit

/// Columns and tables that several commands make of the knowledge base.
enum LibraryColumns {
  static func text(_ name: String, _ values: [Text?], _ label: Text, _ context: Context) -> Column {
    .texts(name, values.map { $0?(context.language) }, label: label)
  }

  /// Where each row stands in the source; a screen shows it only when it is asked for, the sources below name them all.
  static func place(_ citations: [Citation?], _ context: Context) -> Column {
    text("place", citations.map { $0?.shown }, Text(nl: "plaats in de bron", en: "place in the source"), context)
      .asDetail()
  }

  static func statements(
    _ title: Text, _ name: String, _ items: [Statement], _ context: Context
  ) -> Block {
    .table(
      Table(
        title: title,
        columns: [
          text(name, items.map(\.text), Text(nl: "in het kort", en: "in brief"), context),
          place(items.map(\.source), context),
        ]))
  }

  /// What the grades that stand in a result mean, one sentence each.
  static func legend(_ used: some Sequence<Necessity>, _ grades: [NecessityText], _ context: Context) -> [Block] {
    let used = Set(used)
    let shown = grades.filter { used.contains($0.necessity) }
    if shown.isEmpty { return [] }
    let parts = shown.map { grade in
      Text(nl: "\(grade.id): \(grade.meaning.nl)", en: "\(grade.label.en): \(grade.meaning.en)")
    }
    return [.paragraph(Shown.joined(parts, by: "; "))]
  }
}
