import Decisions
import Methods
import WorkbenchKit

/// Ranks instruments for given answers, with the reasons in words.
struct Advisor {
  struct Placed: Sendable {
    let instrument: Instrument
    let score: Double
    let rank: Int
    let because: [Text]
  }

  struct Advice: Sendable {
    let finding: StyleFinding
    let levels: [String]
    /// The best first.
    let placed: [Placed]
    let utilities: Matrix

    /// The first three, with all that share the third place.
    var first: [Placed] { placed.filter { $0.rank <= 3 } }
    /// Whether anything puts one instrument before another.
    var ranks: Bool { placed.contains { $0.rank > 1 } }
    /// By which two pieces of advice are compared: who is first, second, third.
    var head: [String] { first.map { "\($0.rank) \($0.instrument.id)" } }
  }

  let instruments: [Instrument]
  let ambitions: [Ambition]
  let book: RuleBook
  let notes: InstrumentNotes
  let gaps: AreaGaps?
  let measures: AreaMeasures?
  /// What the areas call for in performance agreements.
  let agenda: AgreementAgenda
  /// One for each criterion, in their order; they add up to 1.
  var weights: [Double]

  /// Makes an advisor of what the plugin, the circle and the areas say.
  init(weights: [Double], in context: Context) throws {
    instruments = try context.instruments
    ambitions = try context.ambitions
    book = try RuleBook(context)
    notes = try InstrumentNotes(context.workspace)
    gaps = try AreaGaps(context.workspace)
    measures = try AreaMeasures(context.workspace)
    agenda = AgreementAgenda(gaps, measures, named: try context.agreementTopics)
    self.weights = weights
  }

  /// - Throws: what reading the tables throws.
  func advise(_ answers: Answers) throws -> Advice {
    let finding = try StyleFinding(answers, book, ambitions)
    let levels = try finding.styles.map(self.levels)
    // A style of which nothing was answered is no reason for any instrument.
    let fits = finding.isGiven ? try finding.styles.map(fit) : []
    let given = finding.isGiven ? levels : []
    var rows: [[Double]] = []
    var reasons: [[Text]] = []
    for instrument in instruments {
      let judged = judge(instrument, answers, finding, fits, given)
      rows.append(AdviceCriterion.allCases.map { judged.utilities[$0] ?? 0 })
      reasons.append(judged.because)
    }
    let utilities = Matrix(rows)
    let scores = weightedSum(utilities, weights: weights)
    let ranks = Ranks(scores)
    var names: [String] = []
    for level in levels.flatMap({ $0 }) where !names.contains(level) { names.append(level) }
    return Advice(
      finding: finding, levels: names,
      placed: ranks.order.map {
        Placed(instrument: instruments[$0], score: scores[$0], rank: ranks.ranks[$0], because: reasons[$0])
      }, utilities: utilities)
  }

  /// How well each instrument fits a style, by the table `instrumenten`, with the note of the rule.
  private func fit(of style: String) throws -> [String: (fit: Double, note: Text?)] {
    let table = try book.table("instrumenten")
    var found: [String: (fit: Double, note: Text?)] = [:]
    for rule in table.rules where rule.when.first?.holds(.text(style)) == true {
      guard rule.then.count == 2, case .text(let instrument)? = rule.then[0] else { continue }
      let fit = rule.then[1]?.number ?? 1
      if fit > found[instrument]?.fit ?? -1 { found[instrument] = (fit, rule.note) }
    }
    return found
  }

  private func levels(of style: String) throws -> [String] {
    let table = try book.table("niveau")
    return table.fired([.text(style)]).compactMap { rule in
      if case .text(let level)? = table.rules[rule].then.first ?? nil { level } else { nil }
    }
  }

  private func judge(
    _ instrument: Instrument, _ answers: Answers, _ finding: StyleFinding,
    _ fits: [[String: (fit: Double, note: Text?)]], _ levels: [[String]]
  ) -> (utilities: [AdviceCriterion: Double], because: [Text]) {
    var utilities: [AdviceCriterion: Double] = [:]
    var because: [Text] = []
    let own = zip(finding.styles, fits).compactMap { style, fit in fit[instrument.id].map { (style, $0) } }
    utilities[.rule] = fits.isEmpty ? 0 : own.reduce(0) { $0 + $1.1.fit } / Double(fits.count)
    because += Self.reasons(own.map { ($0, $1.note ?? .verbatim("+")) })
    let variants = answers.choice("ambition").flatMap { id in ambitions.first { $0.id == id } }?.variants ?? []
    let variant = variants.first { $0.instruments.contains(instrument.id) }
    // The source names an instrument once for an ambition and its style, so that it counts once: what the style gives it already
    // is not given by the ambition.
    let isCounted = variant.map { variant in own.contains { $0.0 == variant.style } } ?? false
    let counted = isCounted ? 1 / Double(fits.count) : 0
    utilities[.ambition] = variant.map { ($0.statement.isReading ? 0.75 : 1) * (1 - counted) } ?? 0
    if variant != nil {
      because.append(
        isCounted
          ? Text(nl: "zo hoort het ook bij de ambitie", en: "as goes with the ambition too")
          : Text(nl: "past bij de ambitie", en: "goes with the ambition"))
    }
    utilities[.level] =
      levels.isEmpty
      ? 0.5
      : levels.reduce(0) { $0 + ($1.contains(instrument.level) ? 1 : $1 == ["onbekend"] ? 0.5 : 0) }
        / Double(levels.count)
    if levels.contains(where: { $0.contains(instrument.level) }) { because.append(.verbatim(instrument.level)) }
    let wanted = answers.list("domain") ?? []
    utilities[.domain] = wanted.isEmpty || wanted.contains(instrument.domain) ? 1 : 0
    if wanted.contains(instrument.domain) {
      because.append(Text(nl: "in het gevraagde domein", en: "in the domain asked for"))
    }
    let task = task(of: instrument)
    utilities[.task] = task.utility
    because += task.because
    let exists = answers.list("exists")?.contains(instrument.id) == true
    utilities[.new] = exists ? 0 : 1
    if exists { because.append(Text(nl: "is er al", en: "is there already")) }
    if let time = answers.number("time"), let lead = notes.leadMonths(instrument.id) {
      utilities[.time] = lead <= time ? 1 : 0
      if lead > time {
        because.append(
          Text(nl: "duurt langer (", en: "takes longer (") + .number(lead, atMost: 2)
            + Text(nl: " maanden)", en: " months)"))
      }
    } else {
      utilities[.time] = 0.5
    }
    let parties = answers.list("parties")
    let absent = parties.map { given in instrument.parties.filter { !given.contains($0) } } ?? []
    utilities[.parties] = absent.isEmpty ? 1 : 0
    if !absent.isEmpty {
      because.append(
        Text(
          nl: "zonder \(absent.joined(separator: ", ")) aan tafel",
          en: "without \(absent.joined(separator: ", ")) at the table"))
    }
    return (utilities, because)
  }
}
