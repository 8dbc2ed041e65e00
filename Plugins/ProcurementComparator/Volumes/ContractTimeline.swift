import WorkbenchKit

/// A term with its options, such as 2+1+1, on a calendar.
struct ContractTimeline: Sendable {
  struct Stretch: Sendable, Hashable {
    let years: Int
    let start: CalendarDate
    /// The last day of it.
    let end: CalendarDate
    let isOption: Bool
  }

  let stretches: [Stretch]
  /// When it has to be decided whether the next option is taken, or what comes after the last.
  let decisions: [CalendarDate]

  /// - Parameters:
  ///   - years: the term, then each option; 1 or more each.
  ///   - notice: months before an end at which it is decided.
  /// - Returns: nil where a date falls outside the calendar.
  init?(start: CalendarDate, years: [Int], notice: Int) {
    var stretches: [Stretch] = []
    var decisions: [CalendarDate] = []
    var sum = 0
    for (place, length) in years.enumerated() {
      // From the start each time, so that 29 February comes back where there is one.
      guard let day = start.adding(months: 12 * sum), let next = start.adding(months: 12 * (sum + length)),
        let end = next.adding(days: -1), let decision = next.adding(months: -notice)
      else { return nil }
      stretches.append(Stretch(years: length, start: day, end: end, isOption: place > 0))
      decisions.append(decision)
      sum += length
    }
    self.stretches = stretches
    self.decisions = decisions
  }
}

/// A term with its options as a person types it: `2+1+1`, `7`, `4+2`.
struct ContractTerm: Sendable {
  let text: String
  /// The term, then each option; one of no years stands for none.
  let years: [Int]

  init(text: String, years: [Int]) {
    self.text = text
    self.years = years
  }

  /// - Throws: `term.shape`.
  init(typed text: String) throws {
    let parts = text.split(separator: "+", omittingEmptySubsequences: false).map { Int($0.filter { $0 != " " }) }
    self.init(text: text, years: parts.compactMap { $0 })
    guard years.count == parts.count, years.count <= 12, years.allSatisfy({ (1...50).contains($0) }) else {
      throw problem
    }
  }

  /// `4 jaar, met 2 jaar optie`.
  var told: Text {
    let term = Text.counted(years.first ?? 0, Text(nl: "jaar", en: "year"), Text(nl: "jaar", en: "years"))
    guard years.count > 1 else { return term }
    let options = years.dropFirst().map(String.init).joined(separator: " + ")
    return Text(nl: "\(term.nl), met \(options) jaar optie", en: "\(term.en), with options of \(options)")
  }

  /// Says that it is none.
  var problem: Diagnostic {
    Diagnostic(
      "term.shape", Text(nl: "'\(text)' is geen looptijd", en: "'\(text)' is no term"),
      wayOut: Text(nl: "jaren met plussen ertussen: 2+1+1, 4+2 of 7", en: "years with pluses between: 2+1+1, 4+2 or 7"))
  }
}

/// A step before a contract begins.
struct TransitionStep: NamedItem, FieldItem {
  let id: String
  /// From the first day of the contract, below nought before it.
  let months: Int
  /// The case that took so many months; nil where the months are ours.
  let example: String?
  let statement: Statement

  var label: Text { statement.text }

  init(_ fields: Fields) throws {
    id = try fields["id"]
    months = try fields["months"]
    example = try fields["case"]
    statement = try Statement(fields)
  }
}

/// The term that a case chose.
struct ChosenTerm: FieldItem {
  /// Of the case.
  let id: String
  let term: String
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    term = try fields["term"]
    source = try fields["source"]
  }
}

extension Context {
  /// The steps before a contract begins.
  var transitionSteps: [TransitionStep] { get throws { try knowledge.items("terms", list: "steps", in: self) } }
  /// The terms that cases chose.
  var chosenTerms: [ChosenTerm] { get throws { try knowledge.items("terms", in: self) } }
}
