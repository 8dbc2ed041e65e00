import WorkbenchKit

/// Which column of a table of steps holds what: our own names, the usual words of other tools in Dutch and English, and
/// those that a person told.
struct JourneyColumns {
  /// What a column can hold, by our name for it, with the words that others use.
  static let known: [(field: String, about: Text, words: [String])] = [
    ("journey", Text(nl: "reis", en: "journey"), ["reis", "klantreis", "customer journey", "journey name"]),
    ("title", Text(nl: "titel", en: "title"), ["titel", "journey title"]),
    ("persona", .verbatim("persona"), ["klant", "customer", "user", "gebruiker"]),
    (
      "stage", Text(nl: "fase", en: "stage"),
      ["fase", "phase", "journey phase", "journey stage", "etappe", "hoofdfase"]
    ),
    ("step", Text(nl: "stap", en: "step"), ["stap", "step id", "touchpoint id", "stapnummer"]),
    (
      "touchpoint", Text(nl: "contact", en: "touchpoint"),
      ["touch point", "touchpoints", "contactmoment", "contact", "interactie", "interaction"]
    ),
    ("channel", Text(nl: "kanaal", en: "channel"), ["kanaal", "kanalen", "channels", "medium"]),
    ("actor", Text(nl: "wie", en: "actor"), ["wie", "uitvoerder", "afzender", "sender", "initiator", "who"]),
    ("receiver", Text(nl: "aan wie", en: "to whom"), ["aan wie", "ontvanger", "recipient", "to whom"]),
    (
      "doing", Text(nl: "doet", en: "does"),
      [
        "doet", "handeling", "actie", "acties", "activiteit", "activiteiten", "action", "actions", "activity",
        "activities", "user action", "customer action", "wat gebeurt er", "taak", "task", "omschrijving",
        "beschrijving", "description",
      ]
    ),
    (
      "thinking", Text(nl: "denkt", en: "thinks"),
      ["denkt", "gedachte", "gedachten", "denken", "thoughts", "thought", "thinks", "think"]
    ),
    (
      "feeling", Text(nl: "gevoel", en: "feeling"),
      ["gevoel", "emotie", "emoties", "emotion", "emotions", "feelings", "beleving", "experience", "sentiment"]
    ),
    ("expectation", Text(nl: "verwacht", en: "expects"), ["verwachting", "verwachtingen", "expectations", "verwacht"]),
    (
      "pain", Text(nl: "pijn", en: "pain"),
      [
        "pijn", "pijnpunt", "pijnpunten", "pain point", "pain points", "pains", "knelpunt", "knelpunten", "frustratie",
        "frustraties",
      ]
    ),
    (
      "opportunity", Text(nl: "kans", en: "opportunity"),
      ["kans", "kansen", "opportunities", "verbetering", "verbeteringen", "improvement", "improvements"]
    ),
    (
      "owner", Text(nl: "eigenaar", en: "owner"),
      ["eigenaar", "verantwoordelijke", "responsible", "afdeling", "department", "proceseigenaar"]
    ),
    (
      "moment_of_truth", Text(nl: "moment van de waarheid", en: "moment of truth"),
      ["moment van de waarheid", "moment of truth"]
    ),
    ("planned", Text(nl: "gepland", en: "planned"), ["gepland", "bedoeld"]),
    ("actual", Text(nl: "gebeurd", en: "actual"), ["gebeurd", "werkelijk"]),
  ]

  /// The column of the table for each field that has one.
  private(set) var columns: [String: String] = [:]
  private let table: Table

  /// - Parameter told: the field of columns that a person named, by their names.
  init(_ table: Table, told: [String: String] = [:]) {
    self.table = table
    let headers = table.columnNames.map { ($0, Self.plain($0)) }
    for header in table.columnNames { if let field = told[header], columns[field] == nil { columns[field] = header } }
    func take(_ field: String, _ words: [String]) {
      guard columns[field] == nil else { return }
      let taken = Set(columns.values)
      columns[field] =
        words.lazy.compactMap { word in headers.first { $0.1 == word && !taken.contains($0.0) }?.0 }.first
    }
    for known in Self.known { take(known.field, [Self.plain(known.field)]) }
    for known in Self.known { take(known.field, known.words) }
    // Others call the words of a step the step.
    if columns["doing"] == nil, columns["touchpoint"] == nil { columns["doing"] = columns.removeValue(forKey: "step") }
  }

  /// Returns what stands in a row under a field, where both are there.
  func words(_ field: String, _ row: Int) -> String? { columns[field].flatMap { table.words($0, row) } }

  /// The name that the table gives a field, for what is said about it.
  func name(_ field: String) -> String { columns[field] ?? field }

  /// Which columns were read as what, where they are not called so, and which were not read.
  var notices: [Notice] {
    let about = Self.known.compactMap { known -> Text? in
      guard let column = columns[known.field], column != known.field else { return nil }
      return Text(nl: "'\(column)' als \(known.about.nl)", en: "'\(column)' as \(known.about.en)")
    }
    let taken = Set(columns.values)
    let left = table.columns.filter { !taken.contains($0.name) }.map { column in
      let filled = (0..<table.rowCount).count { !column[$0].isMissing }
      return "\(column.name) (\(filled)×)"
    }
    var notices: [Notice] = []
    if !about.isEmpty {
      let read = Text.joined(about, by: ", ")
      notices.append(Notice(.info, Text(nl: "gelezen: \(read.nl)", en: "read: \(read.en)")))
    }
    if !left.isEmpty {
      let listed = Text.list(left, atMost: 12)
      notices.append(
        Notice(
          .caution,
          Text(
            nl: "niet overgenomen kolommen: \(listed.nl); wijs een kolom aan met --map, bijvoorbeeld --map doing=KOLOM",
            en: "columns not taken along: \(listed.en); point at a column with --map, as in --map doing=COLUMN")))
    }
    return notices
  }

  /// Small letters, with one blank between words.
  static func plain(_ words: String) -> String {
    Slug.of(words).split(whereSeparator: { $0 == "-" || $0 == "_" }).joined(separator: " ")
  }
}

/// Which field a column holds, by the names of columns, as a person told.
struct JourneyColumnNames {
  let fields: [String: String]

  /// - Parameters:
  ///   - held: what was told before.
  ///   - told: `field=column`, where the field is one of ours or a word for it.
  /// - Throws: `map.field`.
  init(_ held: [String: String], adding told: [Pair<String>]) throws {
    var fields = held
    for pair in told {
      let word = JourneyColumns.plain(pair.key)
      guard
        let known = JourneyColumns.known.first(where: {
          JourneyColumns.plain($0.field) == word || $0.words.contains(word)
        })
      else {
        let names = JourneyColumns.known.map(\.field)
        throw Diagnostic(
          "map.field",
          Text(nl: "'\(pair.key)' is niets van een klantreis", en: "'\(pair.key)' is nothing of a journey"),
          wayOut: Text(
            nl: "kies uit \(names.joined(separator: ", "))", en: "choose from \(names.joined(separator: ", "))"),
          suggestion: NearestWord.best(pair.key, among: names)
        ).at(pair.place)
      }
      for (column, field) in fields where field == known.field && column != pair.value { fields[column] = nil }
      fields[pair.value] = known.field
    }
    self.fields = fields
  }
}
