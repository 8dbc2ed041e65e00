import WorkbenchKit

/// Reads facilities as points on the map, out of a delimited file or GeoJSON; their addresses are not kept.
struct FacilitiesReader {
  /// One point as the file gives it, before anything is made of it.
  private struct Given {
    /// What the report calls it.
    let title: Text
    let kind: String?
    let name: String?
    let people: String?
    /// Nil where the text is none.
    var number: Double?
    var longitude = Double.nan
    var latitude = Double.nan
    var x = Double.nan
    var y = Double.nan
  }

  private struct Row: Hashable {
    let kind: String
    let name: String?
    let point: FacilityPoint
    /// Nil where the file does not say: one that is missing would differ from itself.
    let people: Double?
  }

  let file: ReadFile
  let kinds: [FacilityKind]
  /// The kind that was given for all points.
  let kind: String?
  let evidence: Evidence
  /// The signs within numbers, as far as they are known.
  let marks: GivenMarks

  /// - Throws: `import.unrecognised`, `import.nothing`, `argument.missing` without a kind, `file.ragged`.
  func read(_ text: DelimitedText, year: Int?) throws -> [Imported] {
    if text.raggedCount > 0 { _ = try text.table() }
    guard let columns = FacilityColumns(text.header) else {
      throw FileKind.unrecognised(file.name, header: text.header, wanted: "facilities")
    }
    // Degrees have no thousands, and RD is never below a thousand metres.
    let text = text.settled(
      whole: [columns.people, columns.plane?.x, columns.plane?.y].compactMap(\.self),
      fractions: [columns.geographic?.longitude, columns.geographic?.latitude].compactMap(\.self))
    let texts = { (column: Int?) in column.map { text.texts(column: $0) } }
    let (kinds, names, people) = (texts(columns.kind), texts(columns.name), texts(columns.people))
    let numbers = { (column: Int?) in column.map { text.numbers(column: $0).values } }
    let (longitudes, latitudes) = (numbers(columns.geographic?.longitude), numbers(columns.geographic?.latitude))
    let (xs, ys) = (numbers(columns.plane?.x), numbers(columns.plane?.y))
    let counts = numbers(columns.people)
    let given = (0..<text.rowCount).map { row in
      let line = text.line(ofRow: row)
      return Given(
        title: Text(nl: "regel \(line)", en: "line \(line)"), kind: kinds?[row], name: names?[row],
        people: people?[row], number: counts?[row], longitude: longitudes?[row] ?? .nan,
        latitude: latitudes?[row] ?? .nan,
        x: xs?[row] ?? .nan, y: ys?[row] ?? .nan)
    }
    let used = [
      columns.kind, columns.name, columns.people, columns.geographic?.longitude, columns.geographic?.latitude,
      columns.plane?.x, columns.plane?.y,
    ]
    var taken = try imported(given, year: year, ColumnAccount.all(text, used: used))
    let read =
      [columns.people, columns.plane?.x, columns.plane?.y, columns.geographic?.longitude]
      + [columns.geographic?.latitude]
    taken.counts.numbers = text.numberNotices(of: read.compactMap(\.self))
    return [taken]
  }

  /// - Parameter document: after the guard has been over its properties; features that are no points are left out.
  func read(_ document: GeoJSONFeatures, year: Int?) throws -> [Imported] {
    let used = [FacilityColumns.kinds, FacilityColumns.names, FacilityColumns.people].compactMap { names in
      names.first { document.properties[$0] != nil }
    }
    let accounts = document.properties.all.map { property in
      let isEmpty = property.values.allSatisfy { $0.word == nil }
      return ColumnAccount(
        name: property.name, fate: used.contains(property.key) ? .taken : isEmpty ? .empty : .unused)
    }
    let given = (document.features ?? []).enumerated().map { index, feature in
      let property = { (names: [String]) in document.properties.word(names, index) }
      return Given(
        title: Text(nl: "onderdeel \(index + 1)", en: "feature \(index + 1)"),
        kind: property(FacilityColumns.kinds), name: property(FacilityColumns.names),
        people: property(FacilityColumns.people), x: feature.point?.x ?? .nan, y: feature.point?.y ?? .nan)
    }
    let texts = Table(columns: [.texts(FacilityColumns.people[0], given.map(\.people))])
    let (read, notices) = texts.readingNumbers(of: [0], marks: marks, whole: [0], partly: [0])
    let numbers = read.columns.first?.numbers ?? given.map { _ in .nan }
    var taken = try imported(
      zip(given, numbers).map { one, number in
        var counted = one
        counted.number = number
        return counted
      }, year: year, accounts)
    taken.counts.numbers = notices
    return [taken]
  }

