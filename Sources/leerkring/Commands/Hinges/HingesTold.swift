import Methods
import Session
import WorkbenchKit

/// What is told of what would change our minds.
struct HingesTold {
  let result: String
  let found: HingeAnalysis
  let context: Context

  private var order: [Int] { found.order }
  /// In thousandths, so that what is shown adds up.
  private var shares: [Int]? {
    found.variance?.shares.map { RoundedShares.units($0, of: 1_000) }
  }

  var blocks: [Block] {
    var blocks: [Block] = [.paragraph(first), .facts(facts), .table(table)]
    if let shares { blocks += parties(shares) }
    if let worth { blocks.insert(.paragraph(worth), at: 1) }
    return blocks + notices.map(Block.notice) + [.sources(sources)]
  }

  // MARK: The sentences

  /// The result, with the column where it has several.
  private var subject: Text {
    let label = found.figures.label
    return found.figures.hasOthers
      ? Text(nl: "'\(result)' (\(label.nl))", en: "'\(result)' (\(label.en))") : .verbatim("'\(result)'")
  }

  private var first: Text {
    let (count, subject) = (found.assumptions.count, self.subject)
    guard let place = order.first, let turn = found.searches[place].turns.first else {
      guard count == 1, let only = found.assumptions.first else {
        return Text(
          nl: "Geen van de \(count) aannames kantelt \(subject.nl) binnen haar bereik.",
          en: "None of the \(count) assumptions turns \(subject.en) within its range.")
      }
      return Text(
        nl: "'\(only.name)' kantelt \(subject.nl) binnen haar bereik niet.",
        en: "'\(only.name)' does not turn \(subject.en) within its range.")
    }
    let assumption = found.assumptions[place]
    let (value, now) = (HingeWords.turn(turn, of: assumption.spread), HingeWords.value(assumption.now))
    let told = turn.standing.told(since: found.base, found.figures.names)
    return Text(
      nl: "\(subject.nl) kantelt het eerst bij \(assumption.name) \(value.nl) (nu \(now.nl)): \(told.nl).",
      en: "\(subject.en) turns first at \(assumption.name) \(value.en) (now \(now.en)): \(told.en).")
  }

  private var worth: Text? {
    guard let information = found.information, let rule = found.rule else { return nil }
    let perfect = worthWords(information.perfect)
    let options =
      rule == .positive
      ? [Text(nl: "niet doen", en: "not to do it"), Text(nl: "doen", en: "to do it")]
      : found.figures.names.map(Text.verbatim)
    let best = options[information.best]
    let alone = found.assumptions.indices.map { found.spread.worth(of: $0, information) }
    let most = alone.indices.max { alone[$0] < alone[$1] } ?? 0
    guard information.perfect > 0 else {
      return Text(
        nl: "Gemiddeld is '\(best.nl)' de beste keuze, en zekerheid verandert die niet.",
        en: "On average '\(best.en)' is the best choice, and certainty does not change it.")
    }
    let part = worthWords(alone[most])
    return Text(
      nl:
        "Gemiddeld is '\(best.nl)' de beste keuze; alles zeker weten is \(perfect.nl) waard, \(found.assumptions[most].name) alleen \(part.nl).",
      en:
        "On average '\(best.en)' is the best choice; to know everything is worth \(perfect.en), \(found.assumptions[most].name) alone \(part.en)."
    )
  }

  /// Of ranges what knowing is worth is known in its first digits only.
  private var isApproximate: Bool {
    found.assumptions.contains { if case .even = $0.spread { true } else { false } }
  }

  private func worthWords(_ number: Double) -> Text {
    guard isApproximate else { return HingeWords.figure(number, found.figures) }
    return Text(nl: "ongeveer ", en: "about ") + HingeWords.figure(HingeWords.rounded(number), found.figures)
  }

