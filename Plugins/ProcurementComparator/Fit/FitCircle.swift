import WorkbenchKit

/// What the roles around the table give: scores of forms on criteria and weights of criteria; the piece `fit` of the
/// plugin's document, `{scores: {ROLE: {FORM: {CRITERION: 0…10}}}, weights: {ROLE: {CRITERION: share}}}`.
struct FitCircle: Sendable {
  static let piece = "fit"
  /// Scores go from 0 through this; more is better.
  static let fullScore = 10.0

  /// By role, form and criterion.
  var scores: [String: [String: [String: Double]]] = [:]
  /// By role and criterion; they add up to 1.
  var weights: [String: [String: Double]] = [:]
  /// By role that compared two by two, how consistent it was.
  var ratios: [String: Double] = [:]

  /// What of the piece was not understood.
  private let kept: KeptMembers

  /// - Throws: `document.damaged`.
  init(_ workspace: WorkspaceHandle) throws {
    var reader = try PieceReader(Self.piece, workspace.document(Self.piece))
    for role in reader.names(at: ["scores"]) {
      for form in reader.names(at: ["scores", role]) {
        let given = reader.numbers(at: ["scores", role, form])
        if !given.isEmpty { scores[role, default: [:]][form] = given }
      }
    }
    for role in reader.names(at: ["weights"]) {
      let given = reader.numbers(at: ["weights", role])
      if !given.isEmpty { weights[role] = given }
    }
    ratios = reader.numbers(at: ["ratios"])
    kept = reader.kept
  }

  /// Says what could not be read.
  var notices: [Block] { kept.notices.map(Block.notice) }

  func store(in workspace: WorkspaceHandle) {
    let json: JSON = [
      "scores": .object(scores.mapValues { .object($0.mapValues { .object($0.mapValues(JSON.number)) }) }),
      "weights": .object(weights.mapValues { .object($0.mapValues(JSON.number)) }),
      "ratios": .object(ratios.mapValues(JSON.number)),
    ]
    workspace.setDocument(Self.piece, to: kept.added(to: json))
  }

  var roles: [String] { Set(scores.keys).union(weights.keys).sorted() }

  /// Weights of a role for these criteria, adding up to 1; equal where it gave none of them.
  func weights(of role: String, _ criteria: [String]) -> [Double] {
    let given = criteria.map { weights[role]?[$0] ?? 0 }
    let sum = given.reduce(0, +)
    return given.map { sum > 0 ? $0 / sum : 1 / Double(max(criteria.count, 1)) }
  }

  /// Weights of the group: the mean over the roles that gave weights; equal where none did.
  func groupWeights(_ criteria: [String]) -> [Double] {
    let given = weights.keys.sorted().map { weights(of: $0, criteria) }
    guard !given.isEmpty else { return criteria.map { _ in 1 / Double(max(criteria.count, 1)) } }
    return criteria.indices.map { place in given.reduce(0) { $0 + $1[place] } / Double(given.count) }
  }

  /// The mean over the roles that gave one; nil where none did.
  func groupScore(_ form: String, _ criterion: String) -> Double? {
    let given = scores.values.compactMap { $0[form]?[criterion] }
    return given.isEmpty ? nil : given.reduce(0, +) / Double(given.count)
  }
}

extension FitCircle {
  /// The criteria of the sources, and those that a role brought in itself.
  static func criteria(in context: Context) throws -> [Criterion] {
    let circle = try FitCircle(context.workspace)
    let known = try context.criteria
    let scored = circle.scores.values.flatMap { $0.values.flatMap(\.keys) }
    let own = Set(scored + circle.weights.values.flatMap(\.keys)).subtracting(known.map(\.id))
    return known + own.sorted().map(Criterion.init(own:))
  }
}

extension Vocabulary<Criterion> {
  static var criterion: Vocabulary {
    Vocabulary(
      "criterion", none: Text(nl: "geen criterium", en: "no criterion"),
      wayOut: Text(nl: "'procure fit' noemt ze alle", en: "'procure fit' lists them all")
    ) { try FitCircle.criteria(in: $0) }
  }
}
