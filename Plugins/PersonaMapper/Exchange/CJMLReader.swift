import Markup
import WorkbenchKit

/// Journeys out of a CJML 2.0 document.
struct CJMLReader {
  /// Journeys with the personas whose they are, and what CJML says that a journey here has no place for.
  struct Reading {
    var journeys: [Journey] = []
    var personas: [Persona] = []
    /// Names of elements, with how often.
    var leftOut: [String: Int] = [:]
  }

  private let name: String
  private var reading = Reading()
  /// Where each step stood in the whole journey, where the document says so.
  private var orders: [String: [String: Int]] = [:]
  /// Which journey a planned one of the document became.
  private var planned: [String: String] = [:]

  private static let known: Set = [
    "journeyID", "journeyTitle", "plannedReference", "journeyPhases", "actors", "touchpoints", "journey",
    "touchpointID",
    "belongsTo", "initiator", "receiver", "channel", "touchpointExperience", "step", "compliance",
  ]

  /// - Throws: what `XMLReader` throws, `cjml.root`, `cjml.version`, `cjml.empty`, `cjml.rating`, `cjml.repeated`, `name.unusable`.
  static func read(_ bytes: [UInt8], name: String) throws -> Reading {
    let root = try XMLReader.root(of: bytes, name: name)
    var reader = CJMLReader(name: name)
    guard root.name == "CJML" else {
      throw Diagnostic(
        "cjml.root",
        Text(
          nl: "'\(name)' is geen CJML: het begint met <\(root.name)>",
          en: "'\(name)' is no CJML: it begins with <\(root.name)>"),
        wayOut: Text(nl: "geef CJML 2.0, CSV of JSON", en: "give CJML 2.0, CSV or JSON"))
    }
    let version = root["version"] ?? ""
    guard version.hasPrefix("2") else {
      throw Diagnostic(
        "cjml.version",
        Text(
          nl: "'\(name)' is CJML '\(version)'; gelezen wordt versie 2.0",
          en: "'\(name)' is CJML '\(version)'; version 2.0 is read"))
    }
    for element in root.elements("plannedJourney") { try reader.take(element, planned: true) }
    for element in root.elements("actualJourney") { try reader.take(element, planned: false) }
    guard !reader.reading.journeys.isEmpty else {
      throw Diagnostic(
        "cjml.empty", Text(nl: "'\(name)' bevat geen reis", en: "'\(name)' holds no journey"))
    }
    reader.sort()
    return reader.reading
  }

  private init(name: String) { self.name = name }

  private mutating func take(_ element: XMLElement, planned isPlanned: Bool) throws {
    let own = element.elements.first { $0.name == "journey" && $0.namespace == CJML.namespace }
    let given = element.first("journeyID")?.text ?? ""
    let title = element.first("journeyTitle")?.text ?? ""
    let reference = isPlanned ? nil : element.first("plannedReference")?.text
    let known = reference.flatMap { planned[$0] }
    let id = try known ?? ImportedWords.id(own?["id"] ?? (given.isEmpty ? title : given))
    if isPlanned || known == nil {
      guard !reading.journeys.contains(where: { $0.id == id }) else {
        throw Diagnostic(
          "cjml.repeated",
          Text(nl: "'\(name)' bevat de reis '\(id)' twee keer", en: "'\(name)' holds the journey '\(id)' twice"))
      }
      reading.journeys.append(Journey(id: id, title: .verbatim(title.isEmpty ? given : title)))
      if isPlanned { planned[given] = id }
    }
    guard var journey = reading.journeys.first(where: { $0.id == id }) else { return }
    let actors = Actors(element.first("actors"))
    if journey.persona == nil, let name = actors.endUserName {
      try FreeWords.demandNone(in: name)
      let persona = try ImportedWords.id(own?["persona"] ?? name)
      journey.persona = persona
      if !reading.personas.contains(where: { $0.id == persona }) {
        reading.personas.append(Persona(id: persona, name: .verbatim(name)))
      }
    }
    for phase in element.first("journeyPhases")?.elements("journeyPhase") ?? [] {
      let words = phase.first("phaseName")?.text ?? ""
      let stage = try ImportedWords.id(phase["phaseID"] ?? words)
      if !journey.stages.contains(where: { $0.id == stage }) {
        journey.stages.append(.init(id: stage, name: .verbatim(words.isEmpty ? stage : words)))
      }
    }
    for point in element.first("touchpoints")?.elements ?? [] {
      try take(point, actors, planned: isPlanned, into: &journey)
    }
    note(element)
    if let index = reading.journeys.firstIndex(where: { $0.id == id }) { reading.journeys[index] = journey }
  }

