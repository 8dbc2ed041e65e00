import WorkbenchKit

/// What is said of figures of one's own, beside or in the place of what is said of published percentages.
enum OwnNotice {
  /// - Parameter published: what is said of percentages of RIVM.
  static func caution(_ estimator: Estimator, _ published: Text) -> Text {
    let shown = Set(estimator.estimates.map { estimator.stems[$0.stem] })
    let own = estimator.ownStems.filter(shown.contains)
    if own.isEmpty { return published }
    let said = caution(own.compactMap(estimator.search.own))
    return own.count < shown.count ? published + .verbatim(" ") + said : said
  }

  static func caution(_ figures: [OwnFigure]) -> Text {
    let list = Text.list(figures.map(\.name), atMost: 4)
    let counts =
      figures.contains { $0.measure == .count }
      ? Text(nl: " Een telling heeft geen marge.", en: " A count has no margin.") : .verbatim("")
    return Text(
      nl: "Eigen cijfers, zoals ze zijn aangeleverd: \(list.nl).\(counts.nl)",
      en: "Figures of your own, as they were delivered: \(list.en).\(counts.en)")
  }

  /// Where figures of wholes were added up out of their parts.
  static func addedUp(_ origins: some Sequence<Estimator.Origin>) -> [Block] {
    guard origins.contains(where: { $0.all.contains(where: \.isAddedUp) }) else { return [] }
    return [.notice(Notice(.info, addedUp))]
  }

  static let addedUp = Text(
    nl: "van een wijk, gemeente of land zonder eigen cijfer in het bestand is het opgeteld of gewogen uit de delen",
    en:
      "of a district, municipality or country without a figure in the file it was added up or weighed out of the parts"
  )

  /// The areas that no file of one's own has a figure of.
  static func without(_ areas: [Area]) -> [Block] {
    var seen: Set<String> = []
    let names = areas.filter { seen.insert($0.code).inserted }.map { "\($0.name) (\($0.code))" }
    guard !names.isEmpty else { return [] }
    let list = Text.list(names, atMost: 3)
    return [.info(nl: "zonder eigen cijfer: \(list.nl)", en: "without a figure of your own: \(list.en)")]
  }

  /// What a rank of counts of one's own takes for granted.
  static let certainty = Text(
    nl:
      "Het interval zegt hoe de rang zou wisselen als zulke aantallen opnieuw bij toeval ontstonden; de telling zelf geldt als juist.",
    en:
      "The interval says how the rank would change if such counts came about by chance once more; the count itself is taken to be right."
  )
}
