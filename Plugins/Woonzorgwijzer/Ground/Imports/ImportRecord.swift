import WorkbenchKit

/// What is remembered of a file that was imported: enough to say of each number where it came from.
struct ImportRecord: FieldItem, Sendable, Hashable {
  enum Kind: String, FieldValue, CaseIterable, Sendable {
    case areas, health, own, geometry, rates, margins, population, counts, survival, bridge, supply, facilities
    case forecast
  }

  var kind: Kind
  var file: String
  var sha256: String
  var year: Int?
  /// `65+`; of health only.
  var age: String?
  /// `statline` or `wide`; of areas only. `start` of national starting values.
  var style: String?
  /// The municipality that was asked for; nil for the whole file.
  var only: String?
  /// How many areas were taken from the file.
  var rows: Int?
  var columns: [String]
  var evidence: Evidence
  /// Whether its counts of people stand in no publication: see `OwnFigures`.
  var isOwn = false
  /// What figures of one's own are; of these only, as are the three below it.
  var measure: OwnMeasure?
  /// The name that they were given.
  var figure: String?
  /// What they count or measure, in words.
  var unit: String?
  /// Where they come from, in words: a registration, a survey.
  var cited: String?
  private var rest: [String: JSON] = [:]

  static let starting = "start"

  var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
  var isInvented: Bool { evidence == .illustrative }

  /// What was taken from it, as a person says it.
  var what: Text {
    let year = year.map { " \($0)" } ?? ""
    return switch kind {
    case .areas: Text(nl: "kerncijfers\(year)", en: "key figures\(year)")
    case .health: Text(nl: "percentages\(year)", en: "percentages\(year)")
    case .own:
      Text(
        nl: "eigen cijfers\(figure.map { " '\($0)'" } ?? "")\(year)",
        en: "own figures\(figure.map { " '\($0)'" } ?? "")\(year)")
    case .bridge: Text(nl: "overzetting met \(fileName)", en: "carrying over with \(fileName)")
    default:
      style == Self.starting ? Text(nl: "landelijke beginwaarden", en: "national starting values") : .verbatim(fileName)
    }
  }

  init(
    kind: Kind, file: ReadFile, year: Int?, age: String? = nil, style: String? = nil, only: String?,
    columns: [String], evidence: Evidence
  ) {
    self.kind = kind
    self.file = file.path
    sha256 = file.sha256
    self.year = year
    self.age = age
    self.style = style
    self.only = only
    self.columns = columns
    self.evidence = evidence
  }

  init(_ fields: Fields) throws {
    kind = try fields["kind"]
    file = try fields["file"]
    sha256 = try fields["sha256"]
    year = try fields["year"]
    age = try fields["age"]
    style = try fields["style"]
    only = try fields["only"]
    rows = try fields["rows"]
    columns = try fields.list("columns")
    let word: String = try fields["evidence"]
    guard let evidence = Evidence(rawValue: word) else {
      throw FieldProblem(Text(nl: "is geen soort kennis", en: "is no kind of knowledge"), at: ["evidence"])
    }
    self.evidence = evidence
    isOwn = try fields["own"] ?? false
    measure = try fields["measure"]
    figure = try fields["figure"]
    unit = try fields["unit"]
    cited = try fields["cited"]
    rest = fields.rest
  }

  var json: JSON {
    var members = rest
    members["columns"] = .array(columns.map(JSON.string))
    return .members(
      [
        "kind": .string(kind.rawValue), "file": .string(file), "sha256": .string(sha256),
        "evidence": .string(evidence.rawValue), "year": year.map { .number(Double($0)) }, "age": age.map(JSON.string),
        "own": isOwn ? .bool(true) : nil, "style": style.map(JSON.string), "only": only.map(JSON.string),
        "rows": rows.map { .number(Double($0)) }, "measure": (measure?.rawValue).map(JSON.string),
        "figure": figure.map(JSON.string), "unit": unit.map(JSON.string), "cited": cited.map(JSON.string),
      ], rest: members)
  }

  /// The input as a result notes it.
  ///
  /// - Parameter columns: those that were used.
  func input(columns: [String]) -> InputFile {
    InputFile(path: file, sha256: sha256, rows: rows, columns: columns, year: year, evidence: evidence)
  }
}
