import Methods
import WorkbenchKit

/// How often norms are met, or how often a place meets them.
struct AuditShares {
  /// A norm or a place with what was found.
  struct Line {
    let name: String
    let met: Int
    let of: Int
    /// How many auditors looked.
    let auditors: Int
    /// Of clients and of peers, how many found it met and how many looked.
    let clients: (met: Int, of: Int)
    let peers: (met: Int, of: Int)

    var share: Double { Double(met) / Double(of) }
    var limits: Interval { wilsonInterval(share: share, count: Double(of)) }
    /// Whether both kinds looked.
    var compares: Bool { clients.of > 0 && peers.of > 0 }

    /// What clients found less what peers did, with its limits.
    var difference: (value: Double, limits: Interval) {
      let (one, other) = (
        (share: Double(peers.met) / Double(peers.of), count: Double(peers.of)),
        (share: Double(clients.met) / Double(clients.of), count: Double(clients.of))
      )
      return (other.share - one.share, shareDifferenceInterval(first: one, second: other))
    }
  }

  /// A place that fewer auditors looked at is not ranked.
  static let fewestAudits = 3

  let lines: [Line]

  /// - Parameters:
  ///   - least: from which value on a norm is met.
  ///   - key: what a judgement is counted under.
  init(_ judgements: [Judgement], least: Int, by key: (Judgement) -> String) {
    lines = Dictionary(grouping: judgements, by: key).map { name, found in
      func count(_ found: [Judgement]) -> (met: Int, of: Int) {
        (found.count { $0.score.isMet(from: least) }, found.count)
      }
      let all = count(found)
      return Line(
        name: name, met: all.met, of: all.of, auditors: Set(found.map(\.key.auditor)).count,
        clients: count(found.filter { $0.kind == .client }), peers: count(found.filter { $0.kind == .peer }))
    }.sorted { ($0.share, $0.name) < ($1.share, $1.name) }
  }

  /// The ranks of places, 1 for the highest share, equal ones alike; nil where fewer than three audits are.
  var ranks: [Int?] {
    let ranked = lines.filter { $0.auditors >= Self.fewestAudits }
    return lines.map { line in
      line.auditors >= Self.fewestAudits ? 1 + ranked.count { $0.met * line.of > line.met * $0.of } : nil
    }
  }
}
