import Decisions
import WorkbenchKit

/// Whether to take the lead, by the three questions beforehand: must it, can it, do you want it.
struct Lead {
  static let questions = ["must", "can", "want"]

  private let answers: Answers
  private let outcomes: OpenOutcomes
  private let table: DecisionTable

  /// Nil where none of the three is answered.
  ///
  /// - Throws: what reading the table throws.
  init?(_ answers: Answers, _ book: RuleBook) throws {
    guard Self.questions.contains(where: { answers[$0] != nil }) else { return nil }
    self.answers = answers
    table = try book.table("regie")
    outcomes = OpenOutcomes(table, known: table.asked.map { answers.truth($0.name).map(Literal.boolean) })
  }

  private var leads: [Value] { outcomes.possible.map { $0.answers[0].value } }

  /// Whether the answers settle that the lead is not to be taken.
  var isDeclined: Bool { leads == [.text("nee")] }

  func add(to facts: inout Facts) {
    facts.add(
      "lead", leads.count == 1 ? leads[0] : .list(leads),
      label: Text(nl: "regie nemen (onze lezing)", en: "take the lead (our reading)"))
  }

  /// The answer in a sentence, with why.
  var said: Text {
    let words = leads.map(Self.words)
    let notes = outcomes.possible.flatMap(\.fired).reduce(into: [Text]()) { notes, rule in
      if let note = table.rules[rule].note, !notes.contains(note) { notes.append(note) }
    }
    let reasons = (isDeclined ? declined : []) + notes
    let because =
      reasons.isEmpty || leads.count > 1 ? .verbatim("") : .verbatim(": ") + Text.joined(reasons, by: "; ")
    let open = leads.count > 1 ? Text(nl: "De regie is nog open: ", en: "The lead is still open: ") : .verbatim("")
    let reading =
      table.isReading
      ? Text(nl: " (onze lezing van de drie vragen, 2.2)", en: " (our reading of the three questions, 2.2)")
      : .verbatim("")
    return open + .joined(words, by: " / ") + because + reading + .verbatim(".")
  }

  /// Which of the questions were answered with no, besides the one that the rule tells.
  private var declined: [Text] {
    [
      ("must", Text(nl: "het moet niet", en: "it need not be")), ("can", Text(nl: "het kan niet", en: "it cannot be")),
    ].filter { answers.truth($0.0) == false }.map(\.1)
  }

  private static func words(_ lead: Value) -> Text {
    switch lead {
    case .text("nee"): Text(nl: "Neem de regie niet", en: "Do not take the lead")
    case .text("samen"): Text(nl: "Neem de regie samen met anderen", en: "Take the lead together with others")
    case .text("ja"): Text(nl: "Neem de regie", en: "Take the lead")
    default: Text(nl: "Regie: \(lead.plain)", en: "Lead: \(lead.plain)")
    }
  }

  var remarks: [Block] { outcomes.remarks(on: table).map { .notice(Notice(.caution, $0)) } }
}
