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

/// Parameters that name things of the knowledge base, with the words that completion offers.
enum LibraryParameters {
  static func candidates<Item: Named>(_ items: @escaping @Sendable (Context) throws -> [Item])
    -> @Sendable (Context) -> [Candidate]
  {
    { context in ((try? items(context)) ?? []).map { Candidate($0.id, $0.label) } }
  }

  static func group(_ library: Library, required: Bool = true) -> Parameter {
    .argument(
      "group", required: required,
      about: Text(nl: "doelgroep: 3, 4a, ggz-c3, lvb, …", en: "target group: 3, 4a, ggz-c3, lvb, …"),
      candidates: candidates { try library.groups($0) })
  }

  /// The group that a call names; nil where it names none.
  ///
  /// - Throws: `group.unknown`.
  static func group(in call: Call, _ library: Library, _ context: Context) throws -> TargetGroup? {
    try call.text("group").map { try Kind.group.one($0, among: library.groups(context), at: call.place(of: "group")) }
  }
}
