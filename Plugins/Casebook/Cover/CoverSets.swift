import WorkbenchKit

/// What examples show, ready to be covered: of each example which questions, tasks or traits.
struct CoverSets {
  /// What is to be covered.
  enum Aim: String, ArgumentChoice {
    case questions, tasks, traits

    static let usual = Aim.questions
    var about: Text? {
      switch self {
      case .questions: Text(nl: "elke vraag", en: "every question")
      case .tasks: Text(nl: "elke opgave", en: "every task")
      case .traits: Text(nl: "elke waarde van elk kenmerk", en: "every value of every trait")
      }
    }

    /// Several of them.
    var things: Text {
      switch self {
      case .questions: Text(nl: "vragen", en: "questions")
      case .tasks: Text(nl: "opgaven", en: "tasks")
      case .traits: Text(nl: "waarden van kenmerken", en: "values of traits")
      }
    }
  }

  /// Out of which examples.
  enum Origin: String, ArgumentChoice {
    case cases, initiatives, pilots

    static let usual = Origin.cases
    var about: Text? {
      switch self {
      case .cases: Text(nl: "casussen, ook eigen", en: "cases, one's own too")
      case .initiatives: Text(nl: "initiatieven", en: "initiatives")
      case .pilots: Text(nl: "pilots", en: "pilots")
      }
    }

    /// What each of them is.
    var kind: CaseKind {
      switch self {
      case .cases: .example
      case .initiatives: .initiative
      case .pilots: .pilot
      }
    }
  }

  /// What is to be covered, each with what a person reads.
  let elements: [(id: String, label: Text)]
  let examples: [ShelvedCase]
  /// Of each example the numbers of the elements that it shows.
  let sets: [Set<Int>]

  /// - Parameters:
  ///   - elements: each once.
  ///   - shows: whether an example shows one.
  init(_ elements: [(id: String, label: Text)], _ examples: [ShelvedCase], shows: (ShelvedCase, String) -> Bool) {
    self.elements = elements
    self.examples = examples
    sets = examples.map { example in Set(elements.indices.filter { shows(example, elements[$0].id) }) }
  }
}

/// How many ways there are to choose so many of so many.
enum Choices {
  /// The binomial coefficient; exact as long as a double holds it.
  static func count(_ chosen: Int, of all: Int) -> Double {
    guard chosen >= 0, chosen <= all else { return 0 }
    return (0..<min(chosen, all - chosen)).reduce(1.0) { product, step in
      (product * Double(all - step) / Double(step + 1)).rounded()
    }
  }
}
