import WorkbenchKit

/// Answers with an order, as surveys word them, from the least to the most.
enum AnswerScales {
  private static let known: [[String]] = [
    ["zeer oneens", "oneens", "neutraal", "eens", "zeer eens"],
    ["zeer mee oneens", "mee oneens", "neutraal", "mee eens", "zeer mee eens"],
    ["helemaal mee oneens", "mee oneens", "niet eens, niet oneens", "mee eens", "helemaal mee eens"],
    ["helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens"],
    ["zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden"],
    ["zeer slecht", "slecht", "matig", "redelijk", "goed", "zeer goed", "uitstekend"],
    ["nooit", "bijna nooit", "zelden", "soms", "regelmatig", "vaak", "bijna altijd", "altijd"],
    ["helemaal niet", "nauwelijks", "een beetje", "nogal", "tamelijk", "veel", "heel veel"],
    ["zeer onbelangrijk", "onbelangrijk", "neutraal", "belangrijk", "zeer belangrijk"],
    ["zeer laag", "laag", "midden", "hoog", "zeer hoog"],
    ["strongly disagree", "disagree", "neutral", "agree", "strongly agree"],
    ["strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"],
    ["very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"],
    ["very bad", "bad", "fair", "good", "very good", "excellent"],
    ["very poor", "poor", "fair", "good", "very good", "excellent"],
    ["never", "almost never", "rarely", "sometimes", "often", "very often", "almost always", "always"],
    ["not at all", "a little", "somewhat", "quite a bit", "very much"],
    ["very unimportant", "unimportant", "neutral", "important", "very important"],
    ["very low", "low", "medium", "high", "very high"],
  ]

  /// The answers in their order, as they are written, where all of them stand on one known scale and there are at least three.
  static func order(of answers: Set<String>) -> [String]? {
    guard answers.count >= 3 else { return nil }
    for scale in known {
      let places = Dictionary(scale.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      let placed = answers.compactMap { answer in places[answer.plainWords].map { (answer, $0) } }
      guard placed.count == answers.count, Set(placed.map(\.1)).count == placed.count else { continue }
      return placed.sorted { $0.1 < $1.1 }.map(\.0)
    }
    return nil
  }
}

/// Which questions have ordered answers: as typed, by the labels, or by words that everybody knows.
struct AnswerOrders {
  /// Of questions that were named as ordered, the answers from least to most; empty where the answers themselves tell.
  private var told: [String: [String]] = [:]

  /// - Parameters:
  ///   - typed: `COLUMN`, or `COLUMN=least<…<most`.
  /// - Throws: `column.unknown`, `scale.form`.
  init(_ typed: [String], places: [Place?], labels: AnswerLabels, columns: [Column]) throws {
    for (name, order) in labels.orders { told[name] = order }
    let table = Table(columns: columns)
    for (words, place) in zip(typed, places) {
      let parts = words.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let name = try table.require(parts[0], at: place).name
      let order =
        parts.count < 2 ? [] : parts[1].split(separator: "<").map(\.spaced)
      guard parts.count < 2 || (order.count >= 2 && Set(order.map(\.plainWords)).count == order.count) else {
        throw Diagnostic(
          "scale.form",
          Text(nl: "'\(words)' is geen volgorde van antwoorden", en: "'\(words)' is no order of answers"),
          wayOut: Text(
            nl: "schrijf --ordered '\(parts[0])=laag<midden<hoog'", en: "write --ordered '\(parts[0])=low<medium<high'"),
          place: place)
      }
      told[name] = order
    }
  }

  /// Whether a question was said to be ordered.
  func isTold(_ name: String) -> Bool { told[name] != nil }

  /// The answers of a question in words, from least to most; nil where they have no order.
  ///
  /// - Throws: `scale.unknown` where it was said to be ordered and nothing tells how.
  func order(_ name: String, _ answers: Set<String>) throws -> [String]? {
    guard let order = told[name], !order.isEmpty else {
      if let known = AnswerScales.order(of: answers) { return known }
      guard told[name] != nil else { return nil }
      throw unknown(name, answers.sorted())
    }
    let places = Dictionary(
      order.enumerated().map { ($1.plainWords, $0) }, uniquingKeysWith: { first, _ in first })
    let strange = answers.filter { places[$0.plainWords] == nil }.sorted()
    guard strange.isEmpty else { throw unknown(name, strange) }
    return answers.sorted { (places[$0.plainWords] ?? 0, $0) < (places[$1.plainWords] ?? 0, $1) }
  }

  private func unknown(_ name: String, _ answers: [String]) -> Diagnostic {
    let listed = Text.list(answers.map { "'\($0)'" }, atMost: 8)
    return Diagnostic(
      "scale.unknown",
      Text(
        nl: "waar staat in de volgorde van '\(name)': \(listed.nl)?",
        en: "where in the order of '\(name)' stands: \(listed.en)?"),
      wayOut: Text(
        nl: "schrijf de hele volgorde: --ordered '\(name)=minste<…<meeste'",
        en: "write the whole order: --ordered '\(name)=least<…<most'"))
  }
}
