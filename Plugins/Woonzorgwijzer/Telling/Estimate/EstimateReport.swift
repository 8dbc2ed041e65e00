import WorkbenchKit

/// What is said around a table of estimates: the one sentence, the cautions.
struct EstimateReport {
  let estimator: Estimator
  let origins: EstimateOrigins
  var margins: EditionMargins?

  private var codebook: Codebook { estimator.codebook }

  /// "Berflo Es Noord: 192 van de 650 65-plussers hebben moeite met bewegen (29,6 %; Hengelo 22,6 %)", for a single figure.
  func sentence(beside table: EstimateTable) -> Text? {
    guard estimator.estimates.count == 1, let one = estimator.estimates.first, table.held.hidden.isEmpty,
      !one.figures.estimate.isNaN, !one.figures.rate.isNaN
    else { return nil }
    let people = Text.number(one.figures.population, decimals: 0)
    let number = Text.number(one.figures.estimate, decimals: 0)
    let share = Text.share(one.figures.rate)
    let stem = estimator.stems[one.stem]
    let who = estimator.ages[one.age].people
    let phrase = codebook.indicators[stem]?.phrase ?? Text(nl: "vallen onder \(stem)", en: "come under \(stem)")
    let beside = comparison(one).map { Text(nl: "; \($0.name) \($0.share.nl)", en: "; \($0.name) \($0.share.en)") }
    let more = beside ?? .verbatim("")
    return Text(
      nl:
        "\(one.area.name): \(number.nl) van de \(people.nl) \(who.nl) \(phrase.nl) (\(share.nl)\(more.nl))",
      en: "\(one.area.name): \(number.en) of the \(people.en) \(who.en) \(phrase.en) (\(share.en)\(more.en))"
    )
  }

  /// The percentage of the area around: the municipality, of a municipality the country.
  private func comparison(_ one: Estimator.Estimate) -> (name: String, share: Text)? {
    guard let code = one.area.members.first else { return nil }
    let around = one.area.level == .gemeente ? "NL00" : AreaCode.municipality(of: code)
    guard let around, around != one.area.code,
      one.area.members.allSatisfy({ AreaCode.holds(around, $0) })
    else { return nil }
    // Out of the same table where it has the area around.
    let own = one.origin.map { estimator.origins[$0].health }
    let tables =
      estimator.tables.filter { $0.tableName == own }
      + estimator.tables.filter { $0.tableName != own }
    for table in tables where table.age == estimator.ages[one.age].name {
      guard let row = table.rows[around],
        let percent = table.indicator(estimator.stems[one.stem])?.percentages[row],
        !percent.isNaN
      else { continue }
      let name = (around == "NL00" ? "Nederland" : table.municipalities[row]) ?? around
      return (name, Text.share(DirectMethod.rate(percent: percent)))
    }
    return nil
  }

  /// The cautions under the table.
  func notices(_ held: Disclosure, _ counts: SmallCounts) -> [Block] {
    let notes = OriginNotes(origins.whole)
    var blocks: [Block] = [
      notes.caution(
        OwnNotice.caution(
          estimator,
          margins?.caution
            ?? Text(
              nl: "De percentages zijn modelschattingen; het bestand geeft er geen marge bij.",
              en: "The percentages are model estimates; the file gives no margin.")))
    ]
    blocks += notes.evidence
    var told: Set<String> = []
    let words = Set(estimator.estimates.compactMap(\.origin)).sorted().map { origins.words[$0] }
    blocks += OriginNotes.ways(words.filter { told.insert($0).inserted })
    blocks += otherYears
    blocks += missing
    blocks += carried
    blocks += OwnNotice.addedUp(estimator.estimates.compactMap(\.origin).map { estimator.origins[$0] })
    blocks += counts.notice(held)
    return blocks
  }

  /// What stands in the areas of one year and was carried over to those of another.
  var carried: [Block] {
    var codes: Set<String> = []
    var used: Set<Int> = []
    for estimate in estimator.estimates {
      guard let origin = estimate.origin, estimator.origins[origin].isCarried else { continue }
      codes.insert(estimate.area.code)
      used.insert(origin)
    }
    let over = used.flatMap { estimator.origins[$0].all }
    let files = Set(over.flatMap(origins.crossings).map(\.fileName))
    return CarriedNotice.blocks(codes.count, files: files.sorted(), over.compactMap(\.crossing?.weighing))
      + ChangedNotice.blocks(estimator.changed, estimator.search)
  }

  /// Which year's percentages were taken, where there was a choice.
  var otherYears: [Block] {
    let isOwn = estimator.ownStems.count == estimator.stems.count
    return RateUseNotice.blocks(
      RateUse.Years(estimator),
      of: isOwn ? Text(nl: "eigen cijfers", en: "figures of your own") : Text(nl: "percentages", en: "percentages"))
  }

  private var missing: [Block] {
    // Those of another place are named apart.
    let changed = Set(estimator.changed.map(\.code))
    let empty = estimator.estimates.filter {
      $0.figures.estimate.isNaN && !changed.contains($0.area.code)
    }
    let isOwn = { (one: Estimator.Estimate) in estimator.own(one) != nil }
    let unknown = empty.filter { $0.origin == nil && !$0.area.isOwn && !isOwn($0) }
    let without = empty.filter { $0.origin == nil && !$0.area.isOwn && isOwn($0) }
    let lacking = empty.filter { $0.origin != nil || $0.area.isOwn }
    return BoundaryNotice.blocks(unknown.map(\.area), years: Set(estimator.tables.map(\.year)))
      + OwnNotice.without(without.map(\.area)) + self.without(lacking)
  }

  private func without(_ lacking: [Estimator.Estimate]) -> [Block] {
    guard !lacking.isEmpty else { return [] }
    let number = Text.count(lacking.count)
    var seen: Set<String> = []
    let list = Text.list(lacking.map(\.area.code).filter { seen.insert($0).inserted }, atMost: 3)
    return [
      .info(
        nl: lacking.count == 1
          ? "zonder schatting, omdat percentage of inwonertal ontbreekt: \(list.nl)"
          : "\(number.nl) zonder schatting, omdat percentage of inwonertal ontbreekt: \(list.nl)",
        en: lacking.count == 1
          ? "without an estimate, because the percentage or the population is missing: \(list.en)"
          : "\(number.en) without an estimate, because the percentage or the population is missing: \(list.en)")
    ]
  }
}
