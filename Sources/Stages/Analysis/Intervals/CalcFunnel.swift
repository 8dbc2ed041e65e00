import Methods
import WorkbenchKit

/// `calc funnel --target P --n N`: between which limits chance alone keeps a group's share.
struct CalcFunnel: Command {
  struct Arguments: Sendable {
    let target = Argument(
      requiredFlag: "target", .share,
      about: Text(nl: "het aandeel dat de norm is: 0.08 of 8%", en: "the share that is the norm: 0.08 or 8%"))
    let sample = SampleArguments()
    let exact = Argument(
      toggle: "exact",
      about: Text(nl: "de binomiale verdeling zelf, geen benadering", en: "the binomial itself, no approximation"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "calc funnel", aliases: ["reken trechter"],
    summary: Text(
      nl: "de grenzen waarbinnen het aandeel van een groep door toeval valt",
      en: "the limits within which a group's share falls by chance"),
    details: Text(
      nl:
        "p ± z √(p (1 - p) / n), de normale benadering (Spiegelhalter 2005), afgekapt op 0 en 1; bij een verwacht aantal onder 5 is "
        + "zij grof. Met --exact de grenzen van de binomiale verdeling zelf, tussen hele aantallen in geschat (zelfde bron, bijlage).",
      en:
        "p ± z √(p (1 - p) / n), the normal approximation (Spiegelhalter 2005), cut off at 0 and 1; it is rough where fewer than 5 "
        + "are expected. With --exact the limits of the binomial distribution itself, interpolated between whole counts (same source, appendix)."
    ),
    examples: [
      .init("calc funnel --target 0.08 --n 200", Text(nl: "8 % in een groep van 200", en: "8% in a group of 200")),
      .init(
        "calc funnel --target 0.08 --n 20 --exact", Text(nl: "8 % in een kleine groep", en: "8% in a small group")),
      .init(
        "calc funnel --target 0.08 --n 0", Text(nl: "een lege groep", en: "an empty group"), failsWith: "argument.range"
      ),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let (target, count, level) = (given.target, given.sample.size, given.sample.certainty.level)
    context.workspace.note(IntervalSources.funnel)
    if given.exact {
      guard let whole = Int(exactly: count) else { throw Self.notWhole(count, at: given.sample.place(of: \.size)) }
      return Output(Facts(shares: exactFunnelLimits(target: target, count: whole, level: level)))
    }
    let limits = funnelLimits(target: target, count: count, level: level)
    var output = Output(Facts(shares: limits))
    if count * min(target, 1 - target) < 5 {
      output.blocks.append(
        .caution(
          nl: "er worden er minder dan 5 verwacht: de grenzen zijn grof; --exact geeft precieze",
          en: "fewer than 5 are expected: the limits are rough; --exact gives exact ones"))
    }
    return output
  }

  private static func notWhole(_ count: Double, at place: Place?) -> Diagnostic {
    let number = NumberText.shortest(count)
    return Diagnostic(
      "argument.range",
      Text(nl: "--exact telt hele mensen, geen \(number)", en: "--exact counts whole people, not \(number)"),
      wayOut: Text(
        nl: "geef een heel getal bij --n, of laat --exact weg", en: "give a whole number with --n, or leave --exact out"
      ),
      place: place)
  }
}
