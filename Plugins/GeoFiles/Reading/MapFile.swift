import Layers
import WorkbenchKit

/// A map file, and all that belongs to it, as the child gets it.
struct MapFile {
  let form: MapForm
  /// As it was typed.
  let path: String
  /// Of the file or folder that is opened.
  private let name: String
  private let files: [(name: String, bytes: [UInt8])]
  /// What has to be said before anything is read.
  let notices: [Notice]
  /// Whether nothing says which columns hold numbers: all come as texts then.
  let isUndeclared: Bool

  /// Looks what a target is, and what lies beside it.
  ///
  /// - Throws: `source.form`, `source.empty`, `source.part`; why a file that belongs to it cannot be read.
  init(_ target: SourceTarget) throws {
    path = target.file.path
    let problem = MapProblem(path)
    let ownName = target.file.name.split(separator: "!").last.map(String.init) ?? target.file.name
    let last = ownName.split(separator: "/").last.map(String.init) ?? ownName
    if let parts = target.file.parts {
      guard parts.contains(where: { $0.name.lowercased().hasSuffix(".gdbtable") }) else {
        throw problem.otherForm(.geodatabase)
      }
      form = .geodatabase
      // By this ending it is known.
      name = "map.gdb"
      files = parts.map { ("map.gdb/\($0.name)", $0.bytes) }
      notices = []
      isUndeclared = false
      return
    }
    let bytes = target.file.bytes
    if let ending = [".shx", ".prj"].first(where: last.lowercased().hasSuffix) { throw problem.isPart(ending) }
    let told = [MapForm.shapefile, .flatGeobuf].first { MapForm.isTold($0, by: bytes) }
    guard let form = told ?? MapForm(name: last) else { throw problem.otherForm(nil) }
    guard !bytes.isEmpty else { throw problem.empty() }
    guard MapForm.isTold(form, by: bytes) else { throw problem.otherForm(form) }
    self.form = form
    name = "map.\(form.ending)"
    guard form == .shapefile else {
      // The schema of GML lies beside it, if anywhere.
      let schema = try form == .gml ? target.beside("xsd") : nil
      files = [(name, bytes)] + (schema.map { [("map.xsd", $0)] } ?? [])
      notices = []
      isUndeclared = form == .gml && schema == nil
      return
    }
    isUndeclared = false
    (files, notices) = try Self.shapefile(target, problem)
  }

  /// A shapefile is at least three files of one name.
  private static func shapefile(
    _ target: SourceTarget, _ problem: MapProblem
  ) throws -> ([(name: String, bytes: [UInt8])], [Notice]) {
    var files = [(name: "map.shp", bytes: target.file.bytes)]
    var notices: [Notice] = []
    guard let table = try target.beside("dbf") else { throw problem.noTable() }
    files.append(("map.dbf", table))
    let index = try target.beside("shx")
    // GDAL would leave out what one of the two has more of.
    let (shapes, rows) = (ShapeCount.of(target.file.bytes, index: index), ShapeCount.rows(table))
    guard shapes == rows else { throw problem.unequal(shapes: shapes, rows: rows) }
    if let index {
      files.append(("map.shx", index))
    } else {
      notices.append(problem.noIndex())
    }
    if let system = try target.beside("prj") {
      files.append(("map.prj", system))
    } else {
      notices.append(problem.noSystemFile())
    }
    return (files, notices)
  }

  /// What the child is asked.
  func request(_ flags: ChildRequest.Flags) -> ChildRequest {
    form == .shapefile
      ? ChildRequest(
        flags.union([.isRaw, .placesOnly]), driver: form.driver, name: name, options: ["ENCODING="], files: files)
      : ChildRequest(flags, driver: form.driver, name: name, files: files)
  }

  /// What a layer is called that has the name of the file that was opened.
  func layerName(_ name: String) -> String {
    guard name == "map" else { return name }
    let last = path.split(whereSeparator: { $0 == "/" || $0 == "!" }).last.map(String.init) ?? path
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }
}
