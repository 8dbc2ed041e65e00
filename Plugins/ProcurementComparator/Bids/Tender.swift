import WorkbenchKit

/// What the documents of a tender say beforehand: the piece `tender` of the plugin's document.
struct Tender: Sendable, Hashable {
  static let piece = "tender"
  /// What becomes of the order when a bid falls away afterwards.
  enum Rerank: String, Sendable, CaseIterable { case yes, no }

  var name: String?
  /// As it is typed: `relative`, `linear:800:1600`, …
  var formula: String?
  /// Out of 100, by `price` and criterion, in the order in which they were typed.
  var weights = ReadItems<Weight>()
  /// Whether the weights are the most points for each, whatever they add up to.
  var arePoints = false
  /// As it is typed: `absolute`, `best`, `rank:10:8:6`.
  var qualityPoints: String?
  /// To how many decimals points are rounded before they are added up.
  var pointDecimals: Int?
  var ties: AwardRule.Ties?
  var rerank: Rerank?
  var ceiling: Double?
  /// By criterion, or `quality` for the whole.
  var minimum: [String: Double] = [:]
  var qualityEuro: Double?
  /// What full marks are worth by criterion; none where `qualityEuro` is of the whole.
  var criterionEuros: [String: Double] = [:]
  var rates = ReadItems<ExchangeRate>()
  /// Words of a qualitative scale with the share of quality that each stands for, below nought for a malus.
  var scale: [String: Double] = [:]

  /// What of the piece was not understood.
  private var kept = KeptMembers()

  struct Weight: Sendable, Hashable, FieldItem {
    let name: String
    let value: Double
    private var rest: [String: JSON] = [:]

    init(name: String, value: Double) {
      self.name = name
      self.value = value
    }

    init(_ fields: Fields) throws {
      name = try fields["name"]
      value = try fields["value"]
      rest = fields.rest
    }

    var json: JSON { .members(["name": .string(name), "value": .number(value)], rest: rest) }
  }

  init() {}

  /// - Throws: `document.damaged`.
  init(_ workspace: WorkspaceHandle) throws { try self.init(workspace.document(Self.piece)) }

  private init(_ json: JSON?) throws {
    var reader = try PieceReader(Self.piece, json)
    name = reader.value("name")
    formula = reader.value("formula")
    weights = reader.value("weights") ?? ReadItems()
    arePoints = reader.value("most_points") ?? false
    qualityPoints = reader.value("quality_points")
    pointDecimals = (reader.value("point_decimals") as Double?).flatMap { Int(exactly: $0) }
    ties = reader.word("ties")
    rerank = reader.word("rerank")
    ceiling = reader.value("ceiling")
    minimum = reader.numbers(at: ["minimum"])
    qualityEuro = reader.value("quality_euro")
    criterionEuros = reader.numbers(at: ["criterion_euros"])
    rates = reader.value("rates") ?? ReadItems()
    scale = reader.numbers(at: ["scale"])
    kept = reader.kept
  }

  /// Makes a tender of what a file says of one; what is not understood does not come in.
  ///
  /// - Throws: `personal.found`.
  init(importing json: JSON) throws {
    try self.init(json)
    kept = KeptMembers()
    weights = ReadItems(weights.items.map { Weight(name: $0.name, value: $0.value) })
    let names = weights.items.map(\.name) + minimum.keys + scale.keys + criterionEuros.keys
    let told = rates.items.flatMap { [$0.currency, $0.source, $0.date] }
    for words in [name, formula, qualityPoints].compactMap({ $0 }) + names + told {
      try FreeWords.demandNone(in: words)
    }
  }

  /// Says what could not be read.
  var notices: [Block] {
    let unread = [
      Notice.unread(weights, Text(nl: "gewichten", en: "weights")),
      Notice.unread(rates, Text(nl: "wisselkoersen", en: "exchange rates")),
    ]
    return (kept.notices + unread.compactMap { $0 }).map(Block.notice)
  }

  var json: JSON {
    kept.added(
      to: .members([
        "name": name.map(JSON.string), "formula": formula.map(JSON.string), "weights": weights.json(\.json),
        "ties": (ties?.rawValue).map(JSON.string), "rerank": (rerank?.rawValue).map(JSON.string),
        "ceiling": ceiling.map(JSON.number), "minimum": .object(minimum.mapValues(JSON.number)),
        "quality_euro": qualityEuro.map(JSON.number), "scale": .object(scale.mapValues(JSON.number)),
        "most_points": arePoints ? .bool(true) : nil, "quality_points": qualityPoints.map(JSON.string),
        "point_decimals": pointDecimals.map { .number(Double($0)) },
        "criterion_euros": criterionEuros.isEmpty ? nil : .object(criterionEuros.mapValues(JSON.number)),
        "rates": rates.items.isEmpty && rates.unread.isEmpty ? nil : rates.json(\.json),
      ]))
  }

  func store(in workspace: WorkspaceHandle) { workspace.setDocument(Self.piece, to: self == Tender() ? nil : json) }
}
