import WorkbenchKit

/// A ranking as it is shown: which areas can be first and last, the table, and how sure the places are.
struct RankReport {
  let subject: MapSubject
  let areas: [Area]
  let ranks: AreaRanks
  let isLowest: Bool
  let draws: Int
  let seed: UInt64
  /// The areas that it is about.
  let marked: [Area]
  /// The publication of the method; nil where no set of ranks shows.
  let method: Source?
  /// Why no set of ranks shows, where it is not that no margin is known; nil for that.
  var undrawn: Text?

  var blocks: [Block] {
    var blocks: [Block] = []
    let words = places + [ends].compactMap { $0 }
    if !words.isEmpty { blocks.append(.paragraph(.joined(words, by: " "))) }
    blocks.append(.table(table))
    blocks += [.notice(Notice(.caution, certainty))] + subject.notices + left
    return blocks + Demo.notice(for: areas) + [.sources(subject.sources + [method].compactMap { $0 })]
  }

  // MARK: Words

  /// "Berflo Es Noord: 3,7 %, plaats 35 van 53 (20 tot 48); niet te onderscheiden van 27 andere."
  private var places: [Text] {
    marked.compactMap { area in
      guard let row = areas.firstIndex(where: { $0.code == area.code }), !ranks.ranks[row].isNaN else {
        return Text(nl: "\(area.name) heeft geen plaats.", en: "\(area.name) has no place.")
      }
      let rank = Int(ranks.ranks[row])
      let value = shown(subject.values[row])
      var words = Text(
        nl: "\(area.name): \(value.nl), plaats \(rank) van \(ranks.count)",
        en: "\(area.name): \(value.en), place \(rank) of \(ranks.count)")
      if let sets = ranks.sets {
        let (low, high, alike) = (Int(sets.low[row]), Int(sets.high[row]), Int(sets.alike[row]))
        words =
          words
          + (alike == 0
            ? Text(
              nl: " (\(low) tot \(high)); van alle andere te onderscheiden",
              en: " (\(low) to \(high)); it can be told apart from all others")
            : Text(
              nl: " (\(low) tot \(high)); niet te onderscheiden van \(alike) \(alike == 1 ? "ander" : "andere")",
              en:
                " (\(low) to \(high)); it cannot be told apart from \(alike) \(alike == 1 ? "other" : "others")"))
      }
      return words + .verbatim(".")
    }
  }

  /// Which areas can be the first and the last.
  private var ends: Text? {
    guard ranks.count > 1 else { return nil }
    let word = isLowest ? Text(nl: "laagste", en: "lowest") : Text(nl: "hoogste", en: "highest")
    let other = isLowest ? Text(nl: "hoogste", en: "highest") : Text(nl: "laagste", en: "lowest")
    let rows = ranks.order.filter { !ranks.ranks[$0].isNaN }
    let names = { (rows: [Int]) in Text.list(rows.map { areas[$0].name }, atMost: 3) }
    guard let sets = ranks.sets else {
      let first = rows.filter { ranks.ranks[$0] == 1 }
      guard let one = first.first else { return nil }
      let value = shown(subject.values[one])
      if first.count == ranks.count {
        return Text(
          nl: "Deze \(ranks.count) gebieden hebben hetzelfde cijfer: \(value.nl).",
          en: "These \(ranks.count) areas have the same figure: \(value.en).")
      }
      return Text(
        nl: "Het \(word.nl): \(names(first).nl) (\(value.nl)).", en: "The \(word.en): \(names(first).en) (\(value.en))."
      )
    }
    let top = rows.filter { sets.low[$0] == 1 }
    let bottom = rows.filter { sets.high[$0] == Double(ranks.count) }
    if top.count == ranks.count, bottom.count == ranks.count {
      return Text(
        nl: "Deze \(ranks.count) gebieden zijn niet van elkaar te onderscheiden.",
        en: "These \(ranks.count) areas cannot be told apart.")
    }
    return can(top, word, names) + .verbatim(" ") + can(bottom, other, names)
  }

  private func can(_ rows: [Int], _ word: Text, _ names: ([Int]) -> Text) -> Text {
    let list = names(rows)
    return rows.count == 1
      ? Text(nl: "Het \(word.nl) is \(list.nl).", en: "The \(word.en) is \(list.en).")
      : Text(
        nl: "Het \(word.nl) kunnen \(rows.count) van de \(ranks.count) zijn: \(list.nl).",
        en: "The \(word.en) can be \(rows.count) of the \(ranks.count): \(list.en).")
  }

  private func shown(_ value: Double) -> Text { MapSubject.words(value, subject.unit, subject.format) }

