import WorkbenchKit

/// What is remembered of a file that was imported: enough to say of each number where it came from.
struct ImportRecord: Sendable, Hashable {
  enum Kind: String, Sendable {
    case areas, health, geometry, rates, margins, population, counts, survival, bridge, supply, facilities
  }

  var kind: Kind
  var file: String
  var sha256: String
  var year: Int?
  /// `65+`; of health only.
  var age: String?
  /// `statline` or `wide`; of areas only.
  var style: String?
  /// The municipality that was asked for; nil for the whole file.
  var only: String?
  /// How many areas were taken from the file.
  var rows: Int?
  var columns: [String]
  var evidence: Evidence

  var fileName: String { file.split(separator: "/").last.map(String.init) ?? file }
  var isInvented: Bool { evidence == .illustrative }

  /// What was taken from it, as a person says it.
  var what: Text {
    let year = year.map { " \($0)" } ?? ""
    return switch kind {
    case .areas: Text(nl: "kerncijfers\(year)", en: "key figures\(year)")
    case .health: Text(nl: "percentages\(year)", en: "percentages\(year)")
    case .bridge: Text(nl: "overzetting met \(fileName)", en: "carrying over with \(fileName)")
    default: .verbatim(fileName)
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

  init?(json: JSON) {
    guard let kind = json["kind"]?.string.flatMap(Kind.init), let file = json["file"]?.string,
      let sha256 = json["sha256"]?.string, let evidence = json["evidence"]?.string.flatMap(Evidence.init)
    else { return nil }
    self.kind = kind
    self.file = file
    self.sha256 = sha256
    self.evidence = evidence
    year = json["year"]?.int
    age = json["age"]?.string
    style = json["style"]?.string
    only = json["only"]?.string
    rows = json["rows"]?.int
    columns = (json["columns"]?.array ?? []).compactMap(\.string)
  }

  var json: JSON {
    var members: [String: JSON] = [
      "kind": .string(kind.rawValue), "file": .string(file), "sha256": .string(sha256),
      "evidence": .string(evidence.rawValue), "columns": .array(columns.map(JSON.string)),
    ]
    if let year { members["year"] = .number(Double(year)) }
    if let age { members["age"] = .string(age) }
    if let style { members["style"] = .string(style) }
    if let only { members["only"] = .string(only) }
    if let rows { members["rows"] = .number(Double(rows)) }
    return .object(members)
  }

  /// The input as a result notes it.
  ///
  /// - Parameter columns: those that were used.
  func input(columns: [String]) -> InputFile {
    InputFile(path: file, sha256: sha256, rows: rows, columns: columns, year: year, evidence: evidence)
  }
}
