import WorkbenchKit

/// `procure arnhem`: Arnhem's household help as a worked example.
struct ArnhemCommand: UntypedCommand {
  let library: Library
  static let yesNo: Parameter.Kind = .choice([
    Candidate("yes", Text(nl: "ja", en: "yes")), Candidate("no", Text(nl: "nee", en: "no")),
  ])

  var signature: Signature {
    Signature(
      "procure arnhem",
      summary: Text(
        nl: "reken hulp bij het huishouden als algemene voorziening door, zoals in Arnhem (2017)",
        en: "work through household help as a general provision, as in Arnhem (2017)"),
      parameters: [
        Parameter(
          "hours", .number(0...168), position: .flag, required: true,
          about: Text(nl: "gevraagde uren", en: "hours asked for")),
        .flag("pass", Self.yesNo, about: Text(nl: "heeft de stadspas", en: "has the city pass"), fallback: "no"),
        .flag(
          "wmo", Self.yesNo, about: Text(nl: "heeft al een Wmo-voorziening", en: "has a Wmo provision already"),
          fallback: "no"),
        .flag(
          "fitting", Self.yesNo,
          about: Text(nl: "de voorziening past, ook in geld", en: "the provision fits, in money too"), fallback: "yes"),
        .flag(
          "period", .text,
          about: Text(
            nl: "waarover de uren gaan, zoals week: de bron zegt het niet",
            en: "what the hours are for, such as a week: the source does not say")),
      ],
      examples: [
        .init("procure arnhem --hours 3 --pass yes", Text(nl: "meer dan het maximum", en: "more than the most")),
        .init("procure arnhem --hours veel", Text(nl: "geen getal", en: "no number"), failsWith: "argument.number"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let file = try library.file("arnhem", context)
    let hasPass = call.text("pass") == "yes"
    let figure = file[hasPass ? "with_pass" : "without_pass"]
    guard let tariff = figure?["value"]?.number, let limit = file["hours_limit"]?["value"]?.number else {
      throw Diagnostic(
        "knowledge.damaged", Text(nl: "de gegevens van Arnhem ontbreken", en: "the data of Arnhem are missing"))
    }
    let rules = Dictionary(
      uniqueKeysWithValues: (file["rules"]?.array ?? []).compactMap { item -> (String, Statement)? in
        guard let id = item["id"]?.string, let statement = Statement(item) else { return nil }
        return (id, statement)
      })
    let asked = call.number("hours") ?? 0
    var used = ["light-test"]
    var facts = Facts()
    var blocks: [Block] = []
    if call.text("wmo") == "yes" || call.text("fitting") == "no" {
      used.append(call.text("wmo") == "yes" ? "wmo-provision" : "not-fitting")
      facts.add("route", .text("tailored"), label: Text(nl: "weg", en: "route"))
      blocks.append(
        .paragraph(
          Text(
            nl: "geen algemene voorziening: de weg is die naar maatwerk, via het wijkteam",
            en: "no general provision: the way is to tailored provision, through the neighbourhood team")))
    } else {
      let hours = min(asked, limit)
      let amount = hours * tariff
      let period = call.text("period").map { Text(nl: " per \($0)", en: " a \($0)") } ?? Text(nl: "", en: "")
      let (price, count) = (Shown.euro(amount, decimals: 2), Shown.plain(hours))
      facts.add("route", .text("general"), label: Text(nl: "weg", en: "route"))
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
            nl: "\(count.nl) uur\(period.nl) als algemene voorziening, eigen bijdrage \(price.nl)\(period.nl)",
            en: "\(count.en) hours\(period.en) as a general provision, own contribution \(price.en)\(period.en)")))
      if asked > limit { used.append("too-few-hours") }
      if !call.has("period") {
        blocks.append(
          Shown.notice(
            .caution, nl: "over welke periode de uren gaan staat niet in de bron: vraag het na, en geef --period",
            en: "over which period the hours are is not in the source: ask, and give --period"))
      }
    }
    blocks.insert(.facts(facts), at: 1)
    blocks += used.compactMap { rules[$0].map { .notice(Notice(.info, $0.text)) } }
    let citations = [Citation(figure?["source"]), Citation(file["hours_limit"]?["source"])].compactMap { $0 }
    blocks.append(try library.sources(citations + used.compactMap { rules[$0]?.source }, context))
    return Output(blocks)
  }
}
