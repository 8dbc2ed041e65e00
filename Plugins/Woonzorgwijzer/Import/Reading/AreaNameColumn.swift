import WorkbenchKit

/// The areas of a file that gives names and no codes.
struct AreaNameColumn {
  /// What columns of names are called, the smallest areas first, and the level that such a name says.
  static let columns: [(level: AreaLevel?, names: [String])] = [
    (.buurt, ["buurtnaam", "bu_naam", "buurt", "buurten"]), (.wijk, ["wijknaam", "wk_naam", "wijk", "wijken"]),
    (nil, ["WijkenEnBuurten", "RegioS", "regio", "gebiedsnaam", "gebied", "area", "statnaam", "naam", "name"]),
    (.gemeente, ["gemeentenaam", "gm_naam", "gemeente", "gemeenten"]),
  ]

  let column: Int
  /// The column of the municipalities around them, if it has one.
  let around: Int?
  /// One a row; nil where a name is none of an area.
  let areas: [Area?]
  /// What has to be said of it.
  let remark: Text

  /// Nil where no column holds names of areas.
  ///
  /// - Throws: `area.ambiguous` where a name is that of several areas.
  init?(_ text: DelimitedText, file: String, _ words: AreaWords) throws {
    let stems = StemmedNames(text.header)
    let levels = stems.index(of: ["SoortRegio", "recs"]).map { column in
      text.texts(column: column).map { $0.flatMap(AreaLevel.init(word:)) }
    }
    let around = stems.index(of: Self.columns[3].names)
    for (level, names) in Self.columns {
      guard let column = stems.index(of: names) else { continue }
      let cells = text.texts(column: column)
      let municipalities = around == column ? nil : around.map { text.texts(column: $0) }
      var known: [[String?]: [Area]] = [:]
      var several: [(line: Int, word: String, found: [Area])] = []
      let areas = cells.indices.map { row -> Area? in
        guard let word = cells[row]?.trimmedOfPadding, !word.isEmpty else { return nil }
        let said = level ?? levels?[row]
        let key = [word, said?.rawValue, municipalities?[row]]
        let found = known[key] ?? words.areas(word, said, in: municipalities?[row])
        known[key] = found
        if found.count > 1 { several.append((text.line(ofRow: row), word, found)) }
        return found.count == 1 ? found[0] : nil
      }
      if let first = several.first { throw Self.ambiguous(file, first, several.count, text.header[column], words) }
      guard areas.contains(where: { $0 != nil }) else { continue }
      self.column = column
      self.around = around == column ? nil : around
      self.areas = areas
      let count = Set(areas.compactMap { $0?.code }).count
      let all = Text.counted(count, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
      let how =
        (level ?? words.level).map { Text(nl: ", als \($0.label.nl)", en: ", as \($0.label.en)") } ?? .verbatim("")
      remark = Text(
        nl: "het bestand geeft namen en geen codes: \(all.nl) gevonden naar '\(text.header[column])'\(how.nl)",
        en: "the file gives names and no codes: \(all.en) found by '\(text.header[column])'\(how.en)")
      return
    }
    return nil
  }

  private static func ambiguous(
    _ file: String, _ one: (line: Int, word: String, found: [Area]), _ count: Int, _ column: String, _ words: AreaWords
  ) -> Diagnostic {
    let what = words.ambiguous(one.word, one.found)
    let more =
      count > 1 ? Text(nl: ", en zo \(count - 1) regels meer", en: ", and \(count - 1) more rows") : .verbatim("")
    return Diagnostic(
      "area.ambiguous",
      Text(
        nl: "'\(file)' regel \(one.line): \(what.nl)\(more.nl)", en: "'\(file)' line \(one.line): \(what.en)\(more.en)"),
      wayOut: Text(
        nl:
          "geef met --level wat de namen in '\(column)' zijn, of zet er een kolom 'gemeente' of de codes bij; er is niets ingelezen",
        en:
          "say with --level what the names in '\(column)' are, or add a column 'gemeente' or the codes; nothing was imported"
      ),
      suggestion: words.level == nil ? "--level \(one.found[0].level.rawValue)" : nil,
      candidates: one.found.map { Candidate($0.code, AreaSearch.about($0)) })
  }
}
