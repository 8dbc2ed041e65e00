import Decisions
import WorkbenchKit

/// The decision table by which a task is put on agendas, and what it says.
struct PlaceRules: Sendable {
  let table: DecisionTable
  /// Where in the outcomes of the table the scale stands.
  private let scale: Int

  /// What a table says of a task.
  struct Answer: Sendable, Hashable {
    /// Where the task surely belongs.
    let surely: [String]
    /// Where it may belong besides, as long as something is not known.
    let possibly: [String]
    /// The rules that fire, or may, from 1.
    let rules: [Int]
  }

  /// - Throws: `rules.scale` where it has no outcome that is called so.
  init(_ table: DecisionTable, at place: Place? = nil) throws {
    guard let scale = table.outputs.index(called: "scale") ?? table.outputs.index(called: "schaal") else {
      throw Diagnostic(
        "rules.scale",
        Text(nl: "'\(table.name)' heeft geen uitkomst 'scale'", en: "'\(table.name)' has no outcome 'scale'"),
        wayOut: Text(
          nl: "'opgave rules' toont de tabel die er is; pas die aan",
          en: "'opgave rules' shows the table that is there; change that one"), place: place)
    }
    self.table = table
    self.scale = scale
  }

  /// Asks the table; what a judgement lacks is not known.
  func answer(_ judgement: TaskBook.Judgement) -> Answer {
    let known = table.asked.map { clause -> Literal? in
      if let score = judgement.scores[clause.name] { return .number(Double(score)) }
      return judgement.facts[clause.name].map(Literal.boolean)
    }
    let outcomes = OpenOutcomes(table, known: known)
    let answers = outcomes.possible.map { Set(Self.words($0.answers[scale])) }
    let surely = answers.dropFirst().reduce(answers.first ?? []) { $0.intersection($1) }
    let all = answers.reduce(into: Set<String>()) { $0.formUnion($1) }
    let isSure = outcomes.conflicts.isEmpty && !outcomes.isCut
    let order = { (words: Set<String>) in words.sorted { Self.rank($0) < Self.rank($1) } }
    return Answer(
      surely: isSure ? order(surely) : [], possibly: order(isSure ? all.subtracting(surely) : all),
      rules: outcomes.mayFire.map { $0 + 1 })
  }

  private static func words(_ outcome: Evaluation.Outcome) -> [String] {
    switch outcome {
    case .none, .open: []
    case .one(let literal): [literal.plain]
    case .list(let literals): literals.compactMap { $0?.plain }
    }
  }

  private static func rank(_ scale: String) -> (Int, String) {
    (["lokaal", "bovenregionaal", "landelijk"].firstIndex(of: scale) ?? 3, scale)
  }
}

/// How the circle's own placing does against that of the source.
struct PlacingCheck: Sendable, Hashable {
  /// Placements of the source that the table gives surely.
  var hits: [Pair] = []
  /// Placements of the source that the table surely does not give.
  var misses: [Pair] = []
  /// Placements of the source that hang on what is not known.
  var open: [Pair] = []
  /// What the table gives and the source does not.
  var extra: [Pair] = []
  /// Placements of tasks of which the circle said nothing.
  var unjudged: [Pair] = []

  /// A task on a scale.
  struct Pair: Sendable, Hashable {
    let task: String
    let scale: String
  }

  /// - Parameters:
  ///   - placed: what the source gives.
  ///   - tasks: all tasks, in their order.
  ///   - answers: what the table says of the tasks that were judged.
  init(_ placed: [Pair], tasks: [String], answers: [String: PlaceRules.Answer]) {
    for pair in placed {
      guard let answer = answers[pair.task] else {
        unjudged.append(pair)
        continue
      }
      if answer.surely.contains(pair.scale) {
        hits.append(pair)
      } else if answer.possibly.contains(pair.scale) {
        open.append(pair)
      } else {
        misses.append(pair)
      }
    }
    for task in tasks {
      for scale in answers[task]?.surely ?? [] where !placed.contains(Pair(task: task, scale: scale)) {
        extra.append(Pair(task: task, scale: scale))
      }
    }
  }
}

extension Context {
  /// The table that ships.
  var shippedPlaceRules: PlaceRules {
    get throws {
      let tables: [DecisionTable] = try knowledge.items("rules", list: "tables", in: self)
      guard let table = tables.first else {
        throw KnowledgeBase.missingTable
      }
      return try PlaceRules(table)
    }
  }
}

extension KnowledgeBase {
  fileprivate static let missingTable = Diagnostic(
    "knowledge.damaged", Text(nl: "'rules.json' van de plugin is leeg", en: "'rules.json' of the plugin is empty"),
    wayOut: Text(nl: "installeer de plugin opnieuw", en: "install the plugin anew"))
}
