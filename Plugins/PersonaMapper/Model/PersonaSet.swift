import WorkbenchKit

/// Personas of one theme with all that the group makes of them.
struct PersonaSet: Sendable, Hashable, Named {
  /// How the form of a set in a file is called.
  static let form = 1

  let id: String
  var theme: Text
  var about: Text?
  var x: PersonaAxis?
  var y: PersonaAxis?
  var personas: [Persona] = []
  var moments: [Moment] = []
  var cells: [MomentCell] = []
  var examples: [MomentExample] = []
  /// The stages that a new journey gets.
  var stages: [Journey.Stage] = []
  var journeys: [Journey] = []
  var evidence: [Finding] = []
  /// What the source lost.
  var missing: [Finding] = []
  /// `votes[role][moment]`: dots.
  var votes: [String: [String: Int]] = [:]

  /// Something that a source says, or lacks.
  struct Finding: Sendable, Hashable {
    let text: Text
    let count: Double?
    let source: Citation?

    init?(_ json: JSON) {
      guard let text = json.text("text") ?? json.text("what") else { return nil }
      self.text = text
      count = json["count"]?.number
      source = Citation(json["source"])
    }

    func json(_ key: String) -> JSON {
      .members([key == "what" ? "what" : "text": text.json, "count": count.map(JSON.number), "source": source?.json])
    }
  }

  var label: Text { theme }
  /// The citations of everything in it.
  var citations: [Citation] {
    var all =
      [x?.source, y?.source].compactMap { $0 }
      + personas.flatMap { persona in
        [persona.source, persona.sketch].compactMap { $0 }
          + (persona.x.sayings + persona.y.sayings).compactMap(\.source)
      }
    all += moments.compactMap(\.source) + examples.compactMap(\.source) + evidence.compactMap(\.source)
    return all + missing.compactMap(\.source)
  }

  init(id: String, theme: Text) {
    self.id = id
    self.theme = theme
  }

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, !id.isEmpty else { return nil }
    self.init(id: id, theme: json.text("theme") ?? .verbatim(id))
    about = json.text("about")
    x = PersonaAxis(json["axes"]?["x"])
    y = PersonaAxis(json["axes"]?["y"])
    personas = json.items("personas", Persona.init)
    moments = json.items("moments", Moment.init)
    cells = json.items("cells", MomentCell.init)
    examples = json.items("examples", MomentExample.init)
    stages = json.items("stages", Journey.Stage.init)
    journeys = json.items("journeys", Journey.init)
    evidence = json.items("evidence", Finding.init)
    missing = json.items("missing", Finding.init)
    for (role, dots) in json["votes"]?.object ?? [:] {
      votes[role] = (dots.object ?? [:]).compactMapValues { $0.int.flatMap { $0 >= 0 ? $0 : nil } }
    }
  }

  var json: JSON {
    .members([
      "format": .number(Double(Self.form)), "id": .string(id), "theme": theme.json, "about": about?.json,
      "axes": .members(["x": x?.json, "y": y?.json]), "personas": .array(personas.map(\.json)),
      "moments": .array(moments.map(\.json)), "cells": .array(cells.map(\.json)),
      "examples": .array(examples.map(\.json)), "stages": .array(stages.map(\.json)),
      "journeys": .array(journeys.map(\.json)), "evidence": .array(evidence.map { $0.json("text") }),
      "missing": .array(missing.map { $0.json("what") }),
      "votes": .object(votes.mapValues { .object($0.mapValues { .number(Double($0)) }) }),
    ])
  }

  func persona(_ id: String?) -> Persona? { personas.first { $0.id == id } }
  func moment(_ id: String) -> Moment? { moments.first { $0.id == id } }
  func cell(_ moment: String, _ persona: String) -> MomentCell? {
    cells.first { $0.moment == moment && $0.persona == persona }
  }

  /// Puts a cell in the place of the one for the same moment and persona.
  mutating func put(_ cell: MomentCell) {
    cells.removeAll { $0.moment == cell.moment && $0.persona == cell.persona }
    cells.append(cell)
    let order = { [moments, personas] (cell: MomentCell) in
      (
        moments.firstIndex { $0.id == cell.moment } ?? .max, personas.firstIndex { $0.id == cell.persona } ?? .max
      )
    }
    cells.sort { order($0) < order($1) }
  }

  /// Takes a persona out, and what hangs on it; its journeys stay, as nobody's.
  mutating func remove(persona id: String) {
    personas.removeAll { $0.id == id }
    cells.removeAll { $0.persona == id }
    for index in journeys.indices where journeys[index].persona == id { journeys[index].persona = nil }
  }

  mutating func remove(moment id: String) {
    moments.removeAll { $0.id == id }
    cells.removeAll { $0.moment == id }
    for role in votes.keys { votes[role]?[id] = nil }
    votes = votes.filter { !$0.value.isEmpty }
  }
}
