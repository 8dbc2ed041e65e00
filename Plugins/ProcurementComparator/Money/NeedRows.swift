import WorkbenchKit

/// Which rows of a table a need is the sum of: those of one subject, by one method, in which everybody counts once.
struct NeedRows {
  /// The rows that are added up.
  let rows: [Int]
  /// What they count: a group, or an indicator of an age; with the method where the table has several.
  let subject: String
  /// The areas that lie within one of these.
  let inner: [(area: String, outer: String)]
  /// Areas of which the figure is held back, or missing, and whose people are in no other.
  let held: [String]
  let missing: [String]
  /// The areas whose people count.
  let areas: [String]
  let years: [Int]

  /// - Parameters:
  ///   - wanted: a group or an indicator, with or without age and method, or a precondition; nil where the table holds only one.
  ///   - others: what else could have been named, in another table.
  ///   - named: codes or names of areas; all where it is empty.
  /// - Throws: `estimates.none`, `estimates.ambiguous`, `estimates.unknown`, `estimates.overlap`, `area.unknown`,
  ///   `area.ambiguous`.
  init(_ needs: NeedTable, subject wanted: String?, others: [Candidate], areas named: [String]) throws {
    let (table, subjects) = (needs.table, needs.subjects)
    let names = AreaNames(table)
    var rows = try subjects.rows(of: wanted, others: others)
    subject = subjects[rows[0]]
    if !named.isEmpty { rows = try Self.rows(rows, in: named, names) }
    let (figures, withheld) = (needs.numbers, needs.withheld)
    let choice = try Self.choice(rows, table, names) { !figures[$0].isNaN }
    held = choice.rows.filter { withheld[$0] != nil }.map { names[$0] }
    missing = choice.rows.filter { figures[$0].isNaN && withheld[$0] == nil }.map { names[$0] }
    inner = choice.inner.map { (names[$0.row], names[$0.outer]) }
    self.rows = choice.rows.filter { !figures[$0].isNaN }
    areas = self.rows.map { names[$0] }
    let years = table.openNumbers("year")
    self.years = Set(self.rows.compactMap { years[$0].isNaN ? nil : Int(years[$0]) }).sorted()
    if self.rows.isEmpty { throw Self.nothing(held.count, needs.figure) }
  }

  private static func rows(_ rows: [Int], in named: [String], _ names: AreaNames) throws -> [Int] {
    var found: Set<Int> = []
    for area in named {
      let here = try names.rows(of: area, among: rows)
      if here.isEmpty { throw unknown(area, rows.map { names[$0] }) }
      found.formUnion(here)
    }
    return found.sorted()
  }

  /// The rows in which everybody counts once.
  private static func choice(
    _ rows: [Int], _ table: Table, _ names: AreaNames, where hasFigure: (Int) -> Bool
  ) throws -> AreaNesting.Choice {
    let (nesting, levels) = (AreaNesting(table), table.openTexts("level"))
    // Put together by an older version, which did not say out of what.
    let unclear = rows.first { levels[$0] == "eigen" && nesting?.isKnown($0) != true }
    if let unclear, rows.count > 1 {
      throw overlap(
        names[unclear], nil,
        wayOut: Text(
          nl: "zet zijn schatting opnieuw klaar met 'wzw estimate … --offer', of kies met --area",
          en: "offer its estimate anew with 'wzw estimate … --offer', or choose with --area"))
    }
    guard let choice = nesting?.choice(among: rows, where: hasFigure) else {
      return AreaNesting.Choice(rows: rows)
    }
    if let crossing = choice.crossing {
      throw overlap(
        names[crossing.row], names[crossing.other],
        wayOut: Text(nl: "kies met --area gebieden naast elkaar", en: "choose areas beside each other with --area"))
    }
    return choice
  }

  // MARK: Errors

  private static func nothing(_ held: Int, _ figure: NeedTable.Figure) -> Diagnostic {
    if held == 0, figure != .estimate { return unknown(figure) }
    return Diagnostic(
      "estimates.none",
      held > 0
        ? Text(
          nl: "geen van deze schattingen heeft een getal; \(held) \(held == 1 ? "is" : "zijn") achtergehouden",
          en: "none of these estimates has a number; \(held) \(held == 1 ? "is" : "are") held back")
        : Text(nl: "geen van deze schattingen heeft een getal", en: "none of these estimates has a number"),
      wayOut: Text(
        nl: "kleine aantallen worden achtergehouden; neem een groter gebied",
        en: "small counts are held back; take a larger area"))
  }

  private static func unknown(_ figure: NeedTable.Figure) -> Diagnostic {
    figure == .gap
      ? Diagnostic(
        "estimates.none",
        Text(nl: "hoeveel er tekortkomt, is niet bekend", en: "how much is lacking is not known"),
        wayOut: Text(
          nl: "het aanbod is niet opgegeven, of telt in uren of geld; zonder --shortage telt ieder die het nodig heeft",
          en: "the supply was not given, or counts in hours or money; without --shortage everybody counts who needs it"),
        suggestion: nil)
      : Diagnostic(
        "estimates.none",
        Text(nl: "hoeveel mensen dit nodig hebben, is niet bekend", en: "how many people need this is not known"),
        wayOut: Text(
          nl: "'wzw needs GEBIED' zegt wat er ontbreekt; zet de uitkomst daarna opnieuw klaar met 'wzw gap … --offer'",
          en: "'wzw needs AREA' says what is lacking; then offer the outcome anew with 'wzw gap … --offer'"))
  }

  private static func overlap(_ one: String, _ other: String?, wayOut: Text) -> Diagnostic {
    Diagnostic(
      "estimates.overlap",
      other.map {
        Text(
          nl: "'\(one)' en '\($0)' delen mensen, die in een som dubbel zouden tellen",
          en: "'\(one)' and '\($0)' share people, who would count twice in a sum")
      }
        ?? Text(
          nl: "er staat niet bij uit welke buurten '\(one)' bestaat, zodat mensen dubbel kunnen tellen",
          en: "it is not said of which neighbourhoods '\(one)' is made, so that people may count twice"),
      wayOut: wayOut, suggestion: "--area")
  }

  private static func unknown(_ area: String, _ known: [String]) -> Diagnostic {
    let listed = Text.list(known, atMost: 8)
    return Diagnostic(
      "area.unknown", Text(nl: "er is geen schatting van '\(area)'", en: "there is no estimate of '\(area)'"),
      wayOut: Text(nl: "er is: \(listed.nl)", en: "there is: \(listed.en)"),
      suggestion: NearestWord.best(area, among: known))
  }
}
