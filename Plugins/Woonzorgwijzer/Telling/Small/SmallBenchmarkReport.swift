import WorkbenchKit

/// A small area beside others: how many there are of it, and how many the share elsewhere would come to.
struct SmallBenchmarkReport {
  /// What it is compared with.
  struct Reference {
    /// As it is said in a sentence.
    let name: String
    /// Where it is one area, that; nil for several.
    let area: Area?
    let count: Double
    let people: Double
    /// Of how many small areas it was added up.
    let size: Int
  }

  let question: SmallQuestion
  let found: SmallAreas
  let area: Area
  let reference: Reference
  let counts: SmallCounts
  let notices: [Notice]
  let context: Context

  private var share: Double { reference.people > 0 ? reference.count / reference.people : .nan }
  private var own: ExpectedCount {
    ExpectedCount(observed: found.counts[0], bands: [found.people[0]], rates: [share])
  }
  private var other: ExpectedCount {
    ExpectedCount(observed: reference.count, bands: [reference.people], rates: [share])
  }
  private var held: Disclosure {
    Disclosure([[own.observed, other.observed], [own.people, other.people]], threshold: counts.threshold)
  }
  private var isHeld: Bool { held.hidden.contains(0) || !found.marks.isEmpty }

  var blocks: [Block] {
    var blocks: [Block] = [sentence.map(Block.paragraph)].compactMap(\.self)
    blocks += [.facts(facts), .table(table)] + question.cautions + question.doubts(found)
    blocks.append(
      .caution(
        nl:
          "Verwacht is berekend over één klasse: verschil in leeftijd telt niet mee. De grenzen gelden voor toeval alleen, en de "
          + "vergelijking zelf verklaart niets.",
        en:
          "Expected is computed over one band: differences in age do not count. The limits are of chance alone, and the comparison "
          + "itself explains nothing."))
    if own.people * min(own.expectedRate, 1 - own.expectedRate) < 5 {
      blocks.append(
        .caution(
          nl: "er worden er minder dan 5 verwacht: de grenzen zijn grof",
          en: "fewer than 5 are expected: the limits are rough"))
    }
    return blocks + counts.notice(held)
      + (found.notices + notices).reduce(into: [Notice]()) { all, one in
        if !all.contains(one) { all.append(one) }
      }.map(Block.notice)
  }

  private var sentence: Text? {
    guard !isHeld, !own.observed.isNaN, own.expected > 0 else { return nil }
    let number = { (value: Double) in Text.number(value, decimals: 0) }
    return Text(
      nl:
        "\(area.code): \(number(own.observed).nl) van de \(number(own.people).nl) mensen (\(question.figure)); met het aandeel van \(reference.name) zouden dat er \(number(own.expected).nl) zijn. \(own.verdict.nl)",
      en:
        "\(area.code): \(number(own.observed).en) of the \(number(own.people).en) people (\(question.figure)); at the share of \(reference.name) it would be \(number(own.expected).en). \(own.verdict.en)"
    )
  }

  private var facts: Facts {
    var facts = Facts(isDetail: sentence != nil)
    func add(_ name: String, _ value: Double, _ label: Text, _ unit: Unit?, _ format: Column.Format, isTelling: Bool) {
      let mark =
        isTelling && isHeld && !value.isNaN ? counts.mark(of: value, isHeld: true) ?? SmallCounts.complement : nil
      facts.add(
        name, mark.map(Value.text) ?? (value.isNaN ? .missing : .number(value, unit: unit)), label: label,
        format: format)
    }
    add("observed", own.observed, Text(nl: "waargenomen", en: "observed"), .persons, .decimals(1), isTelling: true)
    add("expected", own.expected, Text(nl: "verwacht", en: "expected"), .persons, .decimals(1), isTelling: true)
    func share(_ name: String, _ value: Double, _ label: Text, isTelling: Bool = true) {
      let isHidden = isTelling && isHeld && !value.isNaN
      facts.add(
        name, isHidden ? .text(SmallCounts.complement) : value.isNaN ? .missing : .number(value, unit: .share),
        label: label, format: .share(1))
    }
    let ratio =
      isHeld && !own.ratio.isNaN
      ? Value.text(SmallCounts.complement) : own.ratio.isNaN ? .missing : .number(own.ratio, unit: nil)
    facts.add("ratio", ratio, label: Text(nl: "verhouding", en: "ratio"), format: .decimals(3))
    share("funnel_low", own.funnel.low, Text(nl: "ondergrens", en: "lower limit"))
    share("funnel_high", own.funnel.high, Text(nl: "bovengrens", en: "upper limit"))
    share("observed_rate", own.rate, Text(nl: "aandeel", en: "share"))
    share("expected_rate", own.expectedRate, Text(nl: "verwacht aandeel", en: "expected share"), isTelling: false)
    let position = isHeld ? nil : own.position
    facts.add("position", position.map(Value.text) ?? .missing, label: Text(nl: "ligt", en: "lies"))
    facts.add(
      "reference_areas", reference.size, label: Text(nl: "gebieden in de maatstaf", en: "areas in the yardstick"))
    return facts
  }

  private var table: Table {
    let areas = [area] + (reference.area.map { [$0] } ?? [])
    let all = Array([own, other].prefix(areas.count))
    let held = held.only(Set(areas.indices))
    let persons = { (name: String, values: [Double], label: Text) in
      counts.marked(
        counts.column(name, values, label: label, held: held), name == "population" ? [:] : found.marks)
    }
    let rates = { (name: String, values: [Double], label: Text, unit: Unit?, format: Column.Format) in
      counts.marked(
        counts.column(name, values, label: label, held: held, as: .rates, unit: unit, format: format), found.marks)
    }
    return Table(
      title: question.title + Text(nl: ", tegenover \(reference.name)", en: ", against \(reference.name)"),
      columns: [
        .texts("area", areas.map(\.code), label: Text(nl: "gebied", en: "area")),
        persons("population", all.map(\.people), Text(nl: "mensen", en: "people")),
        rates("rate", all.map(\.rate), .verbatim("%"), .share, .share(1)),
        persons("observed", all.map(\.observed), Text(nl: "is", en: "is")),
        persons("expected", all.map(\.expected), Text(nl: "verwacht", en: "expected")),
        rates("ratio", all.map(\.ratio), .verbatim("O/E"), nil, .decimals(2)),
        rates("funnel_low", all.map(\.funnel.low), Text(nl: "van %", en: "from %"), .share, .share(1)),
        rates("funnel_high", all.map(\.funnel.high), Text(nl: "tot %", en: "to %"), .share, .share(1)),
      ] + SmallColumns(question: question, areas: areas).about)
  }
}
