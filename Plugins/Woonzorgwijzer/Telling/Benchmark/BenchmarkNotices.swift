import WorkbenchKit

/// What stands beside a benchmark: the picture, and what has to be known of it.
extension BenchmarkReport {
  /// The areas around, in a funnel; those with small counts are left out of it.
  var chart: Chart? {
    let around = comparators.siblings + (comparators.kind == .peers ? comparators.areas : [])
    return FunnelPicture.chart(area, around, benchmark, hidden: hidden, others: others, language: context.language)
  }

  /// The cautions: what carried the expectation, what was taken for granted, and what the limits cannot say.
  func notices(_ notes: OriginNotes) -> [Block] {
    let bands = benchmark.bandNames
    let carried =
      bands.count > 1
      ? Text(
        nl: "Verwacht is berekend over de klassen \(bands.joined(separator: " en ")).",
        en: "Expected is computed over the bands \(bands.joined(separator: " and ")).")
      : Text(
        nl:
          "Verwacht is berekend over één klasse, \(benchmark.bands.whole.short.nl): verschil in leeftijd daarbinnen telt niet mee.",
        en:
          "Expected is computed over one band, \(benchmark.bands.whole.short.en): differences in age within it do not count."
      )
    var blocks: [Block] = [
      notes.caution(
        carried
          + (figure.map { own in
            .verbatim(" ") + OwnNotice.caution([own])
              + Text(
                nl: " De grenzen gelden voor toeval alleen, en de vergelijking zelf verklaart niets.",
                en: " The limits are of chance alone, and the comparison itself explains nothing.")
          }
            ?? Text(
              nl:
                " De percentages zijn modelschattingen en geen tellingen; de grenzen gelden voor toeval alleen, en de vergelijking zelf verklaart niets.",
              en:
                " The percentages are model estimates and no counts; the limits are of chance alone, and the comparison itself explains nothing."
            )))
    ]
    blocks += OwnNotice.addedUp(
      benchmark.estimator.estimates.compactMap(\.origin).map { benchmark.estimator.origins[$0] })
    let inner = comparators.areas.filter { !comparators.reference.contains($0) }
    if !inner.isEmpty {
      let list = Text.list(inner.map(\.name), atMost: 3)
      blocks.append(
        .caution(
          nl: "in de maatstaf telt ieder één keer: \(list.nl) ligt binnen een ander gebied dat meetelt",
          en: "in the yardstick everybody counts once: \(list.en) lies within another area that counts"))
    }
    let count = benchmark.count(area)
    if count.observed.isNaN {
      blocks += [
        .info(nl: "van \(area.name) is geen percentage bekend", en: "no percentage of \(area.name) is known")
      ]
    } else if count.people == 0 {
      blocks += [
        .info(nl: "in \(area.name) woont niemand van deze leeftijd", en: "nobody of this age lives in \(area.name)")
      ]
    } else if count.expected.isNaN {
      blocks += [
        .info(
          nl: "van \(others.nl) is geen percentage of inwonertal bekend",
          en: "no percentage or population of \(others.en) is known")
      ]
    } else if count.people * min(count.expectedRate, 1 - count.expectedRate) < 5 {
      blocks += [
        .caution(
          nl: "er worden er minder dan 5 verwacht: de grenzen zijn grof",
          en: "fewer than 5 are expected: the limits are rough")
      ]
    }
    return blocks
  }
}
