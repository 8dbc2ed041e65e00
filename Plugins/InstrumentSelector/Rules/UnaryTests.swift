import WorkbenchKit

/// One positive unary test of DMN: a value, or a stretch of numbers.
enum UnaryTest: Sendable, Hashable {
  case equals(Literal)
  case differs(Literal)
  case interval(Interval)

  /// A stretch of numbers; an end that is nil is open to infinity.
  struct Interval: Sendable, Hashable {
    struct End: Sendable, Hashable {
      let value: Double
      /// Whether the end itself is out.
      let isOpen: Bool
    }

    var low: End?
    var high: End?

    func contains(_ number: Double) -> Bool {
      if let low, number < low.value || low.isOpen && number == low.value { return false }
      if let high, number > high.value || high.isOpen && number == high.value { return false }
      return true
    }
  }

  func holds(_ value: Literal) -> Bool {
    switch self {
    case .equals(let literal): return value == literal
    case .differs(let literal): return value != literal
    case .interval(let interval):
      guard let number = value.number else { return false }
      return interval.contains(number)
    }
  }

  var feel: String {
    switch self {
    case .equals(let literal): return literal.feel
    case .differs(let literal): return "!= \(literal.feel)"
    case .interval(let interval):
      switch (interval.low, interval.high) {
      case (nil, nil): return "-"
      case (let low?, nil): return (low.isOpen ? "> " : ">= ") + NumberText.shortest(low.value)
      case (nil, let high?): return (high.isOpen ? "< " : "<= ") + NumberText.shortest(high.value)
      case (let low?, let high?):
        let ends = "\(NumberText.shortest(low.value))..\(NumberText.shortest(high.value))"
        return (low.isOpen ? "(" : "[") + ends + (high.isOpen ? ")" : "]")
      }
    }
  }
}

/// The cell of a rule under an input: `-`, tests of which one must hold, or `not(…)` of which none may.
struct UnaryTests: Sendable, Hashable {
  var tests: [UnaryTest]
  var isNegated = false

  /// `-`: whatever the value is.
  static let any = UnaryTests(tests: [])

  var isAny: Bool { tests.isEmpty }

  func holds(_ value: Literal) -> Bool { isAny || tests.contains { $0.holds(value) } != isNegated }

  /// As DMN writes it.
  var feel: String {
    if isAny { return "-" }
    let list = tests.map(\.feel).joined(separator: ", ")
    return isNegated ? "not(\(list))" : list
  }

  /// The values and ends that it names.
  var literals: [Literal] {
    tests.flatMap { test -> [Literal] in
      switch test {
      case .equals(let literal), .differs(let literal): [literal]
      case .interval(let interval): [interval.low, interval.high].compactMap { $0.map { .number($0.value) } }
      }
    }
  }
}
