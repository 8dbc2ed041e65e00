import WorkbenchKit

extension MapSubject {
  /// A figure of small areas, as it is ranked.
  ///
  /// - Parameters:
  ///   - showsPersons: whether people are ranked, and not their share.
  ///   - hasCertainty: whether what chance does to counts is asked for.
  static func small(
    _ question: SmallQuestion, _ found: SmallAreas, showsPersons: Bool, hasCertainty: Bool, _ counts: SmallCounts
  ) -> MapSubject {
    let held = found.held(counts, areWhole: true)
    let people = counts.marked(
      counts.column("estimate", found.counts, label: Text(nl: "personen", en: "persons"), held: held), found.marks)
    let rates = counts.marked(
      counts.column("rate", found.shares, held: held, as: .rates, unit: .share, format: .share(1)), found.marks)
    let shown = showsPersons ? people : rates
    let certainty =
      question.measure == .count && hasCertainty
      ? ValueCertainty(counts: found.counts, shares: found.shares, people: found.people, persons: showsPersons) : nil
    var subject = MapSubject(
      title: question.title, label: .verbatim(question.figure), unit: showsPersons ? .persons : .share,
      format: showsPersons ? .decimals(0) : .share(1), values: shown.numbers ?? [], withheld: shown.withheld,
      notices: question.cautions + question.doubts(found) + counts.notice(held) + found.notices.map(Block.notice),
      sources: [], certainty: certainty, indicator: (question.figure, AgeRange.all.label),
      people: showsPersons || question.measure != .count ? nil : people)
    subject.year = question.year
    return subject
  }
}
