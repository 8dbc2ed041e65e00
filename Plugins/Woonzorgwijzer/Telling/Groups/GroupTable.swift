import WorkbenchKit

/// Estimates of target groups as a table, small counts held back.
struct GroupTable {
  let table: Table
  let held: Disclosure

  init(
    _ rows: [GroupRow], groups: [String], method: GroupMethod, origins: [String?], ranking: Ranking?, atlas: Atlas,
    small counts: SmallCounts, title: Text
  ) {
    let estimates = rows.map(\.estimate)
    let people = estimates.map(\.people)
    let persons = estimates.map(\.estimate)
    held = AreaDisclosure.rows(
      estimates.map(\.area), tables: estimates.map { groups.firstIndex(of: $0.group) ?? 0 }, [persons, people], atlas,
      counts)
    let count = { [held] (name: String, values: [Double], label: Text, kind: SmallCounts.Kind) in
      counts.column(name, values, label: label, held: held, as: kind)
    }
    let population = count("population", people, Text(nl: "mensen", en: "people"), .counts)
    let estimate = count("estimate", persons, Text(nl: "schatting", en: "estimate"), .counts)
    let low = count("low", estimates.map(\.low), Text(nl: "laag", en: "low"), .bounds)
    let high = count("high", estimates.map(\.high), Text(nl: "hoog", en: "high"), .bounds)
    var columns: [Column] = [
      .texts("area", estimates.map(\.area.code), label: Text(nl: "gebied", en: "area")),
      .texts("name", estimates.map(\.area.name), label: Text(nl: "naam", en: "name")),
      .texts("group", estimates.map(\.group), label: Text(nl: "groep", en: "group")).asDetail(groups.count == 1),
      population.asDetail(ranking != nil),
      .numbers("rate", estimates.map(\.rate), label: .verbatim("%"), unit: .share, format: .share(1))
        .asDetail(ranking != nil),
      estimate, low.asDetail(ranking != nil), high.asDetail(ranking != nil),
    ]
    if method == .composite {
      columns.append(
        .numbers("gamma", rows.map(\.gamma), label: .verbatim("gamma"), format: .decimals(2)).asDetail(ranking != nil))
    }
    columns += ranking?.columns() ?? []
    // What is held back must not follow from how sure its bounds are.
    let error = { [held] (name: String, values: [Double], label: Text) in
      counts.column(name, values, label: label, held: held, as: .rates).asDetail()
    }
    columns += [
      .texts("method", rows.map { _ in method.rawValue }, label: Text(nl: "methode", en: "method")).asDetail(),
      .texts(
        "evidence", estimates.map { $0.gap == nil ? $0.evidence.rawValue : nil }, label: Text(nl: "aard", en: "kind")
      )
      .asDetail(),
      error("low_error", estimates.map(\.lowError), Text(nl: "fout van laag", en: "error of low")),
      error("high_error", estimates.map(\.highError), Text(nl: "fout van hoog", en: "error of high")),
      .texts("origin", origins, label: Text(nl: "herkomst", en: "origin")).asDetail(),
    ]
    columns += Column.nesting(of: estimates.map(\.area))
    let whole = Table(title: title, columns: columns)
    table = ranking.map { whole.rows($0.order(Self.classes(rows, groups))) } ?? whole
  }

  /// Rows of the same group and level can be compared.
  static func classes(_ rows: [GroupRow], _ groups: [String]) -> [Int] {
    rows.map { row in
      let level = AreaLevel.allCases.firstIndex(of: row.estimate.area.level) ?? 0
      return (groups.firstIndex(of: row.estimate.group) ?? 0) * AreaLevel.allCases.count + level
    }
  }
}
