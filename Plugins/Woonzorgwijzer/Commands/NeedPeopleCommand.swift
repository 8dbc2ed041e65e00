import WorkbenchKit

/// `wzw need people`: how many people of a group live in an area, as the table knows it.
struct NeedPeopleCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "wzw need people",
      aliases: ["wzw noodzaak mensen"],
      summary: Text(
        nl: "geef hoeveel mensen van een doelgroep in een gebied wonen",
        en: "give how many people of a target group live in an area"),
      details: Text(
        nl:
          "Geen bron geeft dit; het is de invoer van de groep en wordt zo genoemd. Met --low en --high krijgt de vraag een marge. Een nieuwe waarde vervangt de vorige.",
        en:
          "No source gives this; it is the group's own input and is named as such. With --low and --high the demand gets a range. A new value replaces the former."
      ),
      parameters: [
        .argument(
          "area", about: Text(nl: "code of volledige naam", en: "code or full name"),
          candidates: AreaParameters.areaCandidates),
        LibraryParameters.group(library),
        .argument(
          "people", .number(0...20_000_000), required: false, about: Text(nl: "aantal mensen", en: "number of people"),
          unit: .persons),
        .flag(
          "low", .number(0...20_000_000), about: Text(nl: "minstens zoveel", en: "at least so many"), unit: .persons),
        .flag(
          "high", .number(0...20_000_000), about: Text(nl: "hoogstens zoveel", en: "at most so many"), unit: .persons),
        .flag("withdraw", about: Text(nl: "neem de telling terug", en: "take the count back")),
      ] + NeedParameters.giver,
      changesWorkspace: true,
      examples: [
        .init(
          "wzw need people BU99010101 3 80 --low 60 --high 105 --by gemeente",
          Text(nl: "een eigen telling met marge", en: "an own count with a range")),
        .init(
          "wzw need people BU99010101 lvb 40 --source 'Wmo-registratie 2024'",
          Text(nl: "uit een eigen registratie", en: "out of an own register")),
        .init(
          "wzw need people BU99010101 3 80 --low 90 --by gemeente",
          Text(nl: "een marge waar de waarde niet in ligt", en: "a range that the value does not lie in"),
          failsWith: "need.range"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let atlas = try Atlas(context.workspace, at: call.place)
    let area = try AreaSearch(atlas: atlas).one(call.text("area") ?? "", at: call.place(of: "area"))
    let group = try Kind.group.one(
      call.text("group") ?? "", among: library.groups(context), at: call.place(of: "group"))
    var given = try GivenPeople(context.workspace)
    let before = given.counts[area.code]?[group.id]
    if call.flag("withdraw") {
      if before == nil { throw GivenFigure.nothing("\(area.code) \(group.id)", at: call.place(of: "withdraw")) }
      given.set(area.code, group.id, nil)
    } else {
      guard let people = call.number("people") else { throw GivenFigure.missing("people", at: call.place) }
      let range = try GivenFigure.range(
        low: call.number("low"), high: call.number("high"), around: people, at: call.place)
      given.set(
        area.code, group.id,
        .init(people: people, low: range.low, high: range.high, giver: try NeedParameters.giver(call)))
    }
    given.store(in: context.workspace)
    let said = NeedInputs.changed(
      Text(nl: "\(area.name), groep \(group.id)", en: "\(area.name), group \(group.id)"),
      isWithdrawn: call.flag("withdraw"), isNew: before == nil)
    return Output(
      [.paragraph(said)] + (try NeedInputs(library, context).peopleTable(atlas, only: group.id))
        + Demo.notice(for: [area]))
  }
}
