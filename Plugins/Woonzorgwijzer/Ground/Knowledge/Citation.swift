import WorkbenchKit

/// Where in a publication something stands; every item of the knowledge base has one.
struct Citation: Sendable, Hashable {
  /// The key of the publication in `sources.json`.
  let id: String
  /// Chapter, annex or table.
  let place: Text
  /// Lines of the seed's text, from and to.
  let lines: ClosedRange<Int>
  /// Whom the publication has it from, where it says so.
  let from: String?

  init?(_ json: JSON?) {
    guard let id = json?["id"]?.string, let place = json?["place"].flatMap(Text.init(json:)),
      let lines = json?["lines"]?.array?.compactMap(\.int), lines.count == 2, lines[0] <= lines[1]
    else { return nil }
    self.id = id
    self.place = place
    self.lines = lines[0]...lines[1]
    from = json?["from"]?.string
  }

  /// `bijlage 1 (RIGO)`.
  var shown: Text { from.map { Text(nl: "\(place.nl) (\($0))", en: "\(place.en) (\($0))") } ?? place }
}

/// Something that a source says, in our words.
struct Statement: Sendable {
  let text: Text
  let source: Citation

  init?(_ json: JSON) {
    guard let text = json["text"].flatMap(Text.init(json:)), let source = Citation(json["source"]) else { return nil }
    self.text = text
    self.source = source
  }

  init(text: Text, source: Citation) {
    self.text = text
    self.source = source
  }

  static func list(_ json: JSON?) -> [Statement] { (json?.array ?? []).compactMap(Statement.init) }
}
