/// What was observed of persons or things: the same traits of each, any of which may be missing.
public struct Observations: Sendable, Hashable {
  /// One trait of all rows.
  public enum Trait: Sendable, Hashable {
    /// A quantity; missing is NaN.
    case numeric([Double])
    /// A kind: the place of its level, `0..<levels`; missing is -1.
    case categorical([Int], levels: Int)
    /// Several kinds at once: places of levels, ascending and each once; missing is nil.
    case sets([[Int]?])

    /// Makes a trait of words; each distinct word is a level, in the order given by `levels`.
    ///
    /// - Parameter levels: the distinct words; a word that is not among them counts as missing.
    public init(_ words: [String?], levels: [String]) {
      let places = Dictionary(levels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      self = .categorical(words.map { $0.flatMap { places[$0] } ?? -1 }, levels: levels.count)
    }

    public var count: Int {
      switch self {
      case .numeric(let values): values.count
      case .categorical(let codes, _): codes.count
      case .sets(let sets): sets.count
      }
    }

    public func isMissing(_ row: Int) -> Bool {
      switch self {
      case .numeric(let values): values[row].isNaN
      case .categorical(let codes, _): codes[row] < 0
      case .sets(let sets): sets[row] == nil
      }
    }

    /// Whether all rows that have the trait have the same of it; also where none has it.
    public var isConstant: Bool {
      switch self {
      case .numeric(let values):
        let present = values.filter { !$0.isNaN }
        return present.allSatisfy { $0 == present.first }
      case .categorical(let codes, _):
        let present = codes.filter { $0 >= 0 }
        return present.allSatisfy { $0 == present.first }
      case .sets(let sets):
        let present = sets.compactMap { $0 }
        return present.allSatisfy { $0 == present.first }
      }
    }

    func selecting(_ rows: [Int]) -> Trait {
      switch self {
      case .numeric(let values): .numeric(rows.map { values[$0] })
      case .categorical(let codes, let levels): .categorical(rows.map { codes[$0] }, levels: levels)
      case .sets(let sets): .sets(rows.map { sets[$0] })
      }
    }
  }

  public let traits: [Trait]
  public let rowCount: Int

  /// - Parameter traits: all equally long; rows beyond the shortest are left out.
  public init(_ traits: [Trait]) {
    self.traits = traits
    rowCount = traits.map(\.count).min() ?? 0
  }

  /// Returns the same traits of these rows.
  public func selecting(_ rows: [Int]) -> Observations { Observations(traits.map { $0.selecting(rows) }) }

  /// The traits as places of levels, for methods that know kinds only; numbers and sets are out.
  var codes: [[Int]] {
    traits.compactMap { if case .categorical(let codes, _) = $0 { codes } else { nil } }
  }

  /// How many levels each of `codes` has.
  var levels: [Int] {
    traits.compactMap { if case .categorical(_, let levels) = $0 { levels } else { nil } }
  }
}
