import Files
import Language
import Notebooks
import Plugging
import Rendering
import Session
import Stages
import TestSupport
@_spi(Host) import WorkbenchKit

/// A session with every plugin in it, whose files are in memory.
final class InputSession {
  private let registry = Registry()
  private let files = MemoryFiles()
  private let monitor = ImpatientMonitor()
  private var session: Session

  init() throws {
    let nobody = PersonalFolders { _ in nil }
    let path = SearchPath(programFolder: Places.build, personal: nobody, listed: nil, options: [])
    let directory = PluginDirectory(path, personal: nobody, hostWords: [String]())
    for plugin in directory.plugins {
      let registrar = try directory.load(plugin.name)
      try registry.add(registrar, owner: .init(name: plugin.name, version: plugin.manifest?.version ?? ""))
      files.known.append(registrar.dataFolder)
      guard let manifest = plugin.manifest else { continue }
      registry.promise(
        PromisedForms(
          plugin: plugin.name,
          sources: manifest.sources.map {
            PromisedForms.Source(
              name: $0.name, endings: $0.endings, schemes: $0.schemes, firstBytes: $0.magic.map(PromisedForms.bytes),
              summary: $0.summary)
          }, sinks: [], load: {}))
    }
    if directory.plugins.count < 4 { throw Finding(kind: .wrong, text: "no plugins in '\(Places.build)'") }
    let catalogue = StageCatalogue.all(
      forms: TextForms(
        table: { TextRenderer(language: $1).text(of: $0) },
        csv: { table, isRaw, _ in CSVForm(isRaw: isRaw).bytes(table) },
        json: { TableForms.jsonBytes($0) }, jsonl: { TableForms.jsonLinesBytes($0) },
        markdown: { MarkdownRenderer(language: $1).text(of: $0) }, html: { HTMLRenderer.page(of: $0, language: $1) },
        svg: { SVGForm(language: $1).pictures(of: $0) }))
    for command in catalogue.commands { try registry.add(command) }
    for stage in catalogue.stages { try registry.add(stage) }
    session = Self.session(registry, files, monitor)
  }

  private static func session(_ registry: Registry, _ files: MemoryFiles, _ monitor: ImpatientMonitor) -> Session {
    Session(
      workspace: Workspace(lineage: "campaign"), registry: registry,
      surroundings: .init(
        files: files, monitor: monitor, chosenLanguage: .nl, now: { "2026-01-01T00:00:00Z" }))
  }

  /// Begins anew, with the files of the examples beside it.
  func begin() throws {
    files.begin(with: ExampleSheets.files)
    session = Self.session(registry, files, monitor)
  }

  /// Runs lines in which FILE is a file of these bytes.
  func read(_ bytes: [UInt8], as name: String, _ lines: [String]) throws {
    files.put(bytes, as: name)
    for line in lines { try run(line.replacing("FILE", with: name)) }
  }

