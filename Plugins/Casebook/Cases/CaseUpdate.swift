import WorkbenchKit

/// A fact of an example that is otherwise now: the old value stays beside it with its date.
struct CaseUpdate: FieldItem {
  /// The id of the example.
  let owner: String
  /// The id of a trait or a printed figure, or a new name.
  let fact: String
  let value: String
  let source: String
  let day: CalendarDate

  init(owner: String, fact: String, value: String, source: String, day: CalendarDate) {
    (self.owner, self.fact, self.value, self.source, self.day) = (owner, fact, value, source, day)
  }

  init(_ fields: Fields) throws {
    owner = try fields["case"]
    fact = try fields["fact"]
    value = try fields["value"]
    source = try fields["source"]
    day = try fields["at"]
  }

  var json: JSON {
    .members([
      "case": .string(owner), "fact": .string(fact), "value": .string(value), "source": .string(source),
      "at": .string(day.text),
    ])
  }
}