  private var facts: Facts {
    var facts = Facts(isDetail: true)
    facts.add("turning", found.searches.count { !$0.turns.isEmpty }, label: Text(nl: "kantelen", en: "turn"))
    facts.add("runs", found.count, label: Text(nl: "keer uitgerekend", en: "times worked out"))
    if let variance = found.variance {
      facts.add("mean", .number(variance.mean), label: Text(nl: "gemiddelde", en: "mean"))
      facts.add(
        "deviation", .number(max(0, variance.variance).squareRoot()),
        label: Text(nl: "standaardafwijking", en: "standard deviation"))
    }
    if let information = found.information {
      facts.add(
        "evpi", .number(information.perfect),
        label: Text(nl: "waarde van alles weten", en: "value of knowing everything"))
      facts.add(
        "evpi_exact", .boolean(!isApproximate), label: Text(nl: "precies", en: "exact"))
      facts.add(
        "chance_of_regret", .number(information.chanceOfRegret, unit: .share),
        label: Text(nl: "kans op een betere keuze", en: "chance of a better choice"), format: .share(1))
    }
    return facts
  }

  // MARK: The tables

  private var table: Table {
    let rows = order.map { (found.assumptions[$0], found.searches[$0].turns) }
    let exact = found.variance?.shares
    let turns = rows.map { assumption, turns -> Text? in
      let shown = turns.prefix(3).map { HingeWords.turn($0, of: assumption.spread) }
      return turns.isEmpty ? nil : .joined(shown, by: "; ") + .verbatim(turns.count > 3 ? "; …" : "")
    }
    let parties = rows.map(\.0.party)
    var columns: [Column] = [
      .texts("assumption", rows.map(\.0.name), label: Text(nl: "aanname", en: "assumption")),
      .texts("party", parties, label: Text(nl: "van", en: "of")).asDetail(parties.allSatisfy { $0 == nil }),
      .texts("now", rows.map { HingeWords.value($0.0.now)(context.language) }, label: Text(nl: "nu", en: "now")),
      .texts(
        "range", rows.map { HingeWords.range($0.0.spread)(context.language) }, label: Text(nl: "bereik", en: "range")
      ).asDetail(isCrowded),
      .texts("turns", turns.map { $0?(context.language) }, label: Text(nl: "kantelt bij", en: "turns at")),
      .texts(
        "then", rows.map { $0.1.first?.standing.told(since: found.base, found.figures.names)(context.language) },
        label: Text(nl: "dan", en: "then")),
      .numbers("turns_at", rows.map { $0.1.first?.value.number ?? .nan }).asDetail(),
      .numbers("turns_error", rows.map { $0.1.first?.error ?? .nan }).asDetail(),
      .numbers("distance", rows.map { $0.1.first?.distance ?? .nan }).asDetail(),
    ]
    if let shares, let exact {
      columns.append(
        .numbers(
          "share", order.map { Double(shares[$0]) / 1_000 }, label: Text(nl: "aandeel", en: "share"), unit: .share,
          format: .share(1)))
      columns.append(.numbers("share_exact", order.map { exact[$0] }, unit: .share).asDetail())
    }
    if let information = found.information {
      let worth = order.map { found.spread.worth(of: $0, information) }
      columns.append(
        .numbers(
          "worth", isApproximate ? worth.map(HingeWords.rounded) : worth,
          label: Text(nl: "weten is waard", en: "knowing is worth"), unit: found.figures.unit,
          format: found.figures.format
        ).asDetail(information.perfect == 0))
      columns.append(.numbers("worth_raw", worth, unit: found.figures.unit).asDetail())
    }
    return Table(columns: columns)
  }

  /// Where parties and worths stand beside it, the range, which the person typed, would push a column off the screen.
  private var isCrowded: Bool {
    found.assumptions.contains { $0.party != nil } && found.information.map { $0.perfect > 0 } == true
  }

