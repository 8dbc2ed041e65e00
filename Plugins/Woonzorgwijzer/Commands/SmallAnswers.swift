import WorkbenchKit

/// The answers about small areas out of a table.
struct SmallAnswers {
  let question: SmallQuestion
  let context: Context

  private var counts: SmallCounts { SmallCounts(context.workspace) }

  /// The small areas of a line: those that are named, within an area.
  ///
  /// - Throws: `argument.missing` where neither is said of a table that tells what lies around; `area.unknown` for one that is not there.
  func areas(
    _ words: [String], places: [Place?] = [], within: String?, at place: Place?
  ) throws -> (found: SmallAreas, areas: [Area]) {
    let words = SmallAreaWords.joined(words)
    let outer = try within.map { try SurroundingArea($0, in: question.table, at: place) }
    var rows = SmallRows()
    if !words.isEmpty { rows.conditions.append(try area(words, at: places.first ?? nil)) }
    if let outer { rows.conditions.append(outer.condition) }
    let columns = SurroundingArea.columns(of: question.table)
    if rows.conditions.isEmpty, !columns.isEmpty { throw Self.unsaid(columns.map(\.column.name)) }
    let around = outer == nil ? columns.first.map { [$0.column] } ?? [] : []
    let what = words.isEmpty ? Text.verbatim(outer?.name ?? question.table.name) : Text.list(words, atMost: 3)
    let found = try question.areas(rows, what, surroundings: around, at: places.first ?? place)
    let known = Set(found.codes)
    if let missing = words.map(SmallAreaWords.shown).first(where: { !known.contains($0) }) {
      throw unknown(missing, outer, at: places.first ?? nil)
    }
    let areas = found.codes.indices.map { row in
      Area(
        small: found.codes[row], within: outer?.name ?? found.surroundings.first?[row].map { AreaCode.clean($0) ?? $0 })
    }
    return (found, areas)
  }

  func estimate(_ words: [String], places: [Place?], within: String?, at place: Place?) throws -> Output {
    let (found, areas) = try areas(words, places: places, within: within, at: place)
    if areas.count > EstimateRequest.rowLimit {
      throw EstimateRequest.tooMany(
        areas.count, .verbatim(question.figure), naming: Text(nl: "kleiner gebied", en: "a smaller area"), "in")
    }
    return Output(
      SmallEstimateReport(
        question: question, found: found, areas: areas, counts: counts, areWhole: words.isEmpty
      ).blocks)
  }

  func rank(
    within: String?, at place: Place?, showsPersons: Bool, isLowest: Bool, draws: Int, seed: UInt64, marked: [String],
    markPlaces: [Place?], linePlace: Place?
  ) throws -> Output {
    let (found, areas) = try areas([], within: within, at: place)
    let isDrawable = areas.count * (areas.count - 1) / 2 <= AreaRanks.most / max(draws, 1)
    let subject = MapSubject.small(
      question, found, showsPersons: showsPersons, hasCertainty: isDrawable, counts)
    let ranks = try AreaRanks(
      subject.values, errors: subject.certainty?.errors, isLowest: isLowest, draws: draws, seed: seed, context: context,
      at: linePlace)
    guard ranks.count > 0 else { throw nothing(at: linePlace) }
    let chosen = try zip(SmallAreaWords.joined(marked), markPlaces + marked.map { _ in nil }).map { word, place in
      guard let area = areas.first(where: { $0.code == SmallAreaWords.shown(word) }) else {
        throw unknown(SmallAreaWords.shown(word), nil, at: place)
      }
      return area
    }
    let method = try ranks.sets == nil ? nil : context.codebook.source("mogstad-2024", year: nil)
    if let method { context.workspace.note(method) }
    var report = RankReport(
      subject: subject, areas: areas, ranks: ranks, isLowest: isLowest, draws: draws, seed: seed, marked: chosen,
      method: method)
    if question.measure == .count, !isDrawable {
      report.undrawn = Text(
        nl:
          "Van zoveel gebieden is niet getrokken welke plaatsen mogelijk zijn: kies met --in een kleiner gebied, of minder trekkingen met --draws.",
        en:
          "Of so many areas it was not drawn which places are possible: choose a smaller area with --in, or fewer draws with --draws."
      )
    }
    return Output(report.blocks)
  }

