import WorkbenchKit

/// A sheet: who, what is done, what it brings about, and what that is worth to whom.
struct Sheet: Sendable, FieldItem, NamedItem {
  let id: String
  var title: Text
  /// Over how many years, 1 through 50.
  var years: Int
  /// Of discount.
  var rate: Double
  /// The first year.
  var start: Int?
  @ReadItems var parties: [SheetParty] = []
  @ReadItems var nodes: [SheetNode] = []
  @ReadItems var links: [SheetLink] = []
  @ReadItems var investments: [Investment] = []
  @ReadItems var effects: [EffectMoney] = []
  private var rest: [String: JSON] = [:]

  var label: Text { title }

  init(id: String, title: Text, years: Int = 1, rate: Double = 0) {
    (self.id, self.title, self.years, self.rate) = (id, title, years, rate)
  }

  init(_ fields: Fields) throws {
    id = try fields.name("id")
    title = try fields["title"]
    years = try fields.number("years", in: 1...50) ?? 1
    rate = try fields.number("rate", in: -0.05...0.2) ?? 0
    start = try fields["start"]
    _parties = try fields.items("parties")
    _nodes = try fields.items("nodes")
    _links = try fields.items("links")
    _investments = try fields.items("investments")
    _effects = try fields.items("effects")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "title": title.json, "years": .number(Double(years)), "rate": .number(rate),
        "start": start.map { .number(Double($0)) }, "parties": _parties.json(\.json), "nodes": _nodes.json(\.json),
        "links": _links.json(\.json), "investments": _investments.json(\.json), "effects": _effects.json(\.json),
      ], rest: rest)
  }

  /// What of it cannot be read and is kept as it is.
  var unread: [Notice] {
    [
      Notice.unread(_parties, Text(nl: "partijen", en: "parties")),
      Notice.unread(_nodes, Text(nl: "blokken", en: "blocks")),
      Notice.unread(_links, Text(nl: "verbindingen", en: "links")),
      Notice.unread(_investments, Text(nl: "investeringen", en: "investments")),
      Notice.unread(_effects, Text(nl: "effecten met geld", en: "effects with money")),
    ].compactMap(\.self)
  }
}

extension Sheet {
  func nodes(_ kind: SheetNode.Kind) -> [SheetNode] { nodes.filter { $0.kind == kind } }
  func node(_ id: String) -> SheetNode? { nodes.first { $0.id == id } }
  func link(_ from: String, _ to: String) -> SheetLink? { links.first { $0.from == from && $0.to == to } }
  func money(_ effect: String) -> EffectMoney? { effects.first { $0.effect == effect } }
  /// The law out of which a party pays unless something else is said.
  func law(of party: String) -> String? { parties.first { $0.id == party }?.law }

  /// Whether a way leads from the one to the other.
  func leads(_ from: String, to: String) -> Bool {
    var open = [from]
    var seen: Set<String> = [from]
    while let node = open.popLast() {
      if node == to { return true }
      for link in links where link.from == node && seen.insert(link.to).inserted { open.append(link.to) }
    }
    return false
  }

  /// All blocks from which a way leads to one, itself among them.
  func origins(of id: String) -> Set<String> {
    var open = [id]
    var seen: Set<String> = [id]
    while let node = open.popLast() {
      for link in links where link.to == node && seen.insert(link.from).inserted { open.append(link.from) }
    }
    return seen
  }

  /// Changes what is kept of an effect's money, or begins it.
  mutating func put(_ money: EffectMoney) {
    if let index = effects.firstIndex(where: { $0.effect == money.effect }) {
      effects[index] = money
    } else {
      effects.append(money)
    }
  }

  /// Takes out a block with its links and its money.
  mutating func drop(node id: String) {
    nodes.removeAll { $0.id == id }
    links.removeAll { $0.from == id || $0.to == id }
    investments.removeAll { $0.activity == id }
    effects.removeAll { $0.effect == id }
  }

  /// Takes out a party with what it pays and collects.
  mutating func drop(party id: String) {
    parties.removeAll { $0.id == id }
    investments.removeAll { $0.party == id }
    for index in effects.indices { effects[index].shares.removeAll { $0.party == id } }
  }
}
