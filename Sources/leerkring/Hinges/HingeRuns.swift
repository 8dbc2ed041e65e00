import Session
import WorkbenchKit

/// Works a result out anew under other assumptions, in a workspace apart that is kept nowhere.
///
/// The lines run once as they were; before each line that an assumption bears on, the session is put away, and a run under other
/// assumptions begins there.
final class HingeRuns {
  private let lines: [ReplayLine]
  private let assumptions: [Assumption]
  private let result: PartName
  private let session: Session
  private let context: Context
  private let found: FoundFiles
  private let files: ReplayFiles
  private let around: Session.Surroundings
  private var checkpoints: [Int: Session.Checkpoint] = [:]
  /// What came out as it is.
  private(set) var base = Output.nothing
  private(set) var count = 0
  /// How many runs are looked for; for the progress that is told.
  var expected = 1

  /// Runs the lines as they were, and does something with the result while the session stands apart.
  ///
  /// - Throws: the error of the line that does not go any more, `hinges.again`, `Interrupted`, what `body` throws.
  static func with<Result>(
    _ result: String, _ lines: ResultLines, _ found: FoundFiles, folders: [String], _ assumptions: [Assumption],
    in session: Session, _ context: Context, _ body: (HingeRuns) throws -> Result
  ) throws -> Result {
    let files = ReplayFiles(session.surroundings.files, folders: folders)
    var around = session.surroundings
    around.files = files
    return try session.apart(in: Workspace(lineage: session.workspace.lineage), surroundings: around) {
      let runs = HingeRuns(result, lines, found, files, around, assumptions, session, context)
      try runs.begin()
      return try body(runs)
    }
  }

  private init(
    _ result: String, _ lines: ResultLines, _ found: FoundFiles, _ files: ReplayFiles, _ around: Session.Surroundings,
    _ assumptions: [Assumption], _ session: Session, _ context: Context
  ) {
    self.result = PartName(.results, result)
    self.lines = lines.entries
    (self.found, self.files, self.around, self.assumptions) = (found, files, around, assumptions)
    (self.session, self.context) = (session, context)
  }

  private func begin() throws {
    let starts = Set(assumptions.map(\.start))
    for index in lines.indices {
      if starts.contains(index) { checkpoints[index] = session.checkpoint }
      try run(lines[index].line, as: lines[index])
    }
    base = try outcome()
    count = 1
  }

  /// Returns what comes out where some assumptions are otherwise.
  ///
  /// - Parameter chosen: by the place of an assumption its value.
  /// - Throws: the `Diagnostic` of a line that does not go with that, `Interrupted`.
  func outcome(_ chosen: [Int: Value]) throws -> Output {
    let edits = chosen.filter { assumptions[$0.key].now != $0.value }
    guard let start = edits.keys.map({ assumptions[$0].start }).min(), let checkpoint = checkpoints[start] else {
      return base
    }
    context.monitor.progress(
      min(1, Double(count) / Double(max(expected, 1))), Text(nl: "opnieuw uitrekenen", en: "working out anew"))
    session.resume(checkpoint)
    for index in start..<lines.count {
      for (place, value) in edits where assumptions[place].start == index {
        switch assumptions[place].place {
        case .name(let name, _): session.remember(name, .value(value))
        case .setting(let name): try run("set \(name) \(Self.typed(value))", as: lines[index])
        case .lines(_, _, let others): for other in others { try run(other.line, as: other) }
        case .piece: break
        }
      }
      if !isReplaced(index, edits) { try run(edited(index, edits), as: lines[index]) }
      // The same line of `let` may stand there again, where a later step hangs on it.
      for (place, value) in edits {
        if case .name(let name, let lines) = assumptions[place].place, lines.contains(index) {
          session.remember(name, .value(value))
        }
      }
    }
    count += 1
    return try outcome()
  }

  private func isReplaced(_ index: Int, _ edits: [Int: Value]) -> Bool {
    edits.keys.contains {
      if case .lines(let lines, _, _) = assumptions[$0].place { lines.contains(index) } else { false }
    }
  }

  /// A line with other values in their places.
  private func edited(_ index: Int, _ edits: [Int: Value]) -> String {
    let changes = edits.compactMap { place, value -> (Range<Int>, String)? in
      guard case .piece(let line, let range) = assumptions[place].place, line == index else { return nil }
      return (range, Self.typed(value))
    }
    guard !changes.isEmpty else { return lines[index].line }
    var bytes = Array(lines[index].line.utf8)
    for (range, text) in changes.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
      bytes.replaceSubrange(range, with: text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A value as it stands in a line. Three decimals could be thousands: a fourth one says that they are none.
  private static func typed(_ value: Value) -> String {
    let plain = value.plain
    guard value.number != nil, let point = plain.firstIndex(of: "."), !plain.contains("e") else {
      return TypedWord.quoted(plain)
    }
    let decimals = plain[plain.index(after: point)...].prefix(while: \.isNumber)
    return decimals.count == 3 ? plain[..<decimals.endIndex] + "0" + plain[decimals.endIndex...] : plain
  }

  /// - Parameter entry: of which line it is a form: its files, language and seed.
  private func run(_ line: String, as entry: ReplayLine) throws {
    try context.checkInterrupt()
    files.places = found.places(of: entry)
    session.turn(to: entry.language ?? around.chosenLanguage, seed: entry.seed ?? around.seed)
    try session.run(
      lines: line.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), source: "log"
    ) { _, _ in }
  }

  private func outcome() throws -> Output {
    guard let held = session.workspace.parts[result] else {
      throw Diagnostic(
        "hinges.again",
        Text(nl: "de regels bewaren '\(result.name)' niet meer", en: "the lines keep '\(result.name)' no more"),
        wayOut: Text(nl: "'workspace replay' zegt waarom", en: "'workspace replay' says why"))
    }
    return try KeptResult(name: result.name, json: session.opened(held.part).json()).result.output
  }
}
