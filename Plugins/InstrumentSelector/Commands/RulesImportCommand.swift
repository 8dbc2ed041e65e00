import Decisions
import WorkbenchKit

/// `rules import FILE`: decision tables out of a DMN, CSV or JSON file.
struct RulesImportCommand: Command {
  struct Arguments: Sendable {
    let file = Argument(
      "file", .file, about: Text(nl: "een .dmn, .xml, .csv of .json", en: "a .dmn, .xml, .csv or .json"))
    let name = Argument(
      flag: "name", .words,
      about: Text(nl: "hoe de tabel heet, als er één is", en: "what the table is called, where there is one"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "rules import", aliases: ["regels lees"],
      summary: Text(nl: "lees beslistabellen uit een bestand", en: "read decision tables from a file"),
      details: Text(
        nl:
          "DMN (XML): elke beslissing die een tabel is, of door een context of kennismodel bij een tabel komt, en elke tabel heel. Een regel "
          + "met FEEL die hier niet gelezen wordt, blijft staan en kan niet beslist worden; andere onderdelen worden genoemd en niet "
          + "meegenomen. CSV: links de treffersregel boven de nummers, dan in:NAAM:SOORT, out:NAAM:SOORT en zo nodig note. JSON: zoals 'rules "
          + "export --to json' het schrijft.",
        en:
          "DMN (XML): every decision that is a table, or comes to one by a context or knowledge model, and every table whole. A rule with FEEL "
          + "that is not read here stays and cannot be decided; other parts are named and not taken along. CSV: on the left the hit policy over the numbers, then in:NAME:TYPE, out:NAME:TYPE and note where needed. JSON: as 'rules export --to json' "
          + "writes it."),
      changesWorkspace: true,
      examples: [
        .init("rules import voorrang.csv", Text(nl: "uit een werkblad", en: "from a sheet")),
        .init("rules import risico.dmn", Text(nl: "uit een DMN-bestand", en: "from a DMN file")),
        .init(
          "rules import buurten.csv", Text(nl: "een tabel zonder regels", en: "a table without rules"),
          failsWith: "rules.csv"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let place = given.place(of: \.file)
    let opened = try context.openText(given.file, at: place)
    let file = opened.file
    let name = given.name
    var left: [Text] = []
    var remarks: [Text] = []
    var tables: [DecisionTable]
    switch opened.sourced == nil ? ExchangeForm(of: file) : .csv {
    case .dmn:
      let reader = try DMNReader(file.bytes, name: file.name, at: place)
      (tables, left, remarks) = (reader.tables, reader.left, reader.remarks)
    case .json:
      let json = try JSONReader.parse(file.bytes)
      tables = try (json["tables"]?.array ?? json.array ?? [json]).map { try DecisionTable(json: $0, at: place) }
      // What is not known here has passed no guard.
      left = tables.filter(\.holdsUnknown).map {
        Text(nl: "wat in '\($0.name)' niet bekend is", en: "what is not known in '\($0.name)'")
      }
      tables = tables.map(\.withoutUnknown)
    case .csv:
      let text = try opened.delimitedText(marks: GivenMarks(decimal: .point), protection: .strict)
      let stem = String(file.name.split(separator: ".").first ?? "tabel")
      tables = [try DecisionTable(sheet: try text.table(), name: name ?? stem, at: place)]
    }
    // Every cell and every word of every table passes the guard against personal data.
    let protection = Protection.strict
    for table in tables {
      _ = try protection.admit(table.sheet(context.language), from: file.name)
      for words in table.words { try FreeWords.demandNone(in: words, at: place) }
    }
    if let name, tables.count == 1 { tables[0].name = name }
    var book = try RuleBook(context)
    for table in tables { book.keep(table) }
    try book.store(in: context.workspace)
    return Output(report(tables, left, remarks) + book.remarks())
  }

  private func report(_ tables: [DecisionTable], _ left: [Text], _ remarks: [Text]) -> [Block] {
    let table = Table(
      title: Text(nl: "Gelezen", en: "Read"),
      columns: [
        .texts("name", tables.map(\.name), label: Text(nl: "naam", en: "name")),
        .texts("inputs", tables.map(\.inputs.names), label: Text(nl: "invoer", en: "inputs")),
        .texts("outputs", tables.map(\.outputs.names), label: Text(nl: "uitkomst", en: "outputs")),
        .texts("hit_policy", tables.map(\.policy.rawValue), label: Text(nl: "treffers", en: "hits")),
        .numbers(
          "rules", tables.map { Double($0.rules.count) }, label: Text(nl: "regels", en: "rules"), format: .plain),
      ])
    var blocks: [Block] = [.table(table)]
    blocks += tables.filter { !$0.undecidable.isEmpty }.map { .notice(Notice(.warning, $0.undecidableRules)) }
    if !left.isEmpty {
      let said = Text(nl: "niet meegenomen: ", en: "not taken along: ") + .joined(left, by: "; ")
      blocks.append(.notice(Notice(.warning, said)))
    }
    for remark in remarks { blocks.append(.notice(Notice(.caution, remark))) }
    return blocks
  }
}
