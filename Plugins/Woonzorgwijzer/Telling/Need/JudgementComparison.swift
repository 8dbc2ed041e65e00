import WorkbenchKit

/// Where two sets of judgements differ: the median of each, question by question.
struct JudgementComparison {
  private let left: JudgementSets.Found
  private let right: JudgementSets.Found
  /// The questions that both, or one of them, answers otherwise, in the order of the knowledge base.
  private let cells: [NeedCell]
  private let alike: Int
  private let context: Context

  init(_ left: JudgementSets.Found, _ right: JudgementSets.Found, _ context: Context) throws {
    (self.left, self.right, self.context) = (left, right, context)
    let first = try NeedTables.answered(left.needs, group: nil, context)
    let known = Set(first)
    let asked = first + (try NeedTables.answered(right.needs, group: nil, context)).filter { !known.contains($0) }
    cells = asked.filter { left.needs.judgement($0).median != right.needs.judgement($0).median }
    alike = asked.count - cells.count
  }

  var blocks: [Block] {
    let labels = (try? context.preconditions.labels) ?? [:]
    let grade = { (set: JudgementSets.Found, cell: NeedCell) in set.needs.judgement(cell).median?.rawValue }
    let table = Table(
      title: Text(
        nl: "Verschil tussen '\(left.name)' en '\(right.name)'",
        en: "Difference between '\(left.name)' and '\(right.name)'"),
      columns: [
        .texts("group", cells.map(\.group), label: Text(nl: "groep", en: "group")),
        .texts("precondition", cells.map(\.precondition)).asDetail(),
        .texts(
          "precondition_label", cells.map { labels[$0.precondition] ?? .verbatim($0.precondition) },
          label: Text(nl: "randvoorwaarde", en: "precondition"), in: context),
        .texts("situation", cells.map(\.situation), label: Text(nl: "mantelzorg", en: "informal care")),
        .texts("left", cells.map { grade(left, $0) }, label: .verbatim(left.name)),
        .texts("right", cells.map { grade(right, $0) }, label: .verbatim(right.name)),
      ])
    let different = Text.counted(
      cells.count, Text(nl: "vraag", en: "question"), Text(nl: "vragen", en: "questions"))
    let same = Text.counted(alike, Text(nl: "vraag", en: "question"), Text(nl: "vragen", en: "questions"))
    let sentence = Text(
      nl: "Bij \(different.nl) verschillen de sets of zegt er één niets, bij \(same.nl) zijn ze het eens.",
      en: "On \(different.en) the sets differ or one says nothing, on \(same.en) they agree.")
    return [.paragraph(cells.isEmpty ? agreed(same) : sentence)] + (cells.isEmpty ? [] : [.table(table)])
  }

  private func agreed(_ same: Text) -> Text {
    Text(
      nl: "De sets '\(left.name)' en '\(right.name)' zeggen hetzelfde (\(same.nl)).",
      en: "The sets '\(left.name)' and '\(right.name)' say the same (\(same.en)).")
  }
}
