import TestSupport

/// One kind of file that the program reads, with files of that kind to begin with and what is done with them.
struct InputFamily: Sendable {
  enum Shape: Sendable {
    case bytes, lines, cells, json, markup
  }

  enum Reader: Sendable {
    /// Lines of a session that name the file as `FILE`.
    case session([String])
    case script, notebook, workspace, journal, operation, manifest, ballot, geoPackage
  }

  let name: String
  let ending: String
  let shape: Shape
  let reader: Reader
  let seeds: [[UInt8]]
  /// Puts what was damaged into the package around it.
  var pack: @Sendable ([UInt8]) -> [UInt8] = { $0 }

  static let all: [InputFamily] = [
    InputFamily(
      "csv", "csv", .cells, .session(["read FILE | describe", "read FILE | top 3 | to json"]),
      sheets { $0.hasSuffix(".csv") } + cases("tables", "csv")),
    InputFamily("tsv", "tsv", .cells, .session(["read FILE"]), [Seeds.tabs]),
    InputFamily("json", "json", .json, .session(["read FILE | describe"]), [Seeds.json] + cases("tables", "json")),
    InputFamily("jsonl", "jsonl", .json, .session(["read FILE"]), [Seeds.jsonLines]),
    InputFamily(
      "areas", "csv", .cells, .session(["wzw import FILE --year 2024", "wzw import FILE"]),
      [ExampleSheets.files["areas.csv"] ?? "", Seeds.keyFigures] + cases("areas", "csv")),
    InputFamily(
      "odata", "json", .json, .session(["wzw import FILE --year 2024"]),
      [Seeds.typedPage, Seeds.observations, Seeds.codeList]),
    InputFamily(
      "health", "csv", .cells, .session(["wzw import FILE --as health --year 2020", "wzw import FILE"]), [Seeds.health]),
    InputFamily(
      "population", "csv", .cells, .session(["wzw import FILE --as population --year 2024"]), [Seeds.population]),
    InputFamily(
      "rates", "csv", .cells, .session(["wzw import FILE --as rates"]), [ExampleSheets.files["rates.csv"] ?? ""]),
    InputFamily("margins", "csv", .cells, .session(["wzw import FILE --as margins"]), [Seeds.margins]),
    InputFamily("counts", "csv", .cells, .session(["wzw import FILE --as counts"]), [Seeds.counts]),
    InputFamily("survival", "csv", .cells, .session(["wzw import FILE --as survival"]), [Seeds.survival]),
    InputFamily("supply", "csv", .cells, .session(["wzw import FILE --as supply"]), [Seeds.supply]),
    InputFamily("facilities", "csv", .cells, .session(["wzw import FILE --as facilities"]), [Seeds.facilities]),
    InputFamily(
      "bridge", "csv", .cells, .session(["wzw bridge FILE --from 2022 --to 2024"]),
      [ExampleSheets.files["brug.csv"] ?? ""]),
    InputFamily(
      "geojson", "geojson", .json, .session(["wzw import FILE", "wzw import FILE --year 2024"]),
      [Seeds.boundaries] + cases("areas", "geojson")),
    InputFamily(
      "dmn", "dmn", .markup, .session(["rules import FILE"]),
      [ExampleSheets.files["risico.dmn"] ?? ""] + cases("rules", "dmn")),
    InputFamily("rules", "csv", .cells, .session(["rules import FILE"]), [ExampleSheets.files["voorrang.csv"] ?? ""]),
    InputFamily(
      "ocds", "json", .json, .session(["bid import FILE"]), [Seeds.release] + cases("exchange", "json")),
    InputFamily(
      "bids", "csv", .cells, .session(["bid import FILE"]),
      [ExampleSheets.files["bids.csv"] ?? ""] + cases("bids", "csv") + cases("exchange", "csv")),
    InputFamily(
      "arrangements", "csv", .cells, .session(["procure arrangements FILE"]),
      [ExampleSheets.files["arrangementen.csv"] ?? ""]),
    InputFamily(
      "scores", "csv", .cells, .session(["bid persona FILE"]), [ExampleSheets.files["reisscores.csv"] ?? ""]),
    InputFamily(
      "questions", "csv", .cells, .session(["bid questions FILE"]), [ExampleSheets.files["reis.csv"] ?? ""]),
    InputFamily(
      "cjml", "cjml", .markup, .session(["journey import FILE"]),
      [ExampleSheets.files["reis.cjml"] ?? ""] + cases("exchange", "xml")),
    InputFamily("journey", "csv", .cells, .session(["journey import FILE"]), [ExampleSheets.files["reis.csv"] ?? ""]),
    InputFamily(
      "statements", "csv", .cells, .session(["stelling import FILE", "stelling agree"]),
      [ExampleSheets.files["stellingen.csv"] ?? ""]),
    InputFamily(
      "shares", "csv", .cells, .session(["stelling grim FILE"]), [ExampleSheets.files["aandelen.csv"] ?? ""]),
    InputFamily(
      "personas", "csv", .cells, .session(["persona import FILE"]), [ExampleSheets.files["personas.csv"] ?? ""]),
    InputFamily("notebook", "md", .lines, .notebook, [ExampleSheets.files["blad.md"] ?? ""] + Seeds.notebooks),
    InputFamily("script", "lk", .lines, .script, [Seeds.script] + cases("workspace", "lk") + cases("pages", "lk")),
    InputFamily("workspace", "json", .json, .workspace, []),
    InputFamily("journal", "journal", .lines, .journal, []),
    InputFamily("operation", "json", .json, .operation, []),
    InputFamily("ballot", "csv", .cells, .ballot, []),
    InputFamily("manifest", "json", .json, .manifest, Seeds.manifests),
    InputFamily("workbook", "xlsx", .markup, tables, Packages.workbookParts, pack: Packages.workbook),
    InputFamily("document", "ods", .markup, tables, [Packages.documentContent], pack: Packages.document),
    InputFamily(
      "archive", "zip", .cells, .session(["contents FILE", "read FILE"]), [ExampleSheets.files["areas.csv"] ?? ""],
      pack: Packages.archive),
    InputFamily(
      "package", "xlsx", .bytes, tables, bytes: Packages.workbookParts.map { Packages.workbook(Array($0.utf8)) }),
    InputFamily("dbase", "dbf", .bytes, tables, bytes: [Packages.dbase]),
    InputFamily("geopackage", "gpkg", .bytes, .geoPackage, bytes: []),
  ]

  /// What is done with a file that may hold several tables.
  private static let tables = Reader.session([
    "contents FILE", "read FILE | describe", "read FILE!1 --header none", "read FILE --header-rows 2 --percent hundred",
    "wzw import FILE --year 2024",
  ])

  private init(
    _ name: String, _ ending: String, _ shape: Shape, _ reader: Reader, _ texts: [String] = [],
    bytes: [[UInt8]] = [], pack: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
  ) {
    self.name = name
    self.ending = ending
    self.shape = shape
    self.reader = reader
    self.pack = pack
    seeds = texts.filter { !$0.isEmpty }.map { Array($0.utf8) } + bytes
  }

  private static func sheets(_ isMeant: (String) -> Bool) -> [String] {
    ExampleSheets.files.filter { isMeant($0.key) }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// What went wrong once, where it is there.
  private static func cases(_ folder: String, _ ending: String) -> [String] {
    Places.cases.map { Seeds.texts(in: "\($0)/\(folder)", ending: ending) } ?? []
  }
}
