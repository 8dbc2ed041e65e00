import Methods
import Session
import WorkbenchKit

/// Where one assumption turns what stands, all else being as it is.
struct HingeSearch {
  /// A value, or a stretch of them, at which something else stands than does now.
  struct Turn {
    /// Where it turns; of words the word itself.
    let value: Value
    /// How far off the value may be.
    let error: Double
    let standing: Standing
    /// How far it lies from what it is now, as a part of the range; 1 where that cannot be told.
    let distance: Double
  }

  private static let steps = 16
  private static let precision = 1e-5

  /// Those that lead away from what stands now, the nearest first.
  let turns: [Turn]
  /// The values at which the lines do not go.
  let failures: [(value: Value, error: Diagnostic)]

  /// Where it goes through nought, what stands there exactly is no turn of its own: two that lie as close as they can be told apart are
  /// one, with what stands behind both.
  private static func united(_ turns: [Turn], now: Double?) -> [Turn] {
    var united: [Turn] = []
    for turn in turns {
      guard let value = turn.value.number, turn.error > 0,
        let index = united.firstIndex(where: { other in
          guard let before = other.value.number, other.error > 0 else { return false }
          let isSameSide = now.map { (before < $0) == (value < $0) } ?? true
          return isSameSide && abs(before - value) <= 4 * (other.error + turn.error)
        })
      else {
        united.append(turn)
        continue
      }
      let first = united[index]
      united[index] = Turn(
        value: first.value, error: first.error + turn.error, standing: turn.standing, distance: first.distance)
    }
    return united
  }

  /// How many runs it takes at least.
  static func runs(_ assumption: Assumption) -> Int {
    if case .values(let values, _) = assumption.spread { values.count } else { steps + 1 }
  }

  /// - Parameter standing: what stands at a value.
  /// - Throws: `Interrupted`.
  init(_ assumption: Assumption, base: Standing, of standing: (Value) throws -> Standing) throws {
    var failures: [(value: Value, error: Diagnostic)] = []
    func tried(_ value: Value) throws -> Standing? {
      do { return try standing(value) } catch let error as Diagnostic {
        failures.append((value, error))
        return nil
      }
    }
    let now = assumption.now.number
    let width = assumption.spread.width ?? 0
    let distance = { (number: Double?) -> Double in
      guard let number, let now, width > 0 else { return 1 }
      return abs(number - now) / width
    }
    var turns: [Turn] = []
    switch assumption.spread {
    case .values(let values, _):
      for value in values where value != assumption.now {
        guard let found = try tried(value), found != base else { continue }
        turns.append(Turn(value: value, error: 0, standing: found, distance: distance(value.number)))
      }
    case .even(let range, let unit):
      let found = try TurningPoints.turns(
        in: range, steps: Self.steps, marks: now.map { [$0] } ?? [], precision: Self.precision
      ) { try tried(.number($0, unit: unit)) }
      for turn in found {
        // Told is what comes with the side that lies further from where we are.
        let isAbove = now.map { turn.value >= $0 } ?? true
        guard let low = turn.before, let high = turn.after else { continue }
        let standing = isAbove ? high : low
        turns.append(
          Turn(
            value: .number(turn.value, unit: unit), error: (turn.high - turn.low) / 2, standing: standing,
            distance: distance(turn.value)))
      }
      // Words have no place in a range: if something else stands in all of it, that is said of its beginning.
      if now == nil, found.isEmpty, let first = try tried(.number(range.lowerBound, unit: unit)), first != base {
        turns.append(
          Turn(value: .number(range.lowerBound, unit: unit), error: 0, standing: first, distance: 1))
      }
    }
    let sorted = turns.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
    self.turns = Self.united(sorted.map(\.element), now: now)
    self.failures = failures
  }
}