  private func imported(_ given: [Given], year: Int?, _ columns: [ColumnAccount]) throws -> Imported {
    var counts = ImportCounts()
    counts.columns = columns
    let fallback = try kindOfAll(given, &counts)
    var rows: [Row] = []
    var seen: Set<Row> = []
    for one in given {
      let kind = one.kind.map { FacilityKind.name(of: $0, among: kinds) } ?? fallback
      let why: Text
      do throws(FacilityPoint.Problem) {
        let point = try FacilityPoint(longitude: one.longitude, latitude: one.latitude, x: one.x, y: one.y)
        guard let kind, !kind.isEmpty else {
          counts.leaveOut(Self.leftOut(one, Text(nl: "geen soort", en: "no kind")))
          continue
        }
        let people = one.people == nil ? nil : one.number
        if let said = one.people, people.map({ !($0 >= 0 && $0 == $0.rounded()) }) ?? true {
          counts.leaveOut(Self.leftOut(one, Text(nl: "mensen '\(said)'", en: "people '\(said)'")))
          continue
        }
        let row = Row(kind: kind, name: one.name, point: point, people: people)
        if seen.insert(row).inserted {
          rows.append(row)
          continue
        }
        why = Text(nl: "staat er al", en: "is there already")
      } catch { why = error.words }
      counts.leaveOut(Self.leftOut(one, why))
    }
    if rows.isEmpty { throw nothing(counts) }
    describe(rows, &counts)
    return Imported(
      name: ImportedTables.facilities, table: Self.table(rows),
      record: ImportRecord(
        kind: .facilities, file: file, year: year, only: nil, columns: ["lon", "lat"], evidence: evidence),
      counts: counts, key: ["kind", "name", "lon", "lat"])
  }

  /// The kind of the points that do not say their own: given with `--kind`, or out of the name of the file.
  private func kindOfAll(_ given: [Given], _ counts: inout ImportCounts) throws -> String? {
    if let kind { return FacilityKind.name(of: kind, among: kinds) }
    guard given.contains(where: { $0.kind == nil }), given.allSatisfy({ $0.kind == nil }) else { return nil }
    if let found = FacilityKind.inFileName(file.name, among: kinds) {
      counts.remarks.append(
        Text(
          nl:
            "het bestand zegt de soort niet; aangenomen uit de bestandsnaam: \(found.id) (anders: --kind)",
          en: "the file does not say the kind; assumed from its name: \(found.id) (else: --kind)"))
      return found.id
    }
    throw Diagnostic(
      "argument.missing",
      Text(
        nl: "'\(file.name)' zegt niet van welke soort de voorzieningen zijn",
        en: "'\(file.name)' does not say of which kind the facilities are"),
      wayOut: Text(
        nl: "geef de soort met --kind, of een kolom 'kind'", en: "give the kind with --kind, or a column 'kind'"),
      suggestion: "--kind supermarkt", candidates: kinds.map { Candidate("--kind \($0.id)", $0.label) })
  }

  private static func leftOut(_ one: Given, _ why: Text) -> Text {
    Text(nl: "\(one.title.nl) (\(why.nl))", en: "\(one.title.en) (\(why.en))")
  }

  private static func table(_ rows: [Row]) -> Table {
    Table(
      title: Text(nl: "Voorzieningen", en: "Facilities"),
      columns: [
        .texts("kind", rows.map(\.kind)), .texts("name", rows.map(\.name)),
        .numbers("lon", rows.map(\.point.geographic.longitude)),
        .numbers("lat", rows.map(\.point.geographic.latitude)),
        .numbers("x", rows.map(\.point.plane.x)), .numbers("y", rows.map(\.point.plane.y)),
        .numbers("people", rows.map { $0.people ?? .nan }),
      ])
  }

  private func describe(_ rows: [Row], _ counts: inout ImportCounts) {
    counts.read = rows.count
    let tally = Dictionary(grouping: rows, by: \.kind).mapValues(\.count).sorted { $0.key < $1.key }
    let list = Text.list(tally.map { "\($0.key) \($0.value)" }, atMost: 6)
    counts.summary = Text(
      nl: "gelezen \(rows.count) \(rows.count == 1 ? "punt" : "punten"): \(list.nl)",
      en: "read \(rows.count) \(rows.count == 1 ? "point" : "points"): \(list.en)")
    for name in tally.map(\.key) where !kinds.contains(where: { $0.id == name }) {
      counts.remarks.append(
        Text(
          nl: "soort '\(name)' telt nog voor geen randvoorwaarde; zeg voor welke met 'wzw need kind \(name) …'",
          en: "kind '\(name)' counts for no precondition yet; say for which with 'wzw need kind \(name) …'"))
    }
  }

  private func nothing(_ counts: ImportCounts) -> Diagnostic {
    let why = Text.joined(counts.unusable, by: ", ")
    return Diagnostic(
      "import.nothing",
      Text(
        nl: "'\(file.name)' heeft geen enkel bruikbaar punt" + (why.nl.isEmpty ? "" : ": \(why.nl)"),
        en: "'\(file.name)' has not a single usable point" + (why.en.isEmpty ? "" : ": \(why.en)")),
      wayOut: Text(
        nl: "coördinaten zijn graden (lon rond 5, lat rond 52) of meters in RD; er is niets ingelezen",
        en: "coordinates are degrees (lon about 5, lat about 52) or metres in RD; nothing was imported"))
  }
}
