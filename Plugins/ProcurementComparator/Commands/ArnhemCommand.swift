import WorkbenchKit

/// `procure arnhem`: Arnhem's household help as a worked example.
struct ArnhemCommand: Command {
  struct Arguments: Sendable {
    let hours = Argument(
      requiredFlag: "hours", .number(0...168), about: Text(nl: "gevraagde uren", en: "hours asked for"))
    let pass = Argument(
      flag: "pass", .choice(YesNo.self), default: "no",
      about: Text(nl: "heeft de Gelre-pas (minimuminkomen)", en: "has the Gelre-pas (minimum income)"))
    let wmo = Argument(
      flag: "wmo", .choice(YesNo.self), default: "no",
      about: Text(nl: "heeft al een Wmo-voorziening", en: "has a Wmo provision already"))
    let fitting = Argument(
      flag: "fitting", .choice(YesNo.self), default: "yes",
      about: Text(nl: "de voorziening is passend en betaalbaar", en: "the provision fits, in money too"))
    let period = Argument(
      flag: "period", .words,
      about: Text(
        nl: "de periode waarvoor de uren gelden, zoals week; de bron zegt het niet",
        en: "what the hours are for, such as a week: the source does not say"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure arnhem",
      summary: Text(
        nl: "reken hulp bij het huishouden als algemene voorziening door, zoals in Arnhem (2017)",
        en: "work through household help as a general provision, as in Arnhem (2017)"),
      examples: [
        .init("procure arnhem --hours 3 --pass yes", Text(nl: "meer dan het maximum", en: "more than the most")),
        .init("procure arnhem --hours veel", Text(nl: "geen getal", en: "no number"), failsWith: "argument.number"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let household = try context.householdHelp
    let figure = given.pass == .yes ? household.withPass : household.withoutPass
    let (tariff, limit) = (figure.value, household.limit.value)
    let asked = given.hours
    var used = ["light-test"]
    // The paragraph says the same.
    var facts = Facts(isDetail: true)
    var blocks: [Block] = []
    if given.wmo == .yes || given.fitting == .no {
      used.append(given.wmo == .yes ? "wmo-provision" : "not-fitting")
      facts.add("route", .text("tailored"))
      blocks.append(
        .paragraph(
          Text(
            nl: "geen algemene voorziening: de weg is die naar maatwerk, via het wijkteam",
            en: "no general provision: the way is to tailored provision, through the neighbourhood team")))
    } else {
      let hours = min(asked, limit)
      let amount = hours * tariff
      let period = given.period.map { Text(nl: " per \($0)", en: " a \($0)") } ?? Text(nl: "", en: "")
      let (price, rate) = (Text.euros(amount, decimals: 2), Text.euros(tariff, decimals: 2))
      let (count, wanted) = (Text.number(hours, atMost: 3), Text.number(asked, atMost: 3))
      let most =
        asked > limit
        ? Text(nl: ", het maximum (gevraagd: \(wanted.nl))", en: ", the most there is (asked: \(wanted.en))")
        : .verbatim("")
      facts.add("route", .text("general"))
      facts.add("tariff", .number(tariff, unit: .euro), label: Text(nl: "per uur", en: "an hour"), format: .decimals(2))
      facts.add("hours", .number(hours), label: Text(nl: "uren", en: "hours"))
      facts.add(
        "contribution", .number(amount, unit: .euro), label: Text(nl: "eigen bijdrage", en: "own contribution"),
        format: .decimals(2))
      facts.add(
        "over_limit", .boolean(asked > limit), label: Text(nl: "meer gevraagd dan kan", en: "more asked than possible"))
      blocks.append(
        .paragraph(
          Text(
            nl:
              "\(count.nl) uur\(period.nl) als algemene voorziening\(most.nl), eigen bijdrage \(price.nl)\(period.nl) (\(rate.nl) per uur)",
            en:
              "\(count.en) hours\(period.en) as a general provision\(most.en), own contribution \(price.en)\(period.en) (\(rate.en) an hour)"
          )))
      if asked > limit { used.append("too-few-hours") }
      if given.period == nil {
        blocks.append(
          .caution(
            nl: "voor welke periode de uren gelden, staat niet in de bron: vraag het na, en geef --period",
            en: "over which period the hours are is not in the source: ask, and give --period"))
      }
    }
    blocks.insert(.facts(facts), at: 1)
    let rules = used.flatMap { id in household.rules.filter { $0.id == id } }
    blocks += rules.map { .notice(Notice(.info, $0.statement.text)) }
    let law = try context.law(["abonnementstarief"])
    blocks.append(
      .caution(
        nl: "de tarieven zijn die van Arnhem in 2017: reken nu met het abonnementstarief waar dat geldt",
        en: "the tariffs are those of Arnhem in 2017: reckon now with the flat rate (abonnementstarief) where it holds")
    )
    blocks += law.map(\.notice)
    let citations =
      [figure.source, household.limit.source] + rules.map(\.statement.source) + law.map(\.what.source)
    blocks.append(try context.knowledge.sources(citations, in: context))
    return Output(blocks)
  }
}
