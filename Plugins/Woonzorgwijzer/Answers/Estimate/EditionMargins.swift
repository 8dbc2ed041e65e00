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
  /// Whether of anything that is shown there are two editions.
  private(set) var hasEditions = false

  /// Learns of what the estimator shows, from all editions that are loaded.
  init(_ estimator: Estimator) {
    let shown = Set(estimator.estimates.map { Shown(stem: $0.stem, age: $0.age) })
    var paired: [String: [Place]] = [:]
    for stem in estimator.stems.indices {
      var learnt: [Learnt?] = []
      for (age, group) in estimator.ages.enumerated() {
        let editions = estimator.search.editions.filter {
          $0.age == group.name && $0.indicator(estimator.stems[stem])?.own == nil
            && $0.indicator(estimator.stems[stem]) != nil
        }
        guard editions.count > 1, shown.contains(Shown(stem: stem, age: age)) else {
          learnt.append(nil)
          continue
        }
        hasEditions = true
        let (new, old) = (editions[0], editions[1])
        let both = "\(new.tableName) \(old.tableName)"
        let places = paired[both] ?? Self.places(new, old, estimator.atlas.changes)
        paired[both] = places
        learnt.append(Self.learn(places, new, old, estimator.stems[stem]))
      }
      self.learnt.append(learnt)
    }
  }

  private struct Shown: Hashable {
    let stem: Int
    let age: Int
  }

  /// The range of 95 percent of a share; nil where none was learnt.
  func range(_ estimate: Estimator.Estimate) -> (low: Double, high: Double)? {
    guard let found = learnt[estimate.stem][estimate.age], let reach = found.reach[estimate.area.level],
      estimate.area.place != nil, !estimate.figures.rate.isNaN
    else { return nil }
    let centre = Self.logit(estimate.figures.rate)
    return (1 / (1 + exp(reach - centre)), 1 / (1 + exp(-reach - centre)))
  }

  /// Whether anything was learnt.
  var isLearnt: Bool { learnt.joined().contains { $0 != nil } }

  /// An area that two editions have, with its rows in them.
  private struct Place {
    let level: AreaLevel
    let fold: Int
    let new: Int
    let old: Int
  }

  private struct Pair {
    let level: AreaLevel
    let fold: Int
    let distance: Double
  }

  /// The areas that both have: what was carried over is no figure of theirs, nor is that of a code which named another place.
  private static func places(_ new: HealthTable, _ old: HealthTable, _ changes: CodeChanges) -> [Place] {
    new.rows.compactMap { code, row in
      guard new.crossing(row) == nil, let before = old.rows[code], old.crossing(before) == nil,
        changes.reason(code, from: old.year, to: new.year) == nil,
        let level = AreaLevel(code: code), let municipality = AreaCode.municipality(of: code)
      else { return nil }
      let fold = Int(municipality.utf8.reduce(0) { ($0 &* 31 &+ UInt32($1)) % 65_521 }) % folds
      return Place(level: level, fold: fold, new: row, old: before)
    }
  }

  private static func learn(_ places: [Place], _ new: HealthTable, _ old: HealthTable, _ stem: String) -> Learnt? {
    guard let now = new.indicator(stem)?.percentages, let before = old.indicator(stem)?.percentages else { return nil }
    let pairs = places.compactMap { place -> Pair? in
      let distance = logit(now[place.new] / 100) - logit(before[place.old] / 100)
      return distance.isNaN ? nil : Pair(level: place.level, fold: place.fold, distance: distance)
    }
    let reach = spread(of: pairs).reach
    guard !reach.isEmpty else { return nil }
    var (held, tested) = (0, 0)
    for fold in 0..<folds {
      let (shift, apart) = spread(of: pairs.filter { $0.fold != fold })
      for pair in pairs where pair.fold == fold {
        guard let limit = apart[pair.level] else { continue }
        tested += 1
        if abs(pair.distance - shift) <= limit { held += 1 }
      }
    }
    return Learnt(
      years: [old.year, new.year], pairs: pairs.count { reach[$0.level] != nil },
      cover: tested > 0 ? Double(held) / Double(tested) : .nan, reach: reach)
  }

  /// By how much all moved, which is the median, and how far those of a level lie from it.
  private static func spread(of pairs: [Pair]) -> (shift: Double, reach: [AreaLevel: Double]) {
    let sorted = pairs.map(\.distance).sorted()
    let shift = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    let reach = Dictionary(grouping: pairs, by: \.level).compactMapValues { pairs -> Double? in
      guard pairs.count >= fewestPairs else { return nil }
      let sorted = pairs.map { abs($0.distance - shift) }.sorted()
      let place = Int((0.95 * Double(sorted.count + 1)).rounded(.up))
      return place <= sorted.count ? sorted[place - 1] : nil
    }
    return (shift, reach)
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
      if hasEditions { return Self.fewPairs }
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

  private static let fewPairs = Text(
    nl:
      "De percentages zijn modelschattingen zonder marge: 'laag' en 'hoog' zijn leeg. Uit de ingelezen edities is geen marge te leren, want van geen niveau staan \(fewestPairs) gebieden in twee ervan.",
    en:
      "The percentages are model estimates without a margin: 'low' and 'high' are empty. The editions that are imported give none, as of no level do \(fewestPairs) areas stand in two of them."
  )
}
