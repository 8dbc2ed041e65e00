import WorkbenchKit

/// Tables of personas.
enum PersonaTables {
  static func list(_ set: PersonaSet, _ context: Context) -> Table {
    let personas = set.personas
    func axis(_ axis: PersonaAxis?, _ fallback: String) -> Text { axis?.name ?? .verbatim(fallback) }
    return Table(
      title: Text(nl: "Persona's", en: "Personas"),
      columns: [
        .texts("name", personas.map(\.name), label: Text(nl: "naam", en: "name"), in: context),
        .texts("x", personas.map { $0.x.words(set.x) }, label: axis(set.x, "x"), in: context),
        .texts("y", personas.map { $0.y.words(set.y) }, label: axis(set.y, "y"), in: context),
        .texts("description", personas.map(description), label: Text(nl: "in het kort", en: "in brief"), in: context),
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
        .texts("source", personas.map(source), label: Text(nl: "bron", en: "source"), in: context).asDetail(),
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
    return persona.needs.isEmpty ? nil : Text.joined(Array(persona.needs.prefix(3)), by: "; ")
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
