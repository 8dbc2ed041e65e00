import WorkbenchKit

/// `arena check`: what the sheet lacks, counts twice, or claims against the sources.
struct CheckCommand: Command {
  struct Finding {
    let kind: String
    let label: Text
    let place: String
    let what: Text
    var source: Citation?
  }

  let signature = Signature(
    "arena check", aliases: ["arena controle"],
    summary: Text(
      nl: "kijk wat het blad mist, dubbel telt of tegen de bronnen in beweert",
      en: "look what the sheet lacks, counts twice, or claims against the sources"),
    details: Text(
      nl:
        "Niets wordt veranderd: dubbeltelling wordt genoemd en niet weggehaald, en wat de bronnen tegenspreken blijft staan met de bron erbij.",
      en:
        "Nothing is changed: double counting is named and not removed, and what the sources contradict stays with the source beside it."
    ),
    next: [FollowUp("arena ledger", Text(nl: "wie wint, wie verliest", en: "who wins, who loses"))],
    examples: [.init("arena check", Text(nl: "het blad in gebruik", en: "the sheet in use"))])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let sheet = try context.sheet()
    let claims = try Claims.of(sheet, context)
    let found = Self.chain(sheet) + Self.money(sheet) + Self.twice(sheet) + Self.contested(sheet, claims)
    guard !found.isEmpty else {
      return Output([
        .info(
          nl: "het blad mist niets, telt niets dubbel en spreekt de bronnen niet tegen",
          en: "the sheet lacks nothing, counts nothing twice and does not contradict the sources")
      ])
    }
    let table = Table(
      title: Text(nl: "Wat opvalt", en: "What stands out"),
      columns: [
        .texts("kind", found.map(\.kind)).asDetail(),
        .texts("kind_label", found.map(\.label), label: Text(nl: "soort", en: "kind"), in: context),
        .texts("where", found.map(\.place), label: Text(nl: "waar", en: "where")),
        .texts("what", found.map(\.what), label: Text(nl: "wat", en: "what"), in: context),
        .texts("lines", found.map { $0.source?.lines.map { "\($0.lowerBound)-\($0.upperBound)" } }).asDetail(),
      ])
    let sources = found.compactMap(\.source)
    return Output([.table(table)] + (sources.isEmpty ? [] : [try context.knowledge.sources(sources, in: context)]))
  }

  private static func chain(_ sheet: Sheet) -> [Finding] {
    let label = Text(nl: "keten", en: "chain")
    let leads = Set(sheet.links.map(\.from))
    let led = Set(sheet.links.map(\.to))
    var found: [Finding] = []
    for node in sheet.nodes {
      let to = sheet.nodes(.effect).contains { $0.id != node.id && sheet.leads(node.id, to: $0.id) }
      if node.kind != .effect, !to {
        found.append(
          Finding(
            kind: "leads_nowhere", label: label, place: node.id,
            what: leads.contains(node.id)
              ? Text(nl: "loopt dood vóór een effect", en: "ends before an effect")
              : Text(nl: "leidt nergens toe", en: "leads nowhere")))
      }
      if node.kind == .effect, !led.contains(node.id) {
        found.append(
          Finding(
            kind: "from_nowhere", label: label, place: node.id,
            what: Text(nl: "niets leidt hiertoe", en: "nothing leads to it")))
      }
    }
    return found
  }

  private static func money(_ sheet: Sheet) -> [Finding] {
    let label = Text(nl: "geld", en: "money")
    var found: [Finding] = []
    func add(_ kind: String, _ place: String, _ nl: String, _ en: String) {
      found.append(Finding(kind: kind, label: label, place: place, what: Text(nl: nl, en: en)))
    }
    for effect in sheet.nodes(.effect) {
      let money = sheet.money(effect.id)
      if money?.isKnown != true {
        add("no_value", effect.id, "heeft geen aantal of geen waarde", "has no quantity or no value")
      }
      let shares = money?.shares ?? []
      if shares.isEmpty {
        add("no_collector", effect.id, "niemand bespaart dit", "nobody saves this")
      } else if abs(shares.reduce(0) { $0 + $1.share } - 1) > 1e-6 {
        let sum = Text.share(shares.reduce(0) { $0 + $1.share })
        add("share_sum", effect.id, "de aandelen zijn samen \(sum.nl)", "the shares are \(sum.en) together")
      }
      if let money, money.quantity != nil || money.value != nil, money.source == nil {
        add("no_source", effect.id, "aangenomen: er staat geen bron bij", "assumed: no source stands beside it")
      }
    }
    for investment in sheet.investments {
      let place = "\(investment.activity), \(investment.party)"
      if !investment.isKnown {
        add("no_amount", place, "heeft geen bedrag", "has no amount")
      } else if investment.source == nil {
        add("no_source", place, "aangenomen: er staat geen bron bij", "assumed: no source stands beside it")
      }
    }
    return found
  }

  private static func twice(_ sheet: Sheet) -> [Finding] {
    DoubleCount.all(sheet).map { pair in
      let whose = pair.party + (pair.law.map { " (\($0))" } ?? "")
      return Finding(
        kind: "double", label: Text(nl: "dubbel?", en: "double?"), place: "\(pair.one), \(pair.other)",
        what: Text(
          nl: "beide komen van '\(pair.activity)' bij \(whose) en gaan over '\(pair.alike)': is dat één besparing?",
          en: "both come from '\(pair.activity)' to \(whose) and are about '\(pair.alike)': is that one saving?"))
    }
  }

  private static func contested(_ sheet: Sheet, _ claims: [Claims.Claim]) -> [Finding] {
    let label = Text(nl: "betwist", en: "contested")
    let links = claims.map { claim -> Finding in
      let because =
        claim.link.because.map { Text(nl: "; hier wel, want: \($0)", en: "; here it does: \($0)") } ?? .verbatim("")
      return Finding(
        kind: claim.link.because == nil ? "contested" : "contested_answered", label: label,
        place: "\(claim.link.from) → \(claim.link.to)", what: claim.limit.says.shown + because,
        source: claim.limit.says.source)
    }
    let nodes = sheet.nodes.compactMap { node in
      node.contested.map {
        Finding(
          kind: "contested", label: label, place: node.id,
          what: Text(
            nl: "de bron zelf zegt dat dit in de praktijk lastig bleek",
            en: "the source itself says that this proved hard in practice"),
          source: $0)
      }
    }
    return nodes + links
  }
}
