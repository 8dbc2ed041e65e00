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
  var weights: [Weight] = []
  var ties: AwardRule.Ties?
  var rerank: Rerank?
  var ceiling: Double?
  /// By criterion, or `quality` for the whole.
  var minimum: [String: Double] = [:]
  var qualityEuro: Double?
  /// Words of a qualitative scale with the share of quality that each stands for.
  var scale: [String: Double] = [:]

  struct Weight: Sendable, Hashable {
    let name: String
    let value: Double
  }

  init() {}

  init(_ workspace: WorkspaceHandle) throws { self.init(try workspace.document(Self.piece)) }

  init(_ json: JSON?) {
    name = json?["name"]?.string
    formula = json?["formula"]?.string
    weights = (json?["weights"]?.array ?? []).compactMap { item in
      guard let name = item["name"]?.string, let value = item["value"]?.number else { return nil }
      return Weight(name: name, value: value)
    }
    ties = json?["ties"]?.string.flatMap(AwardRule.Ties.init)
    rerank = json?["rerank"]?.string.flatMap(Rerank.init)
    ceiling = json?["ceiling"]?.number
    minimum = (json?["minimum"]?.object ?? [:]).compactMapValues(\.number)
    qualityEuro = json?["quality_euro"]?.number
    scale = (json?["scale"]?.object ?? [:]).compactMapValues(\.number)
  }

  var json: JSON {
    var members: [String: JSON] = [:]
    members["name"] = name.map(JSON.string)
    members["formula"] = formula.map(JSON.string)
    if !weights.isEmpty {
      members["weights"] = .array(weights.map { ["name": .string($0.name), "value": .number($0.value)] })
    }
    members["ties"] = (ties?.rawValue).map(JSON.string)
    members["rerank"] = (rerank?.rawValue).map(JSON.string)
    members["ceiling"] = ceiling.map(JSON.number)
    if !minimum.isEmpty { members["minimum"] = .object(minimum.mapValues(JSON.number)) }
    members["quality_euro"] = qualityEuro.map(JSON.number)
    if !scale.isEmpty { members["scale"] = .object(scale.mapValues(JSON.number)) }
    return .object(members)
  }

  func store(in workspace: WorkspaceHandle) { workspace.setDocument(Self.piece, to: self == Tender() ? nil : json) }
}