  private mutating func take(
    _ point: XMLElement, _ actors: Actors, planned isPlanned: Bool, into journey: inout Journey
  ) throws {
    let own = point.elements.first { $0.name == "step" && $0.namespace == CJML.namespace }
    let given = point.first("touchpointID")?.text ?? ""
    let id = given.isEmpty ? journey.freeStepID : try ImportedWords.id(given)
    let stageID = try point.first("belongsTo")?["phaseIDref"].map { try ImportedWords.id($0) } ?? "zonder-fase"
    let held = journey.place(ofStep: id)
    let wasMissed = point.first("compliance")?.text.lowercased() == "missing"
    if let (stage, place) = held {
      guard !isPlanned else {
        throw Diagnostic(
          "cjml.repeated",
          Text(nl: "'\(name)' bevat de stap '\(id)' twee keer", en: "'\(name)' holds the step '\(id)' twice"))
      }
      journey.stages[stage].steps[place].isActual = !wasMissed
      if let feeling = try rating(point) { journey.stages[stage].steps[place].feeling = feeling }
      return
    }
    var step = JourneyStep(id: id)
    (step.isPlanned, step.isActual) = (isPlanned, !isPlanned && !wasMissed)
    step.doing = try words(point.first("initiator")?.first("initiatorLabel"))
    step.channel = point.first("channel")?.first("channelName").flatMap { Channel.read($0.text) }
    let initiator = point.first("initiator")?.first("refersTo")?["actorIDref"]
    step.actor = try ImportedWords.role(initiator.flatMap { actors.provider($0) })
    step.touchpoint = try words(point.first("receiver")?.first("receiverLabel"))
    step.thinking = try words(point.first("touchpointExperience")?.first("experienceDescription"))
    step.feeling = try rating(point)
    if let own {
      for (name, path) in JourneyStep.texts where name != "doing" {
        if let element = own.first(name) { step[keyPath: path] = try words(element) }
      }
      step.feeling = try rating(point) ?? own["feeling"].flatMap(Int.init).flatMap { (-2...2).contains($0) ? $0 : nil }
      step.owner = try ImportedWords.role(own["owner"])
      step.isMomentOfTruth = own["moment-of-truth"] == "true"
      if let order = own["order"].flatMap(Int.init) { orders[journey.id, default: [:]][id] = order }
    } else {
      let receiver = point.first("receiver")?.first("refersTo")?["actorIDref"]
      step.owner = try ImportedWords.role(
        initiator.flatMap { actors.provider($0) } ?? receiver.flatMap { actors.provider($0) })
    }
    if step.doing == nil, step.touchpoint == nil { step.doing = .verbatim(id) }
    if let stage = journey.stages.firstIndex(where: { $0.id == stageID }) {
      journey.stages[stage].steps.append(step)
    } else {
      let isNone = stageID == "zonder-fase"
      journey.stages.append(
        .init(
          id: stageID, name: isNone ? Text(nl: "zonder fase", en: "without a stage") : .verbatim(stageID), steps: [step]
        ))
    }
    note(point)
  }

  private func words(_ element: XMLElement?) throws -> Text? { try ImportedWords.text(element?.text) }

  /// 1 through 5, less three.
  private func rating(_ point: XMLElement) throws -> Int? {
    guard let words = point.first("touchpointExperience")?.first("experienceRating")?.text, !words.isEmpty else {
      return nil
    }
    guard let rating = Int(words), (1...5).contains(rating) else {
      throw Diagnostic(
        "cjml.rating",
        Text(
          nl: "'\(words)' op regel \(point.line) is geen oordeel van 1 tot en met 5",
          en: "'\(words)' on line \(point.line) is no rating from 1 through 5"))
    }
    return rating - 3
  }

  private mutating func note(_ element: XMLElement) {
    for inner in element.elements where !Self.known.contains(inner.name) && !inner.text.isEmpty {
      reading.leftOut[inner.name, default: 0] += 1
    }
  }

  /// Steps that were only planned and steps that only happened stand as they stood in the whole.
  private mutating func sort() {
    for index in reading.journeys.indices {
      let order = orders[reading.journeys[index].id] ?? [:]
      for stage in reading.journeys[index].stages.indices {
        let steps = reading.journeys[index].stages[stage].steps
        guard steps.allSatisfy({ order[$0.id] != nil }) else { continue }
        reading.journeys[index].stages[stage].steps.sort { (order[$0.id] ?? 0) < (order[$1.id] ?? 0) }
      }
    }
  }

  /// Who takes part: the end user, and parties by their number.
  private struct Actors {
    let endUserName: String?
    private let providers: [String: String]

    init(_ element: XMLElement?) {
      let user = element?.first("endUser")
      let name = user?.first("actorName")?.text ?? ""
      endUserName = name.isEmpty ? nil : name
      var providers: [String: String] = [:]
      for provider in element?.elements("serviceProvider") ?? [] {
        guard let id = provider["actorID"] ?? provider["actorIDref"], id != CJML.anyProvider else { continue }
        let company = provider.first("companyName")?.text ?? provider.first("actorName")?.text ?? ""
        providers[id] = company.isEmpty ? id : company
      }
      self.providers = providers
    }

    func provider(_ id: String) -> String? { providers[id] }
  }
}
