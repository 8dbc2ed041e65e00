import WorkbenchKit

/// What is said of the weight of judgements: the heaviest in a sentence, and the table.
struct JudgementWeightReport {
  private let weights: JudgementWeights
  private let counts: SmallCounts
  private let context: Context

  init(_ weights: JudgementWeights, _ context: Context) {
    self.weights = weights
    self.context = context
    counts = SmallCounts(context.workspace)
  }

  var blocks: [Block] {
    get throws {
      let rows = weights.rows
      let few = weights.demand.fewGroups(counts)
      let held = Disclosure(
        [rows.map(\.people)], beside: Set(rows.indices.filter { few.contains(rows[$0].group.id) }),
        threshold: counts.threshold)
      let change = { (name: String, value: (JudgementWeights.Row) -> Double, label: Text) in
        counts.column(
          name, rows.map { value($0) == 0 ? .nan : value($0) }, label: label, held: held, as: .bounds)
      }
      let demand = counts.column(
        "demand", rows.map(\.demand), label: Text(nl: "vraag nu", en: "demand now"), held: held, as: .bounds)
      let table = Table(
        title: Text(
          nl: "Wat elk oordeel verschuift · \(weights.demand.area.name)",
          en: "What each judgement moves · \(weights.demand.area.name)"),
        columns: [
          .texts("group", rows.map(\.group.id), label: Text(nl: "groep", en: "group")),
          .texts("precondition", rows.map(\.precondition.id)).asDetail(),
          .texts(
            "precondition_label", rows.map(\.precondition.label), label: Text(nl: "randvoorwaarde", en: "precondition"),
            in: context),
          .texts("situation", rows.map(\.situation?.id), label: Text(nl: "mantelzorg", en: "informal care")),
          .texts("median", rows.map(\.median.rawValue), label: Text(nl: "oordeel", en: "judgement")),
          demand,
          change("lower", \.lower, Text(nl: "lager", en: "lower")),
          change("higher", \.higher, Text(nl: "hoger", en: "higher")),
        ])
      var blocks: [Block] = [.paragraph(sentence(held)), .table(table)]
      blocks += GapReport.borrowed([weights.demand]) + counts.notice(held)
      var origin = FigureOrigin()
      origin.add([weights.demand], try context.codebook)
      context.workspace.note(origin)
      return blocks + GapReport.assumed(origin, [weights.demand])
    }
  }

  private func sentence(_ held: Disclosure) -> Text {
    let area = weights.demand.area.name
    guard let index = weights.rows.indices.first(where: { !held.hidden.contains($0) }) else {
      return Text(
        nl: "In \(area) verschuift geen enkel oordeel de vraag met één graad.",
        en: "In \(area) no judgement moves the demand by one grade.")
    }
    let row = weights.rows[index]
    let people = Text.number(row.most, decimals: 0)
    let situation =
      row.situation.map { situation in
        Text(nl: " (\(situation.label.nl))", en: " (\(situation.label.en))")
      } ?? .verbatim("")
    let direction =
      row.lower < 0
      ? Text(nl: "één graad lager vallen \(people.nl) mensen weg", en: "one grade lower, \(people.en) people fall out")
      : Text(
        nl: "één graad hoger komen er \(people.nl) mensen bij", en: "one grade higher, \(people.en) people are added")
    return Text(
      nl:
        "In \(area) weegt dit oordeel het zwaarst: \(row.precondition.label.nl) voor groep \(row.group.id)\(situation.nl); \(direction.nl).",
      en:
        "In \(area) this judgement weighs most: \(row.precondition.label.en) for group \(row.group.id)\(situation.en); \(direction.en)."
    )
  }
}
