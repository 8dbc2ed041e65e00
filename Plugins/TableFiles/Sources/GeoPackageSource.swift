import WorkbenchKit

/// Takes tables, and the outlines or points of their rows, out of GeoPackages.
struct GeoPackageSource: TableSource {
  let name = "geopackages"

  func contents(of target: SourceTarget) throws -> [SourceItem] {
    try GeoPackageFile(target).layers().map { layer in
      SourceItem(
        layer.name, kind: Text(nl: "laag", en: "layer"), rows: layer.rows, columns: layer.columns.count,
        remarks: layer.remarks)
    }
  }

  func open(_ target: SourceTarget, _ choice: SourceChoice) throws -> SourceContent {
    let read = try GeoPackageFile(target).read(layer: choice.item, geometry: true)
    var features: SourceFeatures?
    if read.polygons != nil || read.points != nil {
      features = SourceFeatures(polygons: read.polygons ?? [], points: read.points ?? [], epsg: read.epsg ?? 0)
    }
    return .table(
      SourcedTable(
        read.table, item: Text(nl: "laag \(read.layer)", en: "layer \(read.layer)"), notices: read.notices,
        features: features))
  }
}

extension GeoLayer {
  fileprivate var remarks: [Text] {
    var remarks: [Text] = []
    if let geometry {
      remarks.append(.verbatim(geometry.type.lowercased()))
      remarks.append(
        geometry.epsg.map { .verbatim("EPSG:\($0)") }
          ?? Text(nl: "stelsel '\(geometry.systemName)'", en: "system '\(geometry.systemName)'"))
    } else {
      remarks.append(Text(nl: "zonder kaart", en: "without a map"))
    }
    if isView { remarks.append(Text(nl: "berekend uit andere lagen", en: "worked out of other layers")) }
    return remarks
  }
}
