import WorkbenchKit

/// What has to be known of a trend: how sure the change is, and where something else than the figure changed.
struct TrendNotices {
  let trend: Trend
  /// Whether intervals of chance show.
  let hasChances: Bool

  init(_ trend: Trend, hasChances: Bool) {
    self.trend = trend
    self.hasChances = hasChances
  }

  var blocks: [Block] { [.notice(Notice(.caution, certainty))] + breaks + missing + unevenly }

  private var certainty: Text {
    let subject = trend.subject
    if let own = subject.own {
      let said = OwnNotice.caution([own])
      if hasChances {
        return said
          + Text(
            nl: " Ligt 0 tussen van en tot, dan kan het verschil toeval zijn (95 %).",
            en: " Where 0 lies between from and to, the change may be chance (95%).")
      }
      let changes = trend.series.map(trend.change)
      if changes.allSatisfy({ $0 == nil }) { return said + onlyYear }
      let hasRange = changes.contains { $0?.range != nil }
      return said
        + (hasRange
          ? Text(nl: " Van-tot is het interval van 95 %.", en: " From-to is the interval of 95%.")
          : Text(
            nl: " Hoe zeker het verschil is, is niet bekend: er is geen --base of --error bij gegeven.",
            en: " How sure the change is, is not known: no --base or --error came with it."))
    }
    guard case .figure(let measure) = subject.measure else {
      return Text(
        nl:
          "De percentages zijn modelschattingen zonder marge, elk jaar opnieuw gemaakt: of een verschil meer is dan de fout van het model, is niet te zeggen.",
        en:
          "The percentages are model estimates without a margin, made anew each year: whether a change is more than the model's error cannot be said."
      )
    }
    if measure.isCount || measure.countsPeople {
      return Text(
        nl: "CBS rondt aantallen in wijken en buurten af op vijftallen: een verschil tot 5 kan afronding zijn.",
        en: "CBS rounds counts of districts and neighbourhoods to fives: a change of up to 5 may be rounding.")
    }
    return Text(nl: "Een marge geeft CBS hierbij niet.", en: "CBS gives no margin with this.")
  }

  /// Why no change shows at all, where a break left too little; what is missing besides is said by itself.
  private var onlyYear: Text {
    guard let start = trend.breaks.filter({ !$0.isOfPlace }).map(\.from).max() else { return .verbatim("") }
    let years = trend.years.indices.filter { year in
      trend.years[year] >= start && trend.series.contains { !$0.points[year].value.isNaN }
    }
    if years.count > 1 {
      return Text(
        nl: " Een verschil is er niet: achter de breuk heeft elk gebied hoogstens één jaar.",
        en: " There is no change: behind the break each area has one year at most.")
    }
    return Text(
      nl: " Een verschil is er niet: achter de breuk is er maar één jaar.",
      en: " There is no change: behind the break there is one year only.")
  }

  private var breaks: [Block] {
    trend.breaks.map { one in
      let years = Text(nl: "tussen \(one.before) en \(one.from)", en: "between \(one.before) and \(one.from)")
      switch one.reason {
      case .boundary(let area, let reason, let year):
        let why = reason.words(year)
        let taken = trend.subject.takesSameCodes
        return .caution(
          nl:
            "breuk \(years.nl): \(area) was een ander gebied (\(why.nl)); \(taken ? "toch genomen (--same-codes)" : "de cijfers ervoor ontbreken, 'wzw bridge' zet ze over")",
          en:
            "break \(years.en): \(area) was another area (\(why.en)); \(taken ? "taken all the same (--same-codes)" : "the figures before it are missing, 'wzw bridge' carries them over")"
        )
      case .source(let before, let now):
        let (first, then) = (Self.source(before), Self.source(now))
        return .caution(
          nl: "breuk \(years.nl): eerst \(first.nl), daarna \(then.nl); het verschil telt vanaf \(one.from)",
          en: "break \(years.en): first \(first.en), then \(then.en); the change counts from \(one.from)")
      case .told(let words):
        return .caution(
          nl: "breuk \(years.nl), volgens u: \(words); het verschil telt vanaf \(one.from)",
          en: "break \(years.en), you say: \(words); the change counts from \(one.from)")
      }
    }
  }

  private static func source(_ words: String?) -> Text {
    words.map(Text.verbatim) ?? Text(nl: "zonder bron", en: "without a source")
  }

  /// Years of which an area that was asked for has nothing, without a break that says why.
  private var missing: [Block] {
    trend.series.prefix(trend.asked).compactMap { one in
      let years = trend.years.indices.filter { one.points[$0].value.isNaN && one.points[$0].change == nil }
      guard !years.isEmpty else { return nil }
      let list = Text.list(years.map { String(trend.years[$0]) })
      return .info(
        nl: "van \(one.area.name) is er geen cijfer van \(list.nl)",
        en: "there is no figure of \(one.area.name) of \(list.en)")
    }
  }

  private var unevenly: [Block] {
    let gaps = Set(zip(trend.years, trend.years.dropFirst()).map { $1 - $0 })
    guard gaps.count > 1 else { return [] }
    return [
      .info(
        nl: "de jaren liggen niet even ver uiteen; in de figuur staan zij wel zo",
        en: "the years are not equally far apart; in the picture they stand so")
    ]
  }
}
