import Layers
import WorkbenchKit

/// Takes tables, and the outlines or points of their rows, out of map files.
struct MapFileSource: TableSource {
  let name: String
  let readsFolders: Bool
  /// Where the program lies that reads them.
  let place: ChildPlace

  func contents(of target: SourceTarget) throws -> [SourceItem] {
    try MapReading(target, place).layers().map(\.item)
  }

  func open(_ target: SourceTarget, _ choice: SourceChoice) throws -> SourceContent {
    try LayerChoice.demandNoSheet(choice, of: target.file.path)
    let read = try MapReading(target, place).table(choice)
    return .table(read.sourced(item: Text(nl: "laag \(read.layer)", en: "layer \(read.layer)")))
  }
}
