import WorkbenchKit

/// `rules import FILE`: decision tables out of a DMN, CSV or JSON file.
struct RulesImportCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "rules import", aliases: ["regels lees"],
      summary: Text(nl: "lees beslistabellen uit een bestand", en: "read decision tables from a file"),
      details: Text(
        nl:
          "DMN (XML): elke beslissing die een tabel is, met toetsen op waarden; uitdrukkingen en andere onderdelen worden genoemd en niet "
          + "meegenomen. CSV: links de treffersregel boven de nummers, dan in:NAAM:SOORT, out:NAAM:SOORT en zo nodig note. JSON: zoals 'rules "
          + "export --to json' het schrijft.",
        en:
          "DMN (XML): every decision that is a table, with tests on values; expressions and other parts are named and not taken along. CSV: on "
          + "the left the hit policy over the numbers, then in:NAME:TYPE, out:NAME:TYPE and note where needed. JSON: as 'rules export --to json' "
          + "writes it."),
      parameters: [
        .argument(
          "file", .file(existing: true),
          about: Text(nl: "een .dmn, .xml, .csv of .json", en: "a .dmn, .xml, .csv or .json")),
        .flag(
          "name", .text,
          about: Text(nl: "hoe de tabel heet, als er één is", en: "what the table is called, where there is one")),
      ],
      changesWorkspace: true,
      examples: [
        .init("rules import voorrang.csv", Text(nl: "uit een werkblad", en: "from a sheet")),
        .init("rules import risico.dmn", Text(nl: "uit een DMN-bestand", en: "from a DMN file")),
        .init(
          "rules import buurten.csv", Text(nl: "een tabel zonder regels", en: "a table without rules"),
          failsWith: "rules.csv"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let place = call.place(of: "file")
    let file = try context.read(call.text("file") ?? "", at: place)
    let name = call.text("name")
    var left: [Text] = []
    var tables: [DecisionTable]
    switch Self.form(file) {
    case .dmn:
      let reader = try DMNReader(file.bytes, name: file.name, at: place)
      (tables, left) = (reader.tables, reader.left)
    case .json:
      let json = try JSONReader.parse(file.bytes)
      tables = try (json["tables"]?.array ?? json.array ?? [json]).map { try DecisionTable(json: $0, at: place) }
    case .csv:
      let text = try DelimitedText(
        bytes: file.bytes, options: DelimitedText.Options(decimal: .point, name: file.name), protection: .strict)
      let stem = String(file.name.split(separator: ".").first ?? "tabel")
      tables = [try DecisionTable(sheet: try text.table(), name: name ?? stem, at: place)]
    }
    // Every cell of every table passes the guard against personal data.
    let protection = Protection.strict
    for table in tables { _ = try protection.admit(table.sheet(context.language), from: file.name) }
    if let name, tables.count == 1 { tables[0].name = name }
    var book = try RuleBook(library, context)
    for table in tables { book.keep(table) }
    book.store(in: context.workspace)
    return Output(report(tables, left, context))
  }

  private enum Form { case dmn, json, csv }

  private static func form(_ file: ReadFile) -> Form {
    let ending = file.name.split(separator: ".").last?.lowercased() ?? ""
    if ["dmn", "xml"].contains(ending) { return .dmn }
    if ending == "json" { return .json }
    if ending == "csv" || ending == "tsv" { return .csv }
    switch file.bytes.first(where: { $0 > 32 && $0 < 127 }) {
    case UInt8(ascii: "<"): return .dmn
    case UInt8(ascii: "{"), UInt8(ascii: "["): return .json
    default: return .csv
    }
  }

  private func report(_ tables: [DecisionTable], _ left: [Text], _ context: Context) -> [Block] {
    func names(_ clauses: [DecisionTable.Clause]) -> String { clauses.map(\.name).joined(separator: ", ") }
    var blocks: [Block] = [
      .table(
        Table(
          title: Text(nl: "Gelezen", en: "Read"),
          columns: [
            .texts("name", tables.map(\.name), label: Text(nl: "naam", en: "name")),
            .texts("inputs", tables.map { names($0.inputs) }, label: Text(nl: "invoer", en: "inputs")),
            .texts("outputs", tables.map { names($0.outputs) }, label: Text(nl: "uitkomst", en: "outputs")),
            .texts("hit_policy", tables.map(\.policy.rawValue), label: Text(nl: "treffers", en: "hits")),
            .numbers(
              "rules", tables.map { Double($0.rules.count) }, label: Text(nl: "regels", en: "rules"), format: .plain),
          ]))
    ]
    if !left.isEmpty {
      blocks.append(
        .notice(
          Notice(.warning, Text(nl: "niet meegenomen: ", en: "not taken along: ") + Phrase.joined(left, by: "; "))))
    }
    return blocks
  }
}
