import WorkbenchKit

/// Where in a publication something stands.
struct Citation: Sendable, Hashable {
  /// The key of the publication in `sources.json`.
  let id: String
  /// Chapter, annex or article.
  let place: Text
  /// Lines of the seed's text, from and to; nil for a law or an article.
  let lines: ClosedRange<Int>?

  init?(_ json: JSON?) {
    guard let id = json?["id"]?.string, let place = json?["place"].flatMap(Text.init(json:)) else { return nil }
    self.id = id
    self.place = place
    let ends = json?["lines"]?.array?.compactMap(\.int) ?? []
    lines = ends.count == 2 && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
  }

  var json: JSON {
    var members: [String: JSON] = ["id": .string(id), "place": place.json]
    members["lines"] = lines.map { [.number(Double($0.lowerBound)), .number(Double($0.upperBound))] }
    return .object(members)
  }

  /// `gebiedsgericht-2016, 3.1.2`.
  var shown: Text { .verbatim("\(id), ") + place }
}

/// Something that a source says, in our words; or what the team reads in it, and then it says so.
struct Statement: Sendable, Hashable {
  let text: Text
  let source: Citation?
  let isReading: Bool

  init?(_ json: JSON) {
    guard let text = json["text"].flatMap(Text.init(json:)) else { return nil }
    self.text = text
    source = Citation(json["source"])
    isReading = json["reading"]?.bool ?? false
  }

  static func list(_ json: JSON?) -> [Statement] { (json?.array ?? []).compactMap(Statement.init) }

  /// With a mark behind what is a reading.
  var shown: Text { isReading ? text + Text(nl: " (onze lezing)", en: " (our reading)") : text }
}
