import WorkbenchKit

extension SmallQuestion {
  /// What the figures are, in the title of a table: `eenzaam, 2024 · aantallen uit db:land/public.pc6`.
  var title: Text {
    let when = year.map { ", \($0)" } ?? ""
    let what: Text =
      switch measure {
      case .count: Text(nl: "aantallen", en: "counts")
      case .rate: Text(nl: "percentages", en: "percentages")
      case .share: Text(nl: "aandelen", en: "shares")
      }
    return Text(
      nl: "\(figure)\(when) · \(what.nl) uit \(table.name)", en: "\(figure)\(when) · \(what.en) out of \(table.name)")
  }

  /// Which columns of the table a figure comes from.
  var origin: String {
    let columns = [value.name] + (people.map { [$0.name] } ?? [])
    return
      ([table.name, columns.joined(separator: measure == .count ? " / " : " × ")] + (year.map { ["\($0)"] } ?? []))
      .joined(separator: " ")
  }

  /// What has to be known of such figures.
  var cautions: [Block] {
    var blocks: [Block] = [
      .caution(
        nl: "De cijfers staan er zoals de tabel ze geeft; wie de mensen zijn, zegt zij zelf.",
        en: "The figures are as the table gives them; whose they are it says itself.")
    ]
    if people == nil {
      blocks.append(
        .info(
          nl:
            "zonder kolom met mensen (--column mensen=KOLOM) is er geen aandeel bij een aantal, en geen aantal bij een percentage",
          en:
            "without a column of people (--column people=COLUMN) there is no share beside a count, and no count beside a percentage"
        ))
    }
    return blocks
  }

  /// What is said of figures that could be of another kind.
  func doubts(_ areas: SmallAreas) -> [Block] {
    let known = areas.values.filter { !$0.isNaN }
    if measure == .rate, known.allSatisfy({ $0 <= 1 }), known.contains(where: { $0 > 0 && $0 < 1 }) {
      return [
        .caution(
          nl: "alle percentages liggen van 0 tot en met 1: zijn het aandelen, geef dan --kind share",
          en: "all percentages lie from 0 through 1: shares are --kind share")
      ]
    }
    guard measure == .count else { return [] }
    let many = areas.codes.indices.filter { areas.counts[$0] > areas.people[$0] }.map { areas.codes[$0] }
    guard !many.isEmpty else { return [] }
    let list = Text.list(many, atMost: 3)
    return [
      .caution(
        nl: "meer geteld dan er mensen wonen: \(list.nl); zijn het percentages, geef dan --kind rate",
        en: "more counted than people live there: \(list.en); percentages are --kind rate")
    ]
  }
}

/// Columns by which what a session shows of small areas is looked at together, and by which other stages know them.
struct SmallColumns {
  let question: SmallQuestion
  let areas: [Area]

  var about: [Column] {
    [
      .texts("indicator", areas.map { _ in question.figure }, label: Text(nl: "kenmerk", en: "indicator")).asDetail(),
      .texts("age", areas.map { _ in AgeRange.all.label }, label: Text(nl: "leeftijd", en: "age")).asDetail(),
      .texts("method", areas.map { _ in question.measure == .count ? "count" : "direct" }).asDetail(),
      .texts("origin", areas.map { _ in question.origin }, label: Text(nl: "herkomst", en: "origin")).asDetail(),
    ]
      + (question.year.map { year in
        [
          .numbers("year", areas.map { _ in Double(year) }, label: Text(nl: "jaar", en: "year"), format: .plain)
            .asDetail()
        ]
      } ?? []) + Column.nesting(of: areas)
  }
}

extension SmallCounts {
  /// What a table itself holds back stays so.
  func marked(_ column: Column, _ marks: [Int: String]) -> Column {
    var column = column
    for (row, mark) in marks where column.withheld[row] == nil { column.withheld[row] = mark }
    return column
  }
}
