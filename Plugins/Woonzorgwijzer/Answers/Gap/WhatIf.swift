import WorkbenchKit

/// What could be otherwise: `group 3 +10%, item nultrede +120`, or just `nultrede +40`.
enum WhatIf {
  enum Subject: Hashable {
    case group(String)
    case precondition(String)
  }

  struct Change: Hashable {
    let subject: Subject
    /// Added; or, of a relative change, the part that is added.
    let amount: Double
    let isRelative: Bool

    func applied(to number: Double) -> Double { isRelative ? number * (1 + amount) : number + amount }

    func applied(to people: GroupPeople) -> GroupPeople {
      GroupPeople(
        people: applied(to: people.people), low: applied(to: people.low), high: applied(to: people.high),
        lowError: isRelative ? people.lowError * (1 + amount) : people.lowError,
        highError: isRelative ? people.highError * (1 + amount) : people.highError,
        origin: people.origin, evidence: .assumed)
    }
  }

  private static let groupWords: Set = ["group", "groep", "doelgroep"]
  private static let itemWords: Set = ["item", "voorziening", "precondition", "randvoorwaarde"]
  private static let signs: Set<Character> = ["+", "-", "−", "–"]

  /// Reads what a person typed; commas part the changes, so a number takes a point.
  ///
  /// - Throws: `whatif.syntax`, `whatif.place`, `group.unknown`, `precondition.unknown`.
  static func read(
    _ text: String, groups: [TargetGroup], preconditions: [Precondition]
  ) throws -> [Change] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmedOfPadding }
    return try parts.map { try change($0, groups, preconditions) }
  }

  private static func change(
    _ part: String, _ groups: [TargetGroup], _ preconditions: [Precondition]
  ) throws -> Change {
    var words = part.split(separator: " ").map(String.init)
    guard let signed = words.dropFirst().firstIndex(where: { $0.first.map(signs.contains) ?? false }),
      let (amount, isRelative) = number(words[signed...].joined())
    else { throw syntax(part) }
    words = Array(words[..<signed])
    let first = words[0].lowercased()
    let isGroup = words.count > 1 && groupWords.contains(first)
    let isItem = words.count > 1 && itemWords.contains(first)
    if isGroup || isItem { words.removeFirst() }
    let name = words.joined(separator: " ")
    let subject: Subject
    if isGroup {
      subject = .group(try Vocabulary.group.one(name, among: groups).id)
    } else if isItem {
      subject = .precondition(try Vocabulary.precondition.one(name, among: preconditions).id)
    } else if let group = try? Vocabulary.group.one(name, among: groups) {
      subject = .group(group.id)
    } else {
      subject = .precondition(try Vocabulary.precondition.one(name, among: preconditions).id)
    }
    if case .precondition(let id) = subject, preconditions.contains(where: { $0.id == id && $0.metres != nil }) {
      throw Diagnostic(
        "whatif.place",
        Text(
          nl: "'\(part)': een voorziening op afstand heeft een plek nodig, geen aantal",
          en: "'\(part)': a facility within a distance needs a place, not a number"),
        wayOut: Text(
          nl: "probeer het in een 'branch new NAAM' en lees daar de plek in met 'wzw import'",
          en: "try it in a 'branch new NAME' and import the place there with 'wzw import'"))
    }
    return Change(subject: subject, amount: amount, isRelative: isRelative)
  }

  /// `+10%`, `-3.5`: the amount, and whether it is relative.
  private static func number(_ text: String) -> (Double, Bool)? {
    guard let sign = text.first, signs.contains(sign) else { return nil }
    var digits = String(text.dropFirst())
    let relative = ["%", "procent", "percent"].first(where: digits.hasSuffix)
    if let relative { digits.removeLast(relative.count) }
    let isRelative = relative != nil
    guard digits.first.map({ $0.isNumber || $0 == "." }) == true, let number = NumberText.parse(digits) else {
      return nil
    }
    let amount = isRelative ? number / 100 : number
    return (sign == "+" ? amount : -amount, isRelative)
  }

  private static func syntax(_ part: String) -> Diagnostic {
    Diagnostic(
      "whatif.syntax",
      Text(nl: "'\(part)' is geen verandering die te lezen is", en: "'\(part)' is no change that can be read"),
      wayOut: Text(
        nl: "zoals: --what-if \"group 3 +10%, item nultrede +120\"; een komma scheidt, een getal heeft een punt",
        en: "such as: --what-if \"group 3 +10%, item nultrede +120\"; a comma parts, a number has a point"),
      suggestion: "--what-if \"item nultrede +120\"")
  }

  /// - Throws: `whatif.nothing` where there is nothing to change, `whatif.negative` where less than nothing would be left.
  static func check(_ changes: [Change], _ today: AreaGap, _ then: AreaGap) throws {
    for change in changes {
      switch change.subject {
      case .group(let id):
        guard today.demand.members.contains(where: { $0.group.id == id }) else {
          throw Diagnostic(
            "whatif.nothing",
            Text(
              nl: "van groep '\(id)' zijn in '\(today.area.name)' geen mensen met hun mantelzorgsituatie bekend",
              en: "of group '\(id)' no people with their informal-care situation are known in '\(today.area.name)'"),
            wayOut: Text(
              nl: "geef ze met 'wzw need people' en 'wzw need shares'",
              en: "give them with 'wzw need people' and 'wzw need shares'"))
        }
        if let left = then.demand.members.first(where: { $0.group.id == id }), left.people.people < 0 {
          throw negative(id)
        }
      case .precondition(let id):
        guard let row = then.rows.first(where: { $0.demand.precondition.id == id }) else { continue }
        // So many more than an unknown number is a change that can be told; a part of it is not.
        if row.amount == nil, change.isRelative {
          throw Diagnostic(
            "whatif.nothing",
            Text(
              nl: "van '\(id)' is in '\(today.area.name)' niet bekend hoeveel er nu is",
              en: "of '\(id)' it is not known how much there is in '\(today.area.name)' now"),
            wayOut: Text(
              nl: "lees het aanbod in met 'wzw import … --as supply'; capaciteit 0 zegt dat er niets is",
              en: "import the supply with 'wzw import … --as supply'; capacity 0 says that there is none"))
        }
        if row.supply < 0 { throw negative(id) }
      }
    }
  }

  private static func negative(_ name: String) -> Diagnostic {
    Diagnostic(
      "whatif.negative",
      Text(nl: "van '\(name)' bleef minder dan niets over", en: "of '\(name)' less than nothing would be left"),
      wayOut: Text(nl: "neem een kleinere afname", en: "take a smaller decrease"))
  }
}
