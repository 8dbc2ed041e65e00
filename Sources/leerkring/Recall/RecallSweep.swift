import Files
import Notebooks
import Session
import Store
@_spi(Host) import WorkbenchKit

/// Looks through the workspaces, notebooks and pages of a folder for what rests on something.
struct RecallSweep {
  struct Found {
    let file: String
    let dependant: Dependant
  }

  private(set) var found: [Found] = []
  /// Those that could not be read, each with the reason.
  private(set) var unread: [(file: String, reason: Text)] = []
  private(set) var count = 0

  private static let most = 100_000
  private static let endings: Set<String> = [".md", ".html", ".htm", ".json"]

  private let recalled: [RecalledSource]
  /// What is left out of the paths that are told.
  private let told: String
  /// One of these stands in every file that can rest on it.
  private let needles: [[UInt8]]

  /// - Parameters:
  ///   - endings: of the files that are looked at.
  ///   - isAtHome: whether paths are told as they are seen from the folder.
  /// - Throws: `file.missing`, `Interrupted`.
  init(
    _ folder: String, for recalled: [RecalledSource], endings: Set<String>? = nil, isAtHome: Bool = false,
    _ context: Context
  ) throws {
    self.recalled = recalled
    told = isAtHome ? (folder.hasSuffix("/") ? folder : folder + "/") : folder == "." ? "./" : ""
    needles = recalled.flatMap { source -> [String] in
      let digests = source.digests.map { String($0.prefix(12)) }
      guard !source.publications.isEmpty else { return digests }
      // A title may be broken over lines, or be written otherwise in a page: its longest word stands in one piece.
      let words = source.name.split { !$0.isLetter && !$0.isNumber }
      return digests + [words.max { $0.count < $1.count }.map(String.init) ?? source.name]
    }.map { Array($0.utf8) }
    for path in try FileTree(folder, most: Self.most, endings: endings ?? Self.endings, context).all {
      try context.checkInterrupt()
      count += 1
      try look(at: path, context)
    }
    unite()
  }

  /// What rests on several things is told once.
  private mutating func unite() {
    var places: [Dependant: Int] = [:]
    var united: [Found] = []
    for one in found {
      let dependant = one.dependant
      let key = Dependant(dependant.kind, in: one.file + "\n" + dependant.place, name: dependant.name, files: [])
      if let index = places[key] {
        let files = Set(united[index].dependant.files).union(dependant.files).sorted()
        united[index] = Found(
          file: one.file, dependant: Dependant(dependant.kind, in: dependant.place, name: dependant.name, files: files))
      } else {
        places[key] = united.count
        united.append(one)
      }
    }
    found = united
  }

  private mutating func look(at path: String, _ context: Context) throws {
    let shown = path.hasPrefix(told) ? String(path.dropFirst(told.count)) : path
    let isWorkspace = path.hasSuffix(".json")
    guard let bytes = try? DiskFiles().bytes(of: path) else {
      unread.append((shown, Text(nl: "niet te lezen", en: "cannot be read")))
      return
    }
    if isWorkspace {
      guard ByteSearch.holds(bytes, WorkspaceFormat.name.utf8) else { return }
      let journal = (try? DiskFiles().bytes(of: path + ".journal")) ?? []
      guard needles.contains(where: { ByteSearch.holds(bytes, $0) || ByteSearch.holds(journal, $0) }) else { return }
      do {
        let workspace = try Keeper.open(path, readOnly: true).workspace
        for source in recalled {
          found += try Dependant.all(in: workspace, of: source, each: context.checkInterrupt).map {
            Found(file: shown, dependant: $0)
          }
        }
      } catch let error as Diagnostic { unread.append((shown, error.message)) }
      return
    }
    guard needles.contains(where: { ByteSearch.holds(bytes, $0) }) else { return }
    let text = String(decoding: bytes, as: UTF8.self)
    if path.hasSuffix(".md") {
      do {
        let notebook = try Notebook(text, path: path)
        for source in recalled {
          found += RestingCells.all(in: notebook, of: source).map { cell, files in
            Found(file: shown, dependant: Dependant(.cell, in: shown, name: String(cell), files: files))
          }
        }
      } catch let error as Diagnostic { unread.append((shown, error.message)) }
      return
    }
    for source in recalled {
      let files = PageFiles.read(text).filter { source.isRecalled($0.sha256) }.map(\.name)
      let cites = !source.publications.isEmpty && PageFiles.isOurs(text) && PageFiles.cites(source.name, in: text)
      guard !files.isEmpty || cites else { continue }
      found.append(
        Found(
          file: shown,
          dependant: Dependant(
            .page, in: shown, name: FilePath.name(of: path), files: files.isEmpty ? [source.name] : files)))
    }
  }
}
