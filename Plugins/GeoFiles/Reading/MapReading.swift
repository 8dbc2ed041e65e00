import Layers
import WorkbenchKit

/// Has the child read a map file.
struct MapReading {
  let file: MapFile
  let place: ChildPlace
  let target: SourceTarget

  /// Opens a target.
  ///
  /// - Throws: what `MapFile` throws; `source.module` where what reads it is not there.
  init(_ target: SourceTarget, _ place: ChildPlace) throws {
    file = try MapFile(target)
    self.target = target
    self.place = place
    guard place.exists else { throw MapProblem(file.path).noChild(place.path, file.form) }
  }

  private var problem: MapProblem { MapProblem(file.path) }

  /// Returns the layers, with their rows counted.
  ///
  /// - Throws: `source.module`, `source.damaged`, `source.died`, `source.endless`, `source.large`; what the interrupt throws.
  func layers() throws -> [GeoLayer] { try asking(.counts) { try told($0).map(\.layer) } }

  /// Returns one of the layers with its rows.
  ///
  /// - Throws: as `layers`; `source.layer`, `source.crs`; of a shapefile what reading its table throws.
  func table(_ choice: SourceChoice) throws -> GeoTable {
    var number = 0
    var (layer, rows): (ToldLayer?, RowReader?)
    var warnings = 0
    try asking([]) { child in
      let layers = try told(child)
      number = try LayerChoice(among: layers.map(\.layer), of: file.path).index(of: choice.item) { try self.layers() }
      let chosen = layers[number]
      var reader = RowReader(chosen, withFields: file.form != .shapefile)
      child.send(ChildRequest.layer(number))
      warnings = try read(&reader, chosen, from: child)
      (layer, rows) = (chosen, reader)
    }
    guard let layer, let rows else { throw problem.damaged() }
    let remarks = file.notices + MapRemarks(file, layer, rows, warnings: warnings).notices
    return try MapTable(file, layer, rows).table(target, choice, remarks)
  }

  // MARK: The child

  private func told(_ child: GeoChild) throws -> [ToldLayer] {
    try child.next { kind, bytes in
      switch kind {
      case .layers: return try ToldLayer.all(bytes, of: file)
      case .error: throw Self.said(bytes)
      case .row, .done: throw ChildEnd.rubbish
      }
    }
  }

  /// Takes rows up to the last one.
  ///
  /// - Returns: of how much GDAL warned.
  private func read(_ rows: inout RowReader, _ layer: ToldLayer, from child: GeoChild) throws -> Int {
    while true {
      let end: JSON? = try child.next { kind, bytes in
        switch kind {
        case .row:
          try rows.take(bytes)
          return nil
        case .done:
          guard let end = try? JSONReader.parse(Array(bytes)) else { throw ChildEnd.rubbish }
          return end
        case .error: throw Self.said(bytes)
        case .layers: throw ChildEnd.rubbish
        }
      }
      if rows.rows % 10_000 == 0 { try target.checkInterrupt() }
      guard let end else { continue }
      guard end["rows"]?.int == rows.rows, let failures = end["failures"]?.int else { throw ChildEnd.rubbish }
      // What GDAL stumbled over may be missing, and that is no table; so is one with other rows than its head says. A shapefile's
      // head counts what was deleted: its table tells.
      let expected = end["expected"]?.int ?? -1
      guard failures == 0, file.form == .shapefile || expected < 0 || expected == rows.rows else {
        throw problem.damaged(layer.layer.name)
      }
      return end["warnings"]?.int ?? 0
    }
  }

  private static func said(_ bytes: UnsafeRawBufferPointer) -> ChildEnd {
    (try? JSONReader.parse(Array(bytes)))?["code"]?.string.map(ChildEnd.said) ?? .rubbish
  }

  private func asking<Result>(_ flags: ChildRequest.Flags, _ body: (GeoChild) throws -> Result) throws -> Result {
    do {
      return try body(try GeoChild(place, file.request(flags), interrupt: target.checkInterrupt))
    } catch let end as ChildEnd {
      throw problem.of(end, file.form, place)
    } catch is RowReader.TooLarge { throw LayerProblem.large(file.path, nil) }
  }
}