  func benchmark(_ word: String, at place: Place?, with words: [(word: String, place: Place?)]) throws -> Output {
    guard question.people != nil else {
      throw question.table.lacking(
        Text(nl: "mensen, zoals inwoners", en: "people, such as inwoners"), "mensen", "people")
    }
    let around = SurroundingArea.columns(of: question.table).map(\.column)
    var rows = SmallRows()
    rows.conditions.append(try area([word], at: place))
    let shown = SmallAreaWords.shown(word)
    let own = try question.areas(rows, .verbatim(shown), surroundings: around, at: place)
    guard own.codes == [shown] else { throw unknown(shown, nil, at: place) }
    let yardsticks = try (words.isEmpty ? [("gemeente", nil)] : words).map { word, place in
      try yardstick(word, own, around, at: place)
    }
    var (count, people, size) = (0.0, 0.0, 0)
    var seen: Set<String> = []
    var notices: [Notice] = []
    for (_, found, _) in yardsticks {
      try context.checkInterrupt()
      if let (inner, outer) = found.within { throw overlap(inner, outer, at: place) }
      if let row = found.codes.firstIndex(of: shown), !found.agrees(row, with: own, 0) { throw changed(at: place) }
      let part = found.together(without: seen)
      (count, people) = (count + part.count, people + part.people)
      size += found.codes.count { !seen.contains($0) }
      seen.formUnion(found.codes)
      notices += found.notices
    }
    guard seen != [shown] else { throw itself(shown, at: place) }
    let outer = yardsticks.count == 1 ? yardsticks[0].area : nil
    let within = around.isEmpty ? nil : own.surroundings[0][0].map { AreaCode.clean($0) ?? $0 }
    return Output(
      SmallBenchmarkReport(
        question: question, found: own, area: Area(small: shown, within: within),
        reference: .init(
          name: yardsticks.map(\.name).joined(separator: ", "), area: outer, count: count, people: people, size: size),
        counts: counts, notices: notices, context: context
      ).blocks)
  }

  /// The small areas that a word stands for.
  private func yardstick(
    _ word: String, _ own: SmallAreas, _ around: [Column], at place: Place?
  ) throws -> (name: String, found: SmallAreas, area: Area?) {
    var rows = SmallRows()
    let lower = word.lowercased()
    if ["nederland", "land", "country", "netherlands"].contains(lower) {
      let found = try question.areas(rows, Text(nl: "Nederland", en: "the Netherlands"), at: place)
      return ("NL00", found, Area(code: "NL00", name: "NL00", level: .land, municipality: nil, place: nil))
    }
    if ["gemeente", "municipality"].contains(lower) {
      guard let column = around.first, let value = own.surroundings[0][0], let outer = SurroundingArea(value, column)
      else {
        throw question.table.lacking(
          Text(nl: "het gebied eromheen, zoals gemeente", en: "the area around them, such as gemeente"), "in", "in"
        ).at(place)
      }
      rows.conditions.append(outer.condition)
      let found = try question.areas(rows, .verbatim(outer.name), at: place)
      return (outer.name, found, Self.area(outer.name))
    }
    if let code = SmallAreaWords.postcode(word), code.utf8.count == own.codes[0].utf8.count {
      rows.conditions.append(try area([word], at: place))
      let found = try question.areas(rows, .verbatim(code), at: place)
      return (code, found, Area(small: code, within: nil))
    }
    let outer = try SurroundingArea(word, in: question.table, at: place)
    rows.conditions.append(outer.condition)
    let found = try question.areas(rows, .verbatim(outer.name), at: place)
    return (outer.name, found, Self.area(outer.name))
  }

