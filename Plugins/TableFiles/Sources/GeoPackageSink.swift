import WorkbenchKit

/// `to gpkg`: each table of a result as a layer, joined by code to the outlines of the result's map, or of the workspace.
struct GeoPackageSink: ResultSink {
  let form = "gpkg"

  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile {
    let layers = try OutlinedTables(result, in: context).layers
    let year = result.inputs.compactMap(\.year).max() ?? 2000
    let bytes = try GeoPackageWriter(language: context.language).bytes(
      layers,
      provenance: result.origin(context.language).map { $0.filter { !$0.isEmpty }.joined(separator: ": ") }
        .joined(separator: "\n"),
      changed: "\(year)-01-01T00:00:00.000Z", interrupt: context.checkInterrupt)
    return SinkFile(
      bytes, what: Text.counted(layers.count, Text(nl: "laag", en: "layer"), Text(nl: "lagen", en: "layers")),
      notices: OutlinedTables.remarks(on: layers, context.language))
  }
}
