import Layers
import WorkbenchKit

/// Takes tables, and the outlines or points of their rows, out of GeoPackages.
struct GeoPackageSource: TableSource {
  let name = "geopackages"

  func contents(of target: SourceTarget) throws -> [SourceItem] {
    try GeoPackageFile(target).layers().map(\.item)
  }

  func open(_ target: SourceTarget, _ choice: SourceChoice) throws -> SourceContent {
    try LayerChoice.demandNoSheet(choice, of: target.file.path)
    let read = try GeoPackageFile(target).read(layer: choice.item, geometry: true)
    var sourced = read.sourced(item: Text(nl: "laag \(read.layer)", en: "layer \(read.layer)"))
    sourced.table = try sourced.table.asTexts(choice.textColumns)
    return .table(sourced)
  }
}
