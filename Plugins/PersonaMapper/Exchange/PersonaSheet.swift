import WorkbenchKit

/// Personas as rows of a table: `name,description,x,y,needs,wants,avoids`; lists are parted by semicolons.
enum PersonaSheet {
  /// - Throws: `column.unknown`, `persona.row`, `name.unusable`, `persona.taken`.
  static func personas(_ table: Table) throws -> [Persona] {
    let names = try table.require("name")
    var personas: [Persona] = []
    for row in 0..<table.rowCount {
      let cell = { (name: String) -> String? in table.words(name, row) }
      guard !names[row].isMissing else { throw problem(row, "name", "") }
      let name = names[row].plain
      let id = try ImportedWords.id(cell("persona") ?? name)
      try Vocabulary.persona.demandFree(id, among: personas)
      var persona = Persona(id: id, name: .verbatim(name))
      persona.description = try ImportedWords.text(cell("description"))
      persona.x.position = try position(cell("x"), row, "x")
      persona.y.position = try position(cell("y"), row, "y")
      persona.needs = try list(cell("needs")).compactMap(ImportedWords.text)
      persona.wants = Channel.list(list(cell("wants")))
      persona.avoids = Channel.list(list(cell("avoids")))
      personas.append(persona)
    }
    return personas
  }

  static func csv(_ personas: [Persona], _ language: Language) -> String {
    var lines = WrittenCell.line(["persona", "name", "description", "x", "y", "needs", "wants", "avoids"])
    for persona in personas {
      lines += WrittenCell.line(
        [
          persona.id, persona.name(language), persona.description?(language) ?? "",
          persona.x.position.map(NumberText.shortest) ?? "", persona.y.position.map(NumberText.shortest) ?? "",
          persona.needs.map { $0(language) }.joined(separator: "; "), persona.wants.joined(separator: "; "),
          persona.avoids.joined(separator: "; "),
        ])
    }
    return lines
  }

  private static func list(_ words: String?) -> [String] {
    (words ?? "").split(separator: ";").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private static func position(_ words: String?, _ row: Int, _ column: String) throws -> Double? {
    guard let words else { return nil }
    guard let number = NumberText.parse(words), (-1...1).contains(number) else {
      throw problem(row, column, words)
    }
    return number
  }

  private static func problem(_ row: Int, _ column: String, _ words: String) -> Diagnostic {
    Diagnostic(
      "persona.row",
      words.isEmpty
        ? Text(nl: "rij \(row + 1) heeft geen '\(column)'", en: "row \(row + 1) has no '\(column)'")
        : Text(
          nl: "'\(words)' past niet bij '\(column)' in rij \(row + 1)",
          en: "'\(words)' does not fit '\(column)' in row \(row + 1)"),
      wayOut: column == "name"
        ? nil : Text(nl: "een plaats gaat van -1 tot en met 1", en: "a place goes from -1 through 1"))
  }
}
