import WorkbenchKit

extension Column {
  /// Where each row stands in the source; a screen shows it only when it is asked for, the sources below name them all.
  static func placesInSource(_ citations: [Citation?], in context: Context) -> Column {
    .texts(
      "place", citations.map { $0?.within }, label: Text(nl: "plaats in de bron", en: "place in the source"),
      in: context
    ).asDetail()
  }
}

extension Block {
  /// What a source says, one row each.
  static func statements(_ title: Text, _ name: String, _ items: [Statement], in context: Context) -> Block {
    .table(
      Table(
        title: title,
        columns: [
          .texts(name, items.map(\.text), label: Text(nl: "in het kort", en: "in brief"), in: context),
          .placesInSource(items.map(\.source), in: context),
        ]))
  }

  /// What the grades that stand in a result mean, one sentence each.
  static func legend(_ used: some Sequence<Necessity>, in context: Context) throws -> [Block] {
    let used = Set(used)
    let parts = try context.grades.filter { $0.necessity.map(used.contains) ?? false }.map { grade in
      Text(nl: "\(grade.id): \(grade.meaning.nl)", en: "\(grade.label.en): \(grade.meaning.en)")
    }
    return parts.isEmpty ? [] : [.paragraph(.joined(parts, by: "; "))]
  }
}
