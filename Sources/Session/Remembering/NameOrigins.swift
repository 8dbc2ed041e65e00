/// From which lines the names of a session came, so that a step can keep those that it hangs on.
struct NameOrigins {
  /// A line with the place that it has in the session.
  struct Origin: Sendable {
    let needed: NeededLine
    let order: Int
  }

  /// What the answer goes by that came last.
  static let last = "last"

  /// By `$name`, `@alias` or `last` the lines, in order, without which it would not be there.
  private var origins: [String: [Origin]] = [:]
  private var count = 0

  /// Whether nothing was remembered.
  var isEmpty: Bool { origins.isEmpty }

  /// The lines that some names came from, each once, in the order in which they were run.
  func lines(of names: Set<String>) -> [Origin] {
    guard !names.isEmpty else { return [] }
    var seen: Set<Int> = []
    return names.flatMap { origins[$0] ?? [] }.filter { seen.insert($0.order).inserted }.sorted { $0.order < $1.order }
  }

  /// Notes that a line gave a name.
  ///
  /// - Parameter needs: what the line itself hangs on.
  mutating func note(_ name: String, by line: NeededLine, needing needs: [Origin]) {
    count += 1
    origins[name] = needs + [Origin(needed: line, order: count)]
  }

  /// Notes that a name stands for nothing any more.
  mutating func forget(_ name: String) { origins[name] = nil }
}
