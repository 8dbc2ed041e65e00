import Session
import WorkbenchKit

/// A notebook that is being run in a session that was made ready for it: one cell after the other.
public final class NotebookRun {
  public let notebook: Notebook
  let session: Session
  private let surroundings: NotebookSurroundings
  var dependencies: Dependencies
  /// What lines of a cell that lead to a file gave; they stand before what the line itself gives.
  private var sourced: [[Block]] = []

  /// Is given what each line of a cell gave, with the parts of the workspace that it changed.
  public var onLine: ((_ result: RunResult, _ cell: Cell, _ changed: [String]) -> Void)?

  /// Makes the session remember the parameters.
  ///
  /// - Parameter values: one for each parameter.
  /// - Throws: `notebook.requires` where a plugin is missing or has another version, `notebook.file` where a file that a parameter
  ///   names is not there; nothing has run.
  public init(
    _ notebook: Notebook, in session: Session, values: [String: Value], _ surroundings: NotebookSurroundings
  ) throws {
    self.notebook = notebook
    self.session = session
    self.surroundings = surroundings
    dependencies = Dependencies(given: Self.given(notebook, values, surroundings), digest: surroundings.digest)
    if let missing = MissingFiles(notebook, values, surroundings) { throw missing.problem }
    for requirement in notebook.head.requirements { try Self.demand(requirement, in: notebook, surroundings) }
    for (name, value) in values { session.remember(name, .value(value)) }
  }

  /// What stands before the first cell, by the name that cells ask for it.
  public static func given(
    _ notebook: Notebook, _ values: [String: Value], _ surroundings: NotebookSurroundings
  ) -> [String: String] {
    var given: [String: String] = [:]
    for (name, value) in values { given["$" + name] = value.plain }
    if let seed = surroundings.seed ?? notebook.head.seed { given["settings/seed"] = String(seed) }
    return given
  }

  /// Runs a cell; one that fails gives its error and what came before it.
  ///
  /// - Throws: `Interrupted`.
  public func run(_ cell: Cell) throws -> CellResult {
    var blocks: [[Block]] = []
    var failure: Diagnostic?
    session.footprint = Footprint()
    defer { session.footprint = nil }
    var (parts, aliases) = (Self.steps(session), session.aliases)
    do {
      try session.run(lines: cell.code, source: notebook.path, from: cell.firstLine) { result, _ in
        let before = parts
        noteWrites(since: &parts, &aliases)
        onLine?(result, cell, parts.keys.filter { parts[$0] != before[$0] }.map(\.text).sorted())
        blocks += takeSourced() + [clean(result.output.blocks)]
      }
    } catch let error as Diagnostic {
      failure = session.redactor?.redacted(error, movingCaret: false) ?? error
      noteWrites(since: &parts, &aliases)
      blocks += takeSourced()
    }
    let written = surroundings.files.takeWritten()
    let footprint = session.footprint ?? Footprint()
    let mark = mark(cell, footprint, written, failed: failure != nil)
    dependencies.note(mark.contents)
    return CellResult(
      number: cell.number, blocks: blocks,
      output: CellOutput(
        mark: mark,
        body: CellText.lines(blocks, error: failure.map { shown($0, in: cell) }, language: session.language),
        pictures: written.compactMap { WrittenPicture.of($0, surroundings.files) }),
      error: failure)
  }

  /// Runs a line that a person types between two cells, and returns what it gave.
  ///
  /// - Throws: `Diagnostic`, `Interrupted`.
  public func type(_ line: String) throws -> [[Block]] {
    var blocks: [[Block]] = []
    defer { sourced = [] }
    try session.run(lines: [line], source: "prompt") { result, _ in
      blocks += takeSourced() + [clean(result.output.blocks)]
    }
    return blocks
  }

