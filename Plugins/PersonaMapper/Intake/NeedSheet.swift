import WorkbenchKit

/// Answers as one row for each respondent: as they came, or made of the long form `respondent,source,need,value[,quote]`.
struct NeedSheet {
  /// Without the column of names.
  let columns: [Column]
  let names: [String]
  /// For each row what was said, with the need to which it was said.
  let quotes: [[(need: String, words: String)]]
  let notices: [Notice]
  /// By which source how many respondents came; empty for a wide table.
  let sources: [String: Int]
  /// Whether the answers are mentions: not being named is an answer too.
  let isMentions: Bool
  /// Of each row its number in the file or among the respondents, counted from 1.
  let rowNumbers: [Int]
  /// For how much each row counts; nil where all count alike.
  let weights: [Double]?

  /// How it is judged whether answers are mentions.
  enum Mentions {
    /// By the answers themselves: where every value is the same.
    case judged
    /// As it was with the personas that they are laid beside: of which needs they are mentions, or none.
    case known([String]?)
  }

  /// - Parameters:
  ///   - id: the column with the names of the rows of a wide table.
  ///   - chosen: the only columns or needs that count; all of them where none is named.
  ///   - weight: the column that says for how much a respondent counts; nil where all count alike.
  ///   - marks: the signs within numbers, as far as they are known.
  /// - Throws: `column.unknown`, `id.missing`, `id.repeated`, `need.missing`, `need.repeated`, `need.source`,
  ///   `weight.value`.
  init(
    _ table: Table, id: ColumnReference?, chosen: [ColumnReference] = [], weight: ColumnReference? = nil,
    marks: GivenMarks, mentions: Mentions = .judged
  ) throws {
    let names = Set(table.columnNames)
    self =
      names.isSuperset(of: ["respondent", "need", "value"])
      ? try Self(long: table, chosen, weight, marks, mentions) : try Self(wide: table, id, chosen, weight)
  }

  private init(
    _ columns: [Column], _ names: [String], _ quotes: [[(need: String, words: String)]], _ notices: [Notice],
    _ sources: [String: Int], isMentions: Bool = false, rowNumbers: [Int]? = nil, weights: [Double]? = nil
  ) {
    (self.columns, self.names, self.quotes, self.notices, self.sources) = (columns, names, quotes, notices, sources)
    (self.isMentions, self.weights) = (isMentions, weights)
    self.rowNumbers = rowNumbers ?? names.indices.map { $0 + 1 }
  }

  /// The sheet without what stands for no answer.
  func without(_ missing: MissingAnswers, marks: GivenMarks) -> NeedSheet {
    let (kept, said) = missing.taken(out: columns, marks: marks)
    let outside = OutsideCodes(kept).notice
    return NeedSheet(
      kept, names, quotes, notices + said + [outside].compactMap { $0 }, sources, isMentions: isMentions,
      rowNumbers: rowNumbers, weights: weights)
  }

  /// The sheet without some of its rows.
  func without(rows: [Int]) -> NeedSheet {
    let gone = Set(rows)
    let kept = names.indices.filter { !gone.contains($0) }
    return NeedSheet(
      columns.map { $0.rows(kept) }, kept.map { names[$0] }, kept.map { quotes[$0] }, notices,
      sources,
      isMentions: isMentions, rowNumbers: kept.map { rowNumbers[$0] },
      weights: weights.map { all in kept.map { all[$0] } })
  }

  /// The place of a row by its number; 0 for one that is not there.
  func place(ofRow number: Int) -> Int { rowNumbers.firstIndex(of: number) ?? 0 }

  // MARK: Wide

  private init(
    wide table: Table, _ id: ColumnReference?, _ chosen: [ColumnReference], _ weight: ColumnReference?
  ) throws {
    let rows = try RowNames(
      id?.name, in: table, calling: Text(nl: "de respondenten", en: "the respondents"), at: id?.place)
    let chosen = try chosen.indices(in: table)
    let weighing = try weight?.index(in: table)
    var others: [(name: String, kind: SurveyColumn)] = []
    let columns = table.columns.indices.filter { index in
      if index == weighing { return false }
      guard chosen.isEmpty else { return chosen.contains(index) }
      let column = table.columns[index]
      if index == rows.column || ["quote", "source"].contains(column.name) { return false }
      guard let kind = SurveyColumn.of(column) else { return true }
      others.append((column.name, kind))
      return false
    }
    let quotes = table.column("quote")?.texts ?? []
    self.init(
      columns.map { Self.answers(table.columns[$0]) }, rows.names,
      rows.names.indices.map { row in quotes.indices.contains(row) ? quotes[row].map { [("", $0)] } ?? [] : [] },
      [rows.notice] + [SurveyColumn.notice(others)].compactMap { $0 }, [:],
      rowNumbers: table.origin.map { origin in rows.names.indices.map { origin.number(ofRow: $0) } },
      weights: try weight.map { try RespondentWeights.values($0, in: table) })
  }

