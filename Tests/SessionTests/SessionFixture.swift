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
    try registry.add(.command(TellCommand()))
    try registry.add(.command(PutCommand()))
    try registry.add(.command(FailCommand()))
    try registry.add(.stage(DoubleStage()))
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
struct TellCommand: UntypedCommand {
  let signature = Signature(
    "tell all", aliases: ["zeg alles"], summary: about,
    parameters: [
      .argument("first", required: true, about: about),
      .argument("more", required: false, repeated: true, about: about),
      .flag("number", .number(0...100), short: "n", about: about),
      .flag("whole", .integer(-10...10), about: about, fallback: "3"),
      .flag("level", .choice([Candidate("wijk"), Candidate("buurt")]), about: about),
      .flag("list", .text, repeated: true, about: about),
      .flag("weights", .pair, repeated: true, about: about),
      .flag("loud", about: about),
    ], examples: [])

  func run(_ call: Call, in context: Context) throws -> Output {
    var facts = Facts()
    facts.add("first", call.value("first") ?? .missing)
    facts.add("more", .list(call.texts("more").map(Value.text)))
    for name in ["number", "whole", "level"] { facts.add(name, call.value(name) ?? .missing) }
    facts.add("list", .list(call.texts("list").map(Value.text)))
    facts.add("weights", .list(call.pairs("weights").flatMap { [.text($0.key), $0.value] }))
    facts.add("loud", .boolean(call.flag("loud")))
    return Output(facts)
  }
}

/// Writes a setting, and gives a table of what it wrote.
struct PutCommand: UntypedCommand {
  let signature = Signature(
    "put", summary: about,
    parameters: [.argument("name", about: about), .argument("value", .number(-1e9...1e9), about: about)],
    changesWorkspace: true, examples: [])

  func run(_ call: Call, in context: Context) throws -> Output {
    let name = call.text("name") ?? ""
    _ = context.workspace.setting(name)
    context.workspace.setPart(PartName(.settings, name), to: Part(.number(call.number("value") ?? 0)))
    return Output(Table(columns: [.numbers("value", [call.number("value") ?? 0])]))
  }
}

/// Writes and then fails.
struct FailCommand: UntypedCommand {
  let signature = Signature("fail", summary: about, changesWorkspace: true, examples: [])

  func run(_ call: Call, in context: Context) throws -> Output {
    context.workspace.setPart(PartName(.settings, "half"), to: Part(.bool(true)))
    throw Diagnostic("test.failed", about)
  }
}

/// Doubles the numbers of the first column.
struct DoubleStage: UntypedStage {
  let signature = Signature("double", summary: about, input: .required, examples: [])

  func apply(_ call: Call, to input: Output, in context: Context) throws -> Output {
    guard let numbers = input.table?.columns.first?.numbers else { throw Diagnostic("stage.notable", about) }
    return input.replacing(Table(columns: [.numbers("value", numbers.map { $0 * 2 })]))
  }
}

private struct NoFiles: FileAccess {
  func read(_ path: String, at place: Place?) throws -> ReadFile { throw Diagnostic("file.missing", about) }
  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws { throw Diagnostic("file.unwritable", about) }
}

private final class Quiet: Monitor {
  func checkInterrupt() throws {}
  func progress(_ fraction: Double, _ doing: Text) {}
}
