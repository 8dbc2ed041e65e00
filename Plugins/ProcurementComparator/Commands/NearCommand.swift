import WorkbenchKit

/// `procure near`: which cases resemble a situation, and in what they differ.
struct NearCommand: Command {
  struct Arguments: Sendable {
    let example = Argument(
      optional: "case", .named(.example), about: Text(nl: "een case als uitgangspunt", en: "a case to start from"))
    let forms = Argument(
      flags: "form", .named(.form), about: Text(nl: "vormen van de situatie", en: "forms of the situation"))
    let providers = Argument(
      flag: "providers", .number(0...100_000), about: Text(nl: "aanbieders erna", en: "providers after"))
    let providersBefore = Argument(
      flag: "providers-before", .number(0...100_000), about: Text(nl: "aanbieders vooraf", en: "providers before"))
    let budget = Argument(
      flag: "budget", .number(0...1e12, unit: .euro), about: Text(nl: "budget per jaar", en: "budget a year"))
    let term = Argument(flag: "term", .number(0...100, unit: .years), about: Text(nl: "looptijd", en: "term"))
  }

  static let arguments = Arguments()

  private static let numbers = ["providers_after", "providers_before", "budget_per_year", "term_years"]

  var signature: Signature {
    Signature(
      "procure near",
      aliases: ["procure lijkt"],
      summary: Text(
        nl: "zoek welke cases op een situatie lijken, en waarin zij verschillen",
        en: "find which cases resemble a situation, and in what they differ"),
      details: Text(
        nl: """
          De situatie is een case, of vormen op de assen (funding=lumpsum), of getallen. Gelijkenis naar Gower (1971): het \
          gemiddelde over de kenmerken die van beide bekend zijn; wat onbekend is telt niet mee. Noemen bronnen één contract bij \
          twee namen, dan is elk van beide raak. Staan kenmerken van het casusboek klaar ('casus traits --offer'), dan tellen \
          die van een case mee.
          """,
        en: """
          The situation is a case, or forms on the axes (funding=lumpsum), or numbers. Likeness after Gower (1971): the mean \
          over the traits that are known of both; what is unknown does not count. Where sources call one contract by two names, \
          either of them hits. Where traits of the casebook are offered ('casus traits --offer'), those of a case count too.
          """),
      examples: [
        .init("procure near heerlen", Text(nl: "wat op Heerlen lijkt", en: "what resembles Heerlen")),
        .init(
          "procure near --form lumpsum,both,coalition --providers 8",
          Text(nl: "een eigen situatie", en: "a situation of one's own")),
        .init("procure near", Text(nl: "zonder situatie", en: "without a situation"), failsWith: "near.situation"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let cases = try context.cases
    let offered = try OfferedTraits(in: context)
    var profile = CaseLikeness.Profile()
    var own: String?
    if let one = try given.example?.item(in: context) {
      profile = CaseLikeness.Profile(one, traits: Self.numbers)
      offered.add(to: &profile, of: one.id)
      own = one.id
    }
    for (axis, forms) in Dictionary(grouping: try given.forms.distinct(in: context), by: \.axis) {
      profile.labels[axis] = Set(forms.map(\.id))
    }
    let numbers = [given.providers, given.providersBefore, given.budget, given.term]
    for (trait, number) in zip(Self.numbers, numbers) { if let number { profile.numbers[trait] = number } }
    if profile.labels.isEmpty, profile.numbers.isEmpty {
      throw Diagnostic(
        "near.situation",
        Text(nl: "er is geen situatie om mee te vergelijken", en: "there is no situation to compare with"),
        wayOut: Text(
          nl: "noem een case, of geef --form, --providers, --budget of --term",
          en: "name a case, or give --form, --providers, --budget or --term"), place: given.place)
    }
    let others = cases.filter { $0.id != own }
    let ranges = Self.ranges(cases)
    let likeness = others.map { other in
      var theirs = CaseLikeness.Profile(other, traits: Self.numbers)
      offered.add(to: &theirs, of: other.id)
      return CaseLikeness(profile, theirs, ranges: ranges)
    }
    let order = others.indices.sorted { left, right in
      let (one, two) = (likeness[left], likeness[right])
      // On one trait two cases are soon the same.
      if (one.compared < 2) != (two.compared < 2) { return one.compared > two.compared }
      let values = (one.value.isNaN ? -1 : one.value, two.value.isNaN ? -1 : two.value)
      if values.0 != values.1 { return values.0 > values.1 }
      return one.compared != two.compared ? one.compared > two.compared : left < right
    }
    let names = { (traits: [String]) -> String? in traits.isEmpty ? nil : traits.joined(separator: ", ") }
    let traitLabels = try context.axes.labels.merging(context.traits.labels) { one, _ in one }
      .merging(offered.labels) { one, _ in one }
    let called = { (traits: [String]) -> Text? in
      traits.isEmpty ? nil : .joined(traits.map { traitLabels[$0] ?? .verbatim($0) })
    }
    let table = Table(
      title: Text(nl: "Wat erop lijkt", en: "What resembles it"),
      columns: [
        .texts("case", order.map { others[$0].id }, label: .verbatim("case")),
        .numbers(
          "likeness", order.map { likeness[$0].value }, label: Text(nl: "gelijkenis", en: "likeness"),
          format: .decimals(2)),
        .counts("compared", order.map { likeness[$0].compared }, label: Text(nl: "aantal", en: "compared")),
        .texts("same", order.map { names(likeness[$0].same) }, label: Text(nl: "gelijk", en: "same")).asDetail(),
        .texts(
          "same_labels", order.map { called(likeness[$0].same) }, label: Text(nl: "gelijk", en: "same"), in: context),
        .texts("partly", order.map { names(likeness[$0].partly) }, label: Text(nl: "deels", en: "partly")).asDetail(),
        .texts("different", order.map { names(likeness[$0].different) }, label: Text(nl: "anders", en: "different"))
          .asDetail(),
        .texts(
          "different_labels", order.map { called(likeness[$0].different) }, label: Text(nl: "anders", en: "different"),
          in: context),
      ])
    let isFurther = likeness.contains { ($0.same + $0.partly + $0.different).contains { offered.labels[$0] != nil } }
    return Output(
      [
        .table(table)
      ]
        + (isFurther
          ? [
            .info(
              nl:
                "de kenmerken van het casusboek tellen mee ('casus traits'), behalve hoe er wordt betaald: dat staat hier al",
              en:
                "the traits of the casebook count too ('casus traits'), but for how is paid, which stands here already")
          ] : []) + [
          .caution(
            nl: "hoe minder kenmerken vergeleken zijn, hoe minder een gelijkenis zegt",
            en: "the fewer traits are compared, the less a likeness says"),
          try context.knowledge.sources(order.flatMap { others[$0].citations }, in: context),
        ])
  }

  private static func ranges(_ cases: [CaseRecord]) -> [String: ClosedRange<Double>] {
    var ranges: [String: ClosedRange<Double>] = [:]
    for trait in numbers {
      let values = cases.compactMap { $0.figure(trait)?.value }
      if let low = values.min(), let high = values.max() { ranges[trait] = low...high }
    }
    return ranges
  }
}
