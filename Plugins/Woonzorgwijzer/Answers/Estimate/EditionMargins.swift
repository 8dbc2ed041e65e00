import Glibc
import WorkbenchKit

/// How far the percentages of areas move between two editions of the same figures, beyond the shift that all have: the only pairs
/// of percentages that tell how sure one is.
///
/// The file gives no margin, and a municipality against its own neighbourhoods tells nothing of an error, since both come out of
/// the same model. Two editions tell what the errors of both and a real change come to together. The range is that of
/// conformal prediction: the distance, on the scale of the logit, within which 95 percent of the pairs of that level lie; how many it
/// holds of pairs in municipalities that it was not learnt from, is worked out too. Source: Vovk, Gammerman & Shafer,
/// Algorithmic Learning in a Random World (2005).
struct EditionMargins: Sendable {
  /// What was learnt of one indicator and age group.
  struct Learnt: Sendable {
    let years: [Int]
    let pairs: Int
    /// The part of the pairs within the range that the other municipalities gave.
    let cover: Double
    fileprivate let reach: [AreaLevel: Double]
  }

  /// Fewer pairs of a level than this tell too little of its outer twentieth.
  static let fewestPairs = 100
  private static let folds = 5

  private(set) var learnt: [[Learnt?]] = []

  /// - Parameter tables: of percentages.
  init(_ estimator: Estimator) {
    learnt = estimator.stems.map { stem in
      estimator.ages.map { age in Self.learn(estimator.tables.filter { $0.age == age.name }, stem) }
    }
  }

  /// The range of 95 percent of a share; nil where none was learnt.
  func range(_ estimate: Estimator.Estimate) -> (low: Double, high: Double)? {
    guard let found = learnt[estimate.stem][estimate.age], let reach = found.reach[estimate.area.level],
      estimate.area.place != nil, !estimate.figures.rate.isNaN
    else { return nil }
    let centre = Self.logit(estimate.figures.rate)
    return (1 / (1 + exp(reach - centre)), 1 / (1 + exp(-reach - centre)))
  }

  private struct Pair {
    let level: AreaLevel
    let fold: Int
    var distance: Double
  }

  private static func learn(_ tables: [HealthTable], _ stem: String) -> Learnt? {
    let editions = tables.filter { $0.indicator(stem) != nil }
    guard editions.count > 1, let new = editions[0].indicator(stem), let old = editions[1].indicator(stem) else {
      return nil
    }
    var pairs: [Pair] = []
    for (code, row) in editions[0].rows {
      guard editions[0].crossing(row) == nil, let before = editions[1].rows[code], editions[1].crossing(before) == nil,
        let level = AreaLevel(code: code), let municipality = AreaCode.municipality(of: code)
      else { continue }
      let distance = logit(new.percentages[row] / 100) - logit(old.percentages[before] / 100)
      guard !distance.isNaN else { continue }
      let fold = Int(municipality.utf8.reduce(0) { ($0 &* 31 &+ UInt32($1)) % 65_521 }) % folds
      pairs.append(Pair(level: level, fold: fold, distance: distance))
    }
    let reach = reach(of: pairs)
    guard !reach.isEmpty else { return nil }
    var (held, tested) = (0, 0)
    for fold in 0..<folds {
      let others = pairs.filter { $0.fold != fold }
      let (shift, apart) = (shift(of: others), self.reach(of: others))
      for pair in pairs where pair.fold == fold {
        guard let limit = apart[pair.level] else { continue }
        tested += 1
        if abs(pair.distance - shift) <= limit { held += 1 }
      }
    }
    return Learnt(
      years: [editions[1].year, editions[0].year], pairs: pairs.count { reach[$0.level] != nil },
      cover: tested > 0 ? Double(held) / Double(tested) : .nan, reach: reach)
  }

  /// By how much all moved: the median.
  private static func shift(of pairs: [Pair]) -> Double {
    let sorted = pairs.map(\.distance).sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }

  private static func reach(of pairs: [Pair]) -> [AreaLevel: Double] {
    let shift = shift(of: pairs)
    return Dictionary(grouping: pairs, by: \.level).compactMapValues { pairs in
      guard pairs.count >= fewestPairs else { return nil }
      let sorted = pairs.map { abs($0.distance - shift) }.sorted()
      let place = Int((0.95 * Double(sorted.count + 1)).rounded(.up))
      return place <= sorted.count ? sorted[place - 1] : nil
    }
  }

  /// Percentages have one decimal: nought and a hundred stand for what rounds to them.
  private static func logit(_ share: Double) -> Double {
    let kept = min(max(share, 0.0005), 0.9995)
    return log(kept / (1 - kept))
  }

  /// What has to be said where a table shows 'low' and 'high', or leaves them empty.
  var caution: Text {
    let found = learnt.joined().compactMap { $0 }
    guard let first = found.first else {
      return Text(
        nl:
          "De percentages zijn modelschattingen zonder marge: 'laag' en 'hoog' zijn leeg. Een marge is pas uit twee edities te leren; een gemeente en haar buurten komen uit één model.",
        en:
          "The percentages are model estimates without a margin: 'low' and 'high' are empty. A margin can be learnt from two editions only; a municipality and its neighbourhoods come out of one model."
      )
    }
    let pairs = Text.count(found.reduce(0) { $0 + $1.pairs })
    let years = first.years.map(String.init).joined(separator: "-")
    let held = Text.share(found.map(\.cover).min() ?? .nan)
    return Text(
      nl:
        "De percentages zijn modelschattingen zonder marge. Laag-hoog is geleerd uit \(pairs.nl) paren van edities (\(years)): hoe ver 95 % van zulke gebieden verschoof, los van wat overal veranderde. In gemeenten waarvan niet geleerd is, omvat het \(held.nl).",
      en:
        "The percentages are model estimates without a margin. Low-high is learnt from \(pairs.en) pairs of editions (\(years)): how far 95% of such areas moved, apart from what changed everywhere. In municipalities that it was not learnt from it holds \(held.en)."
    )
  }
}
