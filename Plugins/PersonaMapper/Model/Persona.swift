import WorkbenchKit

/// Somebody who stands for people with the same needs, and whom nobody is.
struct Persona: Sendable, Hashable, NamedItem, FieldItem {
  let id: String
  var name: Text
  var description: Text?
  var x = PersonaPlace()
  var y = PersonaPlace()
  var needs: [Text] = []
  /// Channels that the persona likes, and those it does not want.
  var wants: [String] = []
  var avoids: [String] = []
  var source: Citation?
  /// Where the source sketches the persona.
  var sketch: Citation?
  var trace: PersonaTrace?
  /// What people said, kept on purpose.
  var keptQuotes: [String] = []
  private var rest: [String: JSON] = [:]

  var label: Text { name }
  var citations: [Citation?] { [source, sketch] + (x.sayings + y.sayings).map(\.source) }

  init(id: String, name: Text) {
    self.id = id
    self.name = name
  }

  /// Whether a word in small letters is the id or the name.
  func isCalled(_ word: String) -> Bool {
    word == id || word == name.nl.lowercased() || word == name.en.lowercased()
  }

  init(_ fields: Fields) throws {
    let id = try fields.name("id")
    self.init(id: id, name: try fields["name"] ?? .verbatim(id))
    description = try fields["description"]
    x = try PersonaPlace(fields, on: "x")
    y = try PersonaPlace(fields, on: "y")
    needs = try fields.list("needs")
    wants = try fields.list("wants")
    avoids = try fields.list("avoids")
    source = try fields["source"]
    sketch = try fields["sketch"]
    trace = try fields["trace"]
    keptQuotes = try fields.list("kept_quotes")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "id": .string(id), "name": name.json, "description": description?.json, "x": x.position.map(JSON.number),
        "y": y.position.map(JSON.number), "x_said": .array(x.sayings.map(\.json)),
        "y_said": .array(y.sayings.map(\.json)), "needs": .array(needs.map(\.json)),
        "wants": .array(wants.map(JSON.string)), "avoids": .array(avoids.map(JSON.string)), "source": source?.json,
        "sketch": sketch?.json, "trace": trace?.json, "kept_quotes": .array(keptQuotes.map(JSON.string)),
      ], rest: rest)
  }
}
