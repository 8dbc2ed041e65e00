import WorkbenchKit

/// Which single answers, given otherwise, change who is first, second or third.
struct Sensitivity {
  struct Change: Sendable {
    let question: String
    let from: Answer?
    let to: Answer
    let styles: [String]
    let first: [Advisor.Placed]
    let head: [String]
  }

  let changes: [Change]

  /// - Throws: what advising throws.
  init(_ answers: Answers, _ advice: Advisor.Advice, _ advisor: Advisor, _ reader: AnswerReader) throws {
    var found: [Change] = []
    for question in reader.questions where !Lead.questions.contains(question.id) {
      for (other, then) in try Self.advice(after: question, answers, advice, advisor, reader) {
        // Of several items with one effect the first will do.
        if then.head != advice.head, !found.contains(where: { $0.question == question.id && $0.head == then.head }) {
          found.append(
            Change(
              question: question.id, from: answers[question.id], to: other, styles: then.finding.styles,
              first: then.first, head: then.head))
        }
      }
    }
    changes = found
  }

  /// What is advised after each other answer to a question.
  ///
  /// - Throws: what advising throws.
  static func advice(
    after question: Question, _ answers: Answers, _ advice: Advisor.Advice, _ advisor: Advisor, _ reader: AnswerReader
  ) throws -> [(answer: Answer, advice: Advisor.Advice)] {
    try others(answers[question.id], question, advice, advisor.notes).compactMap { other in
      var changed = answers
      changed[question.id] = other
      // Answers that exclude each other are no way to change the advice.
      guard (try? reader.check(changed, at: nil)) != nil else { return nil }
      return (other, try advisor.advise(changed))
    }
  }

  /// The smallest changes of an answer: yes for no, another choice, one item more or less, a time at which a lead time counts.
  private static func others(
    _ now: Answer?, _ question: Question, _ advice: Advisor.Advice, _ notes: InstrumentNotes
  ) -> [Answer] {
    switch question.form {
    case .yesno: return [.truth(true), .truth(false)].filter { $0 != now }
    case .choice: return question.values.map { .choice($0.id) }.filter { $0 != now }
    case .number:
      return Set(advice.placed.compactMap { notes.leadMonths($0.instrument.id) }).sorted()
        .flatMap { [Answer.number($0), .number(max($0 - 1, 0))] }.filter { $0 != now }
    case .list:
      let given: [String] = if case .list(let ids)? = now { ids } else { [] }
      return question.values.map { value in
        .list(given.contains(value.id) ? given.filter { $0 != value.id } : given + [value.id])
      }
    }
  }
}
