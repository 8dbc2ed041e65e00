import WorkbenchKit

/// What one role says of a block.
struct BlockAnswer: FieldItem, Sendable, Hashable {
  let status: BlockStatus
  /// Who has to see to it, where a role says so.
  let owner: String?
  /// What shows it.
  let evidence: String?
  private var rest: [String: JSON] = [:]

  init(status: BlockStatus, owner: String? = nil, evidence: String? = nil) {
    self.status = status
    self.owner = owner
    self.evidence = evidence
  }

  init(_ fields: Fields) throws {
    status = try fields["status"]
    owner = try fields["owner"]
    evidence = try fields["evidence"]
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "status": .string(status.rawValue), "owner": owner.map(JSON.string), "evidence": evidence.map(JSON.string),
      ], rest: rest)
  }
}

/// What several roles make of one block together.
///
/// `unknown` counts apart: it is no step between absent and present. With an even count of answers the lower of the two in the
/// middle holds, so that a doubt is not read as being there.
struct BlockVerdict: Sendable {
  let answers: [String: BlockAnswer]
  let status: BlockStatus
  /// Whether two roles that know give different answers.
  let isDivided: Bool

  init(_ answers: [String: BlockAnswer]) {
    self.answers = answers
    let graded = answers.values.map(\.status).filter { $0.rank != nil }.sorted { ($0.rank ?? 0) < ($1.rank ?? 0) }
    status = graded.isEmpty ? .unknown : graded[(graded.count - 1) / 2]
    isDivided = Set(graded).count > 1
  }

  /// Who has to see to it, by whoever says so.
  var owners: String? { Self.joined(answers.compactMap { $0.value.owner }) }

  /// What shows it, each with the role that gives it where there are several.
  var evidence: String? {
    let given = answers.filter { $0.value.evidence != nil }
    return Self.joined(
      given.map { role, answer in given.count > 1 ? "\(role): \(answer.evidence ?? "")" : answer.evidence ?? "" })
  }

  /// "bewoners: deels; gemeente: aanwezig"; nil where nobody differs.
  var differences: Text? {
    guard isDivided else { return nil }
    let parts = answers.sorted { $0.key < $1.key }.map { role, answer in
      Text(nl: "\(role): \(answer.status.label.nl)", en: "\(role): \(answer.status.label.en)")
    }
    return Text.joined(parts, by: "; ")
  }

  private static func joined(_ words: [String]) -> String? {
    let all = Set(words).sorted()
    return all.isEmpty ? nil : all.joined(separator: "; ")
  }
}
