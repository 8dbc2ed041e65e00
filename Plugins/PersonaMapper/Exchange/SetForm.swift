import WorkbenchKit

/// What keeps a JSON document from being a set: that which would be lost or misread on the way in.
enum SetForm {
  /// Paths and a few words to each; nothing where it is a set.
  static func problems(_ json: JSON) -> [String] {
    guard json.object != nil else { return ["{}"] }
    guard json["format"]?.int == PersonaSet.form else { return ["format"] }
    let set: PersonaSet
    do { set = try PersonaSet(field: json) } catch {
      return [(error as? FieldProblem)?.path.joined(separator: " › ") ?? "{}"]
    }
    var problems = set.unread.flatMap { list in list.names.map { (list.path + [$0]).joined(separator: " › ") } }
    for cell in set.cells where set.persona(cell.persona) == nil || set.moment(cell.moment) == nil {
      problems.append("cells › \(cell.moment), \(cell.persona)")
    }
    if Set(set.personas.map(\.id)).count != set.personas.count { problems.append("personas › id") }
    for journey in set.journeys where Set(journey.steps.map(\.id)).count != journey.steps.count {
      problems.append("journeys › \(journey.id) › id")
    }
    return problems
  }
}
