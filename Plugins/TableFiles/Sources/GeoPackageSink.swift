import WorkbenchKit

/// `to gpkg`: each table of a result as a layer, joined by code to the outlines that the line names, else to those of the result's map
/// or of the workspace.
struct GeoPackageSink: AskingSink {
  static var arguments: OutlinedTables.Arguments { OutlinedTables.arguments }

  let form = "gpkg"
  let details: Text? = Text(
    nl:
      "Elke tabel wordt een laag in RD (EPSG:28992), met de grenzen van de kaart erbij, anders met die van de werkruimte, of met --outlines die u noemt. "
      + "Codes zonder grens en grenzen zonder cijfer worden geteld; een code die twee keer voorkomt is een fout. Wat achtergehouden is, is leeg, "
      + "met het teken in een kolom die op _status eindigt; waar alles vandaan komt, staat in gpkg_metadata.",
    en:
      "Each table becomes a layer in RD (EPSG:28992), with the outlines of its map, else those of the workspace, or with --outlines those that you name. "
      + "Codes without an outline and outlines without a figure are counted; a code that stands twice is an error. What is held back is empty, "
      + "with its sign in a column that ends in _status; where it all comes from stands in gpkg_metadata.")
  let examples: [Signature.Example] = [
    .init(
      "read buurten.csv | to gpkg buurten.gpkg --outlines wijkenbuurten.gpkg!buurten",
      Text(nl: "met de grenzen uit een ander bestand", en: "with the outlines of another file"),
      failsWith: "file.missing")
  ]

  func write(_ result: WrittenResult, _ given: Given<OutlinedTables.Arguments>, in context: Context) throws -> SinkFile
  {
    let outlined = try OutlinedTables(result, given, in: context)
    let layers = outlined.layers.map(\.inDutchGrid)
    let year = result.inputs.compactMap(\.year).max() ?? 2000
    let bytes = try GeoPackageWriter(language: context.language).bytes(
      layers,
      provenance: (result.origin(context.language) + outlined.origin)
        .map { $0.filter { !$0.isEmpty }.joined(separator: ": ") }.joined(separator: "\n"),
      changed: "\(year)-01-01T00:00:00.000Z", interrupt: context.checkInterrupt)
    var notices = outlined.notices
    if zip(layers, outlined.layers).contains(where: { $0.coordinates != $1.coordinates }) {
      notices.append(
        .info(
          nl: "de grenzen stonden in graden, en zijn omgerekend naar RD (EPSG:28992), op een kwart meter na",
          en: "the outlines were in degrees, and were converted to RD (EPSG:28992), to a quarter of a metre"))
    }
    return SinkFile(
      bytes, what: Text.counted(layers.count, Text(nl: "laag", en: "layer"), Text(nl: "lagen", en: "layers")),
      notices: notices)
  }
}
