import WorkbenchKit

/// What keeps a JSON document from being a set: that which would be lost or misread on the way in.
enum SetForm {
  /// Sentences of a few words, each with the path; nothing where it is a set.
  static func problems(_ json: JSON) -> [String] {
    guard json.object != nil else { return ["{}"] }
    guard json["format"]?.int == PersonaSet.form else { return ["format"] }
    var problems: [String] = []
    if (json["id"]?.string ?? "").isEmpty { problems.append("id") }
    func check(_ key: String, _ isFine: (JSON) -> Bool) {
      guard let value = json[key] else { return }
      guard let items = value.array else { return problems.append(key) }
      for (index, item) in items.enumerated() where !isFine(item) { problems.append("\(key)[\(index)]") }
    }
    check("personas") { item in
      guard Persona(item) != nil else { return false }
      return ["x", "y"].allSatisfy { item[$0] == nil || (item[$0]?.number).map { (-1...1).contains($0) } == true }
    }
    check("moments") { Moment($0) != nil }
    let personas = Set(json.items("personas", Persona.init).map(\.id))
    let moments = Set(json.items("moments", Moment.init).map(\.id))
    check("cells") { item in
      guard let cell = MomentCell(item) else { return false }
      return personas.contains(cell.persona) && moments.contains(cell.moment)
        && (item["priority"] == nil || cell.priority != nil)
        && (item["status"] == nil || item["status"]?.string == cell.status.rawValue)
    }
    check("journeys") { item in
      guard let journey = Journey(item) else { return false }
      let steps = (item["stages"]?.array ?? []).flatMap { $0["steps"]?.array ?? [] }
      return journey.steps.count == steps.count && Set(journey.steps.map(\.id)).count == steps.count
        && steps.allSatisfy { step in
          step["feeling"] == nil || step["feeling"]?.int.map { (-2...2).contains($0) } == true
        }
    }
    if Set(personas).count != json["personas"]?.array?.count ?? 0 { problems.append("personas: id") }
    return problems
  }
}
