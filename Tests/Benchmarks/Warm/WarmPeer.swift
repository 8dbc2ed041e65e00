import WorkbenchKit

/// A program that is open and has taken in the table, ours or a peer's.
struct WarmPeer {
  let name: String
  let version: String
  /// From its start until it answered for the first time, in seconds.
  let start: Double
  private let conversation: Conversation

  /// Starts our own program and has it read the table twice, to join it with itself.
  ///
  /// - Throws: `Unmeasurable`.
  init(_ program: Invocation, _ files: WarmFiles) throws {
    name = "leerkring"
    version = ""
    let began = Clock.seconds
    conversation = try Conversation(program.with(["--json"]))
    _ = try conversation.answer(to: "let a = 1")
    start = Clock.seconds - began
    for name in ["t", "u"] { _ = try conversation.answer(to: "let \(name) = read '\(files.csv)'") }
  }

  /// Starts a peer in Python.
  ///
  /// - Throws: `Unmeasurable`.
  init(_ engine: String, _ python: Invocation, _ script: String, _ files: WarmFiles) throws {
    name = engine
    let began = Clock.seconds
    conversation = try Conversation(python.with([script, engine, files.csv, files.jsonLines, files.output]))
    version = try conversation.answer(to: "version").json["version"]?.string ?? ""
    start = Clock.seconds - began
    _ = try conversation.answer(to: "read")
  }

  /// Does a job once.
  ///
  /// - Returns: the seconds that it took, and how many rows came of it; nil where it writes them.
  /// - Throws: `Unmeasurable`.
  func time(_ job: WarmJob, _ files: WarmFiles) throws -> (seconds: Double, rows: Int?) {
    let answer = try conversation.answer(to: version.isEmpty ? job.line(files) : job.name)
    return (answer.seconds, answer.json["rows"]?.int ?? answer.json.facts["count"]?.int)
  }

  /// - Throws: `Unmeasurable` where it does not end well.
  func end() throws { try conversation.end() }
}
