import Markup
import WorkbenchKit

/// A touchpoint of a CJML document.
struct CJMLPoint {
  private(set) var step: JourneyStep
  /// The id of its phase as the document has it.
  let phase: String?
  /// Where it stood in the whole journey, where the document says so.
  let order: Int?
  /// Whether the document says that it should have been and was not.
  let wasMissed: Bool

  /// - Parameter freeID: an id for a step without one.
  /// - Throws: `cjml.rating`, `name.unusable`, `personal.found`, `role.name`.
  init(_ point: XMLElement, _ actors: CJMLActors, _ persona: String?, planned isPlanned: Bool, freeID: () -> String)
    throws
  {
    let own = point.elements.first { $0.name == "step" && $0.namespace == CJML.namespace }
    let given = point.first("touchpointID")?.text ?? ""
    phase = point.first("belongsTo")?["phaseIDref"].flatMap { $0.isEmpty ? nil : $0 }
    order = own?["order"].flatMap(Int.init)
    wasMissed = point.first("compliance")?.text.lowercased() == "missing"
    step = JourneyStep(id: given.isEmpty ? freeID() : try ImportedWords.id(given))
    step.code = given.isEmpty || given == step.id ? nil : given
    (step.isPlanned, step.isActual) = (isPlanned, !isPlanned && !wasMissed)
    step.doing = try Self.words(point.first("initiator")?.first("initiatorLabel"))
    if let channel = own?["channel"] ?? point.first("channel")?.first("channelName")?.text {
      try FreeWords.demandNone(in: channel)
      step.take(channel: channel)
    }
    let (from, to) = (Self.actor(point, "initiator"), Self.actor(point, "receiver"))
    step.actor = try ImportedWords.role(actors.party(from))
    step.touchpoint = try Self.words(point.first("receiver")?.first("receiverLabel"))
    step.thinking = try Self.words(point.first("touchpointExperience")?.first("experienceDescription"))
    step.feeling = try Self.rating(point)
    if let own {
      for (name, path) in JourneyStep.texts where name != "doing" {
        if let element = own.first(name) { step[keyPath: path] = try Self.words(element) }
      }
      step.feeling = step.feeling ?? own["feeling"].flatMap(Int.init).flatMap { (-2...2).contains($0) ? $0 : nil }
      step.owner = try ImportedWords.role(own["owner"])
      step.receiver = try ImportedWords.role(own["receiver"])
      step.isMomentOfTruth = own["moment-of-truth"] == "true"
    } else {
      step.receiver = try ImportedWords.role(actors.party(to)) ?? (actors.isEndUser(to) ? persona : nil)
      step.owner = try ImportedWords.role(actors.party(from) ?? actors.party(to))
    }
    if step.doing == nil, step.touchpoint == nil { step.doing = .verbatim(given.isEmpty ? step.id : given) }
  }

  /// Returns the planned touchpoint with what was lived of it.
  func lived(as actual: CJMLPoint) -> CJMLPoint {
    var both = self
    both.step.isActual = !actual.wasMissed
    both.step.feeling = actual.step.feeling ?? step.feeling
    both.step.thinking = step.thinking ?? actual.step.thinking
    return both
  }

  private static func actor(_ point: XMLElement, _ end: String) -> String? {
    point.first(end)?.first("refersTo").flatMap { $0["actorIDref"] ?? $0["actorID"] }
  }

  private static func words(_ element: XMLElement?) throws -> Text? { try ImportedWords.text(element?.text) }

  /// 1 through 5, less three.
  private static func rating(_ point: XMLElement) throws -> Int? {
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
}
