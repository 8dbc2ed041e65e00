import WorkbenchKit

/// A table with the years side by side: `2021`, `2022`, or `aantal_2021`, `aantal_2022`. The years become rows.
struct PeriodColumns {
  /// A column of figures of one year.
  struct Figure {
    let column: Int
    /// What the figures are; nil where the name of the column is the year alone.
    let topic: String?
    let year: Int
  }

  let figures: [Figure]
  private let topic: Int?
  private let unit: Int?
  /// Columns that say which row it is, of whatever year.
  private let keys: [Int]
  /// Columns of figures of which nothing says of which year they are.
  let timeless: [Int]
  /// Columns of parts of a year.
  let parts: [Int]

  /// Nil where the table says its years otherwise, or has none in its columns.
  init?(_ text: DelimitedText) {
    let header = text.header
    guard Stem.index(of: RowYears.names, in: header) == nil, AnalystSheetKind.recognise(header) == nil else {
      return nil
    }
    figures = header.indices.compactMap { column in
      guard let (topic, year) = Self.read(header[column]), !Self.holdsCodes(text, column) else { return nil }
      return Figure(column: column, topic: topic, year: year)
    }
    if figures.isEmpty { return nil }
    topic = Stem.index(of: LongForm.topics, in: header)
    unit = Stem.index(of: LongForm.units, in: header)
    let used = Set(figures.map(\.column) + [topic, unit].compactMap { $0 })
    let rest = header.indices.filter { !used.contains($0) }
    parts = rest.filter { Period.isPartOfYear(header[$0]) }
    let held = Set(parts)
    timeless = rest.filter { !held.contains($0) && Self.holdsNumbers(text, $0) }
    let other = held.union(timeless)
    keys = rest.filter { !other.contains($0) }
    if keys.isEmpty { return nil }
  }

  private typealias AnalystSheetKind = FileKind.AnalystSheetKind
  private static let separators: Set<Character> = [" ", "_", "-", ".", "/", "("]

  /// The topic and the year of a column's name: `2021`, `2021*`, `aantal_2021`, `Aantal inwoners (2021)`, `2021 aantal`.
  static func read(_ name: String) -> (topic: String?, year: Int)? {
    var word = name.trimmedOfPadding[...]
    if let year = Period.year(String(word)) { return (1990...2100).contains(year) ? (nil, year) : nil }
    while let last = word.last, last == "*" || last == ")" { word = word.dropLast() }
    let (front, back) = (word.prefix(4), word.suffix(4))
    if let year = year(back), let mark = word.dropLast(4).last, separators.contains(mark) {
      return topic(word.dropLast(4)).map { ($0, year) }
    }
    if let year = year(front), let mark = word.dropFirst(4).first, separators.contains(mark), !Period.isPartOfYear(name)
    {
      return topic(word.dropFirst(4)).map { ($0, year) }
    }
    return nil
  }

  private static func year(_ text: Substring) -> Int? {
    guard text.count == 4, text.allSatisfy({ $0.isASCII && $0.isNumber }), let year = Int(text) else { return nil }
    return (1990...2100).contains(year) ? year : nil
  }

  private static func topic(_ rest: Substring) -> String? {
    var rest = rest
    while let last = rest.last, separators.contains(last) { rest = rest.dropLast() }
    while let first = rest.first, separators.contains(first) { rest = rest.dropFirst() }
    return rest.contains(where: \.isLetter) ? String(rest) : nil
  }

  private static func holdsCodes(_ text: DelimitedText, _ column: Int) -> Bool {
    text.firstCells(column).contains { AreaCode.reading($0) != nil }
  }

  private static func holdsNumbers(_ text: DelimitedText, _ column: Int) -> Bool {
    let name = text.header[column]
    let isKey = Stem.index(of: AreaCodeColumn.names + AreaNameColumn.columns.flatMap(\.names), in: [name]) != nil
    let cells = text.firstCells(column)
    guard !isKey, !RegionFile.isKeyName(name), !cells.isEmpty else { return false }
    return cells.allSatisfy { NumberText.parse($0.filter { $0 != "," && $0 != "." }) != nil }
  }

  // MARK: Turned

  /// The rows with a column `Perioden`; of the figures of no year those of the year that is given.
  ///
  /// - Parameters:
  ///   - name: what the figures are where neither a column nor a topic says so.
  ///   - given: the year that was given.
  func rows(_ text: DelimitedText, named name: String, given: Int?, context: Context) throws -> RowText {
    let years = Set(figures.map(\.year)).sorted()
    let header = text.header
    let cells = Dictionary(
      uniqueKeysWithValues: header.indices.map { ($0, text.texts(column: $0)) })
    var rows = RowText()
    var places: [[String?]: Int] = [:]
    for row in 0..<text.rowCount {
      if row % 4096 == 0 { try context.checkInterrupt() }
      let key = keys.map { cells[$0]?[row] }
      let said = topic.flatMap { cells[$0]?[row] }.map { word in
        unit.flatMap { cells[$0]?[row] }.map { "\(word) (\($0))" } ?? word
      }
      for year in years {
        let place: Int
        // Rows that differ in their topic alone are one row.
        if topic != nil, let known = places[key + [String(year)]] {
          place = known
        } else {
          place = rows.rowCount
          places[key + [String(year)]] = place
          rows.begin()
          for (column, cell) in zip(keys, key) { rows.set(header[column], cell) }
          rows.set("Perioden", String(year))
          if given == year { for column in timeless { rows.set(header[column], cells[column]?[row], at: place) } }
        }
        for figure in figures where figure.year == year {
          let topics = [said, figure.topic].compactMap { $0 }
          let column = topics.isEmpty ? name : topics.joined(separator: " ")
          rows.set(column, cells[figure.column]?[row], at: place)
        }
      }
    }
    return rows
  }

  /// The file's columns, each with the column that it goes into; what goes into none with what becomes of it.
  func accounts(_ text: DelimitedText, named name: String, given: Int?) -> [(
    name: String, column: String?, fate: ColumnAccount.Fate
  )] {
    let into = Dictionary(figures.map { ($0.column, $0.topic ?? name) }, uniquingKeysWith: { first, _ in first })
    let (alone, partial) = (Set(timeless), Set(parts))
    let years = Set(figures.map(\.year))
    return text.header.indices.map { column in
      let header = text.header[column]
      // Of topics in rows each year has all.
      if into[column] != nil, topic != nil { return (header, nil, .taken) }
      if let topic = into[column] { return (header, topic, .taken) }
      if alone.contains(column) {
        return given.map(years.contains) == true ? (header, header, .taken) : (header, nil, .timeless)
      }
      if partial.contains(column) { return (header, nil, .unused) }
      return column == topic || column == unit ? (header, nil, .key) : (header, header, .key)
    }
  }

  /// Whether some column is a year alone, so that something else has to say what its figures are.
  var needsName: Bool { topic == nil && figures.contains { $0.topic == nil } }
}
