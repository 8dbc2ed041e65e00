import Decisions
import WorkbenchKit

/// The contract that the circle chose in `procure`, axis by axis, held against a style.
struct ChosenContract {
  private struct Choice {
    let axis: String
    let form: String
    let label: String?
  }

  private let choices: [Choice]
  private let funding: String?
  /// Of the term itself, options left out; nil where nobody said it.
  private let years: Double?

  /// - Returns: nil where nothing was chosen.
  init?(_ workspace: WorkspaceHandle) throws {
    guard let table = try workspace.table("procure.form"), table.rowCount > 0 else { return nil }
    func cells(_ name: String) -> [String?] {
      let column = table.column(name)
      return (0..<table.rowCount).map { row in
        column.map { $0[row] }.flatMap { $0.isMissing ? nil : $0.plain }
      }
    }
    let (axes, forms, labels) = (cells("axis"), cells("form"), cells("label"))
    choices = axes.indices.compactMap { row in
      guard let axis = axes[row], let form = forms[row] else { return nil }
      return Choice(axis: axis, form: form, label: labels[row])
    }
    let chosen = Dictionary(choices.map { ($0.axis, $0.form) }, uniquingKeysWith: { first, _ in first })
    funding = chosen["funding"] ?? cells("funding")[0] ?? (choices.isEmpty ? forms[0] : nil)
    let term = chosen["term"] ?? cells("term_years")[0] ?? cells("term")[0]
    years = term.flatMap { $0.split(separator: "+").first }.flatMap { NumberText.parse(String($0)) }
  }

  /// Says how the contract goes with each style, by the rules; what no rule or source speaks of is named as such, and what
  /// was not said is asked for and not assumed.
  func notice(beside styles: [String], table: DecisionTable) throws -> Block {
    var doubts: Set<Text> = []
    let said = styles.map { style -> Text in
      var known: [String: Literal] = ["style": .text(style)]
      known["funding"] = funding.map(Literal.text)
      known["term_years"] = years.map(Literal.number)
      // A rule on what nobody said has no say.
      var settled = table
      settled.rules.removeAll { rule in
        zip(table.inputs, rule.when).contains { $0.formula == nil && !$1.isAny && known[$0.name] == nil }
      }
      let outcomes = OpenOutcomes(settled, known: table.asked.map { known[$0.name] })
      doubts.formUnion(outcomes.remarks(on: table))
      let words = outcomes.possible.map { $0.answers[0].value.plain }
      let fired = Set(outcomes.possible.flatMap(\.fired)).sorted().map { settled.rules[$0] }
      // That the sources say nothing is no word on a funding that nobody named.
      let notes = fired.filter { funding != nil || !$0.when.allSatisfy(\.isAny) }.compactMap(\.note)
      let because = notes.isEmpty ? .verbatim("") : .verbatim(" (") + Text.joined(notes, by: "; ") + .verbatim(")")
      return .verbatim("\(style): \(words.joined(separator: " / "))") + because
    }
    let parts = [
      Text(nl: "stijl naast het contract (\(named)): ", en: "style beside the contract (\(named)): ")
        + Text.joined(said, by: "; "),
      Self.blank(choices.filter { !Self.judged.contains($0.axis) }.map { Self.axes[$0.axis] ?? .verbatim($0.axis) }),
      funding == nil
        ? Text(
          nl: "de bekostiging is niet gezegd en telt niet mee: procure choose VORM",
          en: "the funding was not said and does not count: procure choose FORM") : nil,
      years == nil
        ? Text(
          nl: "de looptijd is niet gezegd en telt niet mee: procure choose --term 2+1+1",
          en: "the term was not said and does not count: procure choose --term 2+1+1") : nil,
      Text(
        nl: "visie, regie en inkoop horen bij elkaar te passen (AEF voor Aedes, 2020, 5.4)",
        en: "vision, direction and contracting should agree (AEF for Aedes, 2020, 5.4)"),
    ]
    return .notice(
      Notice(.caution, .joined(parts.compactMap { $0 } + doubts.sorted { $0.nl < $1.nl }, by: "; ")))
  }

  private var named: String {
    choices.isEmpty ? funding ?? "procure.form" : choices.map { $0.label ?? $0.form }.joined(separator: ", ")
  }

  /// What the rules speak of; with whom the contract is says who, and nothing of the style.
  private static let judged: Set = ["funding", "term", "partners"]
  private static let axes = [
    "procedure": Text(nl: "de procedure", en: "the procedure"),
    "provision": Text(nl: "de voorziening", en: "the provision"),
    "execution": Text(nl: "de uitvoeringsvariant", en: "the execution variant"),
    "constellation": Text(nl: "de samenstelling", en: "the constellation"),
  ]

  private static func blank(_ axes: [Text]) -> Text? {
    guard !axes.isEmpty else { return nil }
    let listed = Text.joined(axes)
    return Text(
      nl: "over \(listed.nl) bij een stijl zeggen de bronnen niets, en wij ook niet",
      en: "of \(listed.en) with a style the sources say nothing, and neither do we")
  }
}
