import WorkbenchKit

/// What a table tells apart beside areas and years, such as `Geslacht`: of each the total is taken, or the part that the user
/// asks for; parts are not added up.
struct RowDimensions {
  /// A part that the user asks for: `--where Geslacht=Mannen`.
  struct Wish: Sendable {
    let column: String
    let value: String
    let place: Place?
  }

  private(set) var remarks: [Text] = []
  /// How many rows are of a part that was not taken.
  private(set) var leftOut = 0
  /// The columns, which hold no figures.
  private(set) var columns: Set<Int> = []
  /// The parts that were asked for and are not all: the figures are of these.
  private(set) var parts: [String] = []
  private var isWanted: [Bool]

  /// What tables of CBS are told apart by.
  private static let known = [
    "Geslacht", "Leeftijd", "Leeftijdsgroep", "Leeftijdsklasse", "BurgerlijkeStaat", "Herkomst", "Herkomstland",
    "HerkomstGroepering", "Migratieachtergrond", "Generatie", "Huishoudenssamenstelling", "TypeHuishouden",
    "SoortHuishouden", "Onderwijsniveau", "Inkomen", "Inkomensklasse", "Eigendom", "Woningtype", "TypeWoning", "Sex",
    "Gender", "Age", "AgeGroup",
  ]
  /// The fewest rows by which a column of another name is seen to tell parts apart.
  private static let fewest = 4

  /// - Parameters:
  ///   - keys: what each row is of beside the dimensions, such as its area and year; nil for a row that is not taken at all.
  ///   - used: the columns that the reader itself reads.
  /// - Throws: `import.dimension` where there is no total, `column.unknown`, `value.unknown`.
  init(
    _ text: DelimitedText, file: String, keys: [String?], used: [Int?], wishes: [Wish]
  ) throws {
    isWanted = [Bool](repeating: true, count: text.rowCount)
    let used = Set(used.compactMap { $0 })
    var asked: [Int: Wish] = [:]
    for wish in wishes { asked[try Self.column(wish, text, file)] = wish }
    for column in text.header.indices where asked[column] != nil || !used.contains(column) {
      let isKnown = Stem.index(of: Self.known, in: [text.header[column]]) != nil
      let isCertain = asked[column] != nil || isKnown
      guard isCertain || !RegionFile.isKeyName(text.header[column]) else { continue }
      // Most columns hold figures, as their first row says: they are not read as words.
      guard isCertain || Self.beginsWithWords(column, text, keys) else { continue }
      let cells = text.texts(column: column).map { $0?.trimmedOfPadding }
      guard isCertain || Self.tellsApart(cells, keys) else { continue }
      let values = Self.unique(cells.enumerated().filter { keys[$0.offset] != nil }.compactMap(\.element))
      if values.isEmpty { continue }
      columns.insert(column)
      try take(column, cells, values, keys, asked[column], text, file)
    }
  }

  subscript(row: Int) -> Bool { isWanted[row] }

  /// What a figure is called: of a part its name says so, so that it does not take the place of the figure of all.
  func name(_ figure: String) -> String {
    guard !parts.isEmpty else { return figure }
    let words = parts.map { part in
      let words = part.split { !$0.isLetter && !$0.isNumber }
      let key = words.map { ($0.first?.uppercased() ?? "") + $0.dropFirst() }.joined()
      // A number at the end of a name counts for nothing in it.
      return key.first?.isNumber == true ? "k\(key)" : key
    }
    return ([Stem.of(figure)] + words).joined(separator: "_")
  }

  /// Refuses parts where only figures of all can be used, as of percentages whose part of the people is not known.
  ///
  /// - Throws: `import.dimension`.
  func demandAll(_ file: String, at place: Place?) throws {
    guard let part = parts.first else { return }
    throw Diagnostic(
      "import.dimension",
      Text(
        nl:
          "percentages van '\(part)' alleen zijn niet te gebruiken: niet bekend is hoeveel mensen dat per gebied zijn",
        en: "percentages of '\(part)' alone cannot be used: it is not known how many people these are in each area"),
      wayOut: Text(
        nl: "laat --where weg en neem het totaal; er is niets ingelezen",
        en: "leave --where out and take the total; nothing was imported"),
      place: place)
  }

