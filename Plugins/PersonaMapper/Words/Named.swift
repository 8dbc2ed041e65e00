import WorkbenchKit

/// Something that a person names on a line.
protocol Named: Sendable {
  /// As it stands in results.
  var id: String { get }
  var label: Text { get }
}

/// A kind of named thing, for finding the one that was meant.
struct Kind: Sendable {
  /// The first half of the error's code: `persona`.
  let code: String
  /// With its article, after "there is": `geen persona`.
  let none: Text
  /// What to type for a list of them.
  let wayOut: Text

  static let set = Kind(
    code: "set", none: Text(nl: "geen set", en: "no set"),
    wayOut: Text(nl: "'persona set list' noemt ze alle", en: "'persona set list' lists them all"))
  static let persona = Kind(
    code: "persona", none: Text(nl: "geen persona", en: "no persona"),
    wayOut: Text(nl: "'persona list' noemt ze alle", en: "'persona list' lists them all"))
  static let moment = Kind(
    code: "moment", none: Text(nl: "geen sleutelmoment", en: "no key moment"),
    wayOut: Text(nl: "'moment list' noemt ze alle", en: "'moment list' lists them all"))
  static let journey = Kind(
    code: "journey", none: Text(nl: "geen klantreis", en: "no journey"),
    wayOut: Text(nl: "'journey list' noemt ze alle", en: "'journey list' lists them all"))
  static let stage = Kind(
    code: "stage", none: Text(nl: "geen fase", en: "no stage"),
    wayOut: Text(nl: "'journey show' noemt de fasen", en: "'journey show' shows the stages"))
  static let step = Kind(
    code: "step", none: Text(nl: "geen stap", en: "no step"),
    wayOut: Text(nl: "'journey show' noemt de stappen", en: "'journey show' shows the steps"))
  static let draft = Kind(
    code: "draft", none: Text(nl: "geen concept", en: "no draft"),
    wayOut: Text(nl: "'persona cluster' maakt concepten", en: "'persona cluster' makes drafts"))
  static let arrangement = Kind(
    code: "arrangement", none: Text(nl: "geen arrangement", en: "no arrangement"),
    wayOut: Text(nl: "'arrangement list' noemt ze alle", en: "'arrangement list' lists them all"))
  static let measure = Kind(
    code: "measure", none: Text(nl: "geen maatregel", en: "no measure"),
    wayOut: Text(nl: "'arrangement measures' noemt ze alle", en: "'arrangement measures' lists them all"))
  static let pillar = Kind(
    code: "pillar", none: Text(nl: "geen pijler", en: "no pillar"),
    wayOut: Text(
      nl: "kies woning, netwerk, wijk of informatie",
      en: "choose woning (dwelling), netwerk (network), wijk (neighbourhood) or informatie (information)"))

  /// Returns the place of the item with this id or name, upper and lower case, blanks and hyphens alike.
  ///
  /// - Throws: `CODE.unknown` with the nearest; what fits only in part is never guessed.
  func place<Item: Named>(of word: String, in items: [Item], at place: Place?) throws -> Int {
    let wanted = Slug.of(word)
    if let exact = items.firstIndex(where: { Slug.of($0.id) == wanted }) { return exact }
    if let exact = items.firstIndex(where: { Slug.of($0.label.nl) == wanted || Slug.of($0.label.en) == wanted }) {
      return exact
    }
    var near =
      wanted.isEmpty
      ? []
      : items.filter { item in
        [item.id, item.label.nl, item.label.en].contains { Slug.of($0).contains(wanted) }
      }
    let words = items.flatMap { item in [item.id, item.label.nl, item.label.en].map { (Slug.of($0), item) } }
    for ranked in NearestWord.rank(wanted, among: words.map(\.0)) { near += words.filter { $0.0 == ranked }.map(\.1) }
    var seen: Set<String> = []
    near = near.filter { seen.insert($0.id).inserted }
    throw Diagnostic(
      "\(code).unknown", Text(nl: "er is \(none.nl) '\(word)'", en: "there is \(none.en) '\(word)'"), wayOut: wayOut,
      suggestion: near.first?.id, candidates: near.prefix(5).map { Candidate($0.id, $0.label) }, place: place)
  }

  /// - Throws: `CODE.taken` where an item has this id.
  func demandFree<Item: Named>(_ id: String, in items: [Item], at place: Place?) throws {
    guard items.contains(where: { $0.id == id }) else { return }
    throw Diagnostic(
      "\(code).taken", Text(nl: "'\(id)' is er al", en: "'\(id)' is there already"),
      wayOut: Text(nl: "geef een andere naam", en: "give another name"), place: place)
  }
}

/// A name in the form in which it is typed and kept: small letters, digits and hyphens.
enum Slug {
  static func of(_ words: String) -> String {
    var slug = ""
    for character in words.lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if !slug.isEmpty, slug.last != "-", character != "'" {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug
  }

  /// A name that can be kept.
  ///
  /// - Throws: `name.unusable`, `personal.found`.
  static func require(_ words: String, at place: Place?) throws -> String {
    _ = try Said.words(words, at: place)
    let slug = of(words)
    guard !slug.isEmpty, slug.count <= 60 else {
      throw Diagnostic(
        "name.unusable", Text(nl: "'\(words)' kan geen naam zijn", en: "'\(words)' cannot be a name"),
        wayOut: Text(nl: "geef 1 tot 60 letters of cijfers", en: "give 1 to 60 letters or digits"), place: place)
    }
    return slug
  }
}
