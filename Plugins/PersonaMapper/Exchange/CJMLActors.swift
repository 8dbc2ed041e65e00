import Markup
import WorkbenchKit

/// Who takes part in a journey of a CJML document: the end user, and parties by their number.
struct CJMLActors {
  let endUserName: String?
  private let endUserID: String?
  /// Names by id, with the ids in order.
  private var others: [(id: String, name: String)] = []

  init(_ element: XMLElement?) {
    let users = element?.elements("endUser") ?? []
    func id(_ actor: XMLElement) -> String? { actor["actorID"] ?? actor["actorIDref"] }
    func name(_ actor: XMLElement) -> String {
      let given = [actor.first("companyName")?.text, actor.first("actorName")?.text].compactMap { $0 }
      return given.first { !$0.isEmpty } ?? id(actor) ?? ""
    }
    endUserID = users.first.flatMap(id)
    let first = users.first.map(name) ?? ""
    endUserName = first.isEmpty || first == CJML.endUser ? nil : first
    let providers = (users.dropFirst() + (element?.elements("serviceProvider") ?? []))
    for actor in providers {
      guard let id = id(actor), id != CJML.anyProvider else { continue }
      others.append((id, name(actor)))
    }
  }

  /// The party with an id; nil for the end user and for who is not there.
  func party(_ id: String?) -> String? { others.first { $0.id == id }?.name }

  func isEndUser(_ id: String?) -> Bool { id != nil && id == endUserID }

  /// What was given, by our words for who it is; without what we would write ourselves.
  func codes() throws -> [String: JourneyCodes.Actor] {
    var codes: [String: JourneyCodes.Actor] = [:]
    if let endUserID, endUserID != CJML.endUser {
      codes[CJML.endUser] = .init(id: endUserID, name: endUserName ?? endUserID)
    }
    for (place, (id, name)) in others.enumerated() {
      guard let role = try ImportedWords.role(name), role != name || id != CJML.partyID(place) else { continue }
      codes[role] = .init(id: id, name: name)
    }
    return codes
  }
}
