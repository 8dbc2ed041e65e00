import WorkbenchKit

extension ExampleSheet {
  static func table(_ rows: [Row], _ context: Context) -> Table {
    let isOwn =
      rows.contains { $0.role != nil } || rows.allSatisfy { if case .open = $0.status { true } else { false } }
    var columns: [Column] = [
      .texts("question", rows.map(\.question), label: Text(nl: "vraag", en: "question")).asDetail(),
      .texts("label", rows.map(\.label), label: Text(nl: "vraag", en: "question"), in: context),
      .texts("text", rows.map(\.text), label: Text(nl: "wat er staat", en: "what it says"), in: context),
      .texts("lines", rows.map { $0.citation?.lineText }, label: Text(nl: "regels", en: "lines")).asDetail(isOwn),
      .texts("source", rows.map { $0.citation?.id }, label: Text(nl: "bron", en: "source")).asDetail(),
      .texts("status", rows.map(\.status.word), label: Text(nl: "hoe bekend", en: "how known")).asDetail(),
      .texts("status_label", rows.map(\.status.label), label: Text(nl: "hoe bekend", en: "how known"), in: context)
        .asDetail(!isOwn),
    ]
    if isOwn, context.workspace.setting("kring.show-roles")?.plain != "off" {
      columns.append(.texts("by", rows.map(\.role), label: Text(nl: "volgens", en: "according to")))
    }
    if isOwn {
      columns.append(
        .dates("at", rows.map(\.day), label: Text(nl: "dag", en: "day")).asDetail(rows.allSatisfy { $0.day == nil }))
    }
    return Table(columns: columns)
  }

  static func table(_ facts: [FactRow], _ context: Context) -> Table {
    Table(
      title: Text(nl: "Cijfers en feiten", en: "Figures and facts"),
      columns: [
        .texts("fact", facts.map(\.fact), label: Text(nl: "feit", en: "fact")).asDetail(),
        .texts("label", facts.map(\.label), label: Text(nl: "feit", en: "fact"), in: context),
        .texts("value", facts.map(\.value), label: Text(nl: "waarde", en: "value"), in: context),
        .texts("found", facts.map(\.found), label: Text(nl: "volgens", en: "according to"), in: context),
        .dates("at", facts.map(\.day), label: Text(nl: "sinds", en: "since"))
          .asDetail(facts.allSatisfy { $0.day == nil }),
        Column("current", .booleans(facts.map(\.isCurrent)), label: Text(nl: "geldt nu", en: "holds now"))
          .asDetail(facts.allSatisfy(\.isCurrent)),
      ])
  }
}
