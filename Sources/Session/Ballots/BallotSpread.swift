import WorkbenchKit

/// How far the roles are apart on a question.
struct BallotSpread {
  let question: KeptBallot.Question
  let answer: BallotAnswer
  /// What each role answered; a share where answers count in proportion.
  let values: [String: Value]
  let isShare: Bool

  /// The roles with a graded answer, the lowest first.
  private var placed: [(role: String, place: Double)] {
    values.compactMap { role, value in answer.place(of: value).map { (role, $0) } }.sorted {
      ($0.1, $0.0) < ($1.1, $1.0)
    }
  }

  var lowest: Double? { placed.first?.place }
  var highest: Double? { placed.last?.place }
  var lowestRoles: [String] { placed.filter { $0.place == lowest }.map(\.role) }
  var highestRoles: [String] { placed.filter { $0.place == highest }.map(\.role) }
  /// How many answered without a grade.
  var ungraded: Int { values.count - placed.count }

  /// The two places in the middle, the same one twice where the count is odd.
  var middle: (Double, Double)? {
    let places = placed.map(\.place)
    guard !places.isEmpty else { return nil }
    return (places[(places.count - 1) / 2], places[places.count / 2])
  }

  /// From the lowest to the highest: in what was asked, or in grades; of words without an order how many others were given.
  var difference: Double? {
    if case .words(_, graded: 0) = answer { return values.isEmpty ? nil : Double(Set(values.values).count - 1) }
    guard let lowest, let highest else { return nil }
    return highest - lowest
  }

  /// A place as a person reads it.
  func shown(_ place: Double?) -> Text? {
    guard let place else { return nil }
    switch answer {
    case .number: return isShare ? .share(place, decimals: 0) : .number(place)
    case .words(let words, _):
      return words.indices.contains(Int(place)) ? BallotAnswer.shown(words[Int(place)]) : nil
    }
  }
}

extension KeptBallot {
  /// The questions with what was answered, those on which the roles differ most first.
  var spreads: [BallotSpread] {
    let spreads = questions.enumerated().compactMap { index, question in
      answers[question.blank].map { answer in
        BallotSpread(question: question, answer: answer, values: values(of: index + 1), isShare: isInProportion)
      }
    }
    return spreads.enumerated().sorted { one, other in
      (-(one.element.difference ?? -1), one.offset) < (-(other.element.difference ?? -1), other.offset)
    }.map(\.element)
  }

  private func values(of number: Int) -> [String: Value] {
    guard isInProportion else { return taken.compactMapValues { $0.answers[number] } }
    let peers = peers(of: questions[number - 1])
    return taken.compactMapValues { taken in
      let sum = peers.compactMap { taken.answers[$0]?.number }.reduce(0, +)
      guard sum > 0, let given = taken.answers[number]?.number ?? (silenceIsNought ? 0 : nil) else { return nil }
      return .number(given / sum)
    }
  }

  /// The numbers of the questions among which a role shares: those about the same.
  private func peers(of question: Question) -> [Int] {
    let about = question.subject.filter { $0.key != question.blank }
    return questions.indices.filter { index in
      questions[index].subject.filter { $0.key != question.blank } == about
    }.map { $0 + 1 }
  }
}
