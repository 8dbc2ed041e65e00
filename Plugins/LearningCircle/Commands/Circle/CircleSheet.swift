import WorkbenchKit

/// A circle at a glance.
enum CircleSheet {
  static func blocks(_ circle: Circle, _ context: Context) throws -> [Block] {
    var blocks: [Block] = [.heading(Heading(.verbatim(circle.title)))]
    let themes = try context.themes.filter { circle.themes.contains($0.id) }
    if !themes.isEmpty {
      blocks.append(.paragraph(Text(nl: "thema's: ", en: "themes: ") + .joined(themes.map(\.label))))
    }
    let dilemmas = try context.shippedDilemmas
    let taken = circle.taken.map { id in
      dilemmas.first { $0.id == id }?.label ?? .verbatim(circle.ownDilemmas.first { $0.id == id }?.text ?? id)
    }
    if !taken.isEmpty {
      blocks.append(.paragraph(Text(nl: "dilemma's: ", en: "dilemmas: ") + .joined(taken, by: "; ")))
    }
    if let table = RoleTable.of(circle) {
      blocks.append(.table(table))
    } else {
      blocks.append(
        .info(
          nl: "er zit nog niemand aan tafel; 'kring role add gemeente,corporatie,bewoners'",
          en: "nobody is at the table yet; 'kring role add gemeente,corporatie,bewoners'"))
    }
    if !circle.meetings.isEmpty { blocks.append(.table(meetings(circle))) }
    return blocks
  }

  static func meetings(_ circle: Circle) -> Table {
    Table(
      title: Text(nl: "Bijeenkomsten", en: "Meetings"),
      columns: [
        .dates("date", circle.meetings.map(\.date), label: Text(nl: "dag", en: "day")),
        .counts("minutes", circle.meetings.map(\.minutes), label: Text(nl: "minuten", en: "minutes")),
        .texts("chair", circle.meetings.map(\.chair), label: Text(nl: "voorzitter", en: "chair")),
        .texts("state", circle.meetings.map(\.state.rawValue)).asDetail(),
      ])
  }
}
