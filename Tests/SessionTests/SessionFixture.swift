import Language
import Session
import WorkbenchKit

/// A session with a few commands that tell what they were told, without files and without a terminal.
struct SessionFixture {
  let session: Session

  init() throws {
    let registry = Registry()
    session = Session(
      workspace: Workspace(lineage: "0"), registry: registry,
      surroundings: Session.Surroundings(files: NoFiles(), monitor: Quiet(), now: { "2026-01-01T00:00:00Z" }))
    try registry.add(TellCommand())
    try registry.add(PutCommand())
    try registry.add(FailCommand())
    try registry.add(DoubleStage())
  }

  func run(_ text: String) throws -> RunResult? {
    let line = SourceLine(text, source: "test")
    return try session.run(try Parser.parse(line), in: line)
  }

  /// The code of the error that a line gives.
  func error(_ text: String) -> Diagnostic? {
    do {
      _ = try run(text)
      return nil
    } catch { return error as? Diagnostic }
  }

  func facts(_ text: String) throws -> [String: Value] {
    guard case .facts(let facts)? = try run(text)?.output.blocks.first else { return [:] }
    return Dictionary(facts.facts.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }
}

private let about = Text(nl: "iets", en: "something")

/// Answers with its own arguments.
struct TellCommand: Command {
  struct Arguments: Sendable {
    let first = Argument("first", .value, about: about)
    let more = Argument(list: "more", .name, required: false, about: about)
    let number = Argument(flag: "number", .quantity(0...100), short: "n", about: about)
    let whole = Argument(flag: "whole", .integer(-10...10), default: "3", about: about)
    let level = Argument(flag: "level", .choice([Candidate("wijk"), Candidate("buurt")]), about: about)
    let list = Argument(flags: "list", .name, about: about)
    let weights = Argument(flags: "weights", .pair(.value), about: about)
    let loud = Argument(toggle: "loud", about: about)
  }

  static let arguments = Arguments()

  let signature = Signature("tell all", aliases: ["zeg alles"], summary: about, examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var facts = Facts()
    facts.add("first", given.first)
    facts.add("more", .list(given.more.map(Value.text)))
    facts.add("number", given.number ?? .missing)
    facts.add("whole", given.whole)
    facts.add("level", given.level.map(Value.text) ?? .missing)
    facts.add("list", .list(given.list.map(Value.text)))
    facts.add("weights", .list(given.weights.flatMap { [.text($0.key), $0.value] }))
    facts.add("loud", .boolean(given.loud))
    return Output(facts)
  }
}

/// Writes a setting, and gives a table of what it wrote.
struct PutCommand: Command {
  struct Arguments: Sendable {
    let name = Argument("name", .name, about: about)
    let value = Argument("value", .number(-1e9...1e9), about: about)
  }

  static let arguments = Arguments()

  let signature = Signature("put", summary: about, changesWorkspace: true, examples: [])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    _ = context.workspace.setting(given.name)
    context.workspace.setPart(PartName(.settings, given.name), to: Part(.number(given.value)))
    return Output(Table(columns: [.numbers("value", [given.value])]))
  }
}

/// Writes and then fails.
struct FailCommand: Command {
  let signature = Signature("fail", summary: about, changesWorkspace: true, examples: [])

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    context.workspace.setPart(PartName(.settings, "half"), to: Part(.bool(true)))
    throw Diagnostic("test.failed", about)
  }
}

/// Doubles the numbers of the first column.
struct DoubleStage: Stage {
  let signature = Signature("double", summary: about, input: .required, examples: [])

  func apply(_ given: Given<NoArguments>, to input: Output, in context: Context) throws -> Output {
    guard let numbers = input.table?.columns.first?.numbers else { throw Diagnostic("stage.notable", about) }
    return input.replacing(Table(columns: [.numbers("value", numbers.map { $0 * 2 })]))
  }
}

struct NoFiles: FileAccess {
  func read(_ path: String, at place: Place?) throws -> ReadFile { throw Diagnostic("file.missing", about) }
  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws { throw Diagnostic("file.unwritable", about) }
}

final class Quiet: Monitor {
  func checkInterrupt() throws {}
  func progress(_ fraction: Double, _ doing: Text) {}
}
