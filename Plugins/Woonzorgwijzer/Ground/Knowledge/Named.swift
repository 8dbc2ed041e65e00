import WorkbenchKit

/// Something that a person names on a line.
protocol Named: Sendable {
  /// As it stands in results.
  var id: String { get }
  /// Other words for it.
  var names: [String] { get }
  var label: Text { get }
}

/// A kind of named thing, for finding the one that was meant.
struct Kind: Sendable {
  /// The first half of the error's code: `group`.
  let code: String
  /// With its article, after "there is": `geen doelgroep`.
  let none: Text
  /// What to type for a list of them.
  let wayOut: Text

  static let group = Kind(
    code: "group", none: Text(nl: "geen doelgroep", en: "no target group"),
    wayOut: Text(nl: "'wzw groups' noemt ze alle", en: "'wzw groups' lists them all"))
  static let sector = Kind(
    code: "sector", none: Text(nl: "geen sector", en: "no sector"),
    wayOut: Text(nl: "kies VV, VG, LG, ZG of GGZ", en: "choose VV, VG, LG, ZG or GGZ"))
  static let precondition = Kind(
    code: "precondition", none: Text(nl: "geen randvoorwaarde", en: "no precondition"),
    wayOut: Text(nl: "'wzw preconditions' noemt ze alle", en: "'wzw preconditions' lists them all"))
  static let family = Kind(
    code: "family", none: Text(nl: "geen familie van randvoorwaarden", en: "no family of preconditions"),
    wayOut: Text(
      nl: "kies toeleiding, ondersteuning, woning of woonomgeving",
      en: "choose toeleiding (finding help), ondersteuning (support), woning (dwelling) or woonomgeving (surroundings)")
  )
  static let situation = Kind(
    code: "situation", none: Text(nl: "geen mantelzorgsituatie", en: "no informal-care situation"),
    wayOut: Text(
      nl: "kies inwonend, uitwonend, geen of alle",
      en: "choose inwonend (live-in), uitwonend (elsewhere), geen (none) or alle (all)"))
  static let necessity = Kind(
    code: "necessity", none: Text(nl: "geen noodzaak", en: "no necessity"),
    wayOut: Text(
      nl: "kies niet-nodig, prettig, zeer-wenselijk, noodzakelijk of onbekend",
      en:
        "choose niet-nodig (not needed), prettig (pleasant), zeer-wenselijk (very desirable), noodzakelijk (necessary) or onbekend (unknown)"
    ))
  static let example = Kind(
    code: "case", none: Text(nl: "geen praktijkvoorbeeld", en: "no case"),
    wayOut: Text(nl: "'wzw cases' noemt ze alle", en: "'wzw cases' lists them all"))
  static let topic = Kind(
    code: "topic", none: Text(nl: "geen onderwerp", en: "no topic"),
    wayOut: Text(nl: "'wzw knowledge' noemt ze alle", en: "'wzw knowledge' lists them all"))

  /// Returns the item with this id or another of its names, upper and lower case and blanks alike.
  ///
  /// - Throws: `CODE.unknown` with the nearest; what fits only in part is never guessed.
  func one<Item: Named>(_ word: String, among items: [Item], at place: Place?) throws -> Item {
    let wanted = Self.folded(word)
    if let exact = items.first(where: { item in ([item.id] + item.names).contains { Self.folded($0) == wanted } }) {
      return exact
    }
    var near =
      wanted.isEmpty
      ? []
      : items.filter { item in
        ([item.id, item.label.nl, item.label.en] + item.names).contains { Self.folded($0).contains(wanted) }
      }
    let words = items.flatMap { item in ([item.id] + item.names).map { (Self.folded($0), item) } }
    for ranked in NearestWord.rank(wanted, among: words.map(\.0)) {
      near += words.filter { $0.0 == ranked }.map(\.1)
    }
    var seen: Set<String> = []
    near = near.filter { seen.insert($0.id).inserted }
    throw Diagnostic(
      "\(code).unknown",
      Text(nl: "er is \(none.nl) '\(word)'", en: "there is \(none.en) '\(word)'"),
      wayOut: wayOut, suggestion: near.first?.id, candidates: near.prefix(5).map { Candidate($0.id, $0.label) },
      place: place)
  }

  static func folded(_ word: String) -> String {
    String(word.trimmingSpaces.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }
}
