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

  /// - Throws: `column.unknown`, `id.missing`, `id.repeated`, `need.repeated`, `need.source`.
  init(_ table: Table, _ call: Call) throws {
    let names = Set(table.columnNames)
    self =
      names.isSuperset(of: ["respondent", "need", "value"]) ? try Self(long: table, call) : try Self(wide: table, call)
  }

  private init(
    _ columns: [Column], _ names: [String], _ quotes: [[(need: String, words: String)]], _ notices: [Notice],
    _ sources: [String: Int]
  ) {
    (self.columns, self.names, self.quotes, self.notices, self.sources) = (columns, names, quotes, notices, sources)
  }

  // MARK: Wide

  private init(wide table: Table, _ call: Call) throws {
    let id = try Self.idColumn(table, call)
    let chosen = try call.texts("columns").map { name -> String in
      _ = try table.require(name, at: call.place(of: "columns"))
      return name
    }
    let columns = table.columns.filter { column in
      chosen.isEmpty ? column.name != id && !["quote", "source"].contains(column.name) : chosen.contains(column.name)
    }
    let names =
      id.flatMap(table.column).map { column in (0..<column.count).map { column[$0].plain } }
      ?? (0..<table.rowCount).map { String($0 + 1) }
    let quotes = table.column("quote")?.texts ?? []
    self.init(
      columns, names,
      names.indices.map { row in quotes.indices.contains(row) ? quotes[row].map { [("", $0)] } ?? [] : [] },
      [Self.notice(id)], [:])
  }

  private static func notice(_ id: String?) -> Notice {
    guard let id else {
      return Notice(
        .info,
        Text(
          nl: "de respondenten heten naar hun rijnummer (--id kiest een kolom)",
          en: "the respondents are called by their row number (--id picks a column)"))
    }
    return Notice(
      .info, Text(nl: "de respondenten heten naar kolom '\(id)'", en: "the respondents are called after column '\(id)'")
    )
  }

  /// `--id`, else the first column if it is complete and repeats nothing.
  private static func idColumn(_ table: Table, _ call: Call) throws -> String? {
    guard let asked = call.text("id") else {
      guard let first = table.columns.first, (try? distinct(first, at: nil)) != nil else { return nil }
      return first.name
    }
    let column = try table.require(asked, at: call.place(of: "id"))
    try distinct(column, at: call.place(of: "id"))
    return column.name
  }

  @discardableResult
  private static func distinct(_ column: Column, at place: Place?) throws -> Set<String> {
    var seen: Set<String> = []
    for row in 0..<column.count {
      guard !column[row].isMissing else {
        throw Diagnostic(
          "id.missing",
          Text(
            nl: "'\(column.name)' geeft geen naam aan rij \(row + 1)",
            en: "'\(column.name)' gives row \(row + 1) no name"), place: place)
      }
      guard seen.insert(column[row].plain).inserted else {
        throw Diagnostic(
          "id.repeated",
          Text(
            nl: "'\(column.name)' herhaalt een naam in rij \(row + 1)",
            en: "'\(column.name)' repeats a name in row \(row + 1)"), place: place)
      }
    }
    return seen
  }

  // MARK: Long

  private init(long table: Table, _ call: Call) throws {
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
    for row in 0..<table.rowCount {
      guard !respondents[row].isMissing, !needs[row].isMissing else {
        throw Diagnostic(
          "need.missing",
          Text(
            nl: "rij \(row + 1) mist de respondent of de behoefte",
            en: "row \(row + 1) lacks the respondent or the need"), place: call.place(of: "file"))
      }
      let (name, need) = (respondents[row].plain, needs[row].plain)
      let index = rows[name] ?? names.count
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
          wayOut: Text(nl: "houd één waarde over", en: "keep one value"), place: call.place(of: "file"))
      }
      cells[need, default: [:]][index] = value ?? cells[need]?[index]
      if let words = said?[row].text { quotes[index].append((need, words)) }
      if let origin = origins?[row].text { sourceOf[index] = try Self.origin(origin, row, call) }
    }
    var notices: [Notice] = []
    // Where only what was mentioned is listed, not being listed is an answer too.
    let isMentions = Set(cells.values.flatMap(\.values)).count == 1
    if isMentions {
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "elke waarde is dezelfde: wie een behoefte niet noemt, telt als 'niet genoemd' (aanname)",
            en: "every value is the same: who does not name a need counts as 'niet genoemd', not named (assumption)")))
    }
    let columns = order.map { need in
      Column(
        need,
        values: names.indices.map { index in
          guard let value = cells[need]?[index] else { return isMentions ? .text("niet genoemd") : .missing }
          return !isMentions ? NumberText.parse(value).map { .number($0) } ?? .text(value) : .text(value)
        })
    }
    let chosen = call.texts("columns")
    for name in chosen { _ = try Table(columns: columns).require(name, at: call.place(of: "columns")) }
    self.init(
      chosen.isEmpty ? columns : columns.filter { chosen.contains($0.name) }, names, quotes, notices,
      sourceOf.values.reduce(into: [:]) { $0[$1, default: 0] += 1 })
  }

  private static func origin(_ word: String, _ row: Int, _ call: Call) throws -> String {
    let known = [
      "postcard": "postcard", "postkaart": "postcard", "interview": "interview", "expert": "expert",
      "deskundige": "expert", "panel": "panel",
    ]
    if let origin = known[word.lowercased()] { return origin }
    throw Diagnostic(
      "need.source",
      Text(nl: "'\(word)' in rij \(row + 1) is geen herkomst", en: "'\(word)' in row \(row + 1) is no origin"),
      wayOut: Text(nl: "kies postcard, interview, expert of panel", en: "choose postcard, interview, expert or panel"),
      suggestion: NearestWord.best(word, among: known.keys.sorted()), place: call.place(of: "file"))
  }
}
