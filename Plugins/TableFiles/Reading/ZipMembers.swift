import WorkbenchKit

/// The files within a plain zip.
struct ZipMembers {
  /// What was taken out: a file, or a folder with the files that stand in it.
  struct Member {
    let name: String
    let bytes: [UInt8]
    /// Nil of a file.
    let parts: [(name: String, bytes: [UInt8])]?
  }

  let archive: ZipArchive
  let interrupt: () throws -> Void

  /// Endings of what can be read out of a zip.
  private static let readable: Set<String> = [
    "csv", "tsv", "txt", "json", "jsonl", "ndjson", "geojson", "xlsx", "xlsm", "ods", "dbf", "gpkg", "shp", "fgb",
    "gml", "kml",
  ]

  /// The members, without folders and without what programs put beside them for themselves.
  private var members: [ZipPart] {
    archive.parts.filter { part in
      !part.isFolder && !part.name.hasPrefix("__MACOSX/")
        && part.name.split(separator: "/").last.map { !$0.hasPrefix(".") } ?? false
    }
  }

  private func isReadable(_ part: ZipPart) -> Bool {
    !part.isEncrypted && Self.readable.contains(FileEnding.of(part.name))
  }

  /// All of them, first what can be read; a folder that is read as one is one.
  var items: [SheetItem] {
    let loose = members.filter { Self.folder(of: $0) == nil }
    return folders.map { folder in
      SheetItem(name: folder.name, size: folder.parts.reduce(0) { $0 + $1.size }, isReadable: true)
    }
      + (loose.filter(isReadable) + loose.filter { !isReadable($0) })
      .map { SheetItem(name: $0.name, size: $0.size, isReadable: isReadable($0)) }
  }

  // MARK: Folders

  /// The folders of geodatabases, which are read as one, with what stands in them.
  private var folders: [(name: String, parts: [ZipPart])] {
    let parts = Dictionary(grouping: members.filter { Self.folder(of: $0) != nil }) { Self.folder(of: $0) ?? "" }
    return parts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The folder of a geodatabase in which a member stands; nil where it stands in none.
  private static func folder(of part: ZipPart) -> String? {
    let steps = part.name.split(separator: "/").dropLast()
    guard let last = steps.firstIndex(where: { $0.lowercased().hasSuffix(".gdb") }) else { return nil }
    return steps[...last].joined(separator: "/")
  }

  /// The folder of this name, or the only one where nothing else can be read; nil where a file is meant.
  private func folder(_ name: String?) -> (name: String, parts: [ZipPart])? {
    let folders = folders
    guard let name else { return folders.count == 1 && candidates.isEmpty ? folders.first : nil }
    let bare = name.hasSuffix("/") ? String(name.dropLast()) : name
    if let exact = folders.first(where: { $0.name == bare }) { return exact }
    let byLast = folders.filter { $0.name.hasSuffix("/" + bare) }
    return byLast.count == 1 ? byLast[0] : nil
  }

  // MARK: Files

  /// Returns a member with its bytes, or a folder with those of its parts: the named one, or the only one that can be read.
  ///
  /// - Throws: `source.member`, `source.path`, `source.encrypted`, `source.large`, `source.bomb`, `source.damaged`.
  func read(_ name: String?) throws -> Member {
    if let folder = folder(name) {
      let parts = try folder.parts.map { part in
        (String(part.name.dropFirst(folder.name.count + 1)), try archive.bytes(of: part, interrupt: interrupt))
      }
      return Member(name: folder.name, bytes: [], parts: parts)
    }
    let part = try name.map(named) ?? only()
    return Member(name: part.name, bytes: try archive.bytes(of: part, interrupt: interrupt), parts: nil)
  }

  private func named(_ name: String) throws -> ZipPart {
    guard ZipPart.isInside(name) else { throw archive.problem.path(name) }
    if let part = members.first(where: { $0.name == name }) { return part }
    // The last step of a path is enough where no other member has it.
    let byLast = members.filter { $0.name.hasSuffix("/" + name) }
    if byLast.count == 1 { return byLast[0] }
    throw problem(
      Text(nl: "in '\(file)' zit geen '\(name)'", en: "'\(file)' holds no '\(name)'"), members.map(\.name),
      suggestion: NearestWord.best(name, among: members.map(\.name)))
  }

  /// What is meant where nobody names one: no part of a geodatabase, and not the dBASE table with the figures of a shapefile, which is
  /// read with that.
  private var candidates: [ZipPart] {
    let readable = members.filter { isReadable($0) && Self.folder(of: $0) == nil }
    func stem(_ part: ZipPart) -> String { String(part.name.dropLast(3)).lowercased() }
    let shapes = Set(readable.filter { FileEnding.of($0.name) == "shp" }.map(stem))
    return readable.filter { FileEnding.of($0.name) != "dbf" || !shapes.contains(stem($0)) }
  }

  private func only() throws -> ZipPart {
    let candidates = candidates
    let folders = folders.map(\.name)
    if candidates.count == 1, folders.isEmpty { return candidates[0] }
    let names = folders + candidates.map(\.name)
    if names.isEmpty, members.contains(where: \.isEncrypted) { throw archive.problem.encrypted() }
    throw names.isEmpty
      ? problem(
        Text(nl: "in '\(file)' zit niets dat hier gelezen wordt", en: "'\(file)' holds nothing that is read here"),
        members.map(\.name))
      : problem(
        Text(nl: "in '\(file)' zitten ", en: "'\(file)' holds ")
          + .counted(
            names.count, Text(nl: "bestand dat gelezen kan worden", en: "file that can be read"),
            Text(nl: "bestanden die gelezen kunnen worden", en: "files that can be read")), names)
  }

  private var file: String { archive.problem.name }

  private func problem(_ message: Text, _ names: [String], suggestion: String? = nil) -> Diagnostic {
    Diagnostic(
      "source.member", message,
      wayOut: Text(
        nl: "noem er een achter een uitroepteken, zoals \(file)!kwb.csv; contents \(file) laat zien wat erin zit",
        en: "name one behind an exclamation mark, such as \(file)!kwb.csv; contents \(file) shows what it holds"),
      suggestion: suggestion, candidates: names.prefix(50).map { Candidate(TypedWord.quoted("\(file)!\($0)")) })
  }
}
