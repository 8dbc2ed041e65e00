import Markup
import WorkbenchKit

/// Journeys out of a CJML 2.0 document, in its order.
///
/// An actual journey that goes the way of the planned one it refers to, and is the only one that does, is one journey with it;
/// each of several is a journey of its own beside the plan, with the steps of the plan that it left out.
struct CJMLReader {
  private let name: String
  private var reading = JourneyReading(form: "CJML")

  private static let known: Set = [
    "journeyID", "journeyTitle", "plannedReference", "journeyPhases", "actors", "touchpoints", "journey",
    "touchpointID", "belongsTo", "initiator", "receiver", "channel", "touchpointExperience", "step", "compliance",
  ]

  /// - Throws: what `XMLReader` throws, `cjml.root`, `cjml.version`, `cjml.empty`, `cjml.rating`, `cjml.repeated`,
  ///   `journey.bpmn`, `name.unusable`.
  static func read(_ bytes: [UInt8], name: String) throws -> JourneyReading {
    let root = try XMLReader.root(of: bytes, name: name)
    var reader = CJMLReader(name: name)
    guard root.name == "CJML" else { throw otherRoot(root, name) }
    let version = root["version"] ?? ""
    guard version.hasPrefix("2") else {
      throw Diagnostic(
        "cjml.version",
        Text(
          nl: "'\(name)' is CJML '\(version)'; gelezen wordt versie 2.0",
          en: "'\(name)' is CJML '\(version)'; version 2.0 is read"))
    }
    try reader.take(root.elements.filter { ["plannedJourney", "actualJourney"].contains($0.name) })
    guard !reader.reading.journeys.isEmpty else {
      throw Diagnostic(
        "cjml.empty", Text(nl: "'\(name)' bevat geen reis", en: "'\(name)' holds no journey"))
    }
    return reader.reading
  }

  private static func otherRoot(_ root: XMLElement, _ name: String) -> Diagnostic {
    if root.namespace.contains("BPMN") || (root.name == "definitions" && root.namespace.lowercased().contains("bpmn")) {
      return Diagnostic(
        "journey.bpmn",
        Text(
          nl:
            "'\(name)' is BPMN: dat beschrijft het werk van een organisatie met vertakkingen en lussen, geen reis van één persoon",
          en:
            "'\(name)' is BPMN: it describes the work of an organisation with branches and loops, no journey of one person"
        ),
        wayOut: Text(
          nl: "schrijf één weg door het proces uit als CJML, CSV of Mermaid journey",
          en: "write out one way through the process as CJML, CSV or Mermaid journey"))
    }
    return Diagnostic(
      "cjml.root",
      Text(
        nl: "'\(name)' is geen CJML: het begint met <\(root.name)>",
        en: "'\(name)' is no CJML: it begins with <\(root.name)>"),
      wayOut: Text(nl: "geef CJML 2.0, CSV, JSON of Mermaid", en: "give CJML 2.0, CSV, JSON or Mermaid"))
  }

  private init(name: String) { self.name = name }

  private mutating func take(_ elements: [XMLElement]) throws {
    // In the order of the document, and what is planned known before what refers to it.
    var drafts: [Int: CJMLDraft] = [:]
    var plans: [String: Int] = [:]
    for (place, element) in elements.enumerated() where element.name == "plannedJourney" {
      let draft = try CJMLDraft(element, planned: true, name)
      drafts[place] = draft
      if plans[draft.givenID] == nil { plans[draft.givenID] = place }
    }
    let lived = elements.enumerated().filter { $0.element.name == "actualJourney" }
    let references = lived.map { $0.element.first("plannedReference")?.text }.compactMap { $0 }
    for (place, element) in lived {
      let reference = element.first("plannedReference")?.text
      let draft = try CJMLDraft(element, planned: false, name)
      guard let reference, let plan = plans[reference], let planned = drafts[plan] else {
        drafts[place] = draft
        continue
      }
      if references.count(where: { $0 == reference }) == 1, planned.isWalked(by: draft) {
        drafts[plan] = planned.joined(with: draft, isOne: true)
      } else {
        drafts[place] = planned.joined(with: draft, isOne: false)
      }
    }
    for (_, draft) in drafts.sorted(by: { $0.key < $1.key }) {
      let journey = draft.journey
      guard !reading.journeys.contains(where: { $0.id == journey.id }) else {
        throw Diagnostic(
          "cjml.repeated",
          Text(
            nl: "'\(name)' bevat de reis '\(journey.id)' twee keer",
            en: "'\(name)' holds the journey '\(journey.id)' twice"
          ))
      }
      reading.journeys.append(journey)
      if let persona = draft.persona, !reading.personas.contains(where: { $0.id == persona.id }) {
        reading.personas.append(persona)
      }
    }
    for element in elements {
      note(element)
      for point in element.first("touchpoints")?.elements ?? [] { note(point) }
    }
  }

  private mutating func note(_ element: XMLElement) {
    for inner in element.elements where !Self.known.contains(inner.name) && !inner.text.isEmpty {
      reading.leftOut[inner.name, default: 0] += 1
    }
  }
}