  /// In JSON no answer can be an empty text.
  private static func answers(_ column: Column) -> Column {
    guard let texts = column.texts, texts.contains("") else { return column }
    var copy = column
    copy.storage = .texts(texts.map { $0 == "" ? nil : $0 })
    return copy
  }

  // MARK: Long

  private init(
    long table: Table, _ chosen: [ColumnReference], _ weight: ColumnReference?, _ marks: GivenMarks,
    _ mentions: Mentions
  ) throws {
    let respondents = try table.require("respondent")
    let needs = try table.require("need")
    let values = try table.require("value")
    let said = table.column("quote")
    let origins = table.column("source")
    var rows: [String: Int] = [:]
    var names: [String] = []
    var order: [String] = []
    var cells: [String: [Int: String]] = [:]
    var quotes: [[(need: String, words: String)]] = []
    var sourceOf: [Int: String] = [:]
    var respondentOfRow: [Int] = []
    for row in 0..<table.rowCount {
      guard !respondents[row].isMissing, !needs[row].isMissing else {
        throw Diagnostic(
          "need.missing",
          Text(
            nl: "rij \(row + 1) mist de respondent of de behoefte",
            en: "row \(row + 1) lacks the respondent or the need"))
      }
      let (name, need) = (respondents[row].plain, needs[row].plain)
      let index = rows[name] ?? names.count
      respondentOfRow.append(index)
      if index == names.count {
        rows[name] = index
        names.append(name)
        quotes.append([])
      }
      if cells[need] == nil { order.append(need) }
      let value = values[row].isMissing ? nil : values[row].plain
      if let before = cells[need]?[index], let value, before != value {
        throw Diagnostic(
          "need.repeated",
          Text(
            nl: "rij \(row + 1) geeft dezelfde respondent een andere waarde bij '\(need)'",
            en: "row \(row + 1) gives the same respondent another value of '\(need)'"),
          wayOut: Text(nl: "houd één waarde over", en: "keep one value"))
      }
      cells[need, default: [:]][index] = value ?? cells[need]?[index]
      if let words = said?[row].text { quotes[index].append((need, words)) }
      if let origin = origins?[row].text { sourceOf[index] = try Self.origin(origin, row) }
    }
    var notices: [Notice] = []
    // Where only what was mentioned is listed, not being listed is an answer too.
    let isMentions: Bool
    switch mentions {
    case .judged: isMentions = Set(cells.values.flatMap(\.values)).count == 1
    case .known(let needs):
      isMentions = needs != nil
      order += (needs ?? []).filter { cells[$0] == nil }
    }
    if isMentions {
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "elke waarde is dezelfde: wie een behoefte niet noemt, telt als 'niet genoemd' (aanname)",
            en: "every value is the same: who does not name a need counts as 'niet genoemd', not named (assumption)")))
    }
    let written = order.map { need in
      Column.texts(need, names.indices.map { cells[need]?[$0] ?? (isMentions ? "niet genoemd" : nil) })
    }
    // One column of values holds words and numbers alike: what a need was answered with, its own answers tell.
    let (read, remarks) = Table(columns: written).readingNumbers(
      of: isMentions ? [] : Array(written.indices), marks: values.numbers == nil ? marks : GivenMarks(decimal: .point))
    notices += remarks
    let columns = read.columns
    let kept = try chosen.indices(in: Table(columns: columns))
    self.init(
      kept.isEmpty ? columns : columns.indices.filter(kept.contains).map { columns[$0] }, names, quotes, notices,
      sourceOf.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }, isMentions: isMentions,
      weights: try weight.map {
        try RespondentWeights.byRespondent(RespondentWeights.values($0, in: table), respondentOfRow, $0, in: table)
      })
  }

  private static func origin(_ word: String, _ row: Int) throws -> String {
    let known = [
      "postcard": "postcard", "postkaart": "postcard", "interview": "interview", "expert": "expert",
      "deskundige": "expert", "panel": "panel",
    ]
    if let origin = known[word.lowercased()] { return origin }
    throw Diagnostic(
      "need.source",
      Text(nl: "'\(word)' in rij \(row + 1) is geen herkomst", en: "'\(word)' in row \(row + 1) is no origin"),
      wayOut: Text(nl: "kies postcard, interview, expert of panel", en: "choose postcard, interview, expert or panel"),
      suggestion: NearestWord.best(word, among: known.keys.sorted()))
  }
}
