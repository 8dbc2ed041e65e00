import Markup
import WorkbenchKit

/// A journey as CJML 2.0 (Customer Journey Modelling Language, Halvorsrud and others, SINTEF), in the words of one language.
///
/// The steps that were planned make a `plannedJourney`, those that happened an `actualJourney` that refers to it. What CJML has
/// no place for stands behind each touchpoint in elements of our own namespace, which other programs pass over.
enum CJML {
  static let version = "2.0"
  static let namespace = "urn:leerkring:cjml:1"
  /// Whom a step meets where nobody carries it.
  static let anyProvider = "service"
  static let endUser = "enduser"

  /// How an actual journey is called beside the planned one.
  static func actualID(of journey: String) -> String { "\(journey)-actual" }

  /// The id of a party by its place among all, counted from 0.
  static func partyID(_ place: Int) -> String { "sp\(place + 1)" }

  /// How the tools of CJML call a channel: from person to person it is one, wherever they meet.
  static func channelName(_ channel: String) -> String {
    switch channel {
    case "desk", "home", "face-to-face": "faceToFace"
    case "telephone": "phone"
    default: channel
    }
  }
}

struct CJMLWriter {
  private let journey: Journey
  private let persona: Persona?
  private let language: Language

  init(_ journey: Journey, _ persona: Persona?, _ language: Language) {
    (self.journey, self.persona, self.language) = (journey, persona, language)
  }

  var document: String {
    let isActual = journey.steps.contains(where: \.isActual)
    let isPlanned = journey.steps.contains(where: \.isPlanned) || !isActual
    var nodes: [XMLElement.Node] = []
    if isPlanned { nodes.append(.element(element(planned: true))) }
    if isActual { nodes.append(.element(element(planned: false, reference: isPlanned))) }
    return XMLWriter.document(XMLElement("CJML", attributes: [.init("version", CJML.version)], nodes: nodes))
  }

  private func element(planned: Bool, reference: Bool = false) -> XMLElement {
    var elements = [
      XMLElement("journeyID", text: planned ? plannedID : journey.codes.actual ?? CJML.actualID(of: journey.id)),
      XMLElement("journeyTitle", text: journey.title(language)),
    ]
    if reference { elements.append(XMLElement("plannedReference", text: plannedID)) }
    elements.append(holding("journeyPhases", journey.phases.map(phase)))
    elements.append(holding("actors", actors))
    let walk = journey.walk.enumerated().filter { planned ? $0.element.step.isPlanned : $0.element.step.isActual }
    elements.append(
      holding(
        "touchpoints",
        walk.map { touchpoint($0.element.step, in: $0.element.stage, order: $0.offset, planned: planned) }))
    elements.append(
      XMLElement(
        "journey", namespace: CJML.namespace,
        attributes: [.init("id", journey.id)] + (journey.persona.map { [.init("persona", $0)] } ?? [])))
    return holding(planned ? "plannedJourney" : "actualJourney", elements)
  }

  private var plannedID: String { journey.codes.planned ?? journey.id }

  private func phase(_ stage: Journey.Stage) -> XMLElement {
    XMLElement(
      "journeyPhase", attributes: [.init("phaseID", stage.code ?? stage.id)],
      nodes: [.element(XMLElement("phaseName", text: stage.name(language)))])
  }

  /// The persona as end user, and everybody else who does or carries something as service provider.
  private var actors: [XMLElement] {
    let name = persona?.name(language) ?? journey.persona
    var elements = [
      XMLElement(
        "endUser", attributes: [.init("actorID", endUserID)],
        nodes: name.map { [.element(XMLElement("actorName", text: $0))] } ?? [])
    ]
    for party in parties {
      elements.append(
        XMLElement(
          "serviceProvider", attributes: [.init("actorID", id(of: party))],
          nodes: [.element(XMLElement("companyName", text: journey.codes.actors[party]?.name ?? party))]))
    }
    if journey.steps.contains(where: { $0.channel != nil && [$0.owner, $0.actor, $0.receiver] == [nil, nil, nil] }) {
      elements.append(XMLElement("serviceProvider", attributes: [.init("actorID", CJML.anyProvider)]))
    }
    return elements
  }

