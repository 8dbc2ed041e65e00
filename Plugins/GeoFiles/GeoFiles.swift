import WorkbenchKit

@_cdecl("leerkring_geofiles_entry")
public func geoFilesEntry() -> UnsafeMutableRawPointer? { PluginBox.export(GeoFiles()) }

/// Map files in the forms of others: Shapefile, FlatGeobuf, GML, KML and file geodatabases, read through GDAL in a process of its own.
struct GeoFiles: Plugin {
  let name = "geofiles"
  let version = "0.1.0"
  private let place: ChildPlace

  /// - Parameter place: where the program lies that reads them.
  init(place: ChildPlace = ChildPlace()) { self.place = place }

  func register(with registrar: inout Registrar) {
    registrar.add(MapFileSource(name: "mapfiles", readsFolders: false, place: place))
    registrar.add(MapFileSource(name: "geodatabases", readsFolders: true, place: place))
    registrar.setTopics { try $0.terms.map(\.topic) }
    registrar.setKnowledgeCheck { try $0.checkKnowledge() }
  }
}

extension Context {
  /// The terms of map files that the plugin explains.
  fileprivate var terms: [GlossaryTerm] {
    get throws { try knowledge.items("glossary", list: "terms", as: GlossaryTerm.self, in: self) }
  }

  /// Reads all that the plugin ever reads.
  fileprivate func checkKnowledge() throws { _ = try knowledge.sources(terms.map(\.meaning.source), in: self) }
}
