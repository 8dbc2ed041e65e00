import Methods
import WorkbenchKit

/// Need as the Woonzorgwijzer tells it, out of its estimates or out of what it says that people need by precondition.
struct ClientNeed {
  /// People, with the range of 95 percent of the whole; its ends are the estimate where no row has a margin.
  let estimate: Double
  let range: NeedRange
  /// How many of the rows that were added up have a margin.
  let withMargin: Int
  /// How many of those rest on rates that hold in all areas.
  let withRates: Int
  /// The circle's own margin, for those that have none.
  let ownMargin: Double?
  let figure: NeedTable.Figure
  /// What else has to be known of the figures.
  let remarks: [Text]
  /// Which rows they are, and which are not.
  let choice: NeedRows
  var subject: String { choice.subject }

  /// Whether some of it is taken as fixed, because nothing says how uncertain it is.
  var isFixedInPart: Bool { ownMargin == nil && withMargin < choice.rows.count }

  /// Adds up the rows that are meant, each person once.
  ///
  /// - Parameters:
  ///   - offered: the tables that are there, the one to be preferred first.
  ///   - subject: a group, an indicator or a precondition; nil where there is only one.
  ///   - areas: codes or names; all where it is empty.
  ///   - margin: the circle's own, as a part of each figure that has none.
  /// - Throws: `estimates.none`, and what `NeedRows` throws.
  init(_ offered: [NeedTable], subject wanted: String?, areas: [String], margin: Double? = nil) throws {
    let meant = wanted.flatMap { word in offered.first { $0.subjects.know(word) } } ?? offered.first
    guard let meant else { throw Self.none }
    let others = offered.filter { $0.figure != meant.figure }.flatMap(\.subjects.all)
    let choice = try NeedRows(meant, subject: wanted, others: others, areas: areas)
    let (figures, lows, highs) = (meant.numbers, meant.lows, meant.highs)
    let (people, methods) = (meant.table.openNumbers("population"), meant.table.openTexts("method"))
    let terms = choice.rows.map { row in
      NeedRange.Term(
        estimate: figures[row], low: lows[row], high: highs[row], people: people[row],
        sharesRates: methods[row] == "synthetic")
    }
    estimate = terms.reduce(0) { $0 + $1.estimate }
    let own = terms.filter { !$0.hasRange }.reduce(0) { $0 + $1.estimate } * (margin ?? 0)
    // Judgements of the circle hold in all areas at once, so that their ends add up.
    let told = meant.figure == .estimate ? NeedRange(terms) : NeedRange(ends: terms)
    range = NeedRange(low: max(told.low - own, 0), high: told.high + own)
    withMargin = terms.count { $0.hasRange }
    withRates = terms.count { $0.hasRange && $0.sharesRates }
    ownMargin = withMargin < terms.count ? margin : nil
    figure = meant.figure
    remarks = Self.remarks(meant, choice)
    self.choice = choice
  }

  /// What a need by precondition rests on: from which grade on it counts, and of how many people it is not known.
  private static func remarks(_ needs: NeedTable, _ choice: NeedRows) -> [Text] {
    guard needs.figure != .estimate else { return [] }
    var texts: [Text] = []
    let grades = Set(choice.rows.compactMap { needs.table.openTexts("threshold")[$0] }).sorted()
    if !grades.isEmpty {
      let listed = Text.list(grades)
      texts.append(
        Text(
          nl: "wie het nodig heeft, volgens het oordeel van de kring vanaf '\(listed.nl)' (wzw.gaps)",
          en: "who needs it, by the circle's judgement from '\(listed.en)' on (wzw.gaps)"))
    }
    let families = Set(choice.rows.compactMap { needs.table.openTexts("family")[$0] })
    if let other = families.subtracting(NeedTable.supportFamilies).sorted().first {
      texts.append(
        Text(
          nl: "'\(choice.subject)' hoort bij \(other) en wordt niet als ondersteuning ingekocht",
          en: "'\(choice.subject)' belongs to \(other) and is not contracted as support"))
    }
    if let unknown = unknownShare(needs, choice) {
      let share = Text.share(unknown, decimals: 0)
      texts.append(
        Text(
          nl:
            "niet meegeteld, want of zij het nodig hebben is niet bekend: tot \(share.nl) van de mensen om wie het gaat",
          en: "not counted, since it is not known whether they need it: up to \(share.en) of the people concerned"))
    }
    return texts
  }

  /// The largest part of the people concerned of whom it is not known whether they need it; nil where it is known of all.
  static func unknownShare(_ needs: NeedTable, _ choice: NeedRows) -> Double? {
    let shares = needs.table.openNumbers("unknown_share")
    return choice.rows.map { shares[$0] }.filter { $0 > 0 }.max()
  }

  private static var none: Diagnostic {
    Diagnostic(
      "estimates.none",
      Text(
        nl: "er zijn geen schattingen of behoeften van de Woonzorgwijzer in de werkruimte",
        en: "there are no estimates or needs of the Woonzorgwijzer in the workspace"),
      wayOut: Text(
        nl: "zet ze klaar met 'wzw estimate … --offer' of 'wzw gap … --offer', of geef --clients",
        en: "put them there with 'wzw estimate … --offer' or 'wzw gap … --offer', or give --clients"),
      suggestion: "--clients")
  }

  /// What completion offers for `--need`.
  static let subjects: @Sendable (Context) -> [Candidate] = { context in
    let columns = [(NeedTable.estimates, ["group", "indicator"]), (NeedTable.gaps, ["precondition"])]
    let words = columns.flatMap { name, columns in
      let table = (try? context.workspace.table(name)) ?? nil
      return columns.flatMap { table?.column($0)?.texts ?? [] }
    }
    return Set(words.compactMap { $0 }).sorted().map { Candidate($0) }
  }
}
