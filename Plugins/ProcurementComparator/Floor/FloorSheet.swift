import WorkbenchKit

/// A calculation as a table: one post a row, with its figure and unit; where needed of what a percentage is, for which scale,
/// from which year on, and who says so.
struct FloorSheet {
  private(set) var items: [FloorItem] = []
  /// Posts whose figure is left empty.
  private(set) var empty: [String] = []

  private struct Columns {
    let post: Int
    let amount: Int
    let unit: Int?
    let base: Int?
    let scale: Int?
    let year: Int?
    let source: Int?
  }

  private static let posts = ["post", "kostenpost", "item", "cost item", "onderdeel", "component", "bouwsteen"]
  private static let amounts = ["waarde", "bedrag", "aantal", "cijfer", "value", "amount", "figure"]

  /// - Parameters:
  ///   - table: that came in behind the guard.
  ///   - written: its cells as they stand in the file, by column and row: a sign there can be the unit of its row.
  ///   - file: what it is called.
  /// - Throws: `floor.columns`, `floor.item`, `floor.amount`, `floor.unit`, `floor.base`, `floor.range`.
  init(_ table: Table, written: [String: [String]] = [:], in file: String) throws {
    let columns = try Self.columns(table.columnNames, in: file)
    for row in 0..<table.rowCount {
      func text(_ index: Int?) -> String? {
        guard let index, !table.columns[index][row].isMissing else { return nil }
        let plain = table.columns[index][row].plain
        return plain.isEmpty ? nil : plain
      }
      guard let name = text(columns.post) else { continue }
      guard text(columns.amount) != nil else {
        empty.append(name)
        continue
      }
      do {
        let column = table.columns[columns.amount]
        let amount = try Self.amount(column[row])
        let sign = Self.sign(in: written[column.name]?[row] ?? column[row].plain) ?? Self.sign(of: column.unit)
        let year = try text(columns.year).map { try Self.year($0) }
        try add(
          name, amount: amount, unit: Self.unit(text(columns.unit), sign: sign), base: text(columns.base),
          scale: text(columns.scale), year: year, source: text(columns.source))
      } catch var error as Diagnostic {
        error.message =
          Text(nl: "rij \(row + 1) van '\(file)': ", en: "row \(row + 1) of '\(file)': ") + error.message
        throw error
      }
    }
    let repeated = Set(items.map(\.post)).filter { post in
      post == .indexation && items.filter { $0.post == post && $0.year == nil }.count > 1
    }
    if let post = repeated.first { throw FloorProblem.twice(post.label, nil) }
  }

  private mutating func add(
    _ name: String, amount: Double, unit typed: String?, base given: String?, scale: String?, year: Int?,
    source: String?
  ) throws {
    let meant = FloorWords.posts(name)
    guard let first = meant.first else {
      throw Diagnostic(
        "floor.item", Text(nl: "'\(name)' is geen bekende post", en: "'\(name)' is no known item"),
        wayOut: Text(
          nl: "wat geen eigen naam heeft, heet 'overige directe kosten', 'overige werkgeverslasten' of 'toeslagen'",
          en: "what has no name of its own is called 'other direct cost', 'other charges' or 'allowances'"),
        suggestion: NearestWord.best(name, among: FloorWords.all))
    }
    var base: FloorBase?
    if let given {
      guard let found = FloorBase(typed: given) else { throw FloorProblem.base(.verbatim(name), first) }
      base = found
    }
    let unit = try Self.unit(typed, meant, name: name)
    let fitting = meant.filter { $0.units.contains(unit) && (base.map($0.bases.contains) ?? true) }
    guard let post = fitting.first else {
      if meant.contains(where: { $0.units.contains(unit) }) { throw FloorProblem.base(.verbatim(name), first) }
      throw FloorProblem.unit(.verbatim(name), first, given: unit.label)
    }
    guard fitting.count == 1 else {
      throw Diagnostic(
        "floor.base",
        Text(
          nl: "'\(name)' kan een deel van de uren zijn en een deel van de loonkosten",
          en: "'\(name)' can be a part of the hours and a part of the cost of labour"),
        wayOut: Text(
          nl: "zeg in de kolom 'over' waarvan: uren of loonkosten",
          en: "say in the column 'over' of what: hours or labour cost"))
    }
    guard year == nil || post == .indexation else {
      throw Diagnostic(
        "floor.year", Text(nl: "alleen een index heeft een jaar", en: "only an index has a year"))
    }
    let factor = unit == .percent ? 0.01 : 1
    items.append(
      try FloorItem(
        post: post, amount: amount * factor, unit: unit, base: base, scale: scale, year: year, name: name,
        source: source
      ).checked())
  }

