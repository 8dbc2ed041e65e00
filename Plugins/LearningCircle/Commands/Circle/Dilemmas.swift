import WorkbenchKit

/// The dilemmas that a circle can take: those of the source and its own.
enum Dilemmas {
  static func all(_ circle: Circle?, in context: Context) throws -> [KnowledgeTerm] {
    try context.shippedDilemmas
      + (circle?.ownDilemmas ?? []).map { KnowledgeTerm(id: $0.id, label: .verbatim($0.text), source: nil) }
  }

  static func table(_ circle: Circle, in context: Context) throws -> [Block] {
    let dilemmas = try all(circle, in: context)
    let table = Table(
      title: Text(nl: "Dilemma's", en: "Dilemmas"),
      columns: [
        .texts("dilemma", dilemmas.map(\.id), label: .verbatim("dilemma")),
        .texts("label", dilemmas.map(\.label), label: Text(nl: "wat", en: "what"), in: context),
        .texts("more", dilemmas.map { $0.what?.shown }, label: Text(nl: "in het kort", en: "in brief"), in: context),
        Column(
          "taken", .booleans(dilemmas.map { circle.taken.contains($0.id) }),
          label: Text(nl: "opgepakt", en: "taken up")),
      ])
    return [.table(table), try context.knowledge.sources(dilemmas.map(\.source), in: context)]
  }
}

extension Vocabulary<KnowledgeTerm> {
  static var dilemma: Vocabulary {
    Vocabulary(
      "dilemma", none: Text(nl: "geen dilemma", en: "no dilemma"),
      wayOut: Text(nl: "'kring dilemma list' noemt ze", en: "'kring dilemma list' lists them")
    ) { try Dilemmas.all($0.workspace.currentCircle, in: $0) }
  }
}
