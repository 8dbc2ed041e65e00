import WorkbenchKit

/// Journeys as rows of a table, a step a row: `journey,title,persona,stage,step,…`.
enum JourneySheet {
  static let columns =
    ["journey", "title", "persona", "stage", "step", "touchpoint", "channel", "actor", "doing", "thinking", "feeling"]
    + ["expectation", "pain", "opportunity", "owner", "moment_of_truth", "planned", "actual"]

  /// RFC 4180, in the words of one language; a stage without steps has a row without one.
  static func csv(_ journeys: [Journey], _ language: Language) -> String {
    var lines = WrittenCell.line(columns)
    for journey in journeys {
      for stage in journey.stages {
        let head = [journey.id, journey.title(language), journey.persona ?? "", stage.name(language)]
        if stage.steps.isEmpty { lines += WrittenCell.line(head + [String](repeating: "", count: columns.count - 4)) }
        for step in stage.steps {
          let texts = { (path: KeyPath<JourneyStep, Text?>) in step[keyPath: path]?(language) ?? "" }
          lines += WrittenCell.line(
            head + [
              step.id, texts(\.touchpoint), step.channel ?? "", step.actor ?? "", texts(\.doing), texts(\.thinking),
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
    return try self.journeys(try text.table())
  }

  /// - Throws: `column.unknown`, `journey.row`, `name.unusable`.
  static func journeys(_ table: Table) throws -> [Journey] {
    let stages = try table.require("stage")
    guard table.column("doing") != nil || table.column("touchpoint") != nil else {
      _ = try table.require("doing")
      return []
    }
    var journeys: [Journey] = []
    for row in 0..<table.rowCount {
      let cell = { (name: String) -> String? in table.words(name, row) }
      guard !stages[row].isMissing else { throw problem(row, "stage", "") }
      let id = try ImportedWords.id(cell("journey") ?? "reis")
      let index = journeys.firstIndex { $0.id == id } ?? journeys.count
      if index == journeys.count {
        journeys.append(
          Journey(
            id: id, title: .verbatim(cell("title") ?? cell("journey") ?? id),
            persona: try cell("persona").map { try ImportedWords.id($0) }))
      }
      let stageID = try ImportedWords.id(stages[row].plain)
      let stage = journeys[index].stages.firstIndex { $0.id == stageID } ?? journeys[index].stages.count
      if stage == journeys[index].stages.count {
        journeys[index].stages.append(.init(id: stageID, name: .verbatim(stages[row].plain)))
      }
      if JourneyStep.texts.allSatisfy({ cell($0.name) == nil }), cell("step") == nil { continue }
      journeys[index].stages[stage].steps.append(try step(cell, row, journeys[index]))
    }
    return journeys
  }

  private static func step(_ cell: (String) -> String?, _ row: Int, _ journey: Journey) throws
    -> JourneyStep
  {
    let id = try cell("step").map { try ImportedWords.id($0) } ?? journey.freeStepID
    if journey.steps.contains(where: { $0.id == id }) { throw problem(row, "step", id) }
    var step = JourneyStep(id: id)
    for (name, path) in JourneyStep.texts {
      step[keyPath: path] = try ImportedWords.text(cell(name))
    }
    step.channel = cell("channel").flatMap(Channel.read)
    step.actor = try ImportedWords.role(cell("actor"))
    step.owner = try ImportedWords.role(cell("owner"))
    if let words = cell("feeling") {
      guard let feeling = NumberText.parse(words).flatMap({ Int(exactly: $0) }), (-2...2).contains(feeling) else {
        throw problem(row, "feeling", words)
      }
      step.feeling = feeling
    }
    step.isMomentOfTruth = try truth(cell("moment_of_truth"), row, "moment_of_truth") ?? false
    step.isPlanned = try truth(cell("planned"), row, "planned") ?? true
    step.isActual = try truth(cell("actual"), row, "actual") ?? false
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

  private static func problem(_ row: Int, _ column: String, _ words: String) -> Diagnostic {
    Diagnostic(
      "journey.row",
      words.isEmpty
        ? Text(nl: "rij \(row + 1) heeft geen '\(column)'", en: "row \(row + 1) has no '\(column)'")
        : Text(
          nl: "'\(words)' past niet bij '\(column)' in rij \(row + 1)",
          en: "'\(words)' does not fit '\(column)' in row \(row + 1)"),
      wayOut: column == "feeling" ? Text(nl: "geef -2 tot en met 2", en: "give -2 through 2") : nil)
  }
}
