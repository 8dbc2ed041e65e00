import WorkbenchKit

/// A rule that has a name of its own in its source.
struct Rule: FieldItem {
  let id: String
  let statement: Statement

  init(_ fields: Fields) throws {
    id = try fields["id"]
    statement = try Statement(fields)
  }
}
