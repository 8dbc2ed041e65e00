import Decisions
import WorkbenchKit

/// Whether a provision is general or tailored: a decision table of which the first row that holds decides, each row with its
/// source.
struct ProvisionDecisions: Sendable {
  private struct Row: FieldItem {
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

  private struct Input: FieldItem {
    let id: String
    let label: Text

    init(_ fields: Fields) throws {
      id = try fields["id"]
      label = try fields["label"]
    }
  }

  let table: DecisionTable
  /// Why each row says what it says.
  let statements: [Statement]

  init(_ fields: Fields) throws {
    let inputs: [Input] = try fields["inputs"]
    let rows: [Row] = try fields["rows"]
    table = DecisionTable(
      name: "provision", policy: .first,
      inputs: inputs.map { .init(name: $0.id, type: .boolean, label: $0.label) },
      outputs: [.init(name: "outcome", type: .text)],
      rules: rows.map { row in
        .init(
          when: inputs.map { row.when[$0.id].map { .value(.boolean($0)) } ?? .any },
          results: [.value(.text(row.outcome))], note: row.statement.text)
      })
    statements = rows.map(\.statement)
  }

  /// What each row gives, by its place.
  func outcome(_ row: Int) -> String { table.rules[row].then.first??.plain ?? "" }

  /// What the table can still say.
  ///
  /// - Parameter answers: by input; one that lacks is not known.
  func run(_ answers: [String: Bool]) -> OpenOutcomes {
    OpenOutcomes(table, known: table.asked.map { answers[$0.name].map(Literal.boolean) })
  }
}

extension Context {
  /// Whether a provision is general or tailored.
  var provisionDecisions: ProvisionDecisions {
    get throws { try knowledge.read("provision", in: self, ProvisionDecisions.init) }
  }
}
