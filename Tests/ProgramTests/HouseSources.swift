import Files
import TestSupport

/// The project's own text: what each source file imports, and what the manifest lets each target depend on.
enum HouseSources {
  /// Paths of the Swift files under a folder, relative to the package's root, in order.
  static func files(in folder: String) -> [String] { files(in: folder, endings: [".swift"]) }

  /// Paths of the files under a folder whose names end in one of these ways, relative to the package's root, in order.
  static func files(in folder: String, endings: [String]) -> [String] {
    var found: [String] = []
    for name in FilePath.names(in: "\(Places.root)/\(folder)").sorted() {
      let path = "\(folder)/\(name)"
      if endings.contains(where: name.hasSuffix) { found.append(path) }
      if isFolder(path) { found += files(in: path, endings: endings) }
    }
    return found
  }

  /// Names of the folders right under a folder.
  static func folders(in folder: String) -> [String] {
    FilePath.names(in: "\(Places.root)/\(folder)").filter { isFolder("\(folder)/\($0)") }.sorted()
  }

  static func text(_ path: String) -> String {
    (try? DiskFiles(folder: Places.root).read(path, at: nil)).map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  }

  /// The modules that a file imports, whatever attributes and access levels stand before the word.
  ///
  /// They stand before the first declaration; what looks like one further on is a text.
  static func imports(of path: String) -> Set<String> {
    var modules: Set<String> = []
    for line in text(path).split(separator: "\n") {
      var words = line.split(separator: " ")
      if words.isEmpty || words[0].hasPrefix("//") || words[0].hasPrefix("#") { continue }
      while let first = words.first, first.hasPrefix("@") || ["public", "internal", "private"].contains(first) {
        words.removeFirst()
      }
      guard words.first == "import", words.count > 1 else { break }
      // `import struct Glibc.stat` names the module before the point.
      let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let"]
      let name = kinds.contains(words[1]) && words.count > 2 ? words[2] : words[1]
      modules.insert(String(name.split(separator: ".")[0]))
    }
    return modules
  }

  /// What the manifest lists behind `station("NAME", […` or `plugin("NAME", […`: words in quotes, and `kit`.
  static func dependencies(of name: String, as kind: String) -> Set<String>? {
    let manifest = text("Package.swift")
    guard let call = manifest.firstRange(of: "\(kind)(\"\(name)\"") else { return nil }
    let rest = manifest[call.upperBound...]
    guard rest.first == "," else { return [] }
    guard let open = rest.firstIndex(of: "["), let close = rest.firstIndex(of: "]") else { return nil }
    let items = rest[rest.index(after: open)..<close].split(separator: ",").map { item in
      item.filter { !$0.isWhitespace && $0 != "\"" }
    }
    return Set(items.filter { !$0.isEmpty }.map { $0 == "kit" ? "WorkbenchKit" : $0 })
  }

  /// Names of all that stands in a folder.
  static func names(in folder: String) -> [String] { FilePath.names(in: "\(Places.root)/\(folder)") }

  private static func isFolder(_ path: String) -> Bool {
    (try? FileStatus.of("\(Places.root)/\(path)"))?.kind == .folder
  }
}
