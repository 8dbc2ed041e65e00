import Methods
import WorkbenchKit

/// The table `steer.scans`, which other plugins read if it is there: what roles scored in the scans.
///
/// | column | holds |
/// |---|---|
/// | `kind`, `item` | the scan and its item, by their ids |
/// | `median`, `low`, `high` | of the scores of the roles |
/// | `roles` | how many roles scored it |
///
/// The items of a scan are replaced when it is offered again; those of others stay.
enum ScanOffer {
  static let table = "steer.scans"

  /// Offers what was scored of scans, and says so.
  static func put(_ scans: [Scan], _ scores: ScanScores, _ context: Context) -> [Block] {
    let old = (try? context.workspace.table(table)).flatMap { $0 }
    let kinds = old?.column("kind")?.texts ?? []
    let kept = kinds.indices.filter { row in !scans.contains { $0.id == kinds[row] } }
    let rows = scans.flatMap { scan in
      scan.items.compactMap { item -> (scan: String, item: String, scores: [Double])? in
        let given = Array(scores.scores(scan.id, item.id).values)
        return given.isEmpty ? nil : (scan.id, item.id, given)
      }
    }
    func texts(_ name: String, _ new: [String]) -> Column {
      let before = old?.column(name)?.texts ?? []
      return .texts(name, kept.map { before.indices.contains($0) ? before[$0] : nil } + new)
    }
    func numbers(_ name: String, _ new: [Double]) -> Column {
      let before = old?.column(name)?.numbers ?? []
      return .numbers(name, kept.map { before.indices.contains($0) ? before[$0] : .nan } + new)
    }
    let offered = Table(
      title: Text(nl: "Scores uit de scans", en: "Scores of the scans"),
      columns: [
        texts("kind", rows.map(\.scan)), texts("item", rows.map(\.item)),
        numbers("median", rows.map { median($0.scores) }),
        numbers("low", rows.map { $0.scores.min() ?? .nan }), numbers("high", rows.map { $0.scores.max() ?? .nan }),
        numbers("roles", rows.map { Double($0.scores.count) }),
      ])
    context.workspace.setTable(table, to: offered)
    let many = Text.counted(
      rows.count, Text(nl: "gescoord punt staat", en: "scored item stands"),
      Text(nl: "gescoorde punten staan", en: "scored items stand"))
    return [
      .info(
        nl: "\(many.nl) klaar als '\(table)', voor 'agenda suggest'; 'undo' neemt het terug",
        en: "\(many.en) ready as '\(table)', for 'agenda suggest'; 'undo' takes it back")
    ]
  }

  /// The score in the middle, or the mean of the two there; no number where there is none.
  static func median(_ scores: [Double]) -> Double {
    let sorted = scores.sorted()
    guard !sorted.isEmpty else { return .nan }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  /// Van der Eijk's agreement over the five steps; no number with fewer than two scores, or with scores between the steps.
  static func agreement(_ scores: [Double]) -> Double {
    guard scores.count > 1, scores.allSatisfy({ $0 == $0.rounded() }) else { return .nan }
    return OrdinalAgreement.vanDerEijk((1...5).map { step in scores.count { $0 == Double(step) } }) ?? .nan
  }
}
