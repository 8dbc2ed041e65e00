import WorkbenchKit

/// A row of the table: what was measured, what it may be, and what came of it.
struct Row: Sendable {
  /// A figure of a program, ours or a peer's.
  struct Figure: Sendable {
    let name: String
    let sample: Sample
  }

  /// What is asked: a limit, what was found, and whether the one keeps to the other.
  struct Target: Sendable {
    /// `12 ms`.
    let limit: String
    /// `10.9 ms`.
    let found: String
    let isMet: Bool
  }

  let what: String
  var targets: [Target] = []
  var ours: [Figure] = []
  var peers: [Figure] = []
  /// Said of peers that are not here, or of how something was measured.
  var remarks: [String] = []
  /// Why nothing could be measured.
  var skipped: String?

  init(_ what: String) { self.what = what }

  static func skipped(_ what: String, because reason: String) -> Row {
    var row = Row(what)
    row.skipped = reason
    return row
  }

  var isMet: Bool { skipped == nil && !targets.isEmpty && targets.allSatisfy(\.isMet) }

  mutating func demand(milliseconds limit: Double, _ found: Double) {
    targets.append(
      Target(
        limit: "\(Shown.number(limit)) ms", found: Shown.milliseconds(found), isMet: found * 1e3 <= limit))
  }

  mutating func demand(megabytes limit: Double, _ sample: Sample) {
    targets.append(
      Target(
        limit: "\(Shown.number(limit)) MB", found: Shown.peak(sample.peakBytes),
        isMet: Double(sample.peakBytes) <= limit * 1e6))
  }

  /// - Parameter limit: how many times as long as the peer; with its name: `2 × sqlite3`.
  mutating func demand(times limit: Double, _ seconds: Double, of peer: Figure) {
    let ratio = seconds / peer.sample.median
    targets.append(
      Target(
        limit: "\(Shown.number(limit)) × \(peer.name)", found: "\(Shown.ratio(ratio)) ×", isMet: ratio <= limit))
  }

  var json: JSON {
    var members: [String: JSON] = ["what": .string(what)]
    if let skipped {
      members["skipped"] = .string(skipped)
      return .object(members)
    }
    members["met"] = .bool(isMet)
    members["targets"] = .array(
      targets.map { ["limit": .string($0.limit), "found": .string($0.found), "met": .bool($0.isMet)] })
    members["ours"] = .array(ours.map(Self.json))
    members["peers"] = .array(peers.map(Self.json))
    members["remarks"] = .array(remarks.map(JSON.string))
    return .object(members)
  }

  private static func json(_ figure: Figure) -> JSON {
    .object(figure.sample.json.merging(["name": .string(figure.name)]) { old, _ in old })
  }
}
