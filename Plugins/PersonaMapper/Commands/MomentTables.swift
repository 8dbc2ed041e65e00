import WorkbenchKit

/// Tables and matrices of key moments.
enum MomentTables {
  static func list(_ set: PersonaSet, _ context: Context) -> Table {
    let moments = set.moments
    return Table(
      title: Text(nl: "Sleutelmomenten", en: "Key moments"),
      columns: [
        .texts("moment", moments.map(\.id), label: Text(nl: "moment", en: "moment")),
        .texts("label", moments.map(\.label), label: Text(nl: "wat er gebeurt", en: "what happens"), in: context),
        .texts("owner", moments.map(\.owner), label: Text(nl: "eigenaar", en: "owner")),
        .counts(
          "cells", moments.map { moment in set.cells.count { $0.moment == moment.id } },
          label: Text(nl: "cellen", en: "cells")),
        .texts("origin", moments.map(\.origin.label), label: Text(nl: "herkomst", en: "origin"), in: context),
        .texts("source", moments.map { $0.source?.shown }, label: Text(nl: "bron", en: "source"), in: context)
          .asDetail(),
      ])
  }

  /// Moments by personas, each cell with what they think and how to respond.
  static func matrix(_ set: PersonaSet, _ context: Context) -> CellMatrix {
    CellMatrix(
      title: Text(nl: "Zo denken zij, speel er zo op in", en: "What they think, how to respond"),
      rowHeading: Text(nl: "sleutelmoment", en: "key moment"), columnHeading: .verbatim("persona"),
      rows: set.moments.map { .init($0.id, label: $0.label) },
      columns: set.personas.map { .init($0.id, label: $0.name) },
      cells: set.moments.map { moment in set.personas.map { cell(set.cell(moment.id, $0.id)) } })
  }

  private static func cell(_ cell: MomentCell?) -> CellMatrix.Cell {
    guard let cell else { return .empty }
    return CellMatrix.Cell(
      lines(cell.thinks, cell.respond)
        + (cell.priority.map { [line(Text(nl: "urgentie", en: "priority"), .verbatim(String($0)))] } ?? [])
        + (cell.by.map { [line(Text(nl: "door", en: "by"), .verbatim($0))] } ?? []) + [
          line(Text(nl: "stand", en: "status"), cell.status.label)
        ])
  }

  private static func lines(_ thinks: Text?, _ respond: Text?) -> [CellMatrix.Line] {
    (thinks.map { [line(Text(nl: "zo denken zij", en: "they think"), $0)] } ?? [])
      + (respond.map { [line(Text(nl: "speel er zo op in", en: "respond"), $0)] } ?? [])
  }

  private static func line(_ label: Text, _ text: Text) -> CellMatrix.Line { .init(text, label: label) }

  /// The worked answers of the source, which belong to none of the named personas.
  static func examples(_ set: PersonaSet) -> CellMatrix? {
    let examples = set.examples.filter { set.moment($0.moment) != nil }
    guard !examples.isEmpty else { return nil }
    var profiles: [Text] = []
    for example in examples where !profiles.contains(example.profile) { profiles.append(example.profile) }
    let moments = set.moments.filter { moment in examples.contains { $0.moment == moment.id } }
    return CellMatrix(
      title: Text(
        nl: "Voorbeelden uit de bron, van profielen zonder naam",
        en: "Examples of the source, of profiles without a name"),
      rowHeading: Text(nl: "sleutelmoment", en: "key moment"), columnHeading: Text(nl: "profiel", en: "profile"),
      rows: moments.map { .init($0.id, label: $0.label) }, columns: profiles.map { .init($0.en, label: $0) },
      cells: moments.map { moment in
        profiles.map { profile in
          guard let example = examples.first(where: { $0.moment == moment.id && $0.profile == profile }) else {
            return .empty
          }
          return CellMatrix.Cell(lines(example.thinks, example.respond))
        }
      })
  }
}
