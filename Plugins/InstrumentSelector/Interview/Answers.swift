import WorkbenchKit

/// One answer to a question of the interview.
enum Answer: Sendable, Hashable, FieldValue {
  case truth(Bool)
  case choice(String)
  case list([String])
  case number(Double)

  var json: JSON {
    switch self {
    case .truth(let truth): .bool(truth)
    case .choice(let id): .string(id)
    case .list(let ids): .array(ids.map(JSON.string))
    case .number(let number): .number(number)
    }
  }

  init(field: JSON) throws {
    switch field {
    case .bool(let truth): self = .truth(truth)
    case .string(let id): self = .choice(id)
    case .array: self = .list(try [String](field: field))
    case .number(let number): self = .number(number)
    case .null, .object: throw FieldProblem(Text(nl: "is geen antwoord", en: "is no answer"))
    }
  }

  var shown: Text {
    switch self {
    case .truth(let truth): truth ? Text(nl: "ja", en: "yes") : Text(nl: "nee", en: "no")
    case .choice(let id): .verbatim(id)
    case .list(let ids): ids.isEmpty ? Text(nl: "geen", en: "none") : .verbatim(ids.joined(separator: ", "))
    case .number(let number): .number(number, atMost: 2)
    }
  }

  /// As it can be typed behind `KEY=`.
  var typed: String {
    switch self {
    case .truth(let truth): truth ? "yes" : "no"
    case .choice(let id): id
    case .list(let ids): ids.joined(separator: "+")
    case .number(let number): NumberText.shortest(number)
    }
  }
}

/// Answers by the ids of their questions; what is not there is not known.
struct Answers: Sendable, Hashable {
  private(set) var all: [String: Answer] = [:]

  init(_ all: [String: Answer] = [:]) { self.all = all }

  subscript(question: String) -> Answer? {
    get { all[question] }
    set { all[question] = newValue }
  }

  func truth(_ question: String) -> Bool? { if case .truth(let truth)? = all[question] { truth } else { nil } }
  func choice(_ question: String) -> String? { if case .choice(let id)? = all[question] { id } else { nil } }
  func list(_ question: String) -> [String]? { if case .list(let ids)? = all[question] { ids } else { nil } }
  func number(_ question: String) -> Double? { if case .number(let number)? = all[question] { number } else { nil } }

  /// What several make of it together: the majority of yes and no (the median of two grades; a tie is open), the choice and the
  /// items of more than half of those who answered, the median of numbers.
  static func group(_ roles: [Answers]) -> Answers {
    var group = Answers()
    for question in Set(roles.flatMap(\.all.keys)) {
      let given = roles.compactMap { $0[question] }
      group[question] = together(given)
    }
    return group
  }

  private static func together(_ given: [Answer]) -> Answer? {
    func isMost(_ count: Int) -> Bool { 2 * count > given.count }
    switch given.first {
    case .truth:
      if isMost(given.count { $0 == .truth(true) }) { return .truth(true) }
      return isMost(given.count { $0 == .truth(false) }) ? .truth(false) : nil
    case .choice: return Set(given).first { answer in isMost(given.count { $0 == answer }) }
    case .number:
      let numbers = given.compactMap { if case .number(let number) = $0 { number } else { nil } }.sorted()
      guard let low = numbers.dropLast(numbers.count / 2).last, !numbers.isEmpty else { return nil }
      return .number((low + numbers[numbers.count / 2]) / 2)
    case .list:
      let lists = given.compactMap { if case .list(let ids) = $0 { ids } else { nil } }
      var order: [String] = []
      for id in lists.flatMap({ $0 }) where !order.contains(id) { order.append(id) }
      return .list(order.filter { id in isMost(lists.count { $0.contains(id) }) })
    case nil: return nil
    }
  }
}
