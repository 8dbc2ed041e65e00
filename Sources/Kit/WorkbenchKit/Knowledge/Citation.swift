/// Where in a publication something stands; every item of a knowledge base has one.
public struct Citation: Sendable, Hashable, FieldItem {
  /// The key of the publication in `sources.json`.
  public let id: String
  /// Chapter, annex, article or figure.
  public let place: Text
  /// Lines of the publication's text, from and to; nil where it has none.
  public let lines: ClosedRange<Int>?
  /// Whom the publication has it from, where it says so.
  public let from: String?
  private var rest: [String: JSON] = [:]

  /// Makes a citation.
  public init(id: String, place: Text, lines: ClosedRange<Int>? = nil, from: String? = nil) {
    self.id = id
    self.place = place
    self.lines = lines
    self.from = from
  }

  /// Reads it out of an item of a file.
  public init(_ fields: Fields) throws {
    id = try fields["id"]
    place = try fields["place"]
    let ends: [Int]? = try fields["lines"]
    lines = try ends.map { ends in
      guard ends.count == 2, ends[0] <= ends[1] else {
        throw FieldProblem(Text(nl: "is geen begin en eind", en: "is no beginning and end"), at: ["lines"])
      }
      return ends[0]...ends[1]
    }
    from = try fields["from"]
    rest = fields.rest
  }

  /// As it stands in a file.
  public var json: JSON {
    .members(
      [
        "id": .string(id), "place": place.json,
        "lines": lines.map { [.number(Double($0.lowerBound)), .number(Double($0.upperBound))] },
        "from": from.map(JSON.string),
      ], rest: rest)
  }

  /// `bijlage 1 (RIGO)`.
  public var within: Text { from.map { place + .verbatim(" (\($0))") } ?? place }
  /// `wmo-uitvoering-2017, bijlage D`.
  public var shown: Text { .verbatim("\(id), ") + within }
}

/// Something that a source says, in our words; or what the team reads in it, and then it says so.
public struct Statement: Sendable, Hashable, FieldItem {
  /// What is said.
  public let text: Text
  /// Where it is said; nil where the source is not given.
  public let source: Citation?
  /// Whether it is a reading and not what the text itself says.
  public let isReading: Bool

  /// Makes a statement.
  public init(text: Text, source: Citation?, isReading: Bool = false) {
    self.text = text
    self.source = source
    self.isReading = isReading
  }

  /// Reads it out of an item of a file.
  public init(_ fields: Fields) throws {
    text = try fields["text"]
    source = try fields["source"]
    isReading = try fields["reading"] ?? false
  }

  /// With a mark behind what is a reading.
  public var shown: Text { isReading ? text + Text(nl: " (onze lezing)", en: " (our reading)") : text }

  /// What the sources do not say, as a value in tables; the same in both languages, for it is part of the interface.
  public static let unknown = "onbekend"
}
