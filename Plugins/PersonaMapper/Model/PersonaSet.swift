import WorkbenchKit

/// Personas of one theme with all that the group makes of them.
struct PersonaSet: Sendable, Hashable, NamedItem, FieldItem {
  /// How the form of a set in a file is called.
  static let form = 1

  var id: String
  var theme: Text
  var about: Text?
  var axes = PersonaAxes()
  @ReadItems var personas: [Persona] = []
  @ReadItems var moments: [Moment] = []
  @ReadItems var cells: [MomentCell] = []
  @ReadItems var examples: [MomentExample] = []
  /// The stages that a new journey gets.
  @ReadItems var stages: [Journey.Stage] = []
  @ReadItems var journeys: [Journey] = []
  /// What columns of files of journeys hold, by their names, as a person told.
  var journeyColumns: [String: String] = [:]
  @ReadItems var evidence: [Evidence] = []
  /// What the source lost.
  @ReadItems var missing: [Missing] = []
  /// `votes[role][moment]`: dots.
  var votes: [String: [String: Int]] = [:]
  private var rest: [String: JSON] = [:]

  /// Something that a source says, and of how many.
  struct Evidence: Sendable, Hashable, FieldItem {
    let text: Text
    let count: Double?
    let source: Citation?
    private let rest: [String: JSON]

    init(_ fields: Fields) throws {
      text = try fields["text"]
      count = try fields["count"]
      source = try fields["source"]
      rest = fields.rest
    }

    var json: JSON {
      .members(["text": text.json, "count": count.map(JSON.number), "source": source?.json], rest: rest)
    }
  }

  /// Something that a source should hold and does not.
  struct Missing: Sendable, Hashable, FieldItem {
    let what: Text
    let source: Citation?
    private let rest: [String: JSON]

    init(_ fields: Fields) throws {
      what = try fields["what"]
      source = try fields["source"]
      rest = fields.rest
    }

    var json: JSON { .members(["what": what.json, "source": source?.json], rest: rest) }
  }

  var label: Text { theme }
  var x: PersonaAxis? { axes.x }
  var y: PersonaAxis? { axes.y }
  /// The citations of everything in it.
  var citations: [Citation?] {
    [x?.source, y?.source] + personas.flatMap(\.citations) + moments.map(\.source) + examples.map(\.source)
      + evidence.map(\.source) + missing.map(\.source)
  }

  init(id: String, theme: Text) {
    self.id = id
    self.theme = theme
  }

  init(_ fields: Fields) throws {
    let id = try fields.name("id")
    self.init(id: id, theme: try fields["theme"] ?? .verbatim(id))
    about = try fields["about"]
    axes = try fields["axes"] ?? PersonaAxes()
    _personas = try fields.items("personas")
    _moments = try fields.items("moments")
    _cells = try fields.items("cells")
    _examples = try fields.items("examples")
    _stages = try fields.items("stages")
    _journeys = try fields.items("journeys")
    journeyColumns = try fields["journey_columns"] ?? [:]
    _evidence = try fields.items("evidence")
    _missing = try fields.items("missing")
    votes = try fields.dots("votes")
    rest = fields.rest
  }

  var json: JSON {
    .members(
      [
        "format": .number(Double(Self.form)), "id": .string(id), "theme": theme.json, "about": about?.json,
        "axes": axes.json, "personas": _personas.json(\.json), "moments": _moments.json(\.json),
        "cells": _cells.json(\.json), "examples": _examples.json(\.json), "stages": _stages.json(\.json),
        "journeys": _journeys.json(\.json),
        "journey_columns": .object(journeyColumns.mapValues(JSON.string)), "evidence": _evidence.json(\.json),
        "missing": _missing.json(\.json),
        "votes": votes.dotsJSON,
      ], rest: rest)
  }

  /// What in it could not be read, list by list.
  var unread: [UnreadItems] {
    [
      UnreadItems(_personas, Text(nl: "persona's", en: "personas"), at: ["personas"]),
      UnreadItems(_moments, Text(nl: "sleutelmomenten", en: "key moments"), at: ["moments"]),
      UnreadItems(_cells, Text(nl: "cellen", en: "cells"), at: ["cells"]),
      UnreadItems(_examples, Text(nl: "voorbeelden", en: "examples"), at: ["examples"]),
      UnreadItems(_stages, Text(nl: "fasen", en: "stages"), at: ["stages"]),
      UnreadItems(_journeys, Text(nl: "klantreizen", en: "journeys"), at: ["journeys"]),
      UnreadItems(_evidence, Text(nl: "bewijs", en: "evidence"), at: ["evidence"]),
      UnreadItems(_missing, Text(nl: "wat de bron niet geeft", en: "what the source lacks"), at: ["missing"]),
    ].compactMap { $0 } + stages.compactMap { $0.unread(at: ["stages"]) }
      + journeys.flatMap { $0.unread(at: ["journeys"]) }
  }

  /// The set as others get it: quotes that were kept and who belongs to whom stay in the workspace, and so do personas that
  /// could not be read, which may hold such.
  var forOthers: PersonaSet {
    var copy = self
    copy._personas = ReadItems(
      personas.map { persona in
        var persona = persona
        persona.keptQuotes = []
        persona.trace?.rows = []
        return persona
      })
    return copy
  }

  /// Those who speak in it: who carries, answers or votes.
  var roles: Set<String> {
    let named = moments.map(\.owner) + cells.map(\.by) + journeys.flatMap(\.steps).flatMap { [$0.owner, $0.actor] }
    return Set(named.compactMap { $0 }).union(votes.keys)
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
