import WorkbenchKit

/// Journeys as rows of a table, a step a row: `journey,title,persona,stage,step,…`.
enum JourneySheet {
  static let columns =
    ["journey", "title", "persona", "stage", "step", "touchpoint", "channel", "actor", "receiver", "doing"]
    + ["thinking", "feeling", "expectation", "pain", "opportunity", "owner", "moment_of_truth", "planned", "actual"]

  /// RFC 4180, in the words of one language; a stage without steps has a row without one.
  static func csv(_ journeys: [Journey], _ language: Language) -> String {
    var lines = WrittenCell.line(columns)
    for journey in journeys {
      for stage in journey.stages {
        let head = [
          journey.codes.planned ?? journey.id, journey.title(language), journey.persona ?? "", stage.name(language),
        ]
        if stage.steps.isEmpty { lines += WrittenCell.line(head + [String](repeating: "", count: columns.count - 4)) }
        for step in stage.steps {
          let texts = { (path: KeyPath<JourneyStep, Text?>) in step[keyPath: path]?(language) ?? "" }
          lines += WrittenCell.line(
            head + [
              step.code ?? step.id, texts(\.touchpoint), step.channelCode ?? step.channel ?? "", step.actor ?? "",
              step.receiver ?? "", texts(\.doing), texts(\.thinking),
              step.feeling.map(String.init) ?? "", texts(\.expectation), texts(\.pain), texts(\.opportunity),
              step.owner ?? "", step.isMomentOfTruth ? "true" : "", step.isPlanned ? "true" : "false",
              step.isActual ? "true" : "false",
            ])
        }
      }
    }
    return lines
  }

  /// Passes journeys on after the guard has been over all that stands in them.
  ///
  /// - Throws: `personal.found`, `column.unknown`, `personal.nokey`.
  static func admitted(_ journeys: [Journey], by protection: Protection, _ name: String, _ language: Language) throws
    -> [Journey]
  {
    let text = try DelimitedText(
      bytes: Array(csv(journeys, language).utf8),
      options: DelimitedText.Options(delimiter: UInt8(ascii: ","), name: name), protection: protection)
    // The words of the other language would be lost on the way through rows.
    guard !protection.dropped.isEmpty || !protection.pseudonymised.isEmpty else { return journeys }
    return try self.journeys(try text.table()).journeys
  }

  /// - Parameter told: the field of columns that a person named, by their names.
  /// - Throws: `column.unknown`, `journey.row`, `name.unusable`.
  static func journeys(_ table: Table, told: [String: String] = [:]) throws -> (journeys: [Journey], notices: [Notice])
  {
    let columns = JourneyColumns(table, told: told)
    guard columns.columns["stage"] != nil else { throw missing("stage", in: table) }
    guard columns.columns["doing"] != nil || columns.columns["touchpoint"] != nil else {
      throw missing("doing", in: table)
    }
    let scale = FeelingScale(
      (0..<table.rowCount).compactMap { columns.words("feeling", $0) }, column: columns.name("feeling"))
    var laid: [Laid] = []
    var places: [String: Int] = [:]
    // The same journey and stage come by in row after row, and the guard looks at each word once.
    var ids: [String: String] = [:]
    func named(_ words: String) throws -> String {
      if let id = ids[words] { return id }
      let id = try ImportedWords.id(words)
      ids[words] = id
      return id
    }
    for row in 0..<table.rowCount {
      let cell = { (name: String) -> String? in columns.words(name, row) }
      guard let stage = cell("stage") else { throw problem(row, columns.name("stage"), "") }
      let words = cell("journey") ?? "reis"
      let id = try named(words)
      let index = places[id] ?? laid.count
      if index == laid.count {
        var journey = Journey(
          id: id, title: .verbatim(cell("title") ?? cell("journey") ?? id),
          persona: try cell("persona").map { try ImportedWords.id($0) })
        if cell("journey") != nil, words != id { journey.codes.planned = words }
        laid.append(Laid(journey: journey))
        places[id] = index
      }
      let stretch = Journey.Stage(id: try named(stage), name: .verbatim(stage))
      laid[index].declare(stretch)
      if JourneyStep.texts.allSatisfy({ cell($0.name) == nil }), cell("step") == nil { continue }
      laid[index].add(try step(columns, row, laid[index], scale), in: stretch)
    }
    let journeys = laid.map { laid in
      var journey = laid.journey
      journey.lay(laid.walk, declared: laid.declared)
      return journey
    }
    return (journeys, columns.notices + scale.notices)
  }

