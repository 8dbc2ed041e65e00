import Methods
import WorkbenchKit

/// Small areas with a figure each, in order of their codes.
struct SmallAreas {
  let codes: [String]
  /// The figures as the table has them; NaN is missing.
  let values: [Double]
  /// How many people each is; NaN where that is not known.
  let counts: [Double]
  /// Which part of the people each is, of 1.
  let shares: [Double]
  let people: [Double]
  /// What stands in the place of a figure that the table holds back.
  let marks: [Int: String]
  /// Of each area what lies around it, by the columns that were asked for.
  let surroundings: [[String?]]
  let notices: [Notice]

  /// - Throws: `small.repeated`, `small.value`, `column.type`.
  init(_ table: Table, _ question: SmallQuestion, _ surroundings: [Column], _ notices: [Notice]) throws {
    let areas = try table.require(question.area.name, at: nil)
    let all = (0..<table.rowCount).map { row in areas.isMissing(row) ? nil : SmallAreaWords.shown(areas[row].plain) }
    let rows = all.indices.filter { all[$0] != nil }.sorted { (all[$0] ?? "", $0) < (all[$1] ?? "", $1) }
    let codes = rows.compactMap { all[$0] }
    for (one, next) in zip(codes, codes.dropFirst()) where one == next {
      throw Self.repeated(one, codes.count { $0 == one }, question)
    }
    self.codes = codes
    var marks: [Int: String] = [:]
    let read = try Self.numbers(table.require(question.value.name, at: nil), question, &marks)
    values = rows.map { read[$0] }
    self.marks = Dictionary(
      uniqueKeysWithValues: rows.enumerated().compactMap { place, row in marks[row].map { (place, $0) } })
    var unused: [Int: String] = [:]
    let living = try question.people.map { try Self.numbers(table.require($0.name, at: nil), question, &unused) }
    let people = rows.map { living?[$0] ?? .nan }
    self.people = people
    let measure = question.measure
    counts = zip(values, people).map { measure.count($0, people: $1) }
    shares = zip(values, people).map { measure.share($0, people: $1) }
    self.surroundings = surroundings.map { column in
      let column = table.column(column.name)
      return rows.map { row in column.flatMap { $0.isMissing(row) ? nil : $0[row].plain } }
    }
    self.notices = notices
    try demandPossible(question)
  }

  /// Whether two have the same figures.
  func agrees(_ row: Int, with other: SmallAreas, _ place: Int) -> Bool {
    values[row].bitPattern == other.values[place].bitPattern && people[row].bitPattern == other.people[place].bitPattern
  }

  /// All of them together: people with a trait, and people, of those areas of which both are known.
  ///
  /// The order of the rows does not matter to the sums.
  func together(without left: Set<String> = []) -> (count: Double, people: Double) {
    let rows = codes.indices.filter { !counts[$0].isNaN && people[$0] > 0 && !left.contains(codes[$0]) }
    return (DecimalSum(rows.map { counts[$0] }).value, DecimalSum(rows.map { people[$0] }).value)
  }

  /// What of them is held back.
  ///
  /// - Parameter areWhole: whether they are all of an area around them: of that the total is known elsewhere, so that no small count may
  ///   be what it leaves.
  func held(_ small: SmallCounts, areWhole: Bool) -> Disclosure {
    let known = codes.indices.filter { !counts[$0].isNaN && people[$0] > 0 }
    guard areWhole, known.count > 1 else { return Disclosure([counts, people], threshold: small.threshold) }
    let total = together()
    let isKnown = Set(known)
    return Disclosure(
      [counts + [total.count], people + [total.people]],
      nesting: { Nesting(codes.indices.map { isKnown.contains($0) ? [$0] : [] } + [known]) },
      threshold: small.threshold
    ).only(Set(codes.indices))
  }

