import WorkbenchKit

/// What kind of party a role belongs to.
enum RoleKind: String, ArgumentChoice, FieldValue {
  case gemeente, corporatie, zorg, welzijn, verzekeraar, bewoners, rijk, overig

  static let usual = RoleKind.overig

  var about: Text? {
    switch self {
    case .gemeente: Text(nl: "gemeente", en: "municipality")
    case .corporatie: Text(nl: "woningcorporatie", en: "housing corporation")
    case .zorg: Text(nl: "zorg", en: "care")
    case .welzijn: Text(nl: "welzijn", en: "welfare")
    case .verzekeraar: Text(nl: "zorgverzekeraar", en: "health insurer")
    case .bewoners: Text(nl: "bewoners", en: "residents")
    case .rijk: Text(nl: "het Rijk", en: "the state")
    case .overig: Text(nl: "overig", en: "other")
    }
  }

  /// The kind that the name of a role tells by itself; our reading.
  static func told(by role: String) -> RoleKind {
    let tells: [(RoleKind, [String])] = [
      (.verzekeraar, ["verzekeraar", "zorgkantoor"]), (.rijk, ["rijk", "ministerie", "vws"]),
      (.corporatie, ["corporatie"]), (.gemeente, ["gemeente", "wethouder", "beleid", "ambtenaar", "raadslid"]),
      (.welzijn, ["welzijn", "wijkteam", "buurtteam"]), (.zorg, ["zorg", "ggz", "huisarts"]),
      (.bewoners, ["bewoner", "cliënt", "client", "mantelzorger", "huurder"]),
    ]
    // Who gives care unpaid is no care provider.
    if role.contains("mantelzorg") { return .bewoners }
    return tells.first { $0.1.contains { role.contains($0) } }?.0 ?? .overig
  }
}

/// A role at the table; never a person.
struct CircleRole: Sendable, Hashable, FieldItem, NamedItem {
  /// In small letters.
  let role: String
  var party: String?
  var kind: RoleKind
  var votes: Bool
  /// Other names of it.
  var aliases: [String]
  private var rest: [String: JSON] = [:]

  var id: String { role }
  var names: [String] { aliases }
  var label: Text { .verbatim(role) }

  init(_ role: String, party: String? = nil, kind: RoleKind? = nil, votes: Bool = true) {
    self.role = role
    self.party = party
    self.kind = kind ?? RoleKind.told(by: role)
    self.votes = votes
    aliases = []
  }

  init(_ fields: Fields) throws {
    role = try fields.name("id")
    party = try fields["party"]
    kind = try fields["kind"] ?? .overig
    votes = try fields["votes"] ?? true
    aliases = try fields.list("aliases")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(role), "party": party.map(JSON.string), "kind": .string(kind.rawValue), "votes": .bool(votes),
        "aliases": .array(aliases.map(JSON.string)),
      ], rest: rest)
  }
}
