import WorkbenchKit

/// Says what became of a file of one's own.
struct AddReport {
  let figure: OwnFigure
  let file: String
  let rows: OwnRows
  let kept: [OwnStore.Kept]
  let codes: AddedCodes

  func blocks(_ codebook: Codebook, _ atlas: Atlas, _ workspace: WorkspaceHandle) throws -> [Block] {
    let sentences = kept.map { sentence($0, codebook) }
    let all = kept.flatMap(\.added)
    return [.paragraph(.joined(sentences, by: " ")), .facts(facts)] + remarks
      + (try tooMany(codebook, atlas)) + rows.notices.map(Block.notice)
      + rows.remarks.map { .notice(Notice(.caution, $0)) } + Demo.notice(for: all)
  }

  /// `aantallen van alle inwoners`.
  static func kind(_ figure: OwnFigure, _ codebook: Codebook) -> Text {
    let whose = figure.base.flatMap(codebook.age).map { age in
      age.name == AgeRange.all.label ? AgeRange.everybody : age.people
    }
    switch (figure.measure, whose) {
    case (.rate, let whose?): return Text(nl: "percentages van \(whose.nl)", en: "percentages of \(whose.en)")
    case (.count, let whose?):
      return Text(nl: "aantallen mensen, als deel van \(whose.nl)", en: "counts of people, as a part of \(whose.en)")
    case (.count, nil):
      let unit = figure.unit ?? "?"
      return Text(nl: "aantallen (\(unit))", en: "counts (\(unit))")
    default:
      let unit = figure.unit.map { " (\($0))" } ?? ""
      return Text(nl: "gemiddelden\(unit)", en: "means\(unit)")
    }
  }

  /// "wmo 2024: 60 buurten uit wmo.csv toegevoegd, aantallen mensen als deel van alle inwoners."
  private func sentence(_ one: OwnStore.Kept, _ codebook: Codebook) -> Text {
    let head = Text.verbatim("\(figure.name) \(one.year): ")
    guard !one.added.isEmpty || one.replaced > 0 else {
      return head
        + Text(
          nl: "niets veranderd, want alles uit '\(file)' stond er al.",
          en: "nothing changed, as all of '\(file)' was there already.")
    }
    var parts: [Text] = []
    if !one.added.isEmpty {
      let levels = Dictionary(grouping: one.added.compactMap(AreaLevel.init(code:)), by: { $0 }).mapValues(\.count)
      let counted = Text.joined(AreaLevel.allCases.compactMap { level in levels[level].map(level.counted) })
      parts.append(Text(nl: "\(counted.nl) toegevoegd uit '\(file)'", en: "\(counted.en) added from '\(file)'"))
    }
    if one.replaced > 0 {
      parts.append(
        .counted(
          one.replaced, Text(nl: "cijfer vervangen", en: "figure replaced"),
          Text(nl: "cijfers vervangen", en: "figures replaced")))
    }
    if one.same > 0 { parts.append(Text(nl: "\(one.same) onveranderd", en: "\(one.same) unchanged")) }
    let kind = Self.kind(figure, codebook)
    return head + .joined(parts) + Text(nl: "; \(kind.nl).", en: "; \(kind.en).")
  }

  private var facts: Facts {
    var facts = Facts(isDetail: true)
    facts.add("figure", .text(figure.name), label: Text(nl: "cijfer", en: "figure"))
    facts.add("added", kept.reduce(0) { $0 + $1.added.count }, label: Text(nl: "toegevoegd", en: "added"))
    facts.add("replaced", kept.reduce(0) { $0 + $1.replaced }, label: Text(nl: "vervangen", en: "replaced"))
    facts.add("unchanged", kept.reduce(0) { $0 + $1.same }, label: Text(nl: "onveranderd", en: "unchanged"))
    facts.add("held_back", kept.reduce(0) { $0 + $1.heldBack }, label: Text(nl: "achtergehouden", en: "held back"))
    facts.add("alike", rows.alike, label: Text(nl: "dubbel", en: "alike"))
    facts.add("empty", rows.empty, label: Text(nl: "leeg", en: "empty"))
    facts.add("unknown", codes.unknown.count, label: Text(nl: "onbekende codes", en: "unknown codes"))
    return facts
  }