  private var certainty: Text {
    let first =
      isLowest
      ? Text(nl: "plaats 1 is het laagst", en: "place 1 is the lowest")
      : Text(nl: "plaats 1 is het hoogst", en: "place 1 is the highest")
    guard let certainty = subject.certainty, ranks.sets != nil else {
      if let undrawn { return Text(nl: "\(first.nl). \(undrawn.nl)", en: "\(first.en). \(undrawn.en)") }
      return Text(
        nl:
          "\(first.nl). Van deze cijfers is geen marge bekend: of een verschil tussen twee plaatsen iets betekent, is niet te zeggen.",
        en:
          "\(first.en). No margin is known of these figures: whether a difference between two places means anything cannot be said."
      )
    }
    let made = Text.drawn(draws, seed: seed)
    let sets = Text(
      nl:
        "\(first.nl). Van-tot zijn de plaatsen die met 95 % zekerheid voor alle gebieden tegelijk mogelijk zijn (\(made.nl)); 'gelijkwaardig' telt de gebieden waarvan een gebied niet te onderscheiden is (Mogstad, Romano, Shaikh en Wilhelm 2024).",
      en:
        "\(first.en). From-to are the places that are possible with 95% confidence for all areas at once (\(made.en)); 'alike' counts the areas that an area cannot be told apart from (Mogstad, Romano, Shaikh and Wilhelm 2024)."
    )
    switch certainty.kind {
    case .given: return sets
    case .chance:
      return sets
        + Text(
          nl: " Zekerheid gaat hier over toeval: de telling zelf geldt als juist.",
          en: " Confidence is about chance here: the count itself is taken to be right.")
    case .editions(let caution): return sets + .verbatim(" ") + caution
    }
  }

  /// What has no place, and why.
  private var left: [Block] {
    let missing = areas.indices.filter { ranks.ranks[$0].isNaN && subject.withheld[$0] == nil }
    var blocks: [Block] = []
    if !missing.isEmpty {
      let list = Text.list(missing.map { "\(areas[$0].name) (\(areas[$0].code))" }, atMost: 3)
      let isUnsure = missing.contains { !subject.values[$0].isNaN }
      let why =
        isUnsure
        ? Text(nl: "zonder cijfer of marge", en: "without a figure or margin")
        : Text(nl: "zonder cijfer", en: "without a figure")
      blocks.append(
        .info(nl: "zonder plaats, want \(why.nl): \(list.nl)", en: "without a place, being \(why.en): \(list.en)"))
    }
    if !subject.withheld.isEmpty {
      blocks.append(
        .info(
          nl: "wat is achtergehouden, krijgt geen plaats: \(subject.withheld.count) van \(areas.count) gebieden",
          en: "what is held back gets no place: \(subject.withheld.count) of \(areas.count) areas"))
    }
    return blocks
  }

  // MARK: Figures

  /// Which indicator of which people is ranked.
  private var people: [Column] {
    guard let (stem, age) = subject.indicator else { return [] }
    return [
      .texts("indicator", areas.map { _ in stem }).asDetail(), .texts("age", areas.map { _ in age }).asDetail(),
    ]
      + (subject.year.map { year in
        [
          .numbers("year", areas.map { _ in Double(year) }, label: Text(nl: "jaar", en: "year"), format: .plain)
            .asDetail()
        ]
      } ?? []) + OwnCounts.columns(subject.people)
  }

  private var table: Table {
    // Counts of people go by the name that 'wzw estimate' gives them: what a session shows of them is looked at together.
    let isCount = subject.unit == .persons && subject.indicator != nil
    var value = Column.numbers(
      isCount ? "estimate" : "value", subject.values, label: subject.unit == .share ? .verbatim("%") : subject.label,
      unit: subject.unit,
      format: subject.format)
    value.withheld = subject.withheld
    let number = { (name: String, values: [Double]?, label: Text) -> Column in
      var column = Column.numbers(
        name, values ?? ranks.ranks.map { _ in .nan }, label: label, format: .decimals(0))
      for row in subject.withheld.keys { column.withheld[row] = SmallCounts.complement }
      return values == nil ? Column.numbers(name, ranks.ranks.map { _ in .nan }, label: label).asDetail() : column
    }
    let whole = Table(
      title: subject.title,
      columns: [
        number("rank", ranks.ranks, Text(nl: "plaats", en: "place")),
        .texts("area", areas.map(\.code), label: Text(nl: "gebied", en: "area")),
        .texts("name", areas.map(\.name), label: Text(nl: "naam", en: "name"))
          .asDetail(areas.allSatisfy { $0.name == $0.code }),
        value,
        number("rank_low", ranks.sets?.low, Text(nl: "van", en: "from")),
        number("rank_high", ranks.sets?.high, Text(nl: "tot", en: "to")),
        number("alike", ranks.sets?.alike, Text(nl: "gelijkwaardig", en: "alike")),
      ] + people + Column.nesting(of: areas))
    // What has no figure is counted, not listed.
    return whole.rows(ranks.order.filter { !subject.values[$0].isNaN || subject.withheld[$0] != nil })
  }
}
