import WorkbenchKit

/// Reads a file, finds out what it is, and puts it into the workspace.
struct Importer {
  let codebook: Codebook
  let context: Context
  /// The target groups that an analyst's table may name.
  var groups: [TargetGroup] = []
  var wanted: String?
  var year: Int?
  var scope = Scope(word: nil, place: nil)
  var encoding: DelimitedText.Encoding?
  /// The signs within numbers, as far as they are known.
  var marks = GivenMarks()
  var evidence: Evidence?
  var place: Place?
  var protection = Protection.strict
  /// The kinds of facilities that are known, and the one that was given for all points of a file.
  var kinds: [FacilityKind] = []
  var kind: String?

  /// Takes a file in; nothing is kept where it throws.
  ///
  /// - Throws: what the readers throw, `import.unrecognised`, `personal.found`.
  func take(_ path: String) throws -> [Imported] {
    let file = try context.read(path, at: place)
    var imported: [Imported]
    do { imported = try read(file) } catch let problem as Diagnostic { throw problem.at(place) }
    for index in imported.indices {
      try context.checkInterrupt()
      try compare(&imported[index])
      imported[index].record.rows = imported[index].counts.read
      let one = imported[index]
      try ImportedTables.store(one.table, as: one.name, one.record, key: one.key, in: context.workspace)
      context.workspace.note(one.record.input(columns: one.record.columns))
    }
    try CarriedTables.renew(Set(imported.compactMap(\.record.year)), codebook, in: context.workspace)
    return imported
  }

  /// Reads a file without keeping it.
  func read(_ file: ReadFile) throws -> [Imported] {
    if Self.isJSON(file.bytes) {
      let features = try file.bytes.withUnsafeBufferPointer { try GeoJSONFeatures($0) }
      let holds = features.arePoints ? "facilities" : "geometry"
      if let wanted, wanted != holds {
        throw FileKind.unrecognised(file.name, header: [], wanted: wanted)
      }
      let admitted = try features.admitted(by: protection, file.name)
      if features.arePoints { return try facilities(file).read(admitted ?? [], year: year) }
      return try GeometryReader(file: file, scope: scope, evidence: evidence ?? .measured).read(
        admitted, year: year)
    }
    let text = try DelimitedText(
      bytes: file.bytes, options: .init(marks: marks, encoding: encoding, name: file.name), protection: protection)
    let kind = FileKind.recognise(text.header)
    switch kind {
    case .areas(let style)? where wanted == nil || wanted == "areas":
      return try AreasReader(
        file: file, scope: scope, codebook: codebook, evidence: evidence ?? .measured
      ).read(text, style: style, year: year)
    case .health? where wanted == nil || wanted == "health":
      return try HealthReader(
        file: file, scope: scope, codebook: codebook, evidence: evidence ?? .modelled
      ).read(text, year: year)
    case .analyst(let sheet)? where wanted == nil || wanted == sheet.rawValue:
      return try read(text, file, as: sheet)
    case _ where wanted.flatMap(FileKind.AnalystSheetKind.init) != nil:
      // The reader itself names the column that is lacking.
      return try read(text, file, as: wanted.flatMap(FileKind.AnalystSheetKind.init) ?? .rates)
    case .supply? where wanted == nil || wanted == "supply":
      return try SupplyReader(
        file: file, scope: scope, evidence: evidence ?? .measured,
        atlas: try? Atlas(context.workspace)
      ).read(text, year: year)
    case .facilities? where wanted == nil || wanted == "facilities":
      return try facilities(file).read(text, year: year)
    default:
      throw FileKind.unrecognised(file.name, header: text.header, wanted: wanted)
    }
  }

  private func facilities(_ file: ReadFile) -> FacilitiesReader {
    FacilitiesReader(file: file, kinds: kinds, kind: kind, evidence: evidence ?? .measured)
  }

  private func read(_ text: DelimitedText, _ file: ReadFile, as kind: FileKind.AnalystSheetKind) throws -> [Imported] {
    switch kind {
    case .rates:
      try RatesReader(file: file, groups: groups, evidence: evidence ?? .assumed).read(text)
    case .margins:
      try MarginsReader(file: file, groups: groups, evidence: evidence ?? .measured).read(text)
    case .population:
      try PopulationReader(file: file, scope: scope, evidence: evidence ?? .measured).read(
        text, year: year)
    case .counts:
      try CountsReader(file: file, groups: groups, evidence: evidence ?? .measured).read(text)
    case .survival:
      try SurvivalReader(file: file, evidence: evidence ?? .assumed).read(text)
    }
  }

  /// Counts the areas that what was imported before does not know.
  private func compare(_ imported: inout Imported) throws {
    let counterparts =
      imported.record.kind == .areas
      ? context.workspace.names(.tables, prefix: ImportedTables.healthPrefix)
      : context.workspace.names(.tables, prefix: ImportedTables.areasPrefix)
    guard let newest = counterparts.max(by: { Self.year($0) < Self.year($1) }),
      let table = try context.workspace.table(newest), let known = table.column("code")?.texts,
      let codes = imported.table.column("code")?.texts
    else { return }
    let all = Set(known.compactMap { $0 })
    let names = imported.table.column("name")?.texts
    let municipalities = imported.table.column("municipality")?.texts
    let rows = codes.indices.filter { row in codes[row].map { !all.contains($0) } ?? false }
    imported.counts.unmatched = rows.map { row in
      let code = codes[row] ?? ""
      // Health figures have no names of their own.
      return names?[row].map { "\($0) (\(code))" } ?? municipalities?[row].map { "\(code) (\($0))" } ?? code
    }
    for row in rows {
      if let name = municipalities?[row] { imported.counts.unmatchedIn[name, default: 0] += 1 }
    }
    imported.counts.counterpart = Self.year(newest)
  }

  private static func year(_ table: String) -> Int {
    table.split(separator: ".").dropFirst(2).first.flatMap { Int($0) } ?? 0
  }

  private static func isJSON(_ bytes: [UInt8]) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes.dropFirst(start).first { $0 > 0x20 }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }
}
