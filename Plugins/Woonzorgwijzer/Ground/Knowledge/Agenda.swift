import WorkbenchKit

/// What the circle and its administrators talk of: dilemmas, scales of arrangement, priorities, and what the Woonzorgwijzer is
/// meant to be.
struct Agenda: Sendable {
  /// A subject, and what is said of it.
  struct Item: FieldItem, Sendable {
    let id: String
    let label: Text
    let texts: [Text]
    let source: Citation
  }

  let dilemmas: [Item]
  let scales: [Item]
  let priorities: [Item]
  let principles: [Item]

  init(_ fields: Fields) throws {
    dilemmas = try fields["dilemmas"]
    scales = try fields["scales"]
    priorities = try fields["priorities"]
    principles = try fields["principles"]
  }
}

extension Agenda.Item {
  init(_ fields: Fields) throws {
    id = try fields["id"]
    label = try fields["label"]
    let text: Text? = try fields["text"]
    let question: Text? = try fields["question"]
    let advantage: Text? = try fields["advantage"]
    texts =
      [text, question.map { Text(nl: "kernvraag: \($0.nl)?", en: "core question: \($0.en)?") }].compactMap { $0 }
      + (try fields.list("dilemmas")) + (try fields.list("points"))
      + [advantage.map { Text(nl: "voordeel: \($0.nl)", en: "advantage: \($0.en)") }].compactMap { $0 }
    source = try fields["source"]
  }
}
