import Methods
import WorkbenchKit

/// `calc funnel --target P --n N`: between which limits chance alone keeps a group's share.
struct CalcFunnel: Command {
  let signature = Signature(
    "calc funnel", aliases: ["reken trechter"],
    summary: Text(
      nl: "de grenzen waarbinnen het aandeel van een groep door toeval valt",
      en: "the limits within which a group's share falls by chance"),
    details: Text(
      nl:
        "p ± z √(p (1 - p) / n), de normale benadering (Spiegelhalter 2005), afgekapt op 0 en 1; bij een verwacht aantal onder 5 is "
        + "zij grof.",
      en:
        "p ± z √(p (1 - p) / n), the normal approximation (Spiegelhalter 2005), cut off at 0 and 1; it is rough where fewer than 5 "
        + "are expected."),
    parameters: [
      .share(
        "target",
        about: Text(nl: "het aandeel dat de norm is: 0.08 of 8%", en: "the share that is the norm: 0.08 or 8%")),
      .size, .level,
    ],
    examples: [
      .init("calc funnel --target 0.08 --n 200", Text(nl: "8 % in een groep van 200", en: "8% in a group of 200")),
      .init(
        "calc funnel --target 0.08 --n 0", Text(nl: "een lege groep", en: "an empty group"), failsWith: "argument.range"
      ),
    ])

  func run(_ call: Call, in context: Context) throws -> Output {
    let target = try call.share("target") ?? 0
    let count = call.number("n") ?? 1
    let limits = funnelLimits(target: target, count: count, level: try call.share("level", isOpen: true) ?? 0.95)
    context.workspace.note(MethodSources.funnel)
    var output = Output(Facts(shares: limits))
    if count * min(target, 1 - target) < 5 {
      output.blocks.append(
        .notice(
          Notice(
            .caution,
            Text(
              nl: "er worden er minder dan 5 verwacht: de grenzen zijn grof",
              en: "fewer than 5 are expected: the limits are rough"))
        ))
    }
    return output
  }
}
