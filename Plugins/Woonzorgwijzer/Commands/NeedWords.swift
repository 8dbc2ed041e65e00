import WorkbenchKit

/// Reading what a person says of necessity: situations, a value, a role.
enum NeedWords {
  /// All situations at once.
  private struct Everything: Named {
    let id = "alle"
    let names = ["all"]
    let label = Text(nl: "alle drie de situaties", en: "all three situations (alle)")
  }

  /// What a role says, or that it takes back what it said.
  enum Answer: Sendable, Hashable {
    case value(Necessity)
    case withdrawn
  }

  private struct Withdrawing: Named {
    let id = "intrekken"
    let names = ["withdraw"]
    let label = Text(nl: "neem terug wat deze rol zei", en: "take back what this role said (intrekken)")
  }

  static func situations(_ word: String, _ library: Library, _ context: Context, at place: Place?) throws
    -> [CareSituation]
  {
    let all = try library.situations(context)
    let found: any Named = try Kind.situation.one(
      word, among: all.map(Wrapped.init) + [Wrapped(Everything())], at: place)
    return found.id == "alle" ? all : all.filter { $0.id == found.id }
  }

  /// - Throws: `necessity.unknown`; `necessity.ungraded` for `nodig`, which only a text says.
  static func answer(_ word: String, _ library: Library, _ context: Context, at place: Place?) throws -> Answer {
    let grades = try library.grades(context)
    let answers = grades.map(Wrapped.init) + [Wrapped(Withdrawing())]
    let found = try Kind.necessity.one(word, among: answers, at: place)
    guard let value = Necessity(rawValue: found.id) else { return .withdrawn }
    if value == .needed {
      throw Diagnostic(
        "necessity.ungraded",
        Text(
          nl: "'\(word)' is geen graad: zo staat er wat de tekst van de bron zegt",
          en: "'\(word)' is no grade: it stands for what the text of the source says"),
        wayOut: Kind.necessity.wayOut, place: place)
    }
    return .value(value)
  }

  static func situationCandidates(_ library: Library) -> @Sendable (Context) -> [Candidate] {
    LibraryParameters.candidates { try library.situations($0).map(Wrapped.init) + [Wrapped(Everything())] }
  }

  static func answerCandidates(_ library: Library) -> @Sendable (Context) -> [Candidate] {
    LibraryParameters.candidates {
      try library.grades($0).filter { $0.necessity != .needed }.map(Wrapped.init) + [Wrapped(Withdrawing())]
    }
  }

  /// The roles that usually sit at the table, and those that spoke already.
  static func roleCandidates(_ context: Context) -> [Candidate] {
    let usual: [(String, Text)] = [
      ("gemeente", Text(nl: "gemeente", en: "municipality")),
      ("corporatie", Text(nl: "woningcorporatie", en: "housing corporation")),
      ("zorgaanbieder", Text(nl: "zorgaanbieder", en: "care provider")),
      ("welzijn", Text(nl: "welzijnsorganisatie", en: "welfare organisation")),
      ("zorgverzekeraar", Text(nl: "zorgverzekeraar", en: "health insurer")),
      ("bewoners", Text(nl: "bewoners", en: "residents")),
      ("mantelzorgers", Text(nl: "mantelzorgers", en: "informal carers")),
    ]
    let said = ((try? CircleNeeds(context.workspace))?.roles ?? []).subtracting(usual.map(\.0))
    return usual.map { Candidate($0.0, $0.1) } + said.sorted().map { Candidate($0) }
  }

  /// Returns the role in lower case.
  ///
  /// - Throws: `role.name` for what is empty, too long, or looks like a person's address or number.
  static func role(_ word: String, at place: Place?) throws -> String {
    let role = word.trimmingSpaces.lowercased()
    let digits = role.utf8.count { (48...57).contains($0) }
    if role.isEmpty || role.count > 40 || role.contains("@") || digits > 4 {
      throw Diagnostic(
        "role.name",
        Text(nl: "'\(word)' kan geen rol zijn", en: "'\(word)' cannot be a role"),
        wayOut: Text(
          nl: "geef een rol zoals gemeente of corporatie, geen persoon",
          en: "give a role such as gemeente (municipality) or corporatie (housing corporation), not a person"),
        place: place)
    }
    return role
  }

  /// Different named things in one list.
  private struct Wrapped: Named {
    let id: String
    let names: [String]
    let label: Text

    init(_ other: some Named) {
      id = other.id
      names = other.names
      label = other.label
    }
  }
}
