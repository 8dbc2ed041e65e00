import WorkbenchKit

/// Figures of small areas as a table of estimates, small counts held back.
struct SmallEstimateReport {
  let question: SmallQuestion
  let found: SmallAreas
  let areas: [Area]
  let counts: SmallCounts
  /// Whether they are all of an area around them.
  let areWhole: Bool

  var blocks: [Block] {
    let held = found.held(counts, areWhole: areWhole)
    var facts = Facts(isDetail: true)
    facts.add("areas", areas.count, label: Text(nl: "gebieden", en: "areas"))
    return [.table(table(held)), .facts(facts)] + question.cautions + question.doubts(found) + counts.notice(held)
      + found.notices.map(Block.notice)
  }

  private func table(_ held: Disclosure) -> Table {
    let mark = { (column: Column) in counts.marked(column, found.marks) }
    return Table(
      title: question.title,
      columns: [
        .texts("area", areas.map(\.code), label: Text(nl: "gebied", en: "area")),
        counts.column("population", found.people, label: Text(nl: "mensen", en: "people"), held: held),
        mark(
          counts.column(
            "rate", found.shares, label: .verbatim("%"), held: held, as: .rates, unit: .share, format: .share(1))),
        mark(counts.column("estimate", found.counts, label: Text(nl: "personen", en: "persons"), held: held)),
      ] + SmallColumns(question: question, areas: areas).about)
  }
}
