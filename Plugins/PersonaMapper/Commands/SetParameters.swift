import WorkbenchKit

/// Parameters that name things of the set in use, with the words that completion offers.
enum SetParameters {
  private static func offered<Item: Named>(
    _ items: @escaping @Sendable (PersonaSet) -> [Item]
  ) -> @Sendable (Context) -> [Candidate] {
    { context in
      ((try? Holdings.current(context)).map(items) ?? []).map { Candidate($0.id, $0.label) }
    }
  }

  static let personas = offered(\.personas)
  static let moments = offered(\.moments)
  static let journeys = offered(\.journeys)

  static func persona(required: Bool = true) -> Parameter {
    .argument(
      "persona", required: required, about: Text(nl: "de persona", en: "the persona"), candidates: personas)
  }

  static func moment(required: Bool = true) -> Parameter {
    .argument(
      "moment", required: required, about: Text(nl: "het sleutelmoment", en: "the key moment"), candidates: moments)
  }

  static func journey(_ name: String = "journey", required: Bool = true) -> Parameter {
    .argument(
      name, required: required, about: Text(nl: "de klantreis", en: "the journey"), candidates: journeys)
  }

  /// A journey where only one is there needs no name.
  static func journey(in call: Call, _ set: PersonaSet) throws -> Journey {
    if call.has("journey") || set.journeys.count != 1 {
      guard !set.journeys.isEmpty else { throw none }
      if !call.has("journey") {
        throw Diagnostic(
          "journey.which",
          Text(
            nl: "welke klantreis? er zijn er \(set.journeys.count)",
            en: "which journey? there are \(set.journeys.count)"),
          wayOut: Text(nl: "noem er een", en: "name one"), suggestion: set.journeys[0].id,
          candidates: set.journeys.prefix(9).map { Candidate($0.id, $0.label) }, place: call.place)
      }
      return set.journeys[try call.one("journey", .journey, in: set.journeys)]
    }
    return set.journeys[0]
  }

  private static var none: Diagnostic {
    Diagnostic(
      "journey.none", Text(nl: "er is nog geen klantreis in deze set", en: "there is no journey in this set yet"),
      wayOut: Text(nl: "begin er een met 'journey new NAAM'", en: "begin one with 'journey new NAME'"),
      suggestion: "journey new")
  }

  /// The parties that usually sit at the table, and those that are named already.
  @Sendable static func parties(_ context: Context) -> [Candidate] {
    let usual: [(String, Text)] = [
      ("gemeente", Text(nl: "gemeente", en: "municipality")),
      ("corporatie", Text(nl: "woningcorporatie", en: "housing corporation")),
      ("zorgaanbieder", Text(nl: "zorgaanbieder", en: "care provider")),
      ("welzijn", Text(nl: "welzijnsorganisatie", en: "welfare organisation")),
      ("zorgverzekeraar", Text(nl: "zorgverzekeraar", en: "health insurer")),
      ("bewoners", Text(nl: "bewoners", en: "residents")),
      ("mantelzorgers", Text(nl: "mantelzorgers", en: "informal carers")),
    ]
    guard let set = try? Holdings.current(context) else { return usual.map { Candidate($0.0, $0.1) } }
    let named =
      set.moments.compactMap(\.owner) + set.cells.compactMap(\.by) + set.votes.keys
      + set.journeys.flatMap { $0.steps.compactMap(\.owner) }
    return usual.map { Candidate($0.0, $0.1) }
      + Set(named).subtracting(usual.map(\.0)).sorted().map { Candidate($0) }
  }

  /// A party or role in small letters.
  ///
  /// - Throws: `party.name` for what is empty, too long, or looks like an address or number of a person.
  static func party(_ word: String?, at place: Place?) throws -> String? {
    guard let word else { return nil }
    let party = word.lowercased().split(separator: " ").joined(separator: " ")
    let digits = party.utf8.count { (48...57).contains($0) }
    if party.isEmpty || party.count > 60 || party.contains("@") || digits > 4 {
      throw Diagnostic(
        "party.name", Text(nl: "'\(word)' kan geen partij zijn", en: "'\(word)' cannot be a party"),
        wayOut: Text(
          nl: "geef een partij of rol zoals gemeente of corporatie, geen persoon",
          en: "give a party or role such as gemeente (municipality) or corporatie (housing corporation), not a person"),
        place: place)
    }
    return party
  }

  static let file = Parameter.argument(
    "file", .file(existing: false), required: false,
    about: Text(nl: "het bestand dat geschreven wordt", en: "the file that is written"))
}
