import WorkbenchKit

/// A party that advice is for.
struct AdviceParty: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  /// The kinds of roles that belong to it.
  let kinds: [String]

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    kinds = try fields.list("kinds")
  }
}

/// One piece of advice.
struct Advice: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  /// The id of the party.
  let party: String
  let source: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    party = try fields["party"]
    source = try fields["source"]
  }
}

/// What a role does with a piece of advice.
enum AdviceAnswer: String, ArgumentChoice, FieldValue {
  case taken = "overgenomen"
  case partly = "deels"
  case no = "niet"
  case later
  case unknown = "onbekend"
  case withdrawn = "intrekken"

  static let usual = AdviceAnswer.unknown

  var about: Text? {
    switch self {
    case .taken: Text(nl: "overgenomen", en: "taken over")
    case .partly: Text(nl: "deels", en: "partly")
    case .no: Text(nl: "niet", en: "no")
    case .later: Text(nl: "later", en: "later")
    case .unknown: Text(nl: "weet-niet", en: "unknown")
    case .withdrawn: Text(nl: "neem een eerder antwoord terug", en: "take an earlier answer back")
    }
  }

  var mark: CellMatrix.Mark? {
    switch self {
    case .taken: .present
    case .partly, .later: .partly
    case .no: .absent
    case .unknown: .unknown
    case .withdrawn: nil
    }
  }
}

extension Context {
  var adviceParties: [AdviceParty] { get throws { try knowledge.items("advice", list: "parties", in: self) } }
  var advice: [Advice] { get throws { try knowledge.items("advice", list: "items", in: self) } }
}

extension Vocabulary<Advice> {
  static var advice: Vocabulary {
    Vocabulary(
      "advice", none: Text(nl: "geen advies", en: "no advice"),
      wayOut: Text(nl: "'advies list' noemt ze alle", en: "'advies list' lists them all")
    ) { try $0.advice }
  }
}

extension Vocabulary<AdviceParty> {
  static var adviceParty: Vocabulary {
    Vocabulary(
      "party", none: Text(nl: "geen partij", en: "no party"),
      wayOut: Text(
        nl: "kies alle, corporaties, gemeenten, zorg of rijk", en: "choose alle, corporaties, gemeenten, zorg or rijk")
    ) { try $0.adviceParties }
  }
}
