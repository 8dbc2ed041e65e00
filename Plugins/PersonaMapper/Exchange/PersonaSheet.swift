import WorkbenchKit

/// Personas as rows of a table: `name,description,x,y,needs,wants,avoids`; lists are parted by semicolons.
enum PersonaSheet {
  /// - Throws: `column.unknown`, `persona.row`, `name.unusable`, `persona.taken`.
  static func personas(_ table: Table, at place: Place?) throws -> [Persona] {
    let names = try table.require("name", at: place)
    var personas: [Persona] = []
    for row in 0..<table.rowCount {
      let cell = { (name: String) -> String? in table.column(name).flatMap { $0[row].isMissing ? nil : $0[row].plain } }
      guard !names[row].isMissing else { throw problem(row, "name", "", at: place) }
      let name = names[row].plain
      let id = try Slug.require(cell("persona") ?? name, at: place)
      try Kind.persona.demandFree(id, in: personas, at: place)
      var persona = Persona(id: id, name: .verbatim(name))
      persona.description = try Said.words(cell("description"), at: place).map(Text.verbatim)
      persona.x.position = try position(cell("x"), row, "x", at: place)
      persona.y.position = try position(cell("y"), row, "y", at: place)
      persona.needs = try list(cell("needs")).compactMap { try Said.words($0, at: place) }.map(Text.verbatim)
      persona.wants = Channel.list(list(cell("wants")))
      persona.avoids = Channel.list(list(cell("avoids")))
      personas.append(persona)
    }
    return personas
  }

  static func csv(_ personas: [Persona], _ language: Language) -> String {
    var lines = ["persona,name,description,x,y,needs,wants,avoids"]
    for persona in personas {
      lines.append(
        [
          persona.id, persona.name(language), persona.description?(language) ?? "",
          persona.x.position.map(NumberText.shortest) ?? "", persona.y.position.map(NumberText.shortest) ?? "",
          persona.needs.map { $0(language) }.joined(separator: "; "), persona.wants.joined(separator: "; "),
          persona.avoids.joined(separator: "; "),
        ].map(quoted).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { ",\"\n\r;".contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  private static func list(_ words: String?) -> [String] {
    (words ?? "").split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private static func position(_ words: String?, _ row: Int, _ column: String, at place: Place?) throws -> Double? {
    guard let words else { return nil }
    guard let number = NumberText.parse(words), (-1...1).contains(number) else {
      throw problem(row, column, words, at: place)
    }
    return number
  }

  private static func problem(_ row: Int, _ column: String, _ words: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "persona.row",
      words.isEmpty
        ? Text(nl: "rij \(row + 1) heeft geen '\(column)'", en: "row \(row + 1) has no '\(column)'")
        : Text(
          nl: "'\(words)' past niet bij '\(column)' in rij \(row + 1)",
          en: "'\(words)' does not fit '\(column)' in row \(row + 1)"),
      wayOut: column == "name"
        ? nil : Text(nl: "een plaats gaat van -1 tot en met 1", en: "a place goes from -1 through 1"), place: place)
  }
}