  /// Runs the lines of a file in the midst of a cell, as `source` does.
  ///
  /// - Throws: `file.*`, and the first line's error.
  public func source(_ path: String, at place: Place?) throws {
    guard (place?.via.count ?? 0) < 32 else {
      throw Diagnostic(
        "source.toodeep",
        Text(nl: "'\(path)' leidt meer dan 32 bestanden diep", en: "'\(path)' leads more than 32 files deep"),
        wayOut: Text(nl: "roept een bestand zichzelf aan?", en: "does a file call itself?"), place: place)
    }
    let file = try surroundings.files.read(path, at: place)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bytes = file.bytes.starts(with: mark) ? file.bytes.dropFirst(mark.count) : file.bytes[...]
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(
        "line.encoding", Text(nl: "'\(path)' is geen geldige UTF-8", en: "'\(path)' is not valid UTF-8"),
        wayOut: Text(nl: "bewaar het script als UTF-8", en: "save the script as UTF-8"), place: place)
    }
    session.footprint?.inputs[path] = file.sha256
    let lines = NotebookText(text).lines.map(\.content)
    try session.run(lines: lines, source: path, via: place.map { [$0] + $0.via } ?? []) { result, _ in
      sourced.append(clean(result.output.blocks))
    }
  }

  // MARK: Pieces

  private static func demand(
    _ requirement: FrontMatter.Requirement, in notebook: Notebook, _ surroundings: NotebookSurroundings
  ) throws {
    let (name, wanted) = (requirement.plugin, requirement.version.description)
    let found = surroundings.pluginVersion(name)
    if let found, requirement.version.contains(found) { return }
    let version = wanted == "*" ? "" : " \(wanted)"
    throw Diagnostic(
      "notebook.requires",
      found.map {
        Text(
          nl: "het notitieboek vraagt om '\(name)'\(version), en hier is \($0)",
          en: "the notebook asks for '\(name)'\(version), and \($0) is here")
      }
        ?? Text(
          nl: "het notitieboek vraagt om de plugin '\(name)', en die is er niet",
          en: "the notebook asks for plugin '\(name)', which is not here"),
      wayOut: Text(nl: "'plugin list' toont wat er is", en: "'plugin list' shows what there is"),
      place: Place(source: notebook.path, line: requirement.line, column: 1))
  }

  private func takeSourced() -> [[Block]] {
    defer { sourced = [] }
    return sourced
  }

  /// What may leave the session, with a remark that counts what was held back.
  private func clean(_ blocks: [Block]) -> [Block] {
    guard let redactor = session.redactor else { return blocks }
    let (clean, count) = redactor.outgoing(blocks)
    return count == 0
      ? clean : clean + [.info(nl: "\(count) × afgeschermd", en: "\(count) × hidden")]
  }

  /// The error as it stands in the notebook: counted in its cell, since the lines of the file shift with what stands between.
  private func shown(_ error: Diagnostic, in cell: Cell) -> Diagnostic {
    var error = error
    guard let place = error.place, place.source == notebook.path else { return error }
    error.place?.source = Text(nl: "cel \(cell.number)", en: "cell \(cell.number)")(session.language)
    error.place?.line = place.line - cell.line
    return error
  }

  private static func steps(_ session: Session) -> [PartName: Int] { session.workspace.parts.mapValues(\.step) }

  private func noteWrites(since parts: inout [PartName: Int], _ aliases: inout [String: [String]]) {
    let now = Self.steps(session)
    for name in Set(now.keys).union(parts.keys) where now[name] != parts[name] {
      session.footprint?.writes.insert(name.text)
    }
    for word in Set(session.aliases.keys).union(aliases.keys) where session.aliases[word] != aliases[word] {
      session.footprint?.writes.insert("@" + word)
    }
    (parts, aliases) = (now, session.aliases)
  }

  private func mark(_ cell: Cell, _ footprint: Footprint, _ written: [String], failed: Bool) -> OutputMark {
    var inputs: [String: String] = [:]
    let own = surroundings.pluginData
    for (path, hash) in footprint.inputs where !own.contains(where: { FolderFiles.isInside(path, $0) }) {
      inputs[surroundings.files.seen(path)] = String(hash.prefix(12))
    }
    let text = dependencies.text(of: cell)
    let wide = footprint.reads.filter { $0.hasSuffix("*") }
    // What a wider reading covers says no more.
    let reads = footprint.reads.filter { name in
      !wide.contains { $0 != name && name.hasPrefix($0.dropLast()) && $0 != "*" }
    }.sorted()
    var mark = OutputMark(
      state: failed ? .failed : nil,
      identity: dependencies.identity(text: text, reads: reads, inputs: inputs, plugins: footprint.plugins),
      text: text, reads: reads,
      writes: (Array(footprint.writes) + written.map { "file:" + $0 }).sorted(), inputs: inputs,
      plugins: footprint.plugins)
    let held = HeldContents(session, surroundings, dependencies)
    for name in mark.writes { mark.contents[name] = held.digest(of: name) }
    return mark
  }
}
