import WorkbenchKit

/// What became of a municipality of 2017 that is there no more.
struct MunicipalityChange: FieldItem, Hashable {
  let old: String
  /// More than one where it was divided; which part went where is not known here.
  let new: [String]
  let date: CalendarDate?
  let source: Citation?

  init(_ fields: Fields) throws {
    old = try fields["old"]
    new = try fields.list("new")
    date = try fields["date"]
    source = try fields["source"]
  }

  init(old: String, new: [String]) { (self.old, self.new, date, source) = (old, new, nil, nil) }
}

/// A municipality that is there still, as the file of 2024 spells it.
struct MunicipalitySpelling: FieldItem, Hashable {
  let name: String
  let now: String
  let source: Citation

  init(_ fields: Fields) throws {
    name = try fields["name"]
    now = try fields["now"]
    source = try fields["source"]
  }
}

extension Context {
  var shippedChanges: MunicipalityChanges {
    get throws {
      let changes: [MunicipalityChange] = try knowledge.items("successors", list: "changes", in: self)
      let spelled: [MunicipalitySpelling] = try knowledge.items("successors", list: "spelled", in: self)
      return MunicipalityChanges(changes, spelled: spelled)
    }
  }
}

/// The way from the municipalities of 2017 to those of today.
struct MunicipalityChanges: Sendable {
  private let byOld: [String: MunicipalityChange]
  private let spellings: [String: String]
  let citations: [Citation]

  init(_ changes: [MunicipalityChange], spelled: [MunicipalitySpelling] = []) {
    byOld = Dictionary(changes.map { (PlaceName($0.old).key, $0) }, uniquingKeysWith: { first, _ in first })
    spellings = Dictionary(
      spelled.map { (PlaceName($0.name).key, $0.now) }, uniquingKeysWith: { first, _ in first })
    let divisions = changes.first?.source.map { source in
      Citation(id: source.id, place: Text(nl: "indelingen 2018 tot en met 2023", en: "divisions 2018 through 2023"))
    }
    citations = [divisions, spelled.first?.source].compactMap { $0 }
  }

  /// What a municipality of 2017 is today: its name, those that it went into, or as it is spelled now.
  func now(_ municipality: String) -> [String] {
    let key = PlaceName(municipality).key
    return byOld[key]?.new ?? [spellings[key] ?? municipality]
  }

  /// What became of a municipality; nil where it is there still.
  func change(_ municipality: String) -> MunicipalityChange? { byOld[PlaceName(municipality).key] }

  /// The municipalities that a list has become, each once, in the order of the list.
  func successors(_ municipalities: [String]) -> [String] {
    var seen: Set<String> = []
    return municipalities.flatMap(now).filter { seen.insert(PlaceName($0).key).inserted }
  }
}
