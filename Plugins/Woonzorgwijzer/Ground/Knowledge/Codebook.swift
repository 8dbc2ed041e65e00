import WorkbenchKit

/// What columns of CBS and RIVM mean, which age groups there are, where figures come from.
struct Codebook: Sendable {
  /// Something that CBS measures of an area, under the names that its files give it.
  struct Measure: FieldItem, Sendable {
    let name: String
    let stems: [String]
    let label: Text
    let countsPeople: Bool
    let decimals: Int
    let unit: Unit?
  }

  /// Something that RIVM publishes as a percentage of a group.
  struct Indicator: FieldItem, Sendable {
    let stem: String
    let label: Text
    /// What follows "192 of the 650 people".
    let phrase: Text

    init(_ fields: Fields) throws {
      stem = try fields["stem"]
      label = try fields["label"]
      phrase = try fields["phrase"]
    }
  }

  /// An age group of RIVM, and how many people it has out of the bands of CBS.
  struct Age: FieldItem, Sendable {
    struct Band: FieldItem, Sendable {
      let measure: String
      /// The part of the band that belongs to the group: `numerator / denominator`.
      let numerator: Double
      let denominator: Double
    }

    let code: String
    let name: String
    let label: Text
    let people: Text
    let bands: [Band]
    let assumption: Text?

    /// As it stands above a column: `65+`, and of everybody in words.
    var short: Text { name == AgeRange.all.label ? people : .verbatim(name) }
  }

  let measures: [Measure]
  let indicators: [String: Indicator]
  let ages: [Age]
  private let publications: [String: Publication]

  init(_ context: Context) throws {
    measures = try context.knowledge.items("measures", in: context)
    let texts: [Indicator] = try context.knowledge.items("indicators", in: context)
    indicators = Dictionary(texts.map { ($0.stem, $0) }, uniquingKeysWith: { first, _ in first })
    ages = try context.knowledge.items("ages", in: context)
    publications = try context.publications
  }

  /// What a column of a file holds, whatever its name: a measure or an indicator that is known; nil for any other, since a
  /// stem alone (`Waarde`, `BuitenEuropa`) may stand for several.
  func meaning(of column: String) -> String? {
    let stem = Stem.of(column)
    return measures.first { $0.stems.contains(stem) }?.name ?? indicators[stem]?.stem
  }

  func measure(_ name: String) -> Measure? { measures.first { $0.name == name } }

  /// The age group with this name (`65+`) or this code of RIVM (`80200`).
  func age(_ word: String) -> Age? { ages.first { $0.name == word || $0.code == word } }

  /// The publication that figures of a kind and a year come from; without a year the publication itself.
  func source(_ kind: String, year: Int?) -> Source? {
    guard let publication = publications[kind] else { return nil }
    guard let year else { return publication.source(kind) }
    return Source(
      id: "\(kind)-\(year)", title: "\(publication.title) \(year)", publisher: publication.publisher,
      date: String(year), place: publication.place, licence: publication.licence)
  }

  /// The publication that a file of key figures or percentages is of; figures of one's own are of none.
  func publication(of record: ImportRecord?, _ kind: ImportRecord.Kind = .areas, year: Int?) -> Source? {
    if record?.isInvented == true { return source("demo", year: nil) }
    if let record, record.isOwn {
      let title = record.cited.map { "\($0) (\(record.fileName))" } ?? record.fileName
      return .own(title, year: record.year ?? year)
    }
    return source(kind == .health ? "rivm-health" : "cbs-kwb", year: year)
  }
}

extension FigureOrigin {
  /// Adds the publications of starting values.
  mutating func add(sourcesOf marks: [StartingMark], _ codebook: Codebook) {
    for id in marks.flatMap(\.publications) {
      if let source = codebook.source(id, year: nil) { add(source) }
    }
  }
}

extension Codebook.Measure {
  /// Whether it counts people, households or dwellings, so that those of several areas add up.
  var isCount: Bool { [.persons, .households, .dwellings].contains(unit) }

  init(_ fields: Fields) throws {
    name = try fields["name"]
    stems = try fields.list("stems")
    label = try fields["label"]
    countsPeople = try fields["people"] ?? false
    decimals = try fields["decimals"] ?? 0
    let unit: String? = try fields["unit"]
    self.unit = [.persons, .households, .dwellings, .percent, .kilometres].first { $0.name == unit }
  }
}

extension Codebook.Age {
  init(_ fields: Fields) throws {
    code = try fields["code"]
    name = try fields["name"]
    label = try fields["label"]
    people = try fields["people"]
    bands = try fields.list("bands")
    assumption = try fields["assumption"]
  }
}

extension Codebook.Age.Band {
  init(_ fields: Fields) throws {
    measure = try fields["measure"]
    numerator = try fields["numerator"] ?? 1
    denominator = try fields["denominator"] ?? 1
  }
}
