import Methods
import WorkbenchKit

/// Answers as observations, with the words of every kind.
struct AnswerTable {
  /// A column that counts.
  struct Answer {
    let name: String
    let label: String
    /// Numbers, for a quantity; places in the order, for ordered answers; nil for a kind.
    let numbers: [Double]?
    /// Ordered answers in words, from least to most; nil for what is none.
    var order: [String]?
    /// Of several answers in a cell, the sign that parts them; nil for what is none.
    var sign: String?
    /// What each row says: of a quantity above the middle or not, of a kind its label.
    let words: [String?]
    /// What each row has, as it stands in the file.
    let plain: [String?]

    /// All that a row says.
    func said(_ row: Int) -> [String] {
      guard let word = words[row] else { return [] }
      return sign.map { ChoiceSets.parts(of: word, $0) } ?? [word]
    }
  }

  let answers: [Answer]
  let observations: Observations
  let dropped: [String]
  /// For how much each row counts; nil where all count for one.
  private let weights: [Double]?
  /// Questions whose words were known for a scale, so that their answers are ordered.
  private(set) var scaled: [String] = []

  /// - Parameters:
  ///   - multi: the sign that parts several answers in a cell; nil where none does.
  ///   - asKinds: whether every column is a kind.
  /// - Throws: `cluster.columns`, `cluster.kinds`, `scale.unknown`.
  init(
    _ sheet: NeedSheet, categorical: Set<String>, labels: AnswerLabels, orders: AnswerOrders, multi: String?,
    asKinds: Bool
  ) throws {
    var answers: [Answer] = []
    var traits: [Observations.Trait] = []
    var dropped: [String] = []
    for column in sheet.columns {
      let sign = multi.flatMap { ChoiceSets.isParted(column, by: $0) ? $0 : nil }
      let plain = (0..<column.count).map { row -> String? in
        guard !column[row].isMissing else { return nil }
        return sign.map { ChoiceSets.parts(of: column[row].plain, $0).joined(separator: $0) } ?? column[row].plain
      }
      guard plain.contains(where: { $0 != nil }) else {
        dropped.append(column.name)
        continue
      }
      let isOrdered = orders.isTold(column.name)
      let isKind =
        column.numbers == nil || categorical.contains(column.name)
        || (labels.levels[column.name] != nil && !isOrdered)
      let label = labels.column(column.name)
      if let sign, !asKinds {
        traits.append(.sets(ProfileDistances.sets(plain, sign)))
        answers.append(
          Answer(name: column.name, label: label, numbers: nil, sign: sign, words: plain, plain: plain))
        continue
      }
      if column.numbers == nil, !categorical.contains(column.name), !asKinds,
        let order = try orders.order(column.name, Set(plain.compactMap { $0 }))
      {
        let ranks = Dictionary(order.enumerated().map { ($1, Double($0)) }, uniquingKeysWith: { first, _ in first })
        let numbers = plain.map { $0.flatMap { ranks[$0] } ?? .nan }
        traits.append(.numeric(numbers))
        answers.append(
          Answer(
            name: column.name, label: label, numbers: numbers, order: order,
            words: plain.map { $0.map { labels.value(column.name, $0) } }, plain: plain))
        if !isOrdered { scaled.append(column.name) }
        continue
      }
      if let numbers = column.numbers, !isKind, !asKinds {
        traits.append(.numeric(numbers))
        answers.append(
          Answer(
            name: column.name, label: label, numbers: numbers,
            words: labels.levels[column.name] == nil
              ? Self.halves(numbers) : plain.map { $0.map { labels.value(column.name, $0) } }, plain: plain))
      } else {
        let levels = Self.ordered(Set(plain.compactMap { $0 }), isNumeric: column.numbers != nil)
        if asKinds, !isKind, levels.count > 20 { throw Self.tooMany(column.name, levels.count) }
        traits.append(Observations.Trait(plain, levels: levels))
        answers.append(
          Answer(
            name: column.name, label: label, numbers: nil,
            words: plain.map { $0.map { labels.value(column.name, $0) } }, plain: plain))
      }
    }
    guard !answers.isEmpty else {
      throw Diagnostic(
        "cluster.columns",
        Text(
          nl: "er is geen kolom met antwoorden om op te vergelijken", en: "there is no column of answers to compare by"),
        wayOut: Text(nl: "kies kolommen met --columns", en: "choose columns with --columns"))
    }
    self.answers = answers
    self.dropped = dropped
    weights = sheet.weights
    observations = Observations(traits)
  }

  /// The range of each quantity, by its name.
  var ranges: [String: ClosedRange<Double>] {
    answers.reduce(into: [:]) { ranges, answer in
      let known = (answer.numbers ?? []).filter { !$0.isNaN }
      if let low = known.min(), let high = known.max() { ranges[answer.name] = low...high }
    }
  }

  static func ordered(_ words: Set<String>, isNumeric: Bool) -> [String] {
    isNumeric
      ? words.sorted { (NumberText.parse($0) ?? 0) < (NumberText.parse($1) ?? 0) }
      : words.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }

