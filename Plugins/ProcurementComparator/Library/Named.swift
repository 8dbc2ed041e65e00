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
  /// The first half of the error's code: `form`.
  let code: String
  /// With its article, after "there is": `geen vorm`.
  let none: Text
  /// What to type for a list of them.
  let wayOut: Text

  static let form = Kind(
    code: "form", none: Text(nl: "geen vorm", en: "no form"),
    wayOut: Text(nl: "'procure forms' noemt ze alle", en: "'procure forms' lists them all"))
  static let axis = Kind(
    code: "axis", none: Text(nl: "geen as", en: "no axis"),
    wayOut: Text(
      nl: "kies procedure, funding, provision, execution of constellation",
      en: "choose procedure, funding, provision, execution or constellation"))
  static let example = Kind(
    code: "case", none: Text(nl: "geen case", en: "no case"),
    wayOut: Text(nl: "'procure cases' noemt ze alle", en: "'procure cases' lists them all"))
  static let criterion = Kind(
    code: "criterion", none: Text(nl: "geen criterium", en: "no criterion"),
    wayOut: Text(nl: "'procure fit' noemt ze alle", en: "'procure fit' lists them all"))
  static let indicator = Kind(
    code: "kpi", none: Text(nl: "geen indicator", en: "no indicator"),
    wayOut: Text(nl: "'procure kpi' noemt ze alle", en: "'procure kpi' lists them all"))

  /// Returns the item with this id or another of its names, upper and lower case, blanks and hyphens alike.
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

  /// What completion offers for things of this kind.
  static func candidates<Item: Named>(_ items: @escaping @Sendable (Context) throws -> [Item])
    -> @Sendable (Context) -> [Candidate]
  {
    { context in ((try? items(context)) ?? []).map { Candidate($0.id, $0.label) } }
  }

  private static func folded(_ word: String) -> String {
    String(word.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
  }
}
