import WorkbenchKit

/// `arena path EFFECT`: the ways to an effect, and how sure they are.
struct PathCommand: Command {
  struct Arguments: Sendable {
    let effect = Argument("effect", .named(.node), about: Text(nl: "welk effect", en: "which effect"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "arena path", aliases: ["arena pad"],
    summary: Text(
      nl: "toon de wegen naar een effect en hoe zeker die zijn", en: "show the ways to an effect and how sure they are"),
    details: Text(
      nl:
        "Langs een weg worden de zekerheden vermenigvuldigd. Samen: de kans dat ten minste één weg houdt, als verbindingen los van elkaar houden; wat "
        + "wegen delen telt één keer. Het is de zekerheid van de kring, geen gemeten kans.",
      en:
        "Along a way the confidences are multiplied. Joined: the chance that at least one way holds, if links hold independently of each other; what "
        + "ways share counts once. It is how sure the circle is, no measured chance."),
    examples: [
      .init("arena path rust", Text(nl: "de wegen erheen", en: "the ways to it")),
      .init(
        "arena path geluk", Text(nl: "iets dat er niet is", en: "something that is not there"),
        failsWith: "node.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try context.sheet()
    let effect = try given.effect.item(among: sheet.nodes)
    let chain = ChainConfidence(sheet, to: effect.id)
    guard !chain.ways.isEmpty else {
      return Output([
        .info(
          nl: "naar '\(effect.id)' leidt nog niets: 'arena link ACTIVITEIT \(effect.id)'",
          en: "nothing leads to '\(effect.id)' yet: 'arena link ACTIVITY \(effect.id)'")
      ])
    }
    let table = Table(
      title: Text(nl: "Wegen naar: \(effect.text.nl)", en: "Ways to: \(effect.text.en)"),
      columns: [
        .counts("way", Array(1...chain.ways.count), label: Text(nl: "weg", en: "way")),
        .texts("steps", chain.ways.map { $0.steps.joined(separator: " → ") }, label: Text(nl: "stappen", en: "steps")),
        .numbers(
          "confidence", chain.ways.map { $0.confidence ?? .nan }, label: Text(nl: "zekerheid", en: "confidence"),
          format: .decimals(3)),
      ])
    var facts = Facts()
    if let joined = chain.joined {
      facts.add("joined", .number(joined), label: Text(nl: "samen", en: "joined"), format: .decimals(3))
    }
    if let weakest = chain.weakest {
      facts.add(
        "weakest", .text("\(weakest.from) → \(weakest.to)"), label: Text(nl: "zwakste stap", en: "weakest step"))
      if context.showsRoles, !weakest.doubters.isEmpty {
        facts.add(
          "doubted_by", .text(weakest.doubters.joined(separator: ", ")),
          label: Text(nl: "betwijfeld door", en: "doubted by"))
      }
    }
    var blocks: [Block] = [.table(table)]
    if !facts.facts.isEmpty { blocks.append(.facts(facts.atAGlance())) }
    if !chain.silent.isEmpty {
      let links = Text.list(chain.silent.map { "\($0.from) → \($0.to)" })
      let span =
        chain.bounds.map { bounds in
          let (low, high) = (Text.number(bounds.lowerBound, decimals: 2), Text.number(bounds.upperBound, decimals: 2))
          return Text(
            nl: "; samen ligt het tussen \(low.nl) en \(high.nl)",
            en: "; joined it lies between \(low.en) and \(high.en)")
        } ?? .verbatim("")
      blocks.append(
        .caution(
          nl: "niemand zei hoe zeker het is van \(links.nl)\(span.nl)",
          en: "nobody said how sure of \(links.en)\(span.en)"))
    } else if chain.joined == nil {
      blocks.append(
        .caution(nl: "er lopen te veel wegen dooreen om ze samen te nemen", en: "too many ways cross to join them"))
    }
    if chain.isCut {
      blocks.append(
        .caution(nl: "er zijn meer wegen; dit zijn de eerste", en: "there are more ways; these are the first"))
    }
    if !context.showsRoles { blocks.append(SureCommand.rolesHidden) }
    return Output(blocks + (try Claims.remarks(sheet, context)))
  }
}
