import Methods
import WorkbenchKit

/// Works out the rows of `wzw estimate --group …` by one of the methods.
struct GroupRun {
  let method: GroupMethod
  let areas: [Area]
  let groups: [String]
  let atlas: Atlas
  let context: Context
  /// Whether draws are kept, for ranks.
  let keepsDraws: Bool

  private(set) var estimates: GroupEstimates
  /// Area by area, each with all groups.
  private(set) var rows: [GroupRow] = []
  private(set) var notices: [Block] = []
  private(set) var facts = Facts(isDetail: true)
  private(set) var sources: [Source] = []

  init(
    _ method: GroupMethod, areas: [Area], groups: [String], atlas: Atlas, estimates: GroupEstimates, keepsDraws: Bool,
    context: Context
  ) throws {
    self.method = method
    self.areas = areas
    self.groups = groups
    self.atlas = atlas
    self.estimates = estimates
    self.keepsDraws = keepsDraws
    self.context = context
    switch method {
    case .synthetic: try synthetic()
    case .calibrated: try calibrated()
    case .composite: try composite()
    }
  }

  private mutating func synthetic() throws {
    let keepsDraws = keepsDraws
    var rows: [GroupRow] = []
    rows.reserveCapacity(areas.count * groups.count)
    try draw(groups, in: areas) { drawn in
      for found in drawn.joined() {
        rows.append(GroupRow(estimate: found.estimate, draws: keepsDraws ? found.draws : []))
      }
    }
    self.rows = rows
  }

  /// After so many areas it is asked whether to go on.
  private static let areasAtOnce = 64

  /// Hands over the estimates of some areas after those of others, until all are done.
  private mutating func draw(
    _ groups: [String], in areas: [Area], _ take: ([[GroupEstimates.Drawn]]) -> Void
  ) throws {
    for start in stride(from: 0, to: areas.count, by: Self.areasAtOnce) {
      try context.checkInterrupt()
      context.monitor.progress(
        Double(start) / Double(areas.count), Text(nl: "schattingen berekenen", en: "computing estimates"))
      take(try estimates.drawnEstimates(groups, in: areas[start...].prefix(Self.areasAtOnce)))
    }
  }

  // MARK: Fitted to known totals

