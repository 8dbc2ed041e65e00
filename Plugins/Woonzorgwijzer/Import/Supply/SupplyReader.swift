import WorkbenchKit

/// Reads what there is of something per area: `area,item,capacity,unit,source`.
struct SupplyReader {
  private struct Row: Hashable {
    let code: String
    let item: String
    let capacity: Double
    let unit: String?
    let from: String?
  }

  let file: ReadFile
  let scope: Scope
  let evidence: Evidence
  /// The areas that are loaded, to find names in; nil where none are.
  let atlas: Atlas?

  /// - Throws: `import.unrecognised`, `import.nothing`, `file.ragged`, `area.unknown`, `area.ambiguous`.
  func read(_ text: DelimitedText, year: Int?) throws -> [Imported] {
    if text.raggedCount > 0 { _ = try text.table() }
    guard let columns = SupplyColumns(text.header) else {
      throw FileKind.unrecognised(file.name, header: text.header, wanted: "supply")
    }
    // `1.250` places are 1,250 where the rest of the file does not tell: nobody counts them to the third decimal.
    let text = text.settled(whole: [columns.capacity])
    var counts = ImportCounts()
    counts.columns = ColumnAccount.all(
      text, used: [columns.area, columns.item, columns.capacity, columns.unit, columns.source])
    let only = try scope.code(among: municipalities)
    let capacities = text.numbers(column: columns.capacity).values
    counts.numbers = text.numberNotices(of: [columns.capacity])
    let areas = text.texts(column: columns.area)
    let items = text.texts(column: columns.item)
    let units = columns.unit.map { text.texts(column: $0) }
    let sources = columns.source.map { text.texts(column: $0) }
    var rows: [Row] = []
    var seen: Set<Row> = []
    // A name is sought once.
    var code = Remembered(code)
    for index in 0..<text.rowCount {
      let line = text.line(ofRow: index)
      do {
        let row = Row(
          code: try code(areas[index] ?? "").get(), item: try item(items[index]),
          capacity: try capacity(capacities[index], text.cell(row: index, column: columns.capacity)),
          unit: units?[index], from: sources?[index])
        if let only, !AreaCode.holds(only, row.code) {
          counts.outside += 1
        } else if seen.insert(row).inserted {
          rows.append(row)
        } else {
          throw Unusable(Text(nl: "staat er al", en: "is there already"))
        }
      } catch let problem as Unusable {
        counts.leaveOut(Text(nl: "regel \(line) (\(problem.why.nl))", en: "line \(line) (\(problem.why.en))"))
      }
    }
    if rows.isEmpty { throw nothing(counts) }
    describe(rows, &counts)
    let table = Table(
      title: Text(nl: "Aanbod", en: "Supply"),
      columns: [
        .texts("code", rows.map(\.code)), .texts("item", rows.map(\.item)),
        .numbers("capacity", rows.map(\.capacity)), .texts("unit", rows.map(\.unit)),
        .texts("from", rows.map(\.from)),
      ])
    let record = ImportRecord(
      kind: .supply, file: file, year: year, only: only, columns: [text.header[columns.capacity]], evidence: evidence)
    return [
      Imported(
        name: ImportedTables.supply, table: table, record: record, counts: counts, key: ["code", "item", "from"])
    ]
  }

  private struct Unusable: Error {
    let why: Text

    init(_ why: Text) { self.why = why }
  }

  /// The code of an area.
  private func code(_ word: String) -> Result<String, Unusable> {
    if word.trimmedOfPadding.isEmpty { return .failure(Unusable(Text(nl: "geen gebied", en: "no area"))) }
    if let code = AreaCode.given(word) { return .success(code) }
    guard let atlas else {
      return .failure(
        Unusable(
          Text(
            nl: "'\(word)' is geen code, en er zijn geen gebieden ingelezen om de naam in te zoeken",
            en: "'\(word)' is no code, and no areas are imported to seek the name in")))
    }
    do { return .success(try AreaSearch(atlas: atlas).one(word).code) } catch {
      return .failure(Unusable((error as? Diagnostic)?.message ?? .verbatim(word)))
    }
  }

  private func item(_ word: String?) throws -> String {
    guard let word, !word.trimmedOfPadding.isEmpty else { throw Unusable(Text(nl: "geen item", en: "no item")) }
    return FacilityKind.folded(word)
  }

  private func capacity(_ number: Double, _ cell: String) throws -> Double {
    if number >= 0 { return number }
    let cell = cell.trimmedOfPadding
    throw Unusable(
      cell.isEmpty || cell == "."
        ? Text(nl: "geen capaciteit", en: "no capacity")
        : Text(nl: "capaciteit '\(cell)'", en: "capacity '\(cell)'"))
  }

  private var municipalities: [String: String] {
    let areas = atlas?.areas(.gemeente) ?? []
    return Dictionary(areas.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  private func describe(_ rows: [Row], _ counts: inout ImportCounts) {
    counts.read = rows.count
    let areas = Set(rows.map(\.code)).count
    let items = Set(rows.map(\.item)).sorted()
    let list = Text.list(items, atMost: 6)
    let many = Text.counted(rows.count, Text(nl: "regel", en: "row"), Text(nl: "regels", en: "rows"))
    let places = Text.counted(areas, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
    counts.summary = Text(
      nl: "gelezen \(many.nl) voor \(places.nl): \(list.nl)",
      en: "read \(many.en) for \(places.en): \(list.en)")
    let unsaid = rows.count { $0.from == nil }
    if unsaid > 0 {
      counts.remarks.append(
        .counted(
          unsaid, Text(nl: "regel noemt geen bron", en: "row names no source"),
          Text(nl: "regels noemen geen bron", en: "rows name no source")))
    }
  }

  private func nothing(_ counts: ImportCounts) -> Diagnostic {
    let why = Text.joined(counts.unusable, by: ", ")
    return Diagnostic(
      "import.nothing",
      Text(
        nl: "'\(file.name)' heeft geen enkele bruikbare regel" + (why.nl.isEmpty ? "" : ": \(why.nl)"),
        en: "'\(file.name)' has not a single usable row" + (why.en.isEmpty ? "" : ": \(why.en)")),
      wayOut: Text(
        nl: "elke regel heeft een gebied, een item en een capaciteit van 0 of meer; er is niets ingelezen",
        en: "each row has an area, an item and a capacity of 0 or more; nothing was imported"))
  }
}
