import WorkbenchKit

/// `wzw define`: puts an own area together out of buurten.
struct DefineCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .words, about: Text(nl: "hoe het gebied heet", en: "what the area is called"))
    let areas = NamedAreas(
      required: true,
      about: Text(nl: "buurten, elk met code of volledige naam", en: "neighbourhoods, each by code or full name"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw define",
      aliases: ["wzw bepaal"],
      summary: Text(
        nl: "stel een eigen gebied (woonservicegebied) samen uit buurten",
        en: "put an own area (woonservicegebied) together out of neighbourhoods"),
      details: Text(
        nl:
          "Een wijk of gemeente staat voor al haar buurten. Aantallen zijn de som van de buurten, percentages wegen naar inwoners.",
        en:
          "A district or municipality stands for all its neighbourhoods. Counts are the sum of the neighbourhoods, percentages weigh by people."
      ),
      changesWorkspace: true,
      examples: [
        .init(
          "wzw define lindekwartier BU99010101 BU99010102",
          Text(nl: "twee buurten als één gebied", en: "two neighbourhoods as one area")),
        .init(
          "wzw define hier BU99019999", Text(nl: "een buurt die er niet is", en: "a neighbourhood that is not there"),
          failsWith: "area.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let name = given.name.trimmedOfPadding
    let atlas = try Atlas(context.workspace)
    try given.checking(\.name) { _ in try check(name, atlas) }
    var codes: [String] = []
    for (area, place) in try given.areas.placed(in: atlas) {
      let parts =
        area.level == .buurt ? [area.code] : area.isOwn ? area.partCodes : atlas.areas(.buurt, within: area).map(\.code)
      if parts.isEmpty {
        throw Diagnostic(
          "area.parts",
          Text(nl: "'\(area.name)' heeft geen buurten", en: "'\(area.name)' has no neighbourhoods"),
          wayOut: Text(nl: "geef de codes van buurten (BU…)", en: "give the codes of neighbourhoods (BU…)"),
          place: place)
      }
      for code in parts where !codes.contains(code) { codes.append(code) }
    }
    try OwnAreas.set(name, codes: codes, in: context.workspace)
    var facts = Facts()
    facts.add("area", .text(name), label: Text(nl: "gebied", en: "area"))
    facts.add("neighbourhoods", codes.count, label: Text(nl: "buurten", en: "neighbourhoods"))
    let parts = Text.counted(
      codes.count, Text(nl: "buurt", en: "neighbourhood"), Text(nl: "buurten", en: "neighbourhoods"))
    return Output(
      [
        .paragraph(
          Text(
            nl: "\(name): \(parts.nl) (\(Text.list(codes).nl))", en: "\(name): \(parts.en) (\(Text.list(codes).en))")),
        .facts(facts),
      ] + Demo.notice(for: codes))
  }

  /// - Throws: `area.name` for a name that is empty or looks like a code, `area.taken` for that of another area.
  private func check(_ name: String, _ atlas: Atlas) throws {
    if name.isEmpty || AreaCode.given(name) != nil {
      throw Diagnostic(
        "area.name",
        Text(
          nl: "'\(name)' kan geen naam van een eigen gebied zijn", en: "'\(name)' cannot be the name of an own area"),
        wayOut: Text(
          nl: "kies een naam die niet op een code van CBS lijkt",
          en: "choose a name that does not look like a code of CBS"))
    }
    let key = PlaceName(name).key
    if let other = atlas.areas().first(where: { !$0.isOwn && PlaceName.keys(of: $0.name).contains(key) }) {
      throw Diagnostic(
        "area.taken",
        Text(nl: "'\(name)' is al de naam van \(other.code)", en: "'\(name)' is already the name of \(other.code)"),
        wayOut: Text(nl: "kies een andere naam", en: "choose another name"))
    }
  }
}