  /// A journey with its steps as they came by.
  private struct Laid {
    let journey: Journey
    private(set) var walk: [(stage: Journey.Stage, step: JourneyStep)] = []
    private(set) var declared: [Journey.Stage] = []
    private(set) var ids: Set<String> = []
    private var stages: Set<String> = []

    init(journey: Journey) { self.journey = journey }

    mutating func declare(_ stage: Journey.Stage) {
      if stages.insert(stage.id).inserted { declared.append(stage) }
    }

    mutating func add(_ step: JourneyStep, in stage: Journey.Stage) {
      ids.insert(step.id)
      walk.append((stage, step))
    }

    var freeStepID: String {
      var number = ids.count + 1
      while ids.contains("s\(number)") { number += 1 }
      return "s\(number)"
    }
  }

  private static func missing(_ field: String, in table: Table) -> Diagnostic {
    let listed = Text.list(table.columnNames, atMost: 12)
    return Diagnostic(
      "column.unknown",
      Text(nl: "de tabel heeft geen kolom '\(field)'", en: "the table has no column '\(field)'"),
      wayOut: Text(
        nl: "wijs haar aan met --map \(field)=KOLOM; kolommen: \(listed.nl)",
        en: "point at it with --map \(field)=COLUMN; columns: \(listed.en)"),
      suggestion: NearestWord.best(field, among: table.columnNames))
  }

  private static func step(_ columns: JourneyColumns, _ row: Int, _ laid: Laid, _ scale: FeelingScale) throws
    -> JourneyStep
  {
    let cell = { (name: String) -> String? in columns.words(name, row) }
    let id = try cell("step").map { try ImportedWords.id($0) } ?? laid.freeStepID
    if laid.ids.contains(id) { throw problem(row, columns.name("step"), id) }
    var step = JourneyStep(id: id)
    step.code = cell("step").flatMap { $0 == id ? nil : $0 }
    for (name, path) in JourneyStep.texts {
      step[keyPath: path] = try ImportedWords.text(cell(name))
    }
    if let channel = cell("channel") { step.take(channel: channel) }
    step.actor = try ImportedWords.role(cell("actor"))
    step.receiver = try ImportedWords.role(cell("receiver"))
    step.owner = try ImportedWords.role(cell("owner"))
    if let words = cell("feeling") {
      step.feeling = scale.feeling(words)
      if step.feeling == nil, !scale.isLenient {
        throw problem(
          row, columns.name("feeling"), words, wayOut: Text(nl: "geef -2 tot en met 2", en: "give -2 through 2"))
      }
    }
    step.isMomentOfTruth = try truth(cell("moment_of_truth"), row, columns.name("moment_of_truth")) ?? false
    step.isPlanned = try truth(cell("planned"), row, columns.name("planned")) ?? true
    step.isActual = try truth(cell("actual"), row, columns.name("actual")) ?? false
    return step
  }

  private static func truth(_ words: String?, _ row: Int, _ column: String) throws -> Bool? {
    switch words?.lowercased() {
    case nil: nil
    case "true", "ja", "yes", "1", "x": true
    case "false", "nee", "no", "0": false
    default: throw problem(row, column, words ?? "")
    }
  }

  private static func problem(_ row: Int, _ column: String, _ words: String, wayOut: Text? = nil) -> Diagnostic {
    Diagnostic(
      "journey.row",
      words.isEmpty
        ? Text(nl: "rij \(row + 1) heeft geen '\(column)'", en: "row \(row + 1) has no '\(column)'")
        : Text(
          nl: "'\(words)' past niet bij '\(column)' in rij \(row + 1)",
          en: "'\(words)' does not fit '\(column)' in row \(row + 1)"),
      wayOut: wayOut)
  }
}
