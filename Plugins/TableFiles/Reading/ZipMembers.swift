import WorkbenchKit

/// The files within a plain zip.
struct ZipMembers {
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

  /// All of them, first what can be read.
  var items: [SheetItem] {
    (members.filter(isReadable) + members.filter { !isReadable($0) })
      .map { SheetItem(name: $0.name, size: $0.size, isReadable: isReadable($0)) }
  }

  /// Whether a dBASE table holds the figures of a shapefile that lies beside it, and is read with that.
  private func isOfShapes(_ part: ZipPart) -> Bool {
    guard FileEnding.of(part.name) == "dbf" else { return false }
    let stem = part.name.dropLast(3).lowercased()
    return members.contains { $0.name.lowercased() == stem + "shp" }
  }

  /// Returns a member with its bytes: the named one, or the only one that can be read.
  ///
  /// - Throws: `source.member`, `source.path`, `source.encrypted`, `source.large`, `source.bomb`, `source.damaged`.
  func read(_ name: String?) throws -> (name: String, bytes: [UInt8]) {
    let part = try name.map(named) ?? only()
    return (part.name, try archive.bytes(of: part, interrupt: interrupt))
  }

  private func named(_ name: String) throws -> ZipPart {
    guard ZipPart.isInside(name) else { throw archive.problem.path(name) }
    if let part = members.first(where: { $0.name == name }) { return part }
    // The last step of a path is enough where no other member has it.
    let byLast = members.filter { $0.name.hasSuffix("/" + name) }
    if byLast.count == 1 { return byLast[0] }
    throw problem(
      Text(nl: "in '\(file)' zit geen '\(name)'", en: "'\(file)' holds no '\(name)'"), members,
      suggestion: NearestWord.best(name, among: members.map(\.name)))
  }

  private func only() throws -> ZipPart {
    let candidates = members.filter { isReadable($0) && !isOfShapes($0) }
    if candidates.count == 1 { return candidates[0] }
    if candidates.isEmpty, members.contains(where: \.isEncrypted) { throw archive.problem.encrypted() }
    throw candidates.isEmpty
      ? problem(
        Text(nl: "in '\(file)' zit niets dat hier gelezen wordt", en: "'\(file)' holds nothing that is read here"),
        members)
      : problem(
        Text(nl: "in '\(file)' zitten ", en: "'\(file)' holds ")
          + .counted(
            candidates.count, Text(nl: "bestand dat gelezen kan worden", en: "file that can be read"),
            Text(nl: "bestanden die gelezen kunnen worden", en: "files that can be read")), candidates)
  }

  private var file: String { archive.problem.name }

  private func problem(_ message: Text, _ parts: [ZipPart], suggestion: String? = nil) -> Diagnostic {
    Diagnostic(
      "source.member", message,
      wayOut: Text(
        nl: "noem er een achter een uitroepteken, zoals \(file)!kwb.csv; contents \(file) laat zien wat erin zit",
        en: "name one behind an exclamation mark, such as \(file)!kwb.csv; contents \(file) shows what it holds"),
      suggestion: suggestion,
      candidates: parts.prefix(50).map { part in
        Candidate(TypedWord.quoted("\(file)!\(part.name)"))
      })
  }
}
