import WorkbenchKit

/// Somebody who stands for people with the same needs, and whom nobody is.
struct Persona: Sendable, Hashable, Named {
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

  var label: Text { name }

  init(id: String, name: Text) {
    self.id = id
    self.name = name
  }

  /// Whether a word in small letters is the id or the name.
  func isCalled(_ word: String) -> Bool {
    word == id || word == name.nl.lowercased() || word == name.en.lowercased()
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, !id.isEmpty else { return nil }
    self.init(id: id, name: json.text("name") ?? .verbatim(id))
    description = json.text("description")
    x = PersonaPlace(json, "x")
    y = PersonaPlace(json, "y")
    needs = json.items("needs", Text.init(json:))
    wants = json.strings("wants")
    avoids = json.strings("avoids")
    source = Citation(json["source"])
    sketch = Citation(json["sketch"])
    trace = PersonaTrace(json["trace"])
    keptQuotes = json.strings("kept_quotes")
  }

  var json: JSON {
    .members([
      "id": .string(id), "name": name.json, "description": description?.json, "x": x.position.map(JSON.number),
      "y": y.position.map(JSON.number), "x_said": x.sayingsJSON, "y_said": y.sayingsJSON,
      "needs": .array(needs.map(\.json)), "wants": .array(wants.map(JSON.string)),
      "avoids": .array(avoids.map(JSON.string)), "source": source?.json, "sketch": sketch?.json, "trace": trace?.json,
      "kept_quotes": .array(keptQuotes.map(JSON.string)),
    ])
  }
}

/// How a persona came out of answers: by what, of which rows of which file.
struct PersonaTrace: Sendable, Hashable {
  /// A need that sets the persona apart.
  struct Need: Sendable, Hashable {
    let need: String
    let value: String
    /// Of those in the group who answered, how many say so; and of all.
    let count: Int
    let answered: Int
    let countOfAll: Int
    let answeredOfAll: Int

    /// How much more often it is said in the group than by all; 1 is as often.
    var lift: Double {
      guard answered > 0, answeredOfAll > 0, countOfAll > 0 else { return 1 }
      return Double(count) / Double(answered) / (Double(countOfAll) / Double(answeredOfAll))
    }

    var words: String {
      value == "1" || value == "ja" || value == "yes" || value == "true" ? need : "\(need): \(value)"
    }

    var json: JSON {
      .members([
        "need": .string(need), "value": .string(value), "count": .number(Double(count)),
        "answered": .number(Double(answered)), "count_of_all": .number(Double(countOfAll)),
        "answered_of_all": .number(Double(answeredOfAll)),
      ])
    }

    init(need: String, value: String, count: Int, answered: Int, countOfAll: Int, answeredOfAll: Int) {
      (self.need, self.value, self.count, self.answered) = (need, value, count, answered)
      (self.countOfAll, self.answeredOfAll) = (countOfAll, answeredOfAll)
    }

    init?(_ json: JSON) {
      guard let need = json["need"]?.string, let value = json["value"]?.string else { return nil }
      self.init(
        need: need, value: value, count: json["count"]?.int ?? 0, answered: json["answered"]?.int ?? 0,
        countOfAll: json["count_of_all"]?.int ?? 0, answeredOfAll: json["answered_of_all"]?.int ?? 0)
    }
  }

  var file: String
  var sha256: String
  var method: String
  /// How many groups there were, and how many rows in all.
  var k: Int
  var rowCount: Int
  /// Rows of the file or respondents in order, counted from 1, that the group consists of.
  var rows: [Int]
  /// The row that stands for the group.
  var medoid: Int
  var silhouette: Double?
  var stability: Double?
  var needs: [Need]
  /// What the group has most of in each column, or in the middle, to assign others by.
  var profile: [String: String]
  /// The columns of the profile that are quantities.
  var numbers: [String] = []
  /// How far from the profile somebody may lie and still be near.
  var limit: Double?

  init(
    file: String, sha256: String, method: String, k: Int, rowCount: Int, rows: [Int], medoid: Int, silhouette: Double?,
    stability: Double?, needs: [Need], profile: [String: String]
  ) {
    (self.file, self.sha256, self.method, self.k, self.rowCount) = (file, sha256, method, k, rowCount)
    (self.rows, self.medoid, self.silhouette, self.stability) = (rows, medoid, silhouette, stability)
    (self.needs, self.profile) = (needs, profile)
  }

  init?(_ json: JSON?) {
    guard let json, let file = json["file"]?.string else { return nil }
    self.init(
      file: file, sha256: json["sha256"]?.string ?? "", method: json["method"]?.string ?? "", k: json["k"]?.int ?? 0,
      rowCount: json["row_count"]?.int ?? 0, rows: json.items("rows") { $0.int }, medoid: json["medoid"]?.int ?? 0,
      silhouette: json["silhouette"]?.number, stability: json["stability"]?.number,
      needs: json.items("needs", Need.init), profile: (json["profile"]?.object ?? [:]).compactMapValues(\.string))
    numbers = json.strings("numbers")
    limit = json["limit"]?.number
  }

  var json: JSON {
    .members([
      "file": .string(file), "sha256": .string(sha256), "method": .string(method), "k": .number(Double(k)),
      "row_count": .number(Double(rowCount)), "rows": .array(rows.map { .number(Double($0)) }),
      "medoid": .number(Double(medoid)), "silhouette": silhouette.map(JSON.number),
      "stability": stability.map(JSON.number), "needs": .array(needs.map(\.json)),
      "profile": .object(profile.mapValues(JSON.string)), "numbers": .array(numbers.map(JSON.string)),
      "limit": limit.map(JSON.number),
    ])
  }
}
