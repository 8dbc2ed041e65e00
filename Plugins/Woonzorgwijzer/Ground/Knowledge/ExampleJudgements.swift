import WorkbenchKit

/// A set of judgements on what is needed that ships as an example: ours, of no circle and out of no source.
struct ExampleJudgements: FieldItem, StartingSet {
  /// What is said of one precondition, by situation of informal care.
  struct Answer: FieldItem, Sendable {
    let precondition: String
    let grades: [String: Necessity]
  }

  /// What is said of one target group, and what from.
  struct Group: FieldItem, Sendable {
    let group: String
    let reason: Text
    let answers: [Answer]
  }

  /// The name that it has among the sets of judgements, which is also the role that speaks in it.
  static let name = "voorbeeld"

  let head: StartingHead
  let groups: [Group]

  init(_ fields: Fields) throws {
    head = try StartingHead(fields, sources: [])
    groups = try fields.list("groups")
  }
}

extension ExampleJudgements.Group {
  init(_ fields: Fields) throws {
    group = try fields["group"]
    reason = try fields["reason"]
    answers = try fields.list("answers")
  }
}

extension ExampleJudgements.Answer {
  init(_ fields: Fields) throws {
    precondition = try fields["precondition"]
    grades = try ["inwonend", "uitwonend", "geen"].reduce(into: [:]) { $0[$1] = try fields[$1] as Necessity }
  }
}