  /// An area around small ones as answers about areas have it.
  private static func area(_ name: String) -> Area {
    guard let level = AreaLevel(code: name) else { return Area(small: name, within: nil) }
    return Area(code: name, name: name, level: level, municipality: AreaCode.municipality(of: name), place: nil)
  }

  private func area(_ words: [String], at place: Place?) throws -> SmallRows.Condition {
    let numbers = words.compactMap { Double($0) }
    if let condition = SmallRows.Condition(
      question.area, words: words.flatMap(SmallAreaWords.forms), numbers: numbers)
    {
      return condition
    }
    throw unknown(words.first ?? "", nil, at: place)
  }

  // MARK: Errors

  private func unknown(_ code: String, _ outer: SurroundingArea?, at place: Place?) -> Diagnostic {
    let year = question.year.map { " (\($0))" } ?? ""
    let (inDutch, inEnglish) = (outer.map { " in \($0.name)" } ?? "", outer.map { " in \($0.name)" } ?? "")
    return Diagnostic(
      "area.unknown",
      Text(
        nl: "'\(question.table.name)' heeft geen cijfer '\(question.figure)'\(year) van '\(code)'\(inDutch)",
        en: "'\(question.table.name)' has no figure '\(question.figure)'\(year) of '\(code)'\(inEnglish)"),
      wayOut: Text(
        nl: "kijk welke gebieden er zijn met: read \(question.table.name) | top 5",
        en: "see which areas there are with: read \(question.table.name) | top 5"), place: place)
  }

  private static func unsaid(_ columns: [String]) -> Diagnostic {
    let list = Text.quoted(columns)
    return Diagnostic(
      "argument.missing",
      Text(nl: "welke kleine gebieden, is niet gezegd", en: "it is not said which small areas"),
      wayOut: Text(
        nl: "geef --in met een gebied uit \(list.nl), of noem ze",
        en: "give --in with an area of \(list.en), or name them"),
      suggestion: "--in")
  }

  private func nothing(at place: Place?) -> Diagnostic {
    Diagnostic(
      "rank.none",
      Text(
        nl: "van deze gebieden is er geen cijfer '\(question.figure)' te rangschikken",
        en: "of these areas there is no figure '\(question.figure)' to rank"),
      wayOut: Text(
        nl: "is er geen kolom met mensen, kies dan --show persons; kleine aantallen krijgen geen plaats",
        en: "without a column of people choose --show persons; small counts get no place"), place: place)
  }

  private func itself(_ code: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "benchmark.self", Text(nl: "'\(code)' wordt met zichzelf vergeleken", en: "'\(code)' is compared with itself"),
      wayOut: Text(
        nl: "vergelijk het met --with gemeente of --with nederland",
        en: "compare it by --with gemeente or --with nederland"),
      suggestion: "--with nederland", place: place)
  }

  private func overlap(_ inner: String, _ outer: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "benchmark.overlap",
      Text(
        nl: "'\(inner)' ligt in '\(outer)', en beide staan in de tabel: hun mensen zouden dubbel tellen",
        en: "'\(inner)' lies in '\(outer)', and the table has both: their people would count twice"),
      wayOut: Text(
        nl: "kies één soort gebieden met --where KOLOM=WAARDE", en: "choose one kind of areas with --where COLUMN=VALUE"
      ),
      place: place)
  }

  private func changed(at place: Place?) -> Diagnostic {
    Diagnostic(
      "small.changed",
      Text(
        nl: "'\(question.table.name)' veranderde terwijl ernaar gevraagd werd",
        en: "'\(question.table.name)' changed while it was asked"),
      wayOut: Text(nl: "geef de regel opnieuw", en: "give the line again"), place: place)
  }
}
