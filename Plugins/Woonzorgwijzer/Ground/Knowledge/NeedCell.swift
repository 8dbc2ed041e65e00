import WorkbenchKit

/// One question to the circle: how much does this group need this precondition in this informal-care situation?
struct NeedCell: Sendable, Hashable {
  let group: String
  let precondition: String
  let situation: String
}

/// What Tabel 3 says to a question.
struct GradedCell: FieldItem, Sendable {
  let cell: NeedCell
  let grade: Necessity

  init(_ fields: Fields) throws {
    cell = try NeedCell(
      group: fields["group"], precondition: fields["precondition"], situation: fields["situation"])
    grade = try fields["grade"]
  }
}