  /// Runs a script.
  func run(_ bytes: [UInt8]) throws {
    var assembler = LineAssembler(source: "script")
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      do {
        guard case .whole(let line, let statement) = try assembler.take(String(line)) else { continue }
        try run(statement, line)
      } catch is Diagnostic {}
    }
    _ = assembler.finish()
  }

  /// Reads a notebook and writes it in every form, with what stands under its cells.
  func notebook(_ bytes: [UInt8]) throws {
    let source = String(decoding: bytes, as: UTF8.self)
    let notebook: Notebook
    do { notebook = try Notebook(source, path: "blad.md") } catch is Diagnostic { return }
    guard notebook.source == source else {
      throw Finding(kind: .wrong, text: "a notebook that is written back is another")
    }
    _ = PersonalLines.findings(in: notebook)
    let exported = ExportedNotebook(
      notebook, language: .nl, values: [:], results: ExportedNotebook.standing(in: notebook), stale: [:],
      isFresh: false)
    _ = HTMLExport(exported, files: files).text
    _ = JupyterExport(exported).text
    _ = MarkdownExport(exported).text
  }

  /// A small GeoPackage with the outlines of two areas.
  func geoPackage() throws -> [UInt8] {
    try begin()
    files.put(Array(Seeds.boundaries.utf8), as: "grenzen.geojson")
    files.put(Array("code;n;naam\nBU99010101;1;a\nBU99010102;;b\n".utf8), as: "cijfers.csv")
    for line in ["wzw import grenzen.geojson --year 2024", "read cijfers.csv | to gpkg x.gpkg"] { try run(line) }
    guard let bytes = files.bytes(of: "x.gpkg") else { throw Finding(kind: .wrong, text: "no GeoPackage is written") }
    return bytes
  }

  /// A form of a ballot with every question answered.
  func ballotForm() throws -> [UInt8] {
    let form = try makeBallot(in: session.looking()).form(for: "gemeente", as: .csv, .nl)
    return Array(String(decoding: form, as: UTF8.self).replacing(";;een getal", with: ";3,5;een getal").utf8)
  }

  /// Takes a form of a ballot, and shows what came of it.
  func ballot(_ bytes: [UInt8]) throws {
    files.put(bytes, as: "form.csv")
    monitor.begin()
    let context = session.looking()
    do {
      _ = try makeBallot(in: context)
      let intake = try session.takeBallots([(path: "form.csv", place: nil)], replaces: false, in: context)
      _ = TextRenderer(language: .nl, columns: 60).text(of: intake.ballot.shown(.nl))
    } catch is Diagnostic {} catch is Interrupted {}
  }

  private func makeBallot(in context: Context) throws -> KeptBallot {
    try session.makeBallot(
      BallotRequest(name: "gewicht", words: ["instrument", "weigh"], roles: [], total: nil), in: context)
  }

  private func run(_ text: String) throws {
    let line = SourceLine(text, source: "campaign")
    do { try run(Parser.parse(line), line) } catch is Diagnostic {}
  }

  /// Runs a statement and draws what it gives; an error must have words and change nothing.
  private func run(_ statement: ParsedStatement, _ line: SourceLine) throws {
    monitor.begin()
    let serial = session.workspace.serial
    do {
      guard let result = try session.run(statement, in: line) else { return }
      _ = TextRenderer(language: .nl, columns: 60).text(of: result.output.blocks)
      _ = JSONRenderer(language: .en).line(result.output.blocks, line: 1, source: "campaign")
    } catch let error as Diagnostic {
      guard !error.code.isEmpty, !error.message.nl.isEmpty, !error.message.en.isEmpty else {
        throw Finding(kind: .wrong, text: "an error without words in '\(line.text)'")
      }
      guard session.workspace.serial == serial else {
        throw Finding(kind: .wrong, text: "\(error.code) left half a step of '\(line.text)'")
      }
    } catch is Interrupted {
      // What takes long and can be interrupted does not hang.
    }
  }
}

/// Files that only this session has; what plugins know is read from the disk.
private final class MemoryFiles: FileAccess {
  private var held: [String: [UInt8]] = [:]
  private let disk = DiskFiles()
  /// The folders with what plugins know.
  var known: [String] = []

  func begin(with texts: [String: String]) { held = texts.mapValues { Array($0.utf8) } }
  func put(_ bytes: [UInt8], as name: String) { held[name] = bytes }
  func bytes(of name: String) -> [UInt8]? { held[name] }

  func read(_ path: String, at place: Place?) throws -> ReadFile {
    if known.contains(where: path.hasPrefix) { return try disk.read(path, at: place) }
    guard let bytes = held[path] else {
      throw Diagnostic("file.missing", Text(nl: "'\(path)' is er niet", en: "'\(path)' is not there"), place: place)
    }
    return ReadFile(path: path, bytes: bytes, sha256: SHA256.hex(bytes))
  }

  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws { held[path] = bytes }
}

/// Somebody who presses Ctrl-C after a while.
private final class ImpatientMonitor: Monitor {
  private var end = 0.0

  func begin() { end = Console.now + 1.5 }
  func checkInterrupt() throws { if Console.now > end { throw Interrupted() } }
  func progress(_ fraction: Double, _ doing: Text) {}
}
