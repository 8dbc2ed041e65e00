import WorkbenchKit

/// Where in a publication something stands; every item of the knowledge base has one.
struct Citation: Sendable, Hashable {
  /// The key of the publication in `sources.json`.
  let id: String
  /// Chapter, annex, article or rule.
  let place: Text
  /// Lines of the seed's text, from and to; nil for a publication that is no seed.
  let lines: ClosedRange<Int>?

  init?(_ json: JSON?) {
    guard let id = json?["id"]?.string, let place = json?["place"].flatMap(Text.init(json:)) else { return nil }
    self.id = id
    self.place = place
    let lines = (json?["lines"]?.array ?? []).compactMap(\.int)
    self.lines = lines.count == 2 && lines[0] <= lines[1] ? lines[0]...lines[1] : nil
  }
}

/// Something that a source says, in our words.
struct Statement: Sendable, Hashable {
  let text: Text
  let source: Citation

  init?(_ json: JSON?) {
    guard let text = json?["text"].flatMap(Text.init(json:)), let source = Citation(json?["source"]) else { return nil }
    self.text = text
    self.source = source
  }

  init(text: Text, source: Citation) {
    self.text = text
    self.source = source
  }

  /// The statements of a field; none where it is `onbekend`.
  static func list(_ json: JSON?) -> [Statement] { (json?.array ?? []).compactMap { Statement($0) } }
}
