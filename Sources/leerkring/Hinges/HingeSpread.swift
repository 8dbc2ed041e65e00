import Methods
import Session
import WorkbenchKit

/// All assumptions otherwise at once: what part of the spread comes from each, and what it is worth to know it.
struct HingeSpread {
  /// What is chosen by the figures.
  enum Rule: String, ArgumentChoice {
    case highest, lowest, positive

    static let usual = Rule.highest

    var about: Text? {
      switch self {
      case .highest: Text(nl: "hoogste", en: "highest")
      case .lowest: Text(nl: "laagste", en: "lowest")
      case .positive: Text(nl: "positief", en: "positive")
      }
    }

    /// What each option gives, more being better.
    func payoffs(_ values: [Double]) -> [Double] {
      switch self {
      case .highest: values
      case .lowest: values.map { -$0 }
      case .positive: [0, values[0]]
      }
    }
  }

  private static let mostLevels = 256

  /// Of each assumption its values with their chances.
  let levels: [[(value: Value, weight: Double)]]
  let grid: FactorialGrid
  /// The figures of each combination, in the order of the grid.
  private(set) var outcomes: [[Double]] = []
  /// Why a combination gave none.
  private(set) var failure: Diagnostic?

  /// - Parameter most: how many combinations are worked out at most.
  /// - Throws: `hinges.many`.
  init(_ assumptions: [Assumption], most: Int) throws {
    var (fixed, even) = (1.0, 0)
    for assumption in assumptions {
      if case .values(let values, _) = assumption.spread { fixed *= Double(values.count) } else { even += 1 }
    }
    func size(_ count: Int) -> Double { (0..<even).reduce(fixed) { size, _ in size * Double(count) } }
    guard size(2) <= Double(most), assumptions.count <= VarianceShares.mostFactors else {
      throw Diagnostic(
        "hinges.many",
        Text(
          nl: "samen zijn dat meer dan \(most) combinaties", en: "together these are more than \(most) combinations"),
        wayOut: Text(
          nl:
            "neem minder aannames of minder waarden, of sta er meer toe met --runs (hoogstens \(VarianceShares.mostFactors) aannames)",
          en:
            "take fewer assumptions or fewer values, or allow more with --runs (at most \(VarianceShares.mostFactors) assumptions)"
        ))
    }
    let count = (2...Self.mostLevels).last { size($0) <= Double(most) } ?? 2
    levels = assumptions.map { assumption in
      switch assumption.spread {
      case .values(let values, let chances): zip(values, chances).map { (value: $0, weight: $1) }
      case .even(let range, let unit):
        GaussLegendre.levels(count).map { level in
          let value = range.lowerBound + (range.upperBound - range.lowerBound) * level.value
          return (value: .number(value, unit: unit), weight: level.weight)
        }
      }
    }
    grid = FactorialGrid(levels.map { $0.map(\.weight) })
  }

  /// Works all combinations out.
  ///
  /// - Throws: `Interrupted`.
  mutating func run(_ values: ([Int: Value]) throws -> [Double]) throws {
    for place in 0..<grid.count {
      let chosen = levels.indices.map { ($0, levels[$0][grid.level(of: $0, in: place)].value) }
      do { outcomes.append(try values(Dictionary(uniqueKeysWithValues: chosen))) } catch let error as Diagnostic {
        failure = error
        return
      }
    }
  }

  /// Of one figure of each combination.
  func variance(_ figure: ([Double]) -> Double) -> VarianceShares? { VarianceShares(grid, outcomes.map(figure)) }

  func information(_ rule: Rule) -> InformationValue? {
    InformationValue(outcomes.map(rule.payoffs), weights: outcomes.indices.map(grid.weight))
  }

  /// What it is worth to know one assumption.
  func worth(of assumption: Int, _ information: InformationValue) -> Double {
    information.partial(outcomes.indices.map { grid.level(of: assumption, in: $0) })
  }
}
