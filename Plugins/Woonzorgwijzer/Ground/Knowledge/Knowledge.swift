import WorkbenchKit

/// The plugin's data: what columns of CBS and RIVM mean, which age groups there are, where it all comes from.
struct Knowledge: Sendable {
  /// Something that CBS measures of an area, under the names that its files give it.
  struct Measure: Sendable {
    let name: String
    let stems: [String]
    let label: Text
    let countsPeople: Bool
    let decimals: Int
    let unit: Unit?
  }

  /// Something that RIVM publishes as a percentage of a group.
  struct IndicatorText: Sendable {
    let label: Text
    /// What follows "192 of the 650 people".
    let phrase: Text
  }

  /// An age group of RIVM, and how many people it has out of the bands of CBS.
  struct Age: Sendable {
    struct Band: Sendable {
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
  }

  let measures: [Measure]
  let indicators: [String: IndicatorText]
  let ages: [Age]
  private let sources: [String: JSON]

  init(measures: JSON, indicators: JSON, ages: JSON, sources: JSON) {
    self.measures = (measures["measures"]?.array ?? []).compactMap(Self.measure)
    var texts: [String: IndicatorText] = [:]
    for item in indicators["indicators"]?.array ?? [] {
      guard let stem = item["stem"]?.string, let label = item["label"].flatMap(Text.init(json:)),
        let phrase = item["phrase"].flatMap(Text.init(json:))
      else { continue }
      texts[stem] = IndicatorText(label: label, phrase: phrase)
    }
    self.indicators = texts
    self.ages = (ages["ages"]?.array ?? []).compactMap(Self.age)
    self.sources = sources.object ?? [:]
  }

  func measure(_ name: String) -> Measure? { measures.first { $0.name == name } }

  /// The age group with this name (`65+`) or this code of RIVM (`80200`).
  func age(_ word: String) -> Age? { ages.first { $0.name == word || $0.code == word } }

  /// The publication that figures of a kind and a year come from; without a year the publication itself.
  func source(_ kind: String, year: Int?) -> Source? {
    guard let item = sources[kind], let title = item["title"]?.string, let publisher = item["publisher"]?.string
    else { return nil }
    return Source(
      id: year.map { "\(kind)-\($0)" } ?? kind, title: year.map { "\(title) \($0)" } ?? title, publisher: publisher,
      date: year.map(String.init) ?? item["date"]?.string ?? "", place: item["place"]?.string,
      licence: item["licence"]?.string)
  }

  /// The publication that a file of key figures or percentages is of.
  func publication(of record: ImportRecord?, _ kind: ImportRecord.Kind = .areas, year: Int?) -> Source? {
    if record?.isInvented == true { return source("demo", year: nil) }
    return source(kind == .health ? "rivm-health" : "cbs-kwb", year: year)
  }

  private static func measure(_ item: JSON) -> Measure? {
    guard let name = item["name"]?.string, let label = item["label"].flatMap(Text.init(json:)) else { return nil }
    let units: [Unit] = [.persons, .households, .dwellings, .percent, .kilometres]
    return Measure(
      name: name, stems: (item["stems"]?.array ?? []).compactMap(\.string), label: label,
      countsPeople: item["people"]?.bool ?? false, decimals: item["decimals"]?.int ?? 0,
      unit: units.first { $0.name == item["unit"]?.string })
  }

  private static func age(_ item: JSON) -> Age? {
    guard let code = item["code"]?.string, let name = item["name"]?.string,
      let label = item["label"].flatMap(Text.init(json:)), let people = item["people"].flatMap(Text.init(json:))
    else { return nil }
    let bands = (item["bands"]?.array ?? []).compactMap { band -> Age.Band? in
      guard let measure = band["measure"]?.string else { return nil }
      return Age.Band(
        measure: measure, numerator: band["numerator"]?.number ?? 1, denominator: band["denominator"]?.number ?? 1)
    }
    return Age(
      code: code, name: name, label: label, people: people, bands: bands,
      assumption: item["assumption"].flatMap(Text.init(json:)))
  }
}
