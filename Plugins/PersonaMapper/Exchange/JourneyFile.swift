import WorkbenchKit

/// Journeys with the names of the personas whose they are: `{"format": 1, "journeys": […], "personas": […]}`.
struct JourneyFile: FieldItem {
  let journeys: [Journey]
  let personas: [Persona]

  init(_ journeys: [Journey], of set: PersonaSet) {
    self.journeys = journeys
    personas = journeys.compactMap { set.persona($0.persona) }
  }

  init(_ fields: Fields) throws {
    let form: Int = try fields["format"]
    journeys = try fields["journeys"]
    personas = try fields.list("personas")
    if let problem = journeys.flatMap({ $0.unread(at: ["journeys"]) }).first?.problem { throw problem }
    guard form == PersonaSet.form, !journeys.isEmpty else {
      throw FieldProblem(Text(nl: "is geen vorm 1", en: "is not form 1"), at: ["format"])
    }
  }

  var text: String {
    JSON.members([
      "format": .number(Double(PersonaSet.form)), "journeys": .array(journeys.map(\.json)),
      "personas": .array(personas.map { .members(["id": .string($0.id), "name": $0.name.json]) }),
    ]).canonical + "\n"
  }
}
