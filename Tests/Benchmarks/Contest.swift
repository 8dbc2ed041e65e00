/// Our program and its peers at the same work, run in turn.
struct Contest {
  private var entries: [(name: String, command: Invocation, input: String?)] = []
  private(set) var missing: [String] = []

  mutating func enter(_ name: String, _ command: Invocation, input: String? = nil) {
    entries.append((name, command, input))
  }

  /// Enters a peer if it is on this machine and does the work.
  mutating func enter(
    _ name: String, _ peer: Programs.Peer, _ arguments: [String], input: String? = nil
  ) throws {
    switch peer {
    case .here(let program):
      let command = program.with(arguments)
      if try Run.once(command, input: input).code == 0 {
        enter(name, command, input: input)
      } else {
        missing.append("\(name) fails")
      }
    case .missing(let sentence): if !missing.contains(sentence) { missing.append(sentence) }
    }
  }

  /// Runs all of them.
  ///
  /// - Throws: `Unmeasurable`.
  func run(_ runs: Int) throws -> [Row.Figure] {
    let samples = try Sample.interleaved(entries.map { ($0.command, $0.input) }, runs: runs)
    return zip(entries, samples).map { Row.Figure(name: $0.name, sample: $1) }
  }
}
