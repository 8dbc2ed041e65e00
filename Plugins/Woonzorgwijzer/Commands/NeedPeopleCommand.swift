import WorkbenchKit

/// `wzw need people`: how many people of a group live in an area, as the table knows it.
struct NeedPeopleCommand: Command {
  struct Arguments: Sendable {
    let area = AreaArgument()
    let group = CircleArguments.group
    let people = Argument(
      optional: "people", .number(0...20_000_000, unit: .persons),
      about: Text(nl: "aantal mensen", en: "number of people"))
    let low = Argument(
      flag: "low", .number(0...20_000_000, unit: .persons), about: Text(nl: "minstens zoveel", en: "at least so many"))
    let high = Argument(
      flag: "high", .number(0...20_000_000, unit: .persons), about: Text(nl: "hoogstens zoveel", en: "at most so many"))
    let withdraw = CircleArguments.withdraw(Text(nl: "neem de telling terug", en: "take the count back"))
    let giver = GiverArguments()
  }

  static let arguments = Arguments()

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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let atlas = try Atlas(context.workspace)
    let area = try given.area.found(in: atlas)
    let group = try given.group.item(in: context)
    var counts = try GivenPeople(context.workspace)
    let before = counts.counts[area.code]?[group.id]
    if given.withdraw {
      if before == nil {
        throw GivenFigureProblem.nothing("\(area.code) \(group.id)", at: given.place(of: \.withdraw))
      }
      counts.set(area.code, group.id, nil)
    } else {
      guard let people = given.people else { throw GivenFigureProblem.missing("people") }
      let range = try given.checking(given.low == nil ? \.high : \.low) { _ in
        try GivenRange(low: given.low, high: given.high, around: people)
      }
      counts.set(area.code, group.id, .init(people: people, range: range, giver: try given.giver.giver()))
    }
    try counts.store(in: context.workspace)
    let said = NeedInputs.changed(
      Text(nl: "\(area.name), groep \(group.id)", en: "\(area.name), group \(group.id)"),
      isWithdrawn: given.withdraw, isNew: before == nil)
    return Output(
      [.paragraph(said)] + (try NeedInputs(context).peopleTable(atlas, only: group.id)) + Demo.notice(for: [area]))
  }
}
