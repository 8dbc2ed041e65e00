import WorkbenchKit

/// Tells which cells are out of date, from what stands under them.
public struct Staleness {
  public enum Reason: Sendable, Hashable {
    /// There is no output, or none that says by what it was made.
    case neverRun
    case unfinished
    case text
    case input(String)
    case plugin(String)
    /// What it reads is something else now, or made by a cell that is out of date itself.
    case dependency
    /// An older version ran it, which noted of what it reads who made it and not what it was.
    case older

    public var words: Text {
      switch self {
      case .neverRun: Text(nl: "nog niet uitgevoerd", en: "not run yet")
      case .unfinished: Text(nl: "niet afgemaakt", en: "not finished")
      case .text: Text(nl: "de tekst is veranderd", en: "its text has changed")
      case .input(let path): Text(nl: "'\(path)' is veranderd", en: "'\(path)' has changed")
      case .plugin(let name): Text(nl: "'\(name)' heeft een andere versie", en: "'\(name)' has another version")
      case .dependency: Text(nl: "hangt af van wat veranderd is", en: "depends on what has changed")
      case .older: Text(nl: "uitgevoerd met een oudere versie", en: "run with an older version")
      }
    }
  }

  private var dependencies: Dependencies
  private let inputs: (String) -> String?
  private let plugins: (String) -> String?

  /// - Parameters:
  ///   - given: parameters and seed, as `NotebookRun` has them.
  ///   - surroundings: of the notebook.
  public init(given: [String: String], _ surroundings: NotebookSurroundings) {
    dependencies = Dependencies(given: given, digest: surroundings.digest)
    inputs = surroundings.inputDigest
    plugins = surroundings.pluginVersion
  }

  /// Returns why each cell that is out of date is so.
  public static func reasons(
    _ notebook: Notebook, given: [String: String], _ surroundings: NotebookSurroundings
  ) -> [Int: Reason] {
    var staleness = Staleness(given: given, surroundings)
    return notebook.cells.reduce(into: [:]) { reasons, cell in
      reasons[cell.number] = staleness.judge(cell)
      staleness.pass(cell)
    }
  }

  /// Returns why a cell is out of date, where those before it have been passed or taken; nil if it is not.
  public func judge(_ cell: Cell) -> Reason? {
    guard let mark = cell.output?.mark, let identity = mark.identity else { return .neverRun }
    if mark.state != nil { return .unfinished }
    let text = dependencies.text(of: cell)
    let now = current(mark)
    if text != mark.text { return .text }
    if let changed = now.first(where: { mark.inputs[$0.key] != $0.value }) { return .input(changed.key) }
    if let changed = mark.plugins.first(where: { plugins($0.key) != $0.value }) { return .plugin(changed.key) }
    // What those after it read of it is not known.
    if mark.writes.contains(where: { mark.contents[$0] == nil }) { return .older }
    return self.identity(of: cell, mark) == identity ? nil : .dependency
  }

  /// Goes past a cell that is not run: what it wrote stands as it was written.
  public mutating func pass(_ cell: Cell) {
    let mark = cell.output?.mark ?? OutputMark()
    guard judge(cell) != nil else { return dependencies.note(mark.contents) }
    // Of one that is out of date it is not known what it will write, nor of one that was changed more than the names it gives.
    dependencies.doubt(mark.writes + cell.code.compactMap(Self.name))
  }

  /// Goes past a cell that has just been run.
  public mutating func take(_ mark: OutputMark) { dependencies.note(mark.contents) }

  private func identity(of cell: Cell, _ mark: OutputMark) -> String {
    dependencies.identity(
      text: dependencies.text(of: cell), reads: mark.reads, inputs: current(mark),
      plugins: mark.plugins.reduce(into: [:]) { $0[$1.key] = plugins($1.key) ?? "" })
  }

  private func current(_ mark: OutputMark) -> [String: String] {
    mark.inputs.keys.reduce(into: [:]) { $0[$1] = inputs($1).map { String($0.prefix(12)) } ?? "" }
  }

  /// The name that a line `let NAME = …` gives, with its sign.
  private static func name(_ line: String) -> String? {
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.first == "let", words.count > 1 else { return nil }
    return "$" + words[1].prefix { $0 != "=" }
  }
}
