import Files
import Session
import WorkbenchKit

/// The files that the lines of a log name, found again: by digest, else by name.
struct FoundFiles {
  struct Found {
    let path: String
    /// Whether it has the digest that was noted.
    let isSame: Bool
  }

  /// How many files of a folder are looked at.
  private static let most = 20_000

  /// By file, of those that are there.
  private(set) var found: [InputFile.Identity: Found] = [:]
  /// Those that are not there.
  private(set) var missing: [InputFile] = []

  /// - Parameters:
  ///   - entries: the lines that are to be run.
  ///   - home: the folder in which the workspace lies.
  ///   - folder: where files are sought besides, with all that lies under it.
  ///   - old: the digests of files in whose place another comes.
  ///   - new: that other file.
  /// - Throws: `Interrupted`.
  init(
    of entries: [ReplayLine], home: String?, on folder: String?, _ places: FilePlaces,
    replacing old: [String] = [], by new: String? = nil, in session: Session,
    _ context: Context
  ) throws {
    var trees: [FileTree] = []
    if let folder { trees.append(try FileTree(folder, most: Self.most, context)) }
    var homeTree: FileTree?
    for input in Self.named(in: entries, session) {
      try context.checkInterrupt()
      if let new, old.contains(input.sha256) {
        found[input.identity] = Found(path: new, isSame: false)
        continue
      }
      var near = [home.map { FilePath.join($0, input.path) }, folder.map { FilePath.join($0, input.path) }, input.path]
        .compactMap { $0 }
      if let place = places[input.sha256] { near.append(place) }
      let name = FilePath.name(of: input.path)
      if let same = near.first(where: { FileTree.digest($0) == input.sha256 }) {
        found[input.identity] = Found(path: same, isSame: true)
        continue
      }
      if homeTree == nil, let home {
        let tree = try FileTree(home, most: Self.most, context)
        homeTree = tree
        trees.append(tree)
      }
      let named = trees.flatMap { $0.files(named: name) }
      if let same = try named.first(where: { try Self.isSame($0, input, context) })
        ?? trees.lazy.compactMap({ try? $0.file(of: input.sha256, context) }).first
      {
        found[input.identity] = Found(path: same, isSame: true)
      } else if let other = (near + named).first(where: { FileTree.digest($0) != nil }) {
        found[input.identity] = Found(path: other, isSame: false)
      } else {
        missing.append(input)
      }
    }
    try context.checkInterrupt()
  }

  /// The files that stand on a line, each once.
  private static func named(in entries: [ReplayLine], _ session: Session) -> [InputFile] {
    var seen: Set<InputFile.Identity> = []
    return entries.flatMap { entry in
      entry.inputs.filter { input in
        session.linkScheme(of: input.path) == nil && WrittenPaths.names(input.path, in: entry.line)
          && seen.insert(input.identity).inserted
      }
    }
  }

  private static func isSame(_ path: String, _ input: InputFile, _ context: Context) throws -> Bool {
    try context.checkInterrupt()
    return FileTree.digest(path) == input.sha256
  }

  /// Those that are there and are not what they were.
  func changed(among entries: [ReplayLine]) -> [String] {
    var seen: Set<String> = []
    return entries.flatMap(\.inputs).filter { found[$0.identity]?.isSame == false && seen.insert($0.path).inserted }
      .map(
        \.path)
  }

  /// Where the files of a line are, by the paths that stand on it.
  func places(of entry: ReplayLine) -> [String: String] {
    entry.inputs.reduce(into: [:]) { places, input in
      if let found = found[input.identity] { places[input.path] = found.path }
    }
  }

  /// Why nothing was run, where files are missing.
  func demandAll(at place: Place?) throws {
    guard let first = missing.first else { return }
    let listed = Text.quoted(missing.map(\.path), atMost: 5)
    let few = missing.count == 1
    throw Diagnostic(
      "replay.file",
      Text(
        nl: "\(listed.nl) \(few ? "is" : "zijn") niet gevonden, op digest noch op naam; er is niets gedaan",
        en: "\(listed.en) \(few ? "was" : "were") not found, by digest or by name; nothing was done"),
      wayOut: Text(
        nl: "zeg waar gezocht moet worden: --on MAP (SHA-256 van '\(first.path)': \(first.sha256.prefix(16))…)",
        en: "say where to look: --on FOLDER (SHA-256 of '\(first.path)': \(first.sha256.prefix(16))…)"), place: place)
  }
}

extension InputFile {
  /// By what a file is known.
  struct Identity: Hashable {
    let path: String
    let sha256: String
  }

  var identity: Identity { Identity(path: path, sha256: sha256) }
}
