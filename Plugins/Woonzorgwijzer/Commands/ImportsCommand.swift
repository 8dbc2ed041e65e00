import WorkbenchKit

/// `wzw imports`: what is imported, file by file.
struct ImportsCommand: Command {
  var signature: Signature {
    Signature(
      "wzw imports",
      aliases: ["wzw ingelezen"],
      summary: Text(nl: "noem wat is ingelezen, bestand voor bestand", en: "list what is imported, file by file"),
      next: [FollowUp("wzw indicators", Text(nl: "welke percentages er zijn", en: "which percentages there are"))],
      examples: [
        .init("wzw imports", Text(nl: "alle bestanden met hun jaar", en: "all files with their year")),
        .init(
          "wzw imports 2024", Text(nl: "de opdracht neemt niets", en: "the command takes nothing"),
          failsWith: "argument.surplus"),
      ])
  }

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let codebook = try context.codebook
    let documents = try context.workspace.document("imports")?.object ?? [:]
    let rows = try documents.keys.sorted().flatMap { table in
      try ImportedTables.records(of: table, in: context.workspace).map { (table: table, record: $0) }
    }
    if rows.isEmpty {
      return Output([
        .paragraph(
          Text(
            nl: "Er is nog niets ingelezen: 'wzw import BESTAND' leest cijfers in, 'wzw demo' laadt een voorbeeld.",
            en: "Nothing has been imported yet: 'wzw import FILE' imports figures, 'wzw demo' loads an example."))
      ])
    }
    let records = rows.map(\.record)
    let sources = records.map { record -> String? in
      guard [.areas, .health, .own].contains(record.kind) else { return record.cited }
      let kind: ImportRecord.Kind = record.kind == .health ? .health : .areas
      return codebook.publication(of: record, kind, year: record.year).map {
        $0.isOwn ? record.cited ?? $0.publisher : $0.title
      }
    }
    let table = Table(
      title: Text(nl: "Ingelezen", en: "Imported"),
      columns: [
        .texts("what", records.map { $0.what(context.language) }, label: Text(nl: "wat", en: "what")),
        .texts("file", records.map(\.fileName), label: Text(nl: "bestand", en: "file")),
        .numbers(
          "year", records.map { $0.year.map(Double.init) ?? .nan }, label: Text(nl: "jaar", en: "year"), format: .plain),
        .texts(
          "of", records.map { $0.age.map { codebook.age($0)?.short(context.language) ?? $0 } },
          label: Text(nl: "van wie", en: "of whom")),
        .numbers(
          "rows", records.map { $0.rows.map(Double.init) ?? .nan }, label: Text(nl: "rijen", en: "rows"),
          format: .decimals(0)),
        .texts("source", sources, label: Text(nl: "bron", en: "source")),
        .texts("evidence", records.map { $0.evidence.label(context.language) }, label: Text(nl: "soort", en: "kind")),
        .texts(
          "columns", records.map { $0.columns.joined(separator: ", ") }, label: Text(nl: "kolommen", en: "columns")
        ).asDetail(),
        .texts("table", rows.map(\.table), label: Text(nl: "tabel", en: "table")).asDetail(),
      ])
    return Output([.table(table)] + Demo.notice(for: records.contains(where: \.isInvented) ? [Demo.municipality] : []))
  }
}