  /// The parts of all that a party assumed, which add up to all of it.
  private func parties(_ shares: [Int]) -> [Block] {
    let names = found.assumptions.compactMap(\.party)
    guard !names.isEmpty else { return [] }
    var seen: Set<String> = []
    var rows = names.filter { seen.insert($0).inserted }.map { name in
      (name as String?, shares.indices.reduce(0) { found.assumptions[$1].party == name ? $0 + shares[$1] : $0 })
    }
    let rest = shares.indices.reduce(0) { found.assumptions[$1].party == nil ? $0 + shares[$1] : $0 }
    if found.assumptions.contains(where: { $0.party == nil }) { rows.append((nil, rest)) }
    rows.sort { $0.1 > $1.1 }
    let nobody = Text(nl: "niemand genoemd", en: "nobody named")
    return [
      .table(
        Table(
          title: Text(nl: "Van wie de spreiding komt", en: "Whose the spread is"),
          columns: [
            .texts("party", rows.map(\.0)).asDetail(),
            .texts(
              "party_label", rows.map { $0.0 ?? nobody(context.language) }, label: Text(nl: "partij", en: "party")),
            .numbers(
              "share", rows.map { Double($0.1) / 1_000 }, label: Text(nl: "aandeel", en: "share"), unit: .share,
              format: .share(1)),
          ]))
    ]
  }

  // MARK: What must be known with it

  private var notices: [Notice] {
    var notices: [Notice] = []
    let what =
      found.lead.map {
        Text(nl: "de voorsprong van \($0.first) op \($0.second)", en: "the lead of \($0.first) over \($0.second)")
      }
      ?? Text(nl: "\(found.figures.label.nl)", en: "\(found.figures.label.en)")
    if !found.isAsKept {
      notices.append(
        .warning(
          nl: "de regels geven nu iets anders dan wat als '\(result)' bewaard is; dit gaat over wat zij nu geven",
          en: "the lines give something else now than what was kept as '\(result)'; this is about what they give now"))
    }
    if let variance = found.variance {
      if shares == nil {
        notices.append(
          .info(nl: "\(what.nl) verandert door geen van de aannames", en: "no assumption changes \(what.en)"))
      } else {
        let spread = HingeWords.figure(max(0, variance.variance).squareRoot(), found.figures)
        notices.append(
          .info(
            nl:
              "aandeel: in de spreiding van \(what.nl) (standaardafwijking \(spread.nl)), over \(Text.count(found.spread.grid.count).nl) combinaties; samenspel is gelijk verdeeld",
            en:
              "share: in the spread of \(what.en) (standard deviation \(spread.en)), over \(Text.count(found.spread.grid.count).en) combinations; interplay is divided evenly"
          ))
      }
    } else {
      let why =
        found.spread.failure?.message
        ?? Text(nl: "er komt niet overal een getal uit", en: "not everywhere a number comes out")
      notices.append(
        .caution(nl: "een aandeel is niet te bepalen: \(why.nl)", en: "a share cannot be told: \(why.en)"))
    }
    for (assumption, search) in zip(found.assumptions, found.searches) {
      guard let failure = search.failures.first else { continue }
      let value = HingeWords.value(failure.value)
      notices.append(
        .caution(
          nl: "bij \(assumption.name) \(value.nl) gaat een regel niet: \(failure.error.message.nl)",
          en: "at \(assumption.name) \(value.en) a line does not go: \(failure.error.message.en)"))
    }
    if found.information != nil, isApproximate {
      notices.append(
        .info(
          nl: "wat weten waard is, is over deze combinaties benaderd; met meer (--runs) wordt het preciezer",
          en: "what knowing is worth was approximated over these combinations; more of them (--runs) make it more exact"
        ))
    }
    if found.figures.leftOut > 0 {
      let rows = Text.counted(found.figures.leftOut, Text(nl: "rij", en: "row"), Text(nl: "rijen", en: "rows"))
      notices.append(
        .caution(
          nl: "\(rows.nl) zonder getal, of met een dat is achtergehouden, tellen niet mee",
          en: "\(rows.en) without a figure, or with one that is held back, do not count"))
    }
    return notices
  }

  private var sources: [Source] {
    let shares = Source(
      id: "owen-2014", title: "Sobol' indices and Shapley value",
      publisher: "SIAM/ASA Journal on Uncertainty Quantification 2", date: "2014", place: "245-251")
    let worth = Source(
      id: "raiffa-schlaifer-1961", title: "Applied Statistical Decision Theory", publisher: "Harvard University",
      date: "1961", place: "4.5")
    return (self.shares == nil ? [] : [shares]) + (found.information == nil ? [] : [worth])
  }
}
