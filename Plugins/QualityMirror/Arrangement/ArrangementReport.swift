import Methods
import WorkbenchKit

/// The share of goals that was reached, by provider and life domain, as it may be seen.
struct ArrangementReport {
  private let views: GoalViews
  private let rows: CountedRows
  private let grouping: GoalGrouping
  private let half: Bool
  private let labels: [String: Text]
  /// What all together reached; NaN where that is held back.
  private let target: Double

  /// - Parameters:
  ///   - half: whether a goal that was reached in part counts for half.
  ///   - target: what shares are set against; nil for the share of all.
  ///   - labels: what life domains are called.
  init(_ views: GoalViews, _ grouping: GoalGrouping, half: Bool, target: Double?, labels: [String: Text]) {
    (self.views, self.grouping, self.half, self.labels) = (views, grouping, half, labels)
    rows = views[grouping]
    let whole = views[.domain]
    self.target =
      target ?? (whole.showsWhole(Self.needed(half)) ? GoalShare(whole.whole, half: half).share : .nan)
  }

  /// The counts that a share follows from, and the other way round.
  private static func needed(_ half: Bool) -> [Int] {
    half ? [GoalViews.reached, GoalViews.partly, GoalViews.unknown] : [GoalViews.reached, GoalViews.unknown]
  }

  private var counts: SmallCounts { SmallCounts(threshold: views.threshold) }

  // MARK: All together

  /// In one sentence.
  var sentence: Text {
    let whole = views[.domain]
    guard whole.showsWhole(Self.needed(half)) else {
      return Text(
        nl: "Welk deel van de doelen is gehaald, wordt niet getoond: er zou een klein aantal uit volgen",
        en: "Which share of the goals was reached is not shown: a small count would follow from it")
    }
    let all = GoalShare(whole.whole, half: half)
    guard all.known > 0 else {
      return Text(nl: "Van geen doel is bekend of het is gehaald", en: "Of no goal it is known whether it was reached")
    }
    let (share, low, high) = (
      Text.share(all.share, decimals: 0), Text.number(all.limits.low * 100, decimals: 0),
      Text.share(all.limits.high, decimals: 0)
    )
    let of = Text.counted(
      all.known, Text(nl: "doel waarvan het bekend is", en: "goal of which it is known"),
      Text(nl: "doelen waarvan het bekend is", en: "goals of which it is known"))
    let met = Text.number(all.met, atMost: 1)
    return Text(
      nl: "\(share.nl) is gehaald: \(met.nl) van \(of.nl) (95 % zeker tussen \(low.nl) en \(high.nl))",
      en: "\(share.en) was reached: \(met.en) of \(of.en) (95% sure between \(low.en) and \(high.en))")
  }

  var facts: Facts {
    let whole = views[.domain]
    let all = GoalShare(whole.counts.isEmpty ? [0, 0, 0, 0] : whole.whole, half: half)
    let sum = whole.size
    let hidden = whole.showsWhole(Self.needed(half)) ? nil : SmallCounts.complement
    var facts = Facts(isDetail: true)
    facts.add(
      "goals", Double(sum), label: Text(nl: "doelen", en: "goals"), format: .decimals(0),
      held: whole.held.showsSize ? nil : counts.mark)
    for (name, kind, label) in [
      ("reached", GoalViews.reached, Text(nl: "gehaald", en: "reached")),
      ("partly", GoalViews.partly, Text(nl: "deels gehaald", en: "reached in part")),
      ("unknown", GoalViews.unknown, Text(nl: "onbekend", en: "unknown")),
    ] {
      facts.add(
        name, Double(whole.whole[kind]), label: label, format: .decimals(0),
        held: whole.held.showsSize ? counts.sign(whole.held.whole[kind]) : SmallCounts.complement)
    }
    facts.add("share", all.share, label: Text(nl: "deel gehaald", en: "share reached"), format: .share(1), held: hidden)
    facts.add(
      "low", all.limits.low, label: Text(nl: "deel, laag (95 %)", en: "share, low (95%)"), format: .share(1),
      held: hidden)
    facts.add(
      "high", all.limits.high, label: Text(nl: "deel, hoog (95 %)", en: "share, high (95%)"), format: .share(1),
      held: hidden)
    return facts
  }

  // MARK: By group

  private struct Line {
    let key: [String]
    let counts: [Int]
    let share: GoalShare
    /// What stands in the place of each count, and of all that a share gives.
    let signs: [String?]
    let shareSign: String?
    var place: FunnelPlace?
    var limits: Interval
  }

  private var lines: [Line] {
    rows.shown.map { row in
      let share = GoalShare(rows.counts[row], half: half)
      let shows = rows.shows(Self.needed(half), in: row)
      return Line(
        key: rows.keys[row], counts: rows.counts[row], share: share,
        signs: (0..<4).map { counts.sign(rows.cell($0, in: row)) }, shareSign: shows ? nil : SmallCounts.complement,
        place: shows ? share.place(around: target) : nil,
        limits: shows ? share.funnel(around: target) : Interval(low: .nan, high: .nan))
    }
  }

