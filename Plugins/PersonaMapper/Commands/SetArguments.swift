import WorkbenchKit

// Arguments that name things of the set in use.

extension Argument where Value == NameOf<Persona> {
  static var persona: Argument {
    Argument("persona", .named(.persona), about: Text(nl: "de persona", en: "the persona"))
  }
}

extension Argument where Value == NameOf<Moment> {
  static var moment: Argument {
    Argument("moment", .named(.moment), about: Text(nl: "het sleutelmoment", en: "the key moment"))
  }
}

extension Argument where Value == NameOf<Journey> {
  static var journey: Argument {
    Argument("journey", .named(.journey), about: Text(nl: "de klantreis", en: "the journey"))
  }
}

extension Argument where Value == NameOf<Journey>? {
  /// Where only one is there it needs no name.
  static var onlyJourney: Argument {
    Argument(optional: "journey", .named(.journey), about: Text(nl: "de klantreis", en: "the journey"))
  }
}

extension PersonaSet {
  /// Returns the journey that is named; where only one is there it needs no name.
  ///
  /// - Throws: `journey.none`, `journey.which`, `journey.unknown`.
  func journey(_ named: NameOf<Journey>?) throws -> Journey {
    guard !journeys.isEmpty else {
      throw Diagnostic(
        "journey.none", Text(nl: "er is nog geen klantreis in deze set", en: "there is no journey in this set yet"),
        wayOut: Text(nl: "begin er een met 'journey new NAAM'", en: "begin one with 'journey new NAME'"),
        suggestion: "journey new")
    }
    if let named { return try named.item(among: journeys) }
    guard journeys.count == 1 else {
      throw Diagnostic(
        "journey.which",
        Text(nl: "welke klantreis? er zijn er \(journeys.count)", en: "which journey? there are \(journeys.count)"),
        wayOut: Text(nl: "noem er een", en: "name one"), suggestion: journeys[0].id,
        candidates: journeys.prefix(9).map { Candidate($0.id, $0.label) })
    }
    return journeys[0]
  }
}

extension ArgumentKind where Element == String {
  /// A party or role at the table; completion offers the usual ones and those that are named already.
  static var party: ArgumentKind {
    .role.offering { context in
      let usual = RoleName.usual
      let named = (try? context.workspace.currentSet())?.roles ?? []
      return usual + named.subtracting(usual.map(\.word)).sorted().map { Candidate($0) }
    }
  }

  /// A channel: a known one or another word.
  static var channel: ArgumentKind { .words.offering { _ in Channel.known } }
}

extension Context {
  /// Writes a text to a file, and says so; without one it goes to the screen.
  func deliver(_ text: String, to path: String?, at place: Place?) throws -> Block {
    guard let path else { return .text(text) }
    try files.write(Array(text.utf8), to: path, at: place)
    return .info(nl: "geschreven naar '\(path)'", en: "written to '\(path)'")
  }
}
