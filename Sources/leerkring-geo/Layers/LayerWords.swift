/// What is told of the layers before any row.
struct LayerWords {
  let library: GDALLibrary
  let flags: Request.Flags
  /// More layers than anybody chooses from.
  private static let most: Int32 = 10_000

  /// Describes the layers of a dataset: name, rows where they are asked for, what its places are, reference system, columns.
  func describe(_ dataset: GDALLibrary.Handle) -> JSONText {
    let count = min(library.layerCount(dataset), Self.most)
    let layers = (0..<max(count, 0)).map { describe(layer: library.layer(dataset, $0)) }
    return .object {
      $0.text("gdal", library.version("RELEASE_NAME"))
      $0.list("layers", layers)
      $0.number("failures", Remarks.failures.load(ordering: .relaxed))
    }
  }

  private func describe(layer: GDALLibrary.Handle?) -> JSONText {
    let system = ReferenceSystem(library, layer)
    let kind = library.layerKind(layer)
    let geometries = library.geometryCount(library.definition(layer))
    return .object {
      $0.text("name", library.layerName(layer))
      if flags.contains(.counts) { $0.number("rows", Int(library.rowCount(layer, 1))) }
      // 100 is a layer without places.
      if kind != 100, geometries > 0 {
        $0.text("places", library.kindName(kind))
        $0.number("epsg", system.number)
        $0.text("system", system.name)
        $0.number("outgoing", system.outgoing)
        $0.number("changed", system.isChanged ? 1 : 0)
        $0.number("more", max(Int(geometries) - 1, 0))
      }
      $0.list(
        "fields",
        LayerField.all(library, layer).map { field in
          .object {
            $0.text("name", field.name, isRaw: flags.contains(.isRaw))
            $0.text("kind", field.kind.rawValue)
          }
        })
    }
  }
}
