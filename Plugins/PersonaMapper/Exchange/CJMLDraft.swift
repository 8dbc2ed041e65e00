import Markup
import WorkbenchKit

/// One journey element of a CJML document, on its way to a journey.
struct CJMLDraft {
  /// As the document has it.
  let givenID: String
  private(set) var persona: Persona?
  private var head: Journey
  private var declared: [Journey.Stage] = []
  private var points: [CJMLPoint] = []

  /// - Throws: `cjml.rating`, `cjml.repeated`, `name.unusable`, `personal.found`.
  init(_ element: XMLElement, planned isPlanned: Bool, _ file: String) throws {
    let own = element.elements.first { $0.name == "journey" && $0.namespace == CJML.namespace }
    givenID = element.first("journeyID")?.text ?? ""
    let title = element.first("journeyTitle")?.text ?? ""
    let id = try ImportedWords.id(own?["id"] ?? (givenID.isEmpty ? title : givenID))
    try FreeWords.demandNone(in: title)
    head = Journey(id: id, title: .verbatim(title.isEmpty ? givenID : title))
    if isPlanned {
      head.codes.planned = [id, ""].contains(givenID) ? nil : givenID
    } else {
      head.codes.actual = [CJML.actualID(of: id), ""].contains(givenID) ? nil : givenID
    }
    let actors = CJMLActors(element.first("actors"))
    head.codes.actors = try actors.codes()
    if let name = actors.endUserName {
      try FreeWords.demandNone(in: name)
      let persona = Persona(id: try ImportedWords.id(own?["persona"] ?? name), name: .verbatim(name))
      head.persona = persona.id
      self.persona = persona
    }
    for phase in element.first("journeyPhases")?.elements("journeyPhase") ?? [] {
      let words = phase.first("phaseName")?.text ?? ""
      try declare(phase["phaseID"] ?? words, words)
    }
    let touchpoints = element.first("touchpoints")?.elements ?? []
    let given = Set(touchpoints.compactMap { $0.first("touchpointID").map { Slug.of($0.text) } })
    var free = (1...).lazy.map { "s\($0)" }.filter { !given.contains($0) }.makeIterator()
    var ids: Set<String> = []
    for element in touchpoints {
      let point = try CJMLPoint(element, actors, head.persona, planned: isPlanned) { free.next() ?? "" }
      guard ids.insert(point.step.id).inserted else {
        throw Diagnostic(
          "cjml.repeated",
          Text(
            nl: "'\(file)' bevat de stap '\(point.step.id)' twee keer",
            en: "'\(file)' holds the step '\(point.step.id)' twice"))
      }
      points.append(point)
      if let given = point.phase { try declare(given, given) }
    }
  }

  /// Takes in a phase that is not known yet; its words pass the guard once, not at each of its touchpoints.
  private mutating func declare(_ given: String, _ words: String) throws {
    guard !isDeclared(Slug.of(given)) else { return }
    let id = try ImportedWords.id(given)
    try FreeWords.demandNone(in: words)
    declared.append(Journey.Stage(id: id, name: .verbatim(words.isEmpty ? given : words), code: given))
  }

  private func isDeclared(_ stage: String) -> Bool { declared.contains { $0.id == stage } }

  /// Whether the steps that both have come in the same order in both.
  func isWalked(by actual: CJMLDraft) -> Bool {
    let lived = actual.points.filter { !$0.wasMissed }.map(\.step.id)
    let shared = Set(points.map(\.step.id)).intersection(lived)
    return points.map(\.step.id).filter(shared.contains) == lived.filter(shared.contains)
  }

  /// Returns what was planned together with what was lived of it.
  ///
  /// - Parameter isOne: whether it is the planned journey itself; else it is the actual one, under its own name.
  func joined(with actual: CJMLDraft, isOne: Bool) -> CJMLDraft {
    var both = isOne ? self : actual
    both.declared = declared
    both.declared += actual.declared.filter { !isDeclared($0.id) }
    if isOne {
      if both.head.persona == nil { (both.head.persona, both.persona) = (actual.head.persona, actual.persona) }
      both.head.codes.actual = actual.head.codes.actual
      both.head.codes.actors.merge(actual.head.codes.actors) { own, _ in own }
    }
    let plan = Dictionary(points.map { ($0.step.id, $0) }, uniquingKeysWith: { first, _ in first })
    var walk = actual.points.map { point in plan[point.step.id]?.lived(as: point) ?? point }
    // A step of the plan that nobody took stands behind the one before it in the plan.
    var taken = Set(walk.map(\.step.id))
    for (place, point) in points.enumerated() where taken.insert(point.step.id).inserted {
      let before = place == 0 ? nil : points[place - 1].step.id
      let index = before.flatMap { id in walk.firstIndex { $0.step.id == id } }.map { $0 + 1 } ?? 0
      walk.insert(point, at: index)
    }
    both.points = walk
    return both
  }

  /// The journey, its steps in the order of the document or in the one that the document gives.
  var journey: Journey {
    var journey = head
    let orders = points.compactMap(\.order)
    let ordered =
      orders.count == points.count
      ? points.enumerated().sorted { ($0.element.order ?? 0, $0.offset) < ($1.element.order ?? 0, $1.offset) }
        .map(\.element) : points
    let none = Journey.Stage(id: "zonder-fase", name: Text(nl: "zonder fase", en: "without a stage"))
    journey.lay(
      ordered.map { point in
        let id = point.phase.map(Slug.of)
        return (declared.first { $0.id == id } ?? none, point.step)
      }, declared: declared)
    return journey
  }
}
