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

  /// Looks what a target is, and what lies beside it.
  ///
  /// - Throws: `source.form`, `source.empty`, `source.part`.
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
      return
    }
    let bytes = target.file.bytes
    if last.lowercased().hasSuffix(".shx") { throw problem.isIndex() }
    let told = [MapForm.shapefile, .flatGeobuf].first { MapForm.isTold($0, by: bytes) }
    guard let form = told ?? MapForm(name: last) else { throw problem.otherForm(nil) }
    guard !bytes.isEmpty else { throw problem.empty() }
    guard MapForm.isTold(form, by: bytes) else { throw problem.otherForm(form) }
    self.form = form
    guard form == .shapefile else {
      name = "map.\(form.ending)"
      files = [(name, bytes)]
      notices = []
      return
    }
    name = "map.shp"
    (files, notices) = try Self.shapefile(target, problem)
  }

  /// A shapefile is at least three files of one name.
  private static func shapefile(
    _ target: SourceTarget, _ problem: MapProblem
  ) throws -> ([(name: String, bytes: [UInt8])], [Notice]) {
    // The head of a .shx that is nobody's would be taken for an index of shapes.
    var files = [(name: "map.shp", bytes: target.file.bytes)]
    var notices: [Notice] = []
    guard let table = target.beside("dbf") else { throw problem.noTable() }
    files.append(("map.dbf", table))
    if let index = target.beside("shx") {
      files.append(("map.shx", index))
    } else {
      notices.append(problem.noIndex())
    }
    if let system = target.beside("prj") {
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