  /// Whether anything of it is held back.
  var holdsBack: Bool { rows.holdsBack || views[.domain].holdsBack }
  var isLeftOut: Bool { views.leftOut.contains(grouping) }
  /// Whether a goal may be of no group.
  var mayLackGroup: Bool { grouping == .period || grouping == .persona }
  /// Whether groups stand in the whole only.
  var hasRest: Bool { rows.held.isListed.contains(false) }

  func table(in context: Context) -> Table {
    let lines = lines
    func words(_ place: Int) -> [String?] { lines.map { $0.key.indices.contains(place) ? $0.key[place] : nil } }
    func shown(_ words: [String?]) -> [Text?] { words.map { $0.map { labels[$0] ?? .verbatim($0) } } }
    var columns: [Column] = []
    switch grouping {
    case .providerAndDomain:
      columns = [Self.provider(words(0))] + domain(words(1), shown(words(1)), in: context)
    case .provider: columns = [Self.provider(words(0)), .texts("domain", words(1)).asDetail()]
    case .domain:
      columns = [.texts("provider", words(1)).asDetail()] + domain(words(0), shown(words(0)), in: context)
    case .period:
      columns =
        [.texts("period", words(0), label: Text(nl: "periode", en: "period"))]
        + domain(words(1), shown(words(1)), in: context)
    case .persona: columns = [.texts("persona", words(0), label: Text(nl: "persona", en: "persona"))]
    }
    func count(_ name: String, _ kind: Int, _ label: Text) -> Column {
      .held(
        name, lines.map { Double($0.counts[kind]) }, lines.map { $0.signs[kind] }, label: label, format: .decimals(0))
    }
    func figure(_ name: String, _ label: Text, _ value: (Line) -> Double) -> Column {
      .held(name, lines.map(value), lines.map(\.shareSign), label: label, unit: .share, format: .share(0))
    }
    // What a screen is too narrow for is left out from behind: what shares stand against goes before what they are made of.
    columns += [
      .counts("goals", lines.map { $0.counts.reduce(0, +) }, label: Text(nl: "doelen", en: "goals")),
      count("reached", GoalViews.reached, Text(nl: "gehaald", en: "reached")),
      figure("share", Text(nl: "deel", en: "share")) { $0.share.share },
      figure("low", Text(nl: "laag", en: "low")) { $0.share.limits.low },
      figure("high", Text(nl: "hoog", en: "high")) { $0.share.limits.high },
      .texts("funnel", lines.map { $0.place?.rawValue }).asDetail(),
      .texts(
        "funnel_label", lines.map { $0.place?.label }, label: Text(nl: "trechter", en: "funnel"), in: context),
      count("partly", GoalViews.partly, Text(nl: "deels", en: "partly")),
      count("unknown", GoalViews.unknown, Text(nl: "onbekend", en: "unknown")),
      figure("funnel_low", Text(nl: "trechter, laag", en: "funnel, low")) { $0.limits.low }.asDetail(),
      figure("funnel_high", Text(nl: "trechter, hoog", en: "funnel, high")) { $0.limits.high }.asDetail(),
    ]
    return Table(title: title, columns: columns)
  }

  private var title: Text {
    switch grouping {
    case .providerAndDomain:
      Text(nl: "Doelen per aanbieder en leefgebied", en: "Goals by provider and life domain")
    case .provider: Text(nl: "Doelen per aanbieder", en: "Goals by provider")
    case .domain: Text(nl: "Doelen per leefgebied", en: "Goals by life domain")
    case .period: Text(nl: "Doelen per periode en leefgebied", en: "Goals by period and life domain")
    case .persona: Text(nl: "Doelen per persona", en: "Goals by persona")
    }
  }

  private static func provider(_ words: [String?]) -> Column {
    .texts("provider", words, label: Text(nl: "aanbieder", en: "provider"))
  }

  private func domain(_ ids: [String?], _ shown: [Text?], in context: Context) -> [Column] {
    [
      .texts("domain", ids).asDetail(),
      .texts("domain_label", shown, label: Text(nl: "leefgebied", en: "life domain"), in: context),
    ]
  }

  /// The shares against how many goals there are, with the limits of chance; nil below three groups that show.
  func chart(in context: Context) -> Chart? {
    let lines = lines.filter { $0.shareSign == nil && !$0.share.share.isNaN && !$0.limits.low.isNaN }
      .sorted { ($0.share.known, $0.key.joined()) < ($1.share.known, $1.key.joined()) }
    guard lines.count > 2, Set(lines.map(\.share.known)).count > 1 else { return nil }
    return Chart(
      .scatter,
      title: Text(nl: "Trechter: deel gehaald tegen het aantal doelen", en: "Funnel: share reached by number of goals"),
      x: Chart.Axis(Text(nl: "doelen waarvan het bekend is", en: "goals of which it is known")),
      y: Chart.Axis(Text(nl: "deel gehaald", en: "share reached"), unit: .share, range: 0...1),
      positions: lines.map { Double($0.share.known) },
      series: [
        .init(name: Text(nl: "deel", en: "share")(context.language), values: lines.map(\.share.share)),
        .init(name: Text(nl: "laag", en: "low")(context.language), values: lines.map(\.limits.low)),
        .init(name: Text(nl: "hoog", en: "high")(context.language), values: lines.map(\.limits.high)),
      ])
  }
}