  private mutating func take(
    _ column: Int, _ cells: [String?], _ values: [String], _ keys: [String?], _ wish: Wish?, _ text: DelimitedText,
    _ file: String
  ) throws {
    let name = text.header[column]
    let taken: String
    if let wish {
      guard let value = values.first(where: { $0.lowercased() == wish.value.trimmedOfPadding.lowercased() }) else {
        throw Self.unknown(wish, name, values, file)
      }
      taken = value
    } else if let total = values.first(where: { Self.isTotal($0, of: name) }) {
      taken = total
    } else {
      throw Self.noTotal(file, name, values)
    }
    var lost = 0
    for row in cells.indices where cells[row] != taken {
      if isWanted[row], keys[row] != nil { lost += 1 }
      isWanted[row] = false
    }
    leftOut += lost
    if !Self.isTotal(taken, of: name) { parts.append(taken) }
    let others = values.filter { $0 != taken }
    if others.isEmpty && Self.isTotal(taken, of: name) { return }
    let rest = Text.list(others, atMost: 4)
    let rows = Text.counted(lost, Text(nl: "regel", en: "row"), Text(nl: "regels", en: "rows"))
    let left =
      others.isEmpty
      ? Text.verbatim("")
      : Text(nl: "; niet ingelezen: \(rest.nl) (\(rows.nl))", en: "; not imported: \(rest.en) (\(rows.en))")
    remarks.append(
      Self.isTotal(taken, of: name)
        ? Text(nl: "van '\(name)' is '\(taken)' genomen\(left.nl)", en: "of '\(name)' '\(taken)' was taken\(left.en)")
        : Text(
          nl:
            "let op: van '\(name)' is alleen '\(taken)' genomen; de cijfers zijn van dat deel en heten daarnaar\(left.nl)",
          en: "mind: of '\(name)' only '\(taken)' was taken; the figures are of that part and are called so\(left.en)"))
  }

  /// Whether a column has a word in the first row that is taken, as one must have in all of them to tell parts apart.
  private static func beginsWithWords(_ column: Int, _ text: DelimitedText, _ keys: [String?]) -> Bool {
    guard let row = keys.firstIndex(where: { $0 != nil }) else { return false }
    return text.cell(row: row, column: column).contains(where: \.isLetter)
  }

  /// Whether a column gives several rows of the same area and year, and gives the same parts of each.
  private static func tellsApart(_ cells: [String?], _ keys: [String?]) -> Bool {
    var parts: [String: Set<String>] = [:]
    var rows = 0
    for (row, key) in keys.enumerated() {
      guard let key else { continue }
      guard let cell = cells[row], cell.contains(where: \.isLetter) else { return false }
      rows += 1
      guard parts[key, default: []].insert(cell).inserted else { return false }
    }
    let whole = parts.values.first?.count ?? 0
    return rows >= fewest && parts.count > 1 && whole > 1 && parts.values.allSatisfy { $0.count == whole }
  }

  /// `Totaal mannen en vrouwen`, `Total`, and CBS's codes of totals: `T001038`; `10000` of ages.
  static func isTotal(_ value: String, of column: String) -> Bool {
    let word = value.lowercased()
    if ["totaal", "total", "alle ", "beide "].contains(where: word.hasPrefix)
      || ["alle", "all", "allen"].contains(word)
    {
      return true
    }
    if ["mannen en vrouwen", "m+v", "m/v", "man en vrouw"].contains(word) { return true }
    if word.count == 7, word.hasPrefix("t"), word.dropFirst().allSatisfy(\.isNumber) { return true }
    return word == "10000" && Stem.index(of: ["Leeftijd", "Age"], in: [column]) != nil
  }

  private static func unique(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  // MARK: Problems

  private static func column(_ wish: Wish, _ text: DelimitedText, _ file: String) throws -> Int {
    if let column = Stem.index(of: [wish.column], in: text.header) { return column }
    throw Diagnostic(
      "column.unknown",
      Text(nl: "'\(file)' heeft geen kolom '\(wish.column)'", en: "'\(file)' has no column '\(wish.column)'"),
      suggestion: NearestWord.best(wish.column, among: text.header),
      candidates: text.header.prefix(8).map { Candidate($0) }, place: wish.place)
  }

  private static func unknown(_ wish: Wish, _ name: String, _ values: [String], _ file: String) -> Diagnostic {
    Diagnostic(
      "value.unknown",
      Text(
        nl: "in '\(file)' is geen enkele regel van '\(name)' '\(wish.value)'",
        en: "in '\(file)' not a single row is of '\(name)' '\(wish.value)'"),
      suggestion: NearestWord.best(wish.value, among: values), candidates: values.prefix(8).map { Candidate($0) },
      place: wish.place)
  }

  private static func noTotal(_ file: String, _ name: String, _ values: [String]) -> Diagnostic {
    let list = Text.list(values, atMost: 4)
    return Diagnostic(
      "import.dimension",
      values.count > 1
        ? Text(
          nl: "'\(file)' splitst de cijfers van een gebied naar '\(name)' (\(list.nl)) en geeft geen totaal",
          en: "'\(file)' splits the figures of an area by '\(name)' (\(list.en)) and gives no total")
        : Text(
          nl: "'\(file)' heeft alleen cijfers van een deel: '\(name)' is overal \(list.nl)",
          en: "'\(file)' has figures of a part only: '\(name)' is \(list.en) everywhere"),
      wayOut: Text(
        nl:
          "kies het deel met --where '\(name)=\(values[0])', of haal de tabel met het totaal op; delen worden niet opgeteld, en er is niets ingelezen",
        en:
          "choose the part with --where '\(name)=\(values[0])', or take the table with the total; parts are not added up, and nothing was imported"
      ),
      suggestion: "--where '\(name)=\(values[0])'", candidates: values.prefix(8).map { Candidate($0) })
  }
}
