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
  /// The first half of the error's code: `instrument`.
  let code: String
  /// With its article, after "there is": `geen instrument`.
  let none: Text
  /// What to type for a list of them.
  let wayOut: Text

  static let instrument = Kind(
    code: "instrument", none: Text(nl: "geen instrument", en: "no instrument"),
    wayOut: Text(nl: "'instrument list' noemt ze alle", en: "'instrument list' lists them all"))
  static let question = Kind(
    code: "question", none: Text(nl: "geen vraag", en: "no question"),
    wayOut: Text(nl: "'instrument interview --all' toont ze alle", en: "'instrument interview --all' shows them all"))
  static let domain = Kind(
    code: "domain", none: Text(nl: "geen domein", en: "no domain"),
    wayOut: Text(
      nl: "kies ruimtelijke-ordening, wonen of wmo",
      en: "choose ruimtelijke-ordening (spatial planning), wonen (housing) or wmo (social support)"))
  static let style = Kind(
    code: "style", none: Text(nl: "geen regiestijl", en: "no style"),
    wayOut: Text(
      nl: "kies visionair, beheersingsgericht, uitvoeringsgericht of faciliterend",
      en: "choose visionair, beheersingsgericht, uitvoeringsgericht or faciliterend"))
  static let scan = Kind(
    code: "scan", none: Text(nl: "geen scan", en: "no scan"),
    wayOut: Text(nl: "'steer scan' noemt ze alle", en: "'steer scan' lists them all"))
  static let level = Kind(
    code: "level", none: Text(nl: "geen niveau", en: "no level"),
    wayOut: Text(
      nl: "kies strategisch, tactisch of operationeel",
      en: "choose strategisch (strategic), tactisch (tactical) or operationeel (operational)"))
  static let criterion = Kind(
    code: "criterion", none: Text(nl: "geen criterium", en: "no criterion"),
    wayOut: .verbatim(AdviceCriterion.allCases.map(\.id).joined(separator: ", ")))
  static let item = Kind(
    code: "item", none: Text(nl: "geen punt", en: "no item"),
    wayOut: Text(nl: "'steer scan SCAN' noemt ze alle", en: "'steer scan SCAN' lists them all"))
  static let topic = Kind(
    code: "topic", none: Text(nl: "geen onderwerp", en: "no topic"),
    wayOut: Text(nl: "'steer knowledge' noemt ze alle", en: "'steer knowledge' lists them all"))

  /// Returns the item with this id or another of its names; upper and lower case, blanks, hyphens and underscores alike.
  ///
  /// - Throws: `CODE.unknown` with the nearest; what fits only in part is never guessed.
  func one<Item: Named>(_ word: String, among items: [Item], at place: Place?) throws -> Item {
    let wanted = Phrase.folded(word)
    if let exact = items.first(where: { ([$0.id] + $0.names).contains { Phrase.folded($0) == wanted } }) {
      return exact
    }
    var near =
      wanted.isEmpty
      ? []
      : items.filter { item in
        ([item.id, item.label.nl, item.label.en] + item.names).contains { Phrase.folded($0).contains(wanted) }
      }
    let words = items.flatMap { item in ([item.id] + item.names).map { (Phrase.folded($0), item) } }
    for ranked in NearestWord.rank(wanted, among: words.map(\.0)) { near += words.filter { $0.0 == ranked }.map(\.1) }
    var seen: Set<String> = []
    near = near.filter { seen.insert($0.id).inserted }
    throw Diagnostic(
      "\(code).unknown", Text(nl: "er is \(none.nl) '\(word)'", en: "there is \(none.en) '\(word)'"),
      wayOut: wayOut, suggestion: near.first?.id, candidates: near.prefix(5).map { Candidate($0.id, $0.label) },
      place: place)
  }
}
