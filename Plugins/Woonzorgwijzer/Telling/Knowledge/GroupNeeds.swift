import WorkbenchKit

/// The preconditions of one group with their necessity per informal-care situation: what the source says, and beside it
/// the median of the circle.
struct GroupNeeds {
  private let rows: [Precondition]
  private let stated: [String: StatedNeed]
  private let table3: [NeedCell: Necessity]
  private let circle: CircleNeeds
  private let situations: [CareSituation]
  private let group: TargetGroup
  private let context: Context
  private let omitted: Int

  init(group: TargetGroup, context: Context) throws {
    self.group = group
    self.context = context
    let circle = try CircleNeeds(context.workspace)
    self.circle = circle
    situations = try context.situations
    table3 = Dictionary(try context.table3.map { ($0.cell, $0.grade) }, uniquingKeysWith: { first, _ in first })
    let stated = Dictionary(
      try context.statedNeeds.filter { $0.group == group.id }.map { ($0.precondition, $0) },
      uniquingKeysWith: { first, _ in first })
    self.stated = stated
    let asked = Set(circle.votes.keys.filter { $0.group == group.id }.map(\.precondition))
    let all = try context.preconditions
    rows = all.filter { $0.isInTable3 || stated[$0.id] != nil || asked.contains($0.id) }
    omitted = all.count - rows.count
  }

  /// What the source says: the cell of Tabel 3 where it has one with a value, else a need that the text states.
  private func value(_ row: Precondition, _ situation: CareSituation) -> Necessity {
    let cell = NeedCell(group: group.id, precondition: row.id, situation: situation.id)
    if let grade = table3[cell], grade != .unknown { return grade }
    return stated[row.id] == nil ? .unknown : .needed
  }

  private var hasVotes: Bool { circle.votes.keys.contains { $0.group == group.id } }

  func table() -> Table {
    var columns: [Column] = [
      .texts("precondition", rows.map(\.id), label: Text(nl: "randvoorwaarde", en: "precondition")),
      .texts("label", rows.map(\.label), label: Text(nl: "omschrijving", en: "description"), in: context),
      .texts("family", rows.map(\.family), label: Text(nl: "familie", en: "family")).asDetail(),
    ]
    for situation in situations {
      columns.append(.texts(situation.id, rows.map { value($0, situation).rawValue }, label: .verbatim(situation.id)))
    }
    if hasVotes {
      for situation in situations {
        let medians = rows.map { row in
          let cell = NeedCell(group: group.id, precondition: row.id, situation: situation.id)
          let judgement = circle.judgement(cell)
          return judgement.votes.isEmpty ? nil : (judgement.median ?? .unknown).rawValue
        }
        columns.append(
          .texts(
            "circle_\(situation.id)", medians,
            label: Text(nl: "kring: \(situation.id)", en: "circle: \(situation.id)")))
      }
    }
    columns.append(
      .texts("why", rows.map { stated[$0.id]?.text }, label: Text(nl: "toelichting", en: "remark"), in: context)
        .asDetail(stated.isEmpty))
    columns.append(.placesInSource(rows.map { stated[$0.id]?.source ?? $0.source }, in: context))
    return Table(
      title: Text(
        nl: "Randvoorwaarden en noodzaak, per mantelzorgsituatie",
        en: "Preconditions and necessity, per informal-care situation"), columns: columns)
  }

  var used: [Necessity] { rows.flatMap { row in situations.map { value(row, $0) } } }

  var citations: [Citation] { rows.map { stated[$0.id]?.source ?? $0.source } }

  var notices: [Block] {
    var texts: [Text] = []
    if !stated.isEmpty {
      texts.append(
        Text(
          nl: "de lopende tekst zegt niet in welke mantelzorgsituatie iets nodig is; het staat daarom bij alle drie",
          en:
            "the running text does not say in which informal-care situation something is needed (nodig); so it stands with all three"
        ))
    }
    if table3.keys.contains(where: { $0.group == group.id }) {
      texts.append(
        Text(
          nl: "de waarden van Tabel 3 waren kleuren en zijn verloren; vul ze met 'wzw need set'",
          en: "the values of table 3 were colours and are lost; fill them with 'wzw need set'"))
    }
    if omitted > 0 {
      texts.append(
        Text(
          nl: "\(omitted) randvoorwaarden die de tekst alleen bij andere groepen noemt, zijn hier onbekend",
          en: "\(omitted) preconditions that the text names of other groups only are unknown (onbekend) here"))
    }
    return texts.map { .notice(Notice(.info, $0)) }
  }
}
