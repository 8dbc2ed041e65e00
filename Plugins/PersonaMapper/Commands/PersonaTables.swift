import WorkbenchKit

/// Tables of personas.
enum PersonaTables {
  static func list(_ set: PersonaSet, _ context: Context) -> Table {
    let personas = set.personas
    func axis(_ axis: PersonaAxis?, _ fallback: String) -> Text { axis?.name ?? .verbatim(fallback) }
    return Table(
      title: Text(nl: "Persona's", en: "Personas"),
      columns: [
        Shown.text("name", personas.map(\.name), Text(nl: "naam", en: "name"), context),
        Shown.text("x", personas.map { $0.x.words(set.x) }, axis(set.x, "x"), context),
        Shown.text("y", personas.map { $0.y.words(set.y) }, axis(set.y, "y"), context),
        Shown.text("description", personas.map(description), Text(nl: "in het kort", en: "in brief"), context),
        .texts("persona", personas.map(\.id), label: .verbatim("id")).asDetail(),
        .numbers("x_position", personas.map { $0.x.position ?? .nan }, label: .verbatim("x")).asDetail(),
        .numbers("y_position", personas.map { $0.y.position ?? .nan }, label: .verbatim("y")).asDetail(),
        .texts(
          "wants", personas.map { $0.wants.isEmpty ? nil : $0.wants.joined(separator: ", ") },
          label: Text(nl: "graag", en: "wants")
        )
        .asDetail(),
        .texts(
          "avoids", personas.map { $0.avoids.isEmpty ? nil : $0.avoids.joined(separator: ", ") },
          label: Text(nl: "liever niet", en: "avoids")
        )
        .asDetail(),
        Shown.text("source", personas.map(source), Text(nl: "bron", en: "source"), context).asDetail(),
      ])
  }

  /// The row of one persona.
  static func one(_ persona: Persona, of set: PersonaSet, _ context: Context) -> Table {
    var only = set
    only.personas = [persona]
    return list(only, context)
  }

  private static func description(_ persona: Persona) -> Text? {
    if let description = persona.description { return description }
    return persona.needs.isEmpty ? nil : Shown.joined(Array(persona.needs.prefix(3)), by: "; ")
  }

  /// A citation, the file that the persona came out of, or that the group made it.
  static func source(_ persona: Persona) -> Text {
    if let source = persona.source { return source.shown }
    if let trace = persona.trace {
      return Text(
        nl: "\(trace.file), \(trace.method) k = \(trace.k), \(trace.rows.count) van \(trace.rowCount)",
        en: "\(trace.file), \(trace.method) k = \(trace.k), \(trace.rows.count) of \(trace.rowCount)")
    }
    return Text(nl: "de kring", en: "the circle")
  }
}
