import Session
import WorkbenchKit

/// The cells of a notebook that rest on files that were recalled.
public enum RestingCells {
  /// Returns the numbers of the cells, each with the paths of the files: those that read one, and those that take up what such a cell
  /// gave a name.
  public static func all(in notebook: Notebook, of recalled: RecalledSource) -> [(cell: Int, files: [String])] {
    var given: [String: Given] = [:]
    var found: [(cell: Int, files: [String])] = []
    for cell in notebook.cells {
      guard let output = cell.output else { continue }
      let mark = output.mark
      var files = Set(mark.inputs.filter { recalled.isRecalled($0.value) }.keys.map(Self.name))
      let plugins = Self.plugins(mark.reads)
      for read in mark.reads where isHanded(read) {
        for (name, of) in given where matches(read, name) {
          // What a plugin brought in and read again itself it accounts for file by file.
          if name.hasPrefix("tables/"), !of.plugins.isDisjoint(with: plugins) { continue }
          files.formUnion(of.files)
        }
      }
      if !recalled.publications.isEmpty, cites(output.body, recalled.name) { files.insert(recalled.name) }
      for name in mark.writes {
        // What is written anew without them rests on them no more.
        given[name] = files.isEmpty ? nil : Given(files: files, plugins: Self.plugins(mark.writes))
      }
      if !files.isEmpty { found.append((cell.number, files.sorted())) }
    }
    return found
  }

  /// What a cell gave a name.
  private struct Given {
    let files: Set<String>
    /// The plugins of which it wrote documents too.
    let plugins: Set<String>
  }

  private static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  private static func plugins(_ names: [String]) -> Set<String> {
    Set(
      names.compactMap { name in
        let parts = name.split(separator: "/")
        return parts.count > 1 && parts[0] == "documents" ? String(parts[1]) : nil
      })
  }

  /// Whether a name hands on what it rests on: a document of imports is read by all, and says of each what it used.
  private static func isHanded(_ name: String) -> Bool {
    name.hasPrefix("$") || name.hasPrefix("results/") || name.hasPrefix("tables/") || name.hasPrefix("file:")
  }

  private static func matches(_ read: String, _ name: String) -> Bool {
    read.hasSuffix("*") ? name.hasPrefix(read.dropLast()) : read == name
  }

  /// A title may be broken over lines.
  private static func cites(_ lines: [String], _ title: String) -> Bool {
    let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    return text.contains(title.split(separator: " ").joined(separator: " "))
  }
}