  private var parties: [String] {
    var found: [String] = []
    for party in journey.steps.flatMap({ [$0.actor, $0.owner, $0.receiver] }).compactMap({ $0 })
    where !found.contains(party) && !isEndUser(party) { found.append(party) }
    return found
  }

  private var endUserID: String { journey.codes.actors[CJML.endUser]?.id ?? CJML.endUser }

  private func isEndUser(_ party: String) -> Bool { party == journey.persona || persona?.isCalled(party) == true }

  private func id(of party: String) -> String {
    if isEndUser(party) { return endUserID }
    return journey.codes.actors[party]?.id ?? CJML.partyID(parties.firstIndex(of: party) ?? 0)
  }

  private func touchpoint(_ step: JourneyStep, in stage: Journey.Stage, order: Int, planned: Bool) -> XMLElement {
    var elements = [
      XMLElement("touchpointID", text: step.code ?? step.id),
      XMLElement("belongsTo", attributes: [.init("phaseIDref", stage.code ?? stage.id)]),
    ]
    elements.append(end("initiator", step.actor.map(id) ?? endUserID, "initiatorLabel", step.doing))
    let isCommunication = step.channel != nil || step.receiver != nil
    if isCommunication {
      let other = step.receiver.map(id) ?? (step.actor == nil ? step.owner.map(id) ?? CJML.anyProvider : endUserID)
      elements.append(end("receiver", other, "receiverLabel", step.touchpoint))
    }
    if let channel = step.channel {
      elements.append(
        holding("channel", [XMLElement("channelName", text: step.channelCode ?? CJML.channelName(channel))]))
    }
    if !planned, step.feeling != nil || step.thinking != nil {
      var experience: [XMLElement] = []
      if let thinking = step.thinking {
        experience.append(XMLElement("experienceDescription", text: thinking(language)))
      }
      if let feeling = step.feeling { experience.append(XMLElement("experienceRating", text: String(feeling + 3))) }
      elements.append(holding("touchpointExperience", experience))
    }
    elements.append(own(step, order: order))
    return holding(
      "\(planned ? "planned" : "actual")\(isCommunication ? "CommunicationPoint" : "Action")", elements)
  }

  private func end(_ name: String, _ actor: String, _ label: String, _ words: Text?) -> XMLElement {
    holding(
      name,
      [XMLElement("refersTo", attributes: [.init("actorIDref", actor)])]
        + (words.map { [XMLElement(label, text: $0(language))] } ?? []))
  }

  /// What CJML has no place for.
  private func own(_ step: JourneyStep, order: Int) -> XMLElement {
    var attributes: [XMLElement.Attribute] = [.init("order", String(order))]
    if let feeling = step.feeling { attributes.append(.init("feeling", String(feeling))) }
    if let owner = step.owner { attributes.append(.init("owner", owner)) }
    if let receiver = step.receiver { attributes.append(.init("receiver", receiver)) }
    if let channel = step.channel, step.channelCode == nil, CJML.channelName(channel) != channel {
      attributes.append(.init("channel", channel))
    }
    if step.isMomentOfTruth { attributes.append(.init("moment-of-truth", "true")) }
    let texts = JourneyStep.texts.filter { $0.name != "doing" }.compactMap { name, path in
      step[keyPath: path].map { XMLElement(name, namespace: CJML.namespace, text: $0(language)) }
    }
    return XMLElement("step", namespace: CJML.namespace, attributes: attributes, nodes: texts.map { .element($0) })
  }

  private func holding(_ name: String, _ elements: [XMLElement]) -> XMLElement {
    XMLElement(name, nodes: elements.map { .element($0) })
  }
}