  /// Of a number whether it lies above the middle of all.
  private static func halves(_ numbers: [Double]) -> [String?] {
    let sorted = numbers.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty else { return numbers.map { _ in nil } }
    let middle = sorted[(sorted.count - 1) / 2]
    let shown = NumberText.shortest(middle)
    return numbers.map { $0.isNaN ? nil : $0 > middle ? "> \(shown)" : "≤ \(shown)" }
  }

  private static func tooMany(_ name: String, _ count: Int) -> Diagnostic {
    Diagnostic(
      "cluster.kinds",
      Text(
        nl: "'\(name)' heeft \(count) verschillende getallen, en deze werkwijze vraagt soorten",
        en: "'\(name)' has \(count) different numbers, and this method takes kinds"),
      wayOut: Text(
        nl: "kies andere kolommen met --columns, of neem elk getal als soort met --categorical \(name)",
        en: "choose other columns with --columns, or take each number as a kind with --categorical \(name)"))
  }

  /// What a group has most of, or in the middle: nobody's own answers.
  func profile(of rows: [Int]) -> [String: String] {
    var profile: [String: String] = [:]
    for answer in answers {
      if let numbers = answer.numbers {
        guard let middle = middle(of: rows.filter { !numbers[$0].isNaN }, numbers) else { continue }
        profile[answer.name] = answer.order.map { $0[Int(middle)] } ?? NumberText.shortest(middle)
      } else if let sign = answer.sign {
        profile[answer.name] = choices(rows, answer, sign)
      } else {
        var counts: [String: Double] = [:]
        for row in rows { if let word = answer.plain[row] { counts[word, default: 0] += weight(row) } }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        if let best { profile[answer.name] = best.key }
      }
    }
    return profile
  }

  private func weight(_ row: Int) -> Double { weights?[row] ?? 1 }

  /// The number at or below which half of the weight lies, the lower of two; nil without rows that weigh anything.
  private func middle(of rows: [Int], _ numbers: [Double]) -> Double? {
    let sorted = rows.filter { weight($0) > 0 }.sorted { numbers[$0] < numbers[$1] }
    let half = sorted.reduce(0) { $0 + weight($1) } / 2
    var sum = 0.0
    for row in sorted {
      sum += weight(row)
      if Standing(of: sum, to: half, size: half) != .below { return numbers[row] }
    }
    return nil
  }

  /// What at least half of those who answered named, else what most of them did.
  private func choices(_ rows: [Int], _ answer: Answer, _ sign: String) -> String? {
    var counts: [String: Double] = [:]
    var answered = 0.0
    for row in rows where !answer.said(row).isEmpty {
      answered += weight(row)
      for word in answer.said(row) { counts[word, default: 0] += weight(row) }
    }
    let half = counts.filter { Standing(of: 2 * $0.value, to: answered, size: answered) != .below }.keys.sorted()
    if !half.isEmpty { return half.joined(separator: sign) }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The needs that set a group apart, the most telling first.
  func needs(of rows: [Int], atMost limit: Int = 6) -> [PersonaTrace.Need] {
    var needs: [(need: PersonaTrace.Need, weight: Double)] = []
    for answer in answers {
      let all = tally(answer, Array(answer.words.indices))
      let own = tally(answer, rows)
      for (word, count) in own.counts {
        var need = PersonaTrace.Need(
          need: answer.label, value: word, count: count, answered: own.answered, countOfAll: all.counts[word] ?? 0,
          answeredOfAll: all.answered)
        let share = (own.weights[word] ?? 0) / own.weight
        let shareOfAll = (all.weights[word] ?? 0) / all.weight
        guard share.isFinite, shareOfAll > 0 else { continue }
        if weights != nil { (need.share, need.shareOfAll) = (share, shareOfAll) }
        // How far above what chance would give, in standard deviations of a count.
        let expected = shareOfAll * Double(own.answered)
        let found = weights == nil ? Double(count) : share * Double(own.answered)
        let telling = (found - expected) / max(expected, 0.5).squareRoot()
        if need.lift >= 1.1, telling > 0.5, count >= min(2, rows.count) { needs.append((need, telling)) }
      }
    }
    needs.sort { ($1.weight, $0.need.need, $0.need.value) < ($0.weight, $1.need.need, $1.need.value) }
    return needs.prefix(limit).map(\.need)
  }

  private struct Tally {
    var counts: [String: Int] = [:]
    var weights: [String: Double] = [:]
    var answered = 0
    var weight = 0.0
  }

  /// How many of some rows say each thing, and what they weigh.
  private func tally(_ answer: Answer, _ rows: [Int]) -> Tally {
    var tally = Tally()
    for row in rows where answer.words[row] != nil {
      tally.answered += 1
      tally.weight += weight(row)
      for word in answer.said(row) {
        tally.counts[word, default: 0] += 1
        tally.weights[word, default: 0] += weight(row)
      }
    }
    return tally
  }
}