  private static func unit(_ typed: String?, _ meant: [FloorPost], name: String) throws -> FloorUnit {
    let possible = FloorUnit.allCases.filter { unit in meant.contains { $0.units.contains(unit) } }
    if let typed, let unit = FloorUnit(typed: typed) { return unit }
    // A post that can be given in one way only needs no unit.
    if typed == nil, possible.count == 1 { return possible[0] }
    throw FloorProblem.unit(.verbatim(name), meant[0], given: typed.map { .verbatim($0) })
  }

  // MARK: Cells

  private static func amount(_ value: Value) throws -> Double {
    if let number = value.number { return number }
    let text = value.plain
    let bare = text.filter { $0.isNumber || ",.-".contains($0) }
    let others = text.filter { !$0.isNumber && !",.-%€ \u{A0}".contains($0) }
    let parts = bare.split(omittingEmptySubsequences: false) { ",.".contains($0) }
    // 2.625 can be either, and 1.234.567,89 is more than a cell of a calculation needs.
    if others.isEmpty, parts.count < 2 || parts.count == 2 && parts[1].count != 3,
      let number = TypedValue.number(bare)?.number
    {
      return number
    }
    throw Diagnostic(
      "floor.amount", Text(nl: "'\(text)' is niet te lezen als getal", en: "'\(text)' cannot be read as a number"),
      wayOut: Text(
        nl: "schrijf 2625 of 14,50, met de eenheid in een eigen kolom",
        en: "write 2625 or 14.50, with the unit in a column of its own"))
  }

  private static func sign(in text: String) -> String? {
    text.contains("%") ? "%" : text.contains("€") || text.lowercased().contains("eur") ? "€" : nil
  }

  private static func sign(of unit: Unit?) -> String? {
    switch unit {
    case .percent: "%"
    case .euro: "€"
    default: nil
    }
  }

  /// The unit that a row gives, by its own cell and by the sign at its figure: `€` beside `uur` is euros an hour.
  ///
  /// - Throws: `floor.unit` where the two contradict each other: a percentage of hours is no number of hours.
  private static func unit(_ typed: String?, sign: String?) throws -> String? {
    guard let typed, let sign else { return typed ?? sign }
    let unit = FloorUnit(typed: typed)
    if sign == "€", unit != .percent { return "€ \(typed)" }
    if unit == nil || unit == .percent && sign == "%" { return typed }
    throw Diagnostic(
      "floor.unit",
      Text(
        nl: "de waarde heeft een \(sign) en de eenheid is '\(typed)'",
        en: "the value has a \(sign) and the unit is '\(typed)'"),
      wayOut: Text(
        nl: "zeg in de kolom 'eenheid' wat het is, en in de kolom 'over' waarvan een percentage is",
        en: "say in the column 'unit' what it is, and in the column 'over' of what a percentage is"))
  }

  /// Whether a column of this name holds the figures.
  static func isAmount(_ column: String) -> Bool { amounts.contains(column.asFloorWord) }

  private static func year(_ text: String) throws -> Int {
    if let year = Int(text), (1900...2200).contains(year) { return year }
    throw Diagnostic("floor.year", Text(nl: "'\(text)' is geen jaar", en: "'\(text)' is no year"))
  }

  private static func columns(_ names: [String], in file: String) throws -> Columns {
    func find(_ words: [String]) -> Int? { names.firstIndex { words.contains($0.asFloorWord) } }
    guard let post = find(posts), let amount = find(amounts) else {
      let found = Text.list(names, atMost: 8)
      throw Diagnostic(
        "floor.columns",
        Text(
          nl: "'\(file)' heeft geen kolommen 'post' en 'waarde'", en: "'\(file)' has no columns 'item' and 'value'"),
        wayOut: Text(
          nl: "nodig: post, waarde en eenheid; ook: over, schaal, jaar, bron; er is: \(found.nl)",
          en: "needed: item, value and unit; also: over, scale, year, source; there is: \(found.en)"))
    }
    return Columns(
      post: post, amount: amount, unit: find(["eenheid", "unit"]),
      base: find(["over", "van", "grondslag", "of", "base"]), scale: find(["schaal", "functie", "scale", "role"]),
      year: find(["jaar", "year"]), source: find(["bron", "source", "herkomst"]))
  }
}
