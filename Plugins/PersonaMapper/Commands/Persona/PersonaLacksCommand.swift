import WorkbenchKit

/// `persona lacks [AREA]`: which persona lacks what in an area.
struct PersonaLacksCommand: Command {
  struct Arguments: Sendable {
    let area = Argument(
      optional: "area", .name,
      about: Text(
        nl: "het gebied, een code of naam; anders alle die klaarstaan",
        en: "the area, a code or name; else all that are offered"))
    let persona = Argument(
      flag: "persona", .named(.persona), about: Text(nl: "alleen deze persona", en: "only this persona"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "persona lacks",
    aliases: ["persona mist"],
    summary: Text(
      nl: "leg wat een gebied tekortkomt naast wat persona's nodig hebben",
      en: "lay what an area lacks beside what personas need"),
    details: Text(
      nl:
        "De tekorten zet de Woonzorgwijzer klaar met 'wzw gap GEBIED --offer'. Een behoefte die de naam van een randvoorwaarde heeft, zoals "
        + "begeleiding of 'persoonlijke verzorging' ('wzw preconditions'), is er een: de kring zegt dat zelf met 'persona edit … --need'. "
        + "Wat niet bekend is, staat er als niet bekend en niet als genoeg.",
      en:
        "The Woonzorgwijzer offers the gaps by 'wzw gap AREA --offer'. A need that bears the name of a precondition, such as begeleiding "
        + "or 'persoonlijke verzorging' ('wzw preconditions'), is one: the circle says so itself by 'persona edit … --need'. What is not "
        + "known stands there as not known and not as enough."),
    examples: [
      .init("persona lacks", Text(nl: "in alle gebieden die klaarstaan", en: "in all areas that are offered")),
      .init(
        "persona lacks Lindenhof", Text(nl: "een gebied dat niet klaarstaat", en: "an area that is not offered"),
        failsWith: "area.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    guard let lacks = try AreaLacks(context.workspace) else {
      throw Diagnostic(
        "gaps.none",
        Text(
          nl: "de Woonzorgwijzer heeft nog geen vraag en aanbod klaargezet",
          en: "the Woonzorgwijzer has not offered demand and supply yet"),
        wayOut: Text(nl: "zet het klaar met 'wzw gap GEBIED --offer'", en: "offer it with 'wzw gap AREA --offer'"),
        suggestion: "wzw gap")
    }
    let rows = try given.area.map { area in
      let rows = try given.checking(\.area) { _ in try lacks.rows(of: area) }
      if rows.isEmpty { throw Self.unknown(area, lacks.areas, given.place(of: \.area)) }
      return rows
    }
    let personas = try given.persona.map { [try $0.item(among: set.personas)] } ?? set.personas
    let found = PersonaLacks(personas, rows ?? lacks.rows, known: lacks.rows)
    context.workspace.note(assumption: PersonaLacks.remark)
    return Output(
      [.table(found.table(isOpenOnly: false, context))] + found.remarks(known: lacks.rows)
        + [.notice(Notice(.info, PersonaLacks.remark))])
  }

  private static func unknown(_ area: String, _ known: [String], _ place: Place?) -> Diagnostic {
    let listed = Text.list(known, atMost: 8)
    return Diagnostic(
      "area.unknown",
      Text(nl: "van '\(area)' staat geen vraag en aanbod klaar", en: "no demand and supply of '\(area)' is offered"),
      wayOut: Text(nl: "wel van: \(listed.nl)", en: "there is of: \(listed.en)"),
      suggestion: NearestWord.best(area, among: known), place: place)
  }
}
