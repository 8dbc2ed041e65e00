import WorkbenchKit

/// Full marks as they are typed: of all criteria, or by criterion.
struct FullMarks: Sendable {
  var whole: Double?
  var named: [String: Double] = [:]
  /// Whether they come from the tender's points and not from the line.
  var isTenders = false

  subscript(criterion: String) -> Double? { named[criterion.lowercased()] ?? whole }
}

/// Columns of a table of bids that are read as shares of full quality.
struct QualityColumns {
  let scale: QualityScale
  let marks: FullMarks
  /// Whether they are shares that were made here, which a malus takes below nought.
  var isOwn = false
  private(set) var criteria: [String] = []
  private(set) var scores: [[Double]] = []
  private(set) var ignored: [String] = []
  private(set) var notices: [Notice] = []
  private var usesScale = false

  init(scale: QualityScale, marks: FullMarks) {
    self.scale = scale
    self.marks = marks
  }

  /// Reads a column: digits or words of the scale, points of full marks, or shares; of other words it is no criterion.
  ///
  /// - Throws: `bid.quality`.
  mutating func read(_ column: Column, bidders: [String]) throws {
    guard let values = try values(column, bidders) else {
      ignored.append(column.name)
      return
    }
    let name = ["kwaliteit", "quality"].contains(column.name.lowercased()) ? "quality" : column.name
    criteria.append(name)
    scores.append(values)
  }

  private mutating func values(_ column: Column, _ bidders: [String]) throws -> [Double]? {
    if let texts = column.texts { return try words(texts, column.name, bidders) }
    guard let numbers = column.numbers else { return nil }
    let given = numbers.indices.filter { !numbers[$0].isNaN }
    let isMarked = marks.named[column.name.lowercased()] != nil && !marks.isTenders
    if scale.hasDigits, !isMarked, given.contains(where: { scale[numbers[$0]] != nil }) {
      usesScale = true
      return try zip(numbers, bidders).map { number, bidder in
        if number.isNaN { return .nan }
        if let share = scale[number] { return share }
        throw outside(NumberText.shortest(number), bidder, column.name)
      }
    }
    let most = full(column.name, numbers)
    if let row = numbers.firstIndex(where: { $0 < (isOwn ? -10 : 0) || $0 / most > 1 + 1e-12 }) {
      throw outside(NumberText.shortest(numbers[row]), bidders[row], column.name, most: most)
    }
    if scale.hasDigits, !given.isEmpty, !isMarked {
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "'\(column.name)' heeft geen enkel cijfer van de schaal en is gelezen als aandelen van 0 tot en met 1",
            en: "'\(column.name)' has not a single digit of the scale and was read as shares of 0 through 1")))
    }
    return numbers.map { $0 / most }
  }

  /// Full marks of a criterion; where they are the tender's and all numbers are shares, it is shares that were given.
  private mutating func full(_ name: String, _ numbers: [Double]) -> Double {
    let key = ["kwaliteit", "quality"].contains(name.lowercased()) ? "quality" : name
    guard let most = marks[key] ?? marks[name] else { return 1 }
    guard marks.isTenders else { return most }
    let shown = NumberText.shortest(most)
    if numbers.allSatisfy({ !($0 > 1) }) {
      notices.append(
        Notice(
          .caution,
          Text(
            nl:
              "'\(name)' is gelezen als aandelen van 0 tot en met 1; zijn het punten van \(shown), typ dan --out-of \(key)=\(shown)",
            en:
              "'\(name)' was read as shares of 0 through 1; if they are points out of \(shown), type --out-of \(key)=\(shown)"
          )))
      return 1
    }
    notices.append(
      Notice(
        .info,
        Text(
          nl: "'\(name)' is gelezen als punten van ten hoogste \(shown)",
          en: "'\(name)' was read as points of at most \(shown)")))
    return most
  }

  private mutating func words(_ texts: Texts, _ name: String, _ bidders: [String]) throws -> [Double]? {
    // A column of other words than those of the scale is no criterion.
    guard texts.contains(where: { $0.map { scale[$0] != nil } == true }) else { return nil }
    usesScale = true
    return try zip(texts, bidders).map { text, bidder in
      guard let text else { return .nan }
      if let share = scale[text] { return share }
      // Beside words and digits a share has its %.
      if case .number(let number, .percent)? = TypedValue.number(text), (-1000...100).contains(number) {
        return number / 100
      }
      throw outside(text, bidder, name)
    }
  }

  /// Ends the reading: a scale that was stated has to be in use, and full marks have to be of a criterion.
  ///
  /// - Throws: `scale.unused`, `criterion.unknown`.
  func finish() throws {
    let looksJudged = !criteria.isEmpty || ignored.contains { ["kwaliteit", "quality"].contains($0.lowercased()) }
    if !scale.isEmpty, !usesScale, looksJudged {
      throw Diagnostic(
        "scale.unused",
        Text(
          nl: "geen enkele kolom gebruikt de schaal (\(scale.listed.nl))",
          en: "not a single column uses the scale (\(scale.listed.en))"),
        wayOut: Text(
          nl: "geef de oordelen zoals de schaal ze noemt, of leg de aanbesteding vast zonder --scale",
          en: "give the judgements as the scale calls them, or state the tender without --scale"), suggestion: "bid new"
      )
    }
    let known = Set(criteria.map { $0.lowercased() })
    guard !marks.isTenders, let other = marks.named.keys.sorted().first(where: { !known.contains($0) }) else { return }
    throw Diagnostic(
      "criterion.unknown",
      Text(nl: "de biedingen hebben geen criterium '\(other)'", en: "the bids have no criterion '\(other)'"),
      wayOut: Text(
        nl: "er is: \(Text.list(criteria, atMost: 12).nl)", en: "there is: \(Text.list(criteria, atMost: 12).en)"),
      suggestion: NearestWord.best(other, among: criteria))
  }

  private func outside(_ shown: String, _ bidder: String, _ column: String, most: Double = 1) -> Diagnostic {
    let text =
      most == 1
      ? Text(
        nl: "'\(column)' van '\(bidder)' is \(shown), en dat is geen aandeel van 0 tot en met 1",
        en: "'\(column)' of '\(bidder)' is \(shown), which is no share of 0 through 1")
      : Text(
        nl: "'\(column)' van '\(bidder)' is \(shown), en het hoogste is \(NumberText.shortest(most))",
        en: "'\(column)' of '\(bidder)' is \(shown), and the most is \(NumberText.shortest(most))")
    return Diagnostic(
      "bid.quality", text,
      wayOut: scale.isEmpty
        ? Text(
          nl: "zijn het punten, geef dan het maximum: --out-of 100, of per criterium --out-of plan=60,team=40",
          en: "if these are points, give the most: --out-of 100, or by criterion --out-of plan=60,team=40")
        : Text(nl: "de woorden van de schaal: \(scale.listed.nl)", en: "the words of the scale: \(scale.listed.en)"),
      suggestion: NearestWord.best(shown, among: scale.words))
  }
}
