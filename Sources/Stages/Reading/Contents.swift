import WorkbenchKit

/// `contents FILE`: what stands in a file that holds several tables.
struct Contents: Command {
  struct Arguments: Sendable {
    let file = Argument(
      "file", .file, about: Text(nl: "het bestand waarin gekeken wordt", en: "the file that is looked into"))
  }

  static let arguments = Arguments()

  let signature = Signature(
    "contents", aliases: ["inhoud"],
    summary: Text(
      nl: "toon welke bladen, lagen of bestanden in een bestand staan",
      en: "show which sheets, layers or files stand in a file"),
    details: Text(
      nl:
        "Van een werkmap de bladen, ook de verborgen, met het gebied waarin cellen staan; van een GeoPackage of een ander kaartbestand de lagen; van een zip de "
        + "bestanden. Wat er staat, is te lezen als BESTAND!NAAM, overal waar een bestand gelezen wordt.",
      en:
        "Of a workbook the sheets, hidden ones too, with the range in which cells stand; of a GeoPackage or another map file the layers; of a zip the "
        + "files. What stands there is read as FILE!NAME, wherever a file is read."),
    soughtBy: ["blad", "sheet", "excel", "werkmap", "workbook", "laag", "layer", "zip", "shapefile"],
    examples: [
      .init("contents buurten.csv", Text(nl: "tekst is één tabel", en: "text is one table")),
      .init(
        "contents bestaatniet.xlsx", Text(nl: "het bestand is er niet", en: "the file is not there"),
        failsWith: "file.missing"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let items = try context.contents(of: given.file, at: given.place(of: \.file))
    guard !items.isEmpty else {
      return Output([
        .info(
          nl: "'\(given.file)' is één tabel; 'read \(given.file)' leest haar",
          en: "'\(given.file)' is one table; 'read \(given.file)' reads it")
      ])
    }
    let kinds = Set(items.map(\.kind))
    var columns: [Column] = [
      .texts("name", items.map(\.name), label: Text(nl: "naam", en: "name"))
    ]
    if kinds.count > 1 || !items.allSatisfy({ $0.visibility == .visible }) {
      columns.append(
        .texts("kind", items.map { Self.state($0)(context.language) }, label: Text(nl: "wat", en: "what")))
    }
    if items.contains(where: { $0.range != nil }) {
      columns.append(.texts("range", items.map(\.range), label: Text(nl: "cellen", en: "cells")))
    }
    columns.append(
      .numbers(
        "rows", items.map { $0.rows.map(Double.init) ?? .nan }, label: Text(nl: "rijen", en: "rows"),
        format: .decimals(0)))
    columns.append(
      .numbers(
        "columns", items.map { $0.columns.map(Double.init) ?? .nan }, label: Text(nl: "kolommen", en: "columns"),
        format: .decimals(0)))
    if items.contains(where: { !$0.remarks.isEmpty }) {
      columns.append(
        .texts(
          "remarks",
          items.map { $0.remarks.isEmpty ? nil : $0.remarks.map { $0(context.language) }.joined(separator: "; ") },
          label: Text(nl: "opmerkingen", en: "remarks")))
    }
    return Output([.table(Table(columns: columns))] + Self.howToRead(items, given.file))
  }

  /// What kind of thing it is, and whether it is hidden.
  private static func state(_ item: SourceItem) -> Text {
    switch item.visibility {
    case .visible: item.kind
    case .hidden: item.kind + Text(nl: ", verborgen", en: ", hidden")
    case .veryHidden: item.kind + Text(nl: ", verborgen voor Excel zelf", en: ", hidden from Excel itself")
    }
  }

  private static func howToRead(_ items: [SourceItem], _ file: String) -> [Block] {
    guard let item = items.first(where: { $0.visibility == .visible }), items.count > 1 else { return [] }
    let typed = TypedWord.quoted("\(file)!\(item.name)")
    return [.info(nl: "lees een ervan met: read \(typed)", en: "read one of them with: read \(typed)")]
  }
}