  private var remarks: [Block] {
    var notices: [Block] = []
    let held = kept.reduce(0) { $0 + $1.heldBack }
    if held > 0 {
      notices.append(
        .notice(
          Notice(
            .info,
            .counted(
              held, Text(nl: "cijfer is achtergehouden en blijft leeg", en: "figure is held back and stays empty"),
              Text(nl: "cijfers zijn achtergehouden en blijven leeg", en: "figures are held back and stay empty")))))
    }
    if rows.unasked > 0 {
      notices.append(
        .notice(
          Notice(
            .caution,
            Text.counted(
              rows.unasked, Text(nl: "cijfer is achtergehouden", en: "figure is held back"),
              Text(nl: "cijfers zijn achtergehouden", en: "figures are held back"))
              + Text(
                nl: " omdat niet bekend is hoeveel mensen ondervraagd zijn",
                en: " as it is not known how many people were asked"))))
    }
    if rows.empty > 0 {
      notices.append(
        .notice(
          Notice(
            .info,
            .counted(
              rows.empty, Text(nl: "gebied heeft een leeg vak", en: "area has an empty cell"),
              Text(nl: "gebieden hebben een leeg vak", en: "areas have an empty cell")))))
    }
    if !rows.totals.isEmpty {
      let list = Text.list(rows.totals.map(String.init))
      let isOne = rows.totals.count == 1
      notices.append(
        .info(
          nl: "een totaal is geen gebied, en is overgeslagen: \(isOne ? "regel" : "regels") \(list.nl)",
          en: "a total is no area, and was skipped: \(isOne ? "line" : "lines") \(list.en)"))
    }
    if rows.alike > 0 {
      notices.append(
        .notice(
          Notice(
            .info,
            Text.counted(
              rows.alike, Text(nl: "regel zegt van zijn gebied", en: "row says of its area"),
              Text(nl: "regels zeggen van hun gebied", en: "rows say of their area"))
              + Text(
                nl: " hetzelfde als een eerdere: dat telt één keer",
                en: " the same as an earlier one: that counts once"))))
    }
    if !codes.unknown.isEmpty {
      let list = Text.list(codes.unknown, atMost: 3)
      notices.append(
        .caution(
          nl: "van geen ingelezen jaar, en nergens te zien: \(list.nl)",
          en: "of no imported year, and to be seen nowhere: \(list.en)"))
    }
    if !codes.ofOtherYears.isEmpty {
      let list = Text.list(codes.ofOtherYears.map { "\($0.code) (\($0.year))" }, atMost: 3)
      notices.append(
        .caution(
          nl: "gebieden van een ander jaar dan de cijfers: \(list.nl); 'wzw bridge' zet cijfers over",
          en: "areas of another year than the figures: \(list.en); 'wzw bridge' carries figures over"))
    }
    return notices + apart
  }

  private var apart: [Block] {
    guard !codes.yearsApart.isEmpty, figure.isOfPeople else { return [] }
    let list = codes.yearsApart.sorted().map(String.init).joined(separator: ", ")
    return [
      .info(
        nl: "van \(list) zijn geen kerncijfers ingelezen: de inwoners komen uit het jaar dat er het dichtst bij ligt",
        en: "no key figures of \(list) are imported: the people are those of the nearest year")
    ]
  }

  /// Areas of which more people are counted than live there, as far as the rounding of CBS leaves no doubt.
  private func tooMany(_ codebook: Codebook, _ atlas: Atlas) throws -> [Block] {
    guard figure.measure == .count, let age = figure.base.flatMap(codebook.age) else { return [] }
    var names: [String] = []
    for (year, these) in rows.years {
      guard let table = atlas.table(year) else { continue }
      let people = PopulationSource(table, age, codebook)
      for row in these {
        guard let place = table.rows[row.code], row.value > people.people(place) + 5 else { continue }
        names.append("\(table.names[place]) (\(row.code))")
      }
    }
    guard !names.isEmpty else { return [] }
    let list = Text.list(names.sorted(), atMost: 3)
    return [
      .caution(
        nl:
          "meer geteld dan er mensen wonen, zodat er geen percentage is: \(list.nl); telt u geen mensen, zeg het met --unit",
        en:
          "more counted than people live there, so that there is no percentage: \(list.en); if you count no people, say so with --unit"
      )
    ]
  }
}
