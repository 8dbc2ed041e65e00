import Layers
import WorkbenchKit

/// A GeoPackage, opened so that nothing in it can write, load or call anything.
struct GeoPackageFile {
  /// What the file is called.
  private let name: String
  private let database: SQLiteDatabase
  private let catalogue: LayerCatalogue

  /// Opens a file that lies in memory.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: what it is called.
  ///   - patience: how many turns of 10,000 steps of SQLite a question may take.
  ///   - interrupt: is called every 10,000 cells or so, and throws where a person wants it to stop.
  /// - Throws: `source.module`, `source.damaged`, `source.large`, and what `interrupt` throws.
  init(bytes: [UInt8], name: String, patience: Int = 200_000, interrupt: @escaping () throws -> Void) throws {
    self.name = name
    guard bytes.starts(with: "SQLite format 3\0".utf8) else { throw GeoPackageProblem.noGeoPackage(name) }
    do {
      database = try SQLiteDatabase.reading(bytes, name: name, patience: patience, interrupt: interrupt)
      guard let catalogue = try LayerCatalogue(database) else { throw GeoPackageProblem.noGeoPackage(name) }
      self.catalogue = catalogue
    } catch let failure as SQLiteFailure { throw Self.problem(failure, name, layer: nil) }
  }

  /// Opens the file of a target.
  ///
  /// - Throws: as the other, and `source.inuse` where a part of the figures stands in a file beside it; why such a file cannot be
  ///   read.
  init(_ target: SourceTarget, patience: Int = 200_000) throws {
    let ending = FileEnding.of(target.file.name)
    let hasLog = try target.beside("\(ending)-wal") != nil
    // A journal that was left over is emptied or begins with zeros; one with a beginning is of a change under way.
    let journal = try target.beside("\(ending)-journal")?.first ?? 0
    if hasLog || journal != 0 { throw GeoPackageProblem.inUse(target.file.path) }
    try self.init(
      bytes: target.file.bytes, name: target.file.path, patience: patience, interrupt: target.checkInterrupt)
  }

  /// Returns the layers with areas, points or figures, in the order of the file.
  ///
  /// - Throws: `source.damaged`, `source.large`, `source.endless`, and what the interrupt throws.
  func layers() throws -> [GeoLayer] {
    try telling(nil) {
      try catalogue.layers().map { layer in
        var layer = layer
        layer.rows = try catalogue.rows(layer)
        return layer
      }
    }
  }

  /// Reads a layer.
  ///
  /// - Parameters:
  ///   - layer: which one, by its name or its number, counted from 1; nil for the only one.
  ///   - geometry: whether the outlines or points are wanted.
  /// - Throws: `source.layer`, `source.damaged`, `source.large`, `source.endless`, and what the interrupt throws.
  func read(layer: String?, geometry: Bool) throws -> GeoTable {
    let chosen = try choose(layer)
    return try telling(chosen.name) {
      try LayerReader(database, chosen).read(labels: try catalogue.labels(chosen.name), withGeometry: geometry)
    }
  }

  private func choose(_ wanted: String?) throws -> GeoLayer {
    let layers = try telling(nil) { try catalogue.layers() }
    return layers[try LayerChoice(among: layers, of: name).index(of: wanted) { try self.layers() }]
  }

  // MARK: What can be wrong

  private func telling<Result>(_ layer: String?, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let failure as SQLiteFailure {
      throw Self.problem(failure, name, layer: layer)
    }
  }

  private static func problem(_ failure: SQLiteFailure, _ file: String, layer: String?) -> Diagnostic {
    switch failure.kind {
    case .damaged: LayerProblem.damaged(file)
    case .large: LayerProblem.large(file, layer)
    case .endless: GeoPackageProblem.endless(file, layer)
    case .other:
      layer.map { GeoPackageProblem.unreadable(layer: $0, of: file, failure.words) } ?? LayerProblem.damaged(file)
    }
  }
}
