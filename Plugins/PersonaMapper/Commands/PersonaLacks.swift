import WorkbenchKit

/// The gaps of areas beside the needs of personas: who lacks what here.
struct PersonaLacks {
  private let lines: [(persona: Persona, row: AreaLacks.Row)]
  private let rows: [AreaLacks.Row]
  private let personas: [Persona]

  /// - Parameters:
  ///   - personas: those that are asked of.
  ///   - rows: of the areas that are asked of.
  ///   - all: of all areas, by which a need is known.
  init(_ personas: [Persona], _ rows: [AreaLacks.Row], known all: [AreaLacks.Row]) {
    (self.personas, self.rows) = (personas, rows)
    lines = personas.flatMap { persona in
      let wanted = persona.preconditions(among: all).found
      return rows.filter { wanted.contains($0.precondition) }.map { (persona, $0) }
    }
  }

  /// - Parameter isOpenOnly: whether what there is enough of is left out.
  func table(isOpenOnly: Bool, _ context: Context) -> Table {
    let lines = isOpenOnly ? lines.filter { $0.row.isOpen || $0.row.isHeld } : lines
    return Table(
      title: Text(nl: "Wat persona's hier missen", en: "What personas lack here"),
      columns: [
        .texts("name", lines.map(\.persona.name), label: .verbatim("persona"), in: context),
        .texts("persona", lines.map(\.persona.id), label: .verbatim("id")).asDetail(),
        .texts("label", lines.map(\.row.label), label: Text(nl: "heeft nodig", en: "needs")),
        .texts("precondition", lines.map(\.row.precondition), label: Text(nl: "randvoorwaarde", en: "precondition"))
          .asDetail(),
        .texts("area_name", lines.map(\.row.name), label: Text(nl: "gebied", en: "area")),
        .texts("area", lines.map(\.row.area), label: .verbatim("code")).asDetail(),
        .numbers(
          "demand", lines.map(\.row.demand), label: Text(nl: "vraag", en: "demand"), unit: .persons,
          format: .decimals(0)),
        .numbers("gap", lines.map { max($0.row.gap, 0) }, label: Text(nl: "tekort", en: "gap"), format: .decimals(0)),
        .texts("state", lines.map(\.row.state), label: Text(nl: "stand", en: "state"), in: context),
      ])
  }

  /// What the table does not tell: who has no needs yet, needs that no figure is about, and what is lacking and nobody's need.
  func remarks(known all: [AreaLacks.Row]) -> [Block] {
    var blocks: [Block] = []
    let without = personas.filter(\.needs.isEmpty)
    if let first = without.first {
      let many = Text.counted(
        without.count, Text(nl: "persona heeft", en: "persona has"), Text(nl: "persona's hebben", en: "personas have"))
      let names = Text.joined(without.prefix(5).map(\.name)) + (without.count > 5 ? .verbatim(" …") : .verbatim(""))
      blocks.append(
        .caution(
          nl: "\(many.nl) nog geen behoeften: \(names.nl); geef ze met 'persona edit \(first.id) --need begeleiding'",
          en: "\(many.en) no needs yet: \(names.en); give them by 'persona edit \(first.id) --need begeleiding'"))
    }
    let others = personas.flatMap { persona in
      persona.preconditions(among: all).others.map { need in
        Text(nl: "\(need.nl) (\(persona.name.nl))", en: "\(need.en) (\(persona.name.en))")
      }
    }
    if !others.isEmpty {
      let listed = Text.joined([Text](others.prefix(5)), by: "; ")
      let more =
        others.count > 5 ? Text(nl: " en nog \(others.count - 5)", en: " and \(others.count - 5) more") : .verbatim("")
      blocks.append(
        .info(
          nl:
            "hierover heeft de Woonzorgwijzer geen cijfers, want het heet niet als een randvoorwaarde: \(listed.nl)\(more.nl)",
          en:
            "the Woonzorgwijzer has no figures of this, since it is not called as a precondition: \(listed.en)\(more.en)"
        ))
    }
    let needed = Set(personas.flatMap { $0.preconditions(among: all).found })
    var seen: Set<String> = []
    let nobodys = rows.filter {
      $0.isOpen && !needed.contains($0.precondition) && seen.insert($0.precondition).inserted
    }
    if !nobodys.isEmpty {
      let listed = Text.joined(nobodys.prefix(6).map { .verbatim($0.label) }, by: "; ")
      let more =
        nobodys.count > 6
        ? Text(nl: " en nog \(nobodys.count - 6)", en: " and \(nobodys.count - 6) more") : .verbatim("")
      blocks.append(
        .info(
          nl: "wel een tekort of nog uit te zoeken, en bij geen persona genoemd: \(listed.nl)\(more.nl)",
          en: "lacking or still to be found out, and named with no persona: \(listed.en)\(more.en)"))
    }
    return blocks
  }

  /// Said wherever gaps and personas stand beside each other.
  static let remark = Text(
    nl:
      "het tekort is dat van alle mensen in het gebied die het nodig hebben; hoeveel van hen op deze persona lijken, zeggen de cijfers niet",
    en:
      "the gap is that of all people of the area who need it; how many of them are like this persona the figures do not tell"
  )
}
