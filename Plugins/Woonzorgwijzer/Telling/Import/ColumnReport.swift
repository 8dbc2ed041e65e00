import WorkbenchKit

/// Says what became of the columns of a file: how many were left out and why, their names, and on request all of them.
struct ColumnReport {
  let columns: [ColumnAccount]

  private static let namesShown = 6

  private func of(_ fate: ColumnAccount.Fate) -> [ColumnAccount] { columns.filter { $0.fate == fate } }

  /// A remark for each reason for which columns were not taken, or not wholly.
  var notices: [Notice] {
    guard !columns.isEmpty else { return [] }
    var notices: [Notice] = []
    add(
      &notices, .caution, .empty,
      Text(
        nl: "kolom is voor deze gebieden helemaal leeg en niet meegenomen",
        en: "column is wholly empty for these areas and was left out"),
      Text(
        nl: "kolommen zijn voor deze gebieden helemaal leeg en niet meegenomen",
        en: "columns are wholly empty for these areas and were left out"))
    add(
      &notices, .caution, .words,
      Text(
        nl: "kolom bevat geen getallen en is niet meegenomen", en: "column holds no numbers and was left out"),
      Text(
        nl: "kolommen bevatten geen getallen en zijn niet meegenomen", en: "columns hold no numbers and were left out"))
    // Of a single one the cells themselves are named.
    if of(.partly).count > 1 {
      add(
        &notices, .caution, .partly, Text(nl: "kolom is deels meegenomen", en: "column was taken in part"),
        Text(nl: "kolommen zijn deels meegenomen", en: "columns were taken in part"))
    }
    add(
      &notices, .info, .unused,
      Text(
        nl: "kolom hoort niet bij zo'n tabel en is niet meegenomen",
        en: "column is no part of such a table and was left out"),
      Text(
        nl: "kolommen horen niet bij zo'n tabel en zijn niet meegenomen",
        en: "columns are no part of such a table and were left out"))
    add(
      &notices, .caution, .timeless,
      Text(
        nl: "kolom zegt niet van welk jaar zij is en is niet meegenomen (wel met --year)",
        en: "column does not say of which year it is and was left out (--year takes it)"),
      Text(
        nl: "kolommen zeggen niet van welk jaar zij zijn en zijn niet meegenomen (wel met --year)",
        en: "columns do not say of which year they are and were left out (--year takes them)"))
    add(
      &notices, .info, .nested,
      Text(nl: "kenmerk is een lijst en niet meegenomen", en: "property is a list and was left out"),
      Text(nl: "kenmerken zijn lijsten en niet meegenomen", en: "properties are lists and were left out"))
    add(
      &notices, .info, .offered,
      Text(
        nl: "kenmerk met cijfers is niet meegenomen (wel met --attributes)",
        en: "property with figures was left out (--attributes takes it)"),
      Text(
        nl: "kenmerken met cijfers zijn niet meegenomen (wel met --attributes)",
        en: "properties with figures were left out (--attributes takes them)"))
    return notices
  }

  private func add(
    _ notices: inout [Notice], _ level: Notice.Level, _ fate: ColumnAccount.Fate, _ one: Text, _ many: Text
  ) {
    let found = of(fate)
    guard !found.isEmpty else { return }
    let named = fate == .words || fate == .partly
    let list = Text.list(
      found.map { account in
        guard named, let example = account.example else { return account.name }
        return "\(account.name) ('\(example)')"
      }, atMost: Self.namesShown)
    let all =
      found.count > Self.namesShown ? Text(nl: " (alle: --columns)", en: " (all of them: --columns)") : .verbatim("")
    notices.append(Notice(level, .counted(found.count, one, many) + .verbatim(": ") + list + all))
  }

  /// How many there are of each, and the names of those that were left out; nothing where all were taken.
  func add(to facts: inout Facts) {
    guard columns.contains(where: { $0.fate != .taken && $0.fate != .key }) else { return }
    facts.add("columns", columns.count, label: Text(nl: "kolommen", en: "columns"))
    for fate in ColumnAccount.Fate.allCases where fate == .taken || !of(fate).isEmpty {
      facts.add("columns_\(fate.rawValue)", of(fate).count, label: fate.label)
    }
    for fate in ColumnAccount.Fate.allCases where fate != .taken && fate != .key && !of(fate).isEmpty {
      let names = of(fate).map(\.name).joined(separator: ", ")
      facts.add("names_\(fate.rawValue)", .text(names), label: fate.label)
    }
  }

  /// Every column with what became of it.
  func table(_ language: Language) -> Table {
    Table(
      title: Text(nl: "Kolommen van het bestand", en: "Columns of the file"),
      columns: [
        .texts("column", columns.map(\.name), label: Text(nl: "kolom", en: "column")),
        .texts("fate", columns.map(\.fate.rawValue), label: Text(nl: "lot", en: "fate")).asDetail(),
        .texts(
          "what", columns.map { $0.fate.label(language) },
          label: Text(nl: "wat ermee gebeurde", en: "what became of it")),
        .numbers(
          "cells", columns.map { $0.cells > 0 ? Double($0.cells) : .nan },
          label: Text(nl: "cellen niet overgenomen", en: "cells not taken over"), format: .decimals(0)),
        .texts("example", columns.map(\.example), label: Text(nl: "zoals", en: "such as")),
      ])
  }
}

extension ColumnAccount.Fate {
  var label: Text {
    switch self {
    case .taken: Text(nl: "meegenomen", en: "taken")
    case .key: Text(nl: "zegt van welke rij", en: "says which row")
    case .partly: Text(nl: "deels meegenomen", en: "taken in part")
    case .empty: Text(nl: "leeg", en: "empty")
    case .words: Text(nl: "geen getallen", en: "no numbers")
    case .unused: Text(nl: "hoort er niet bij", en: "no part of it")
    case .offered: Text(nl: "alleen met --attributes", en: "with --attributes only")
    case .timeless: Text(nl: "zegt niet van welk jaar", en: "does not say of which year")
    case .nested: Text(nl: "een lijst", en: "a list")
    }
  }
}