  private mutating func calibrated() throws {
    let calibration = try Calibration(context.workspace)
    let level = try level()
    var leaves = calibration.areas(level, atlas)
    var known = Set(leaves.map(\.code))
    for area in areas {
      for leaf in area.isOwn ? area.partCodes.compactMap(atlas.area) : [area] where known.insert(leaf.code).inserted {
        leaves.append(leaf)
      }
    }
    // Groups with starting values overlap each other: only those that are asked for go beside the analyst's own.
    let all = estimates.groups.filter { estimates.rates.own.contains($0) || groups.contains($0) }
    guard leaves.count * all.count * estimates.draws <= Ranking.drawLimit else { throw tooMany(leaves.count) }
    var drawn: [[GroupEstimates.Drawn]] = []
    try draw(all, in: leaves) { drawn += $0 }
    let outcome = try calibration.fit(
      codes: leaves.map(\.code), groups: all, seeds: drawn.map { $0.map(\.estimate.estimate) },
      draws: drawn.map { $0.map(\.draws) }, count: estimates.draws, context: context)
    notices += Calibration.notices(outcome)
    facts.add("rounds", outcome.fit.rounds, label: Text(nl: "rondes", en: "rounds"))
    facts.add("converged", .boolean(outcome.fit.converged), label: Text(nl: "geconvergeerd", en: "converged"))
    facts.add(
      "max_change", .number(outcome.fit.maximumChange), label: Text(nl: "grootste verandering", en: "largest change"))
    sources.append(calibration.sourceOfMethod)
    let places = Dictionary(leaves.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    for area in areas {
      let parts = (area.isOwn ? area.partCodes : [area.code]).map { places[$0] }
      for group in groups {
        guard let column = all.firstIndex(of: group) else { throw RateTable.missing(group, known: all) }
        var row = GroupRow(estimate: try estimates.undrawn(group, in: area))
        guard row.estimate.gap == nil, !parts.contains(nil) else {
          rows.append(row)
          continue
        }
        let cells = parts.compactMap { $0 }
        row.estimate.estimate = cells.reduce(0) { $0 + outcome.estimates[$1][column] }
        var sum = [Float](repeating: 0, count: estimates.draws)
        for cell in cells {
          for (draw, value) in outcome.draws[cell][column].enumerated() { sum[draw] += value }
        }
        row.estimate.take(SyntheticMethod.interval(sum))
        if keepsDraws { row.draws = sum }
        rows.append(row)
      }
    }
  }

  /// The one level of all areas; own areas are made of buurten.
  private func level() throws -> AreaLevel {
    let levels = Set(areas.map { $0.isOwn ? .buurt : $0.level })
    if let one = levels.first, levels.count == 1 { return one }
    throw Diagnostic(
      "area.levels",
      Text(
        nl: "deze methode werkt met gebieden van één niveau, en deze zijn van verschillende niveaus",
        en: "this method takes areas of one level, and these are of several"),
      wayOut: Text(nl: "kies er een met --level", en: "choose one with --level"), suggestion: "--level buurt")
  }

  private func tooMany(_ leaves: Int) -> Diagnostic {
    let most = max(100, Ranking.drawLimit / max(leaves * max(estimates.rates.own.count, groups.count), 1) / 100 * 100)
    return Diagnostic(
      "estimate.toolarge",
      Text(
        nl: "\(estimates.draws) trekkingen van \(Text.count(leaves).nl) gebieden zijn te veel om aan te passen",
        en: "\(estimates.draws) draws of \(Text.count(leaves).en) areas are too many to fit"),
      wayOut: Text(nl: "neem minder trekkingen", en: "take fewer draws"), suggestion: "--draws \(most)")
  }

  // MARK: Direct counts and a model

  private mutating func composite() throws {
    let composite = try CompositeMethod(context.workspace)
    let level = try level()
    let normal = NormalSampler()
    var byGroup: [[GroupRow]] = []
    for group in groups {
      let codes = composite.codes(group)
      var sample: [String: (direct: ArcsineShare, rate: Double)] = [:]
      var order: [String] = []
      var excessive: [String] = []
      for area in atlas.areas(level) where codes.contains(area.code) {
        let synthetic = try estimates.undrawn(group, in: area)
        guard let count = composite.counts[.init(code: area.code, group: group)] else { continue }
        if let direct = count.share(people: synthetic.people) {
          if sample.updateValue((direct, synthetic.rate), forKey: area.code) == nil { order.append(area.code) }
        } else if synthetic.people > 0 {
          excessive.append(area.code)
        }
      }
      let model = try CompositeMethod.fit(group, order.compactMap { sample[$0] })
      note(model, group, sample.count, excessive: excessive)
      byGroup.append(
        try areas.map { area in
          var row = GroupRow(estimate: try estimates.undrawn(group, in: area))
          if row.estimate.people == 0 { (row.estimate.low, row.estimate.high) = (0, 0) }
          guard row.estimate.gap == nil, row.estimate.people > 0 else { return row }
          let people = row.estimate.people
          let found = model.answer(sample[area.code]?.direct, rate: row.estimate.rate)
          row.gamma = found.gamma
          row.estimate.estimate = found.share * people
          (row.estimate.low, row.estimate.high) = (found.low * people, found.high * people)
          guard keepsDraws, let belief = found.belief else { return row }
          var random = RandomStream(
            seed: estimates.seed, stream: SyntheticMethod.stream("composite", group, area.code))
          row.draws = (0..<estimates.draws).map { _ in
            Float(ArcsineShare.share(belief.draw(&random, normal)) * people)
          }
          return row
        })
    }
    for index in areas.indices { for group in byGroup { rows.append(group[index]) } }
    sources += CompositeMethod.sources
  }

  private mutating func note(_ model: CompositeMethod.Model, _ group: String, _ areas: Int, excessive: [String]) {
    let suffix = groups.count == 1 ? "" : "_\(group)"
    facts.add("sigma2\(suffix)", .number(model.fit.variance))
    facts.add("beta\(suffix)", .list(model.fit.coefficients.map { .number($0) }))
    facts.add("direct_areas\(suffix)", areas, label: Text(nl: "gebieden met een telling", en: "areas with a count"))
    facts.add(
      "variance\(suffix)", .text(model.fit.isAdjusted ? "adjusted" : "reml"),
      label: Text(nl: "sigma2 naar", en: "sigma2 by"))
    facts.add("scale\(suffix)", .text("arcsine"), label: Text(nl: "schaal", en: "scale"))
    facts.add("converged\(suffix)", .boolean(model.fit.converged), label: Text(nl: "geconvergeerd", en: "converged"))
    if !model.fit.converged {
      notices.append(
        .warning(
          nl: "het model van doelgroep \(group) is na \(model.fit.rounds) rondes niet geconvergeerd",
          en: "the model of target group \(group) has not converged after \(model.fit.rounds) rounds"))
    }
    if model.fit.isAdjusted {
      notices.append(
        .caution(
          nl:
            "doelgroep \(group): de gebieden verschillen niet meer dan hun steekproef verklaart (sigma2 naar REML is 0); genomen is de aangepaste REML van Yoshimori & Lahiri, die boven 0 blijft",
          en:
            "target group \(group): the areas differ no more than their samples explain (sigma2 by REML is 0); the adjusted REML of Yoshimori & Lahiri was taken, which stays above 0"
        ))
    }
    if areas < (model.usesRates ? 4 : 3) {
      notices.append(
        .caution(
          nl: "doelgroep \(group): \(areas) gebieden met een telling zijn te weinig voor een interval",
          en: "target group \(group): \(areas) areas with a count are too few for an interval"))
    }
    if !excessive.isEmpty {
      let listed = Text.list(excessive, atMost: 6)
      notices.append(
        .warning(
          nl: "doelgroep \(group): geteld zijn er meer mensen dan er zijn; die telling doet niet mee: \(listed.nl)",
          en: "target group \(group): more people were counted than there are; that count is left out: \(listed.en)"))
    }
    if !model.usesRates {
      notices.append(
        .caution(
          nl:
            "doelgroep \(group): de synthetische kans gaat niet mee in het model (overal gelijk, niet bekend, of te weinig gebieden); gebieden zonder telling krijgen het gemiddelde",
          en:
            "target group \(group): the synthetic rate is not in the model (the same everywhere, not known, or too few areas); areas without a count get the mean"
        ))
    }
  }
}