  /// A postcode among them that lies within another of them, so that its people would count twice; nil where there is none.
  var within: (inner: String, outer: String)? {
    let known = Set(codes)
    for code in codes where SmallAreaWords.postcode(code) != nil {
      for length in 4..<max(code.utf8.count, 4) where known.contains(String(code.prefix(length))) {
        return (code, String(code.prefix(length)))
      }
    }
    return nil
  }

  // MARK: Reading

  private static func numbers(_ column: Column, _ question: SmallQuestion, _ marks: inout [Int: String]) throws
    -> [Double]
  {
    guard let texts = column.texts else { return try column.requireNumbers(for: "--from", at: question.table.place) }
    return try texts.enumerated().map { row, text in
      guard let word = text?.trimmedOfPadding, !["", "NA", "NaN"].contains(word) else { return .nan }
      if let number = NumberText.parse(word), number.isFinite { return number }
      guard OwnRows.isHeldBack(word) else { throw Self.noNumber(word, column, question) }
      marks[row] = word
      return .nan
    }
  }

  private func demandPossible(_ question: SmallQuestion) throws {
    let most: Double? =
      switch question.measure {
      case .count: nil
      case .rate: 100
      case .share: 1
      }
    for (row, value) in values.enumerated() where !value.isNaN {
      let isWhole = question.measure != .count || value == value.rounded()
      guard value < 0 || value > most ?? .infinity || !isWhole else { continue }
      throw Self.impossible(codes[row], value, question)
    }
    for (row, value) in people.enumerated() where value < 0 { throw Self.impossible(codes[row], value, question) }
  }

  private static func noNumber(_ word: String, _ column: Column, _ question: SmallQuestion) -> Diagnostic {
    Diagnostic(
      "small.value",
      Text(
        nl: "in kolom '\(column.name)' staat '\(word)', en dat is geen getal",
        en: "in column '\(column.name)' stands '\(word)', which is no number"),
      wayOut: Text(
        nl: "wat onbekend is, blijft leeg; wat is achtergehouden, is een x of <5",
        en: "what is unknown stays empty; what is held back is an x or <5"), place: question.table.place)
  }

  private static func impossible(_ code: String, _ value: Double, _ question: SmallQuestion) -> Diagnostic {
    let number = Text.number(value)
    let what: (is: Text, wayOut: Text) =
      switch question.measure {
      case .count:
        (
          Text(nl: "geen aantal mensen", en: "no count of people"),
          Text(nl: "zijn het percentages, geef dan --kind rate", en: "percentages are --kind rate")
        )
      case .rate:
        (
          Text(nl: "geen percentage", en: "no percentage"),
          Text(nl: "zijn het aantallen, geef dan --kind count", en: "counts are --kind count")
        )
      case .share:
        (
          Text(nl: "geen aandeel van 1", en: "no share of 1"),
          Text(nl: "zijn het percentages, geef dan --kind rate", en: "percentages are --kind rate")
        )
      }
    return Diagnostic(
      "small.value",
      Text(
        nl: "\(code) heeft \(number.nl), en dat is \(what.is.nl)",
        en: "\(code) has \(number.en), which is \(what.is.en)"),
      wayOut: what.wayOut, place: question.table.place)
  }

  private static func repeated(_ code: String, _ count: Int, _ question: SmallQuestion) -> Diagnostic {
    let used = Set([question.area.name, question.value.name] + [question.people?.name].compactMap(\.self))
    let list = Text.list(question.table.columns.map(\.name).filter { !used.contains($0) }, atMost: 6)
    return Diagnostic(
      "small.repeated",
      Text(
        nl: "'\(question.table.name)' heeft \(count) rijen van \(code)",
        en: "'\(question.table.name)' has \(count) rows of \(code)"),
      wayOut: Text(
        nl: "kies welk deel met --where KOLOM=WAARDE (\(list.nl)): delen worden niet opgeteld",
        en: "choose which part with --where COLUMN=VALUE (\(list.en)): parts are not added up"),
      place: question.table.place)
  }
}
