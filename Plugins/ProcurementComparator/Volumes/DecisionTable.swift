import WorkbenchKit

/// A decision table that is run from the top: the first row that holds decides.
struct DecisionTable: Sendable {
  struct Row: FieldItem {
    /// By input, what it has to be.
    let when: [String: Bool]
    let outcome: String
    let statement: Statement

    init(_ fields: Fields) throws {
      let words: [String: String] = try fields["when"]
      when = words.mapValues { $0 == "yes" }
      outcome = try fields["outcome"]
      statement = try Statement(fields)
    }
  }

  struct Input: FieldItem {
    let id: String
    let label: Text

    init(_ fields: Fields) throws {
      id = try fields["id"]
      label = try fields["label"]
    }
  }

  enum Outcome: Sendable, Equatable {
    /// The place of the row.
    case decided(Int)
    /// What has to be known before a row can be passed over or taken.
    case open([String])
  }

  let inputs: [Input]
  let rows: [Row]

  init(_ fields: Fields) throws {
    inputs = try fields["inputs"]
    rows = try fields["rows"]
  }

  /// - Parameter answers: by input; one that lacks is not known.
  func run(_ answers: [String: Bool]) -> Outcome {
    for (place, row) in rows.enumerated() {
      if row.when.contains(where: { answers[$0.key] == !$0.value }) { continue }
      let lacking = row.when.keys.filter { answers[$0] == nil }.sorted()
      return lacking.isEmpty ? .decided(place) : .open(lacking)
    }
    return .open([])
  }
}

extension Context {
  /// Whether a provision is general or tailored.
  var provisionDecisions: DecisionTable { get throws { try knowledge.read("provision", in: self, DecisionTable.init) } }
}
