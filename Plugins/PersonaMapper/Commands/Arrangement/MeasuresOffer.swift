import WorkbenchKit

/// The table `arrangement.measures`, which other plugins read if it is there: what an area does, for which moment, and who.
///
/// | column | holds |
/// |---|---|
/// | `area`, `name` | the area as the circle named it, and what it is called |
/// | `moment`, `moment_label`, `weight` | the key moment that the measure answers, and what that weighs in the area |
/// | `measure`, `label` | a measure of the catalogue by its id, or the circle's own words; and what it is called |
/// | `pillar`, `pillar_label` | the pillar that it belongs to; missing where the source gives none |
/// | `party` | who takes it up; missing where nobody does |
///
/// The measures of an area are replaced when they are offered again; those of others stay.
enum MeasuresOffer {
  static let table = "arrangement.measures"

  static func put(_ sheet: ArrangementSheet, _ context: Context) throws -> [Block] {
    let arrangement = sheet.arrangement
    let answers = arrangement.answers.compactMap { answer in sheet.set.moment(answer.moment).map { (answer, $0) } }
    let measures = answers.map { answer, _ in sheet.measures.first { $0.id == answer.measure } }
    let name = try AreaTitle(arrangement.area, context.workspace).name
    let pillars = sheet.pillars
    let old = try context.workspace.table(table)
    let areas = old?.openTexts("area") ?? []
    let others = areas.indices.filter { areas[$0] != arrangement.area }
    func texts(_ name: String, _ values: [String?]) -> Column {
      let kept = old.map { table in others.map { table.openTexts(name)[$0] } } ?? []
      return .texts(name, kept + values)
    }
    func texts(_ name: String, _ values: [Text?]) -> Column { texts(name, values.map { $0?(context.language) }) }
    let weights = old.map { table in others.map { table.openNumbers("weight")[$0] } } ?? []
    let offered = Table(
      title: Text(nl: "Maatregelen uit de arrangementen", en: "Measures out of the arrangements"),
      columns: [
        texts("area", answers.map { _ in arrangement.area }), texts("name", answers.map { _ in name }),
        texts("moment", answers.map(\.1.id)), texts("moment_label", answers.map(\.1.label)),
        .numbers("weight", weights + answers.map { arrangement.weight(of: $0.1.id, in: sheet.set) }),
        texts("measure", answers.map(\.0.measure)), texts("label", answers.map { sheet.label($0.0) }),
        texts("pillar", measures.map { $0?.pillar }),
        texts("pillar_label", measures.map { one in pillars.first { $0.id == one?.pillar }?.label }),
        texts("party", answers.map { sheet.party($0.0) }),
      ])
    context.workspace.setTable(table, to: offered)
    let many = Text.counted(
      answers.count, Text(nl: "maatregel staat", en: "measure stands"),
      Text(nl: "maatregelen staan", en: "measures stand"))
    return [
      .info(
        nl: "\(many.nl) klaar als '\(table)', ook voor 'instrument advise'; 'undo' neemt het terug",
        en: "\(many.en) ready as '\(table)', for 'instrument advise' too; 'undo' takes it back")
    ]
  }
}
