import WorkbenchKit

/// Links of a kind that the sources limit.
enum Claims {
  struct Claim {
    let link: SheetLink
    let limit: ClaimLimit
  }

  static func of(_ sheet: Sheet, _ context: Context) throws -> [Claim] {
    let limits = try context.limits
    return sheet.links.flatMap { link -> [Claim] in
      let ends = [link.from, link.to].compactMap { sheet.node($0) }
      let words = ends.flatMap { [$0.id, $0.text.nl, $0.text.en] }.joined(separator: " ")
      return limits.filter { $0.limits(words) }.map { Claim(link: link, limit: $0) }
    }
  }

  /// What is told beside links: contested, unless the circle wrote why it holds here.
  static func remarks(_ sheet: Sheet, _ context: Context) throws -> [Block] {
    try of(sheet, context).flatMap { claim -> [Block] in
      let (from, to) = (claim.link.from, claim.link.to)
      let source = claim.limit.says.source.map { [$0] } ?? []
      let says = claim.limit.says.shown
      let told: Block =
        if let because = claim.link.because {
          .info(
            nl: "\(from) → \(to): \(says.nl); de kring zegt waarom het hier wel geldt: \(because)",
            en: "\(from) → \(to): \(says.en); the circle says why it holds here: \(because)")
        } else {
          .caution(
            nl:
              "\(from) → \(to) is betwist: \(says.nl); zeg met 'arena link \(from) \(to) --because …' waarom het hier wel geldt",
            en:
              "\(from) → \(to) is contested: \(says.en); say with 'arena link \(from) \(to) --because …' why it holds here"
          )
        }
      return [told, try context.knowledge.sources(source, in: context)]
    }
  }
}
