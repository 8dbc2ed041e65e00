import WorkbenchKit

/// `wzw indicators`: what percentages are loaded.
struct IndicatorsCommand: Command {
  struct Arguments: Sendable {
    let query = Argument(
      optional: "query", .name,
      about: Text(nl: "deel van een naam of omschrijving", en: "part of a name or description"))
    let age = Argument(
      flag: "age", .name, about: Text(nl: "alleen deze leeftijdsgroep: 65+, 18+", en: "only this age group: 65+, 18+"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "wzw indicators",
      aliases: ["wzw indicatoren"],
      summary: Text(nl: "noem de ingelezen percentages", en: "list the percentages that are imported"),
      next: [
        FollowUp("wzw map {query}", Text(nl: "op een kaart", en: "on a map")),
        FollowUp("wzw map Eenzaam", Text(nl: "een ervan op een kaart", en: "one of them on a map")),
      ],
      examples: [
        .init("wzw indicators eenzaam", Text(nl: "alles over eenzaamheid", en: "all about loneliness")),
        .init(
          "wzw indicators --age 12+", Text(nl: "een groep die er niet is", en: "a group that is not there"),
          failsWith: "age.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let search = try IndicatorSearch(context.workspace, codebook)
    var tables = search.tables
    if let word = given.age {
      let name = codebook.age(word)?.name ?? word
      if !tables.contains(where: { $0.age == name }) { _ = try search.ages(word, at: given.place(of: \.age)) }
      tables = tables.filter { $0.age == name }
    }
    var rows: [(table: HealthTable, indicator: HealthTable.Indicator)] = tables.flatMap { table in
      table.indicators.map { (table, $0) }
    }
    let label = { (stem: String) in search.label(stem) }
    if let query = given.query {
      let wanted = query.lowercased()
      let all = rows
      rows = all.filter { row in
        let text = label(row.indicator.stem)
        return row.indicator.name.lowercased().contains(wanted) || text?.nl.lowercased().contains(wanted) ?? false
          || text?.en.lowercased().contains(wanted) ?? false
      }
      if rows.isEmpty { _ = try search.stem(query, at: given.place(of: \.query)) }
    }
    let table = Table(
      title: Text(nl: "Indicatoren", en: "Indicators"),
      columns: [
        .texts("indicator", rows.map(\.indicator.name), label: Text(nl: "indicator", en: "indicator")),
        .texts(
          "label", rows.map { label($0.indicator.stem)?(context.language) },
          label: Text(nl: "in gewone woorden", en: "in plain words")),
        .texts("age", rows.map(\.table.age), label: Text(nl: "leeftijd", en: "age")),
        .numbers("year", rows.map { Double($0.table.year) }, label: Text(nl: "jaar", en: "year"), format: .plain),
        .numbers(
          "areas", rows.map { Double($0.indicator.percentages.count { !$0.isNaN }) },
          label: Text(nl: "gebieden", en: "areas"), unit: .areas, format: .decimals(0)),
        // Whoever reads the name sees the stem in it.
        .texts("stem", rows.map(\.indicator.stem), label: Text(nl: "stam", en: "stem")).asDetail(),
      ])
    let invented = Set(rows.map(\.table.tableName)).contains { name in
      (try? ImportedTables.records(of: name, in: context.workspace))?.contains(where: \.isInvented) ?? false
    }
    return Output([.table(table)] + (invented ? Demo.notice(for: [Demo.municipality]) : []))
  }
}
