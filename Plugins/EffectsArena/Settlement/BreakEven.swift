import Methods
import WorkbenchKit

/// At which value of an input a sum comes to nought.
enum BreakEven {
  /// Returns the values at which the sum of a party, or of all, is nought, the one nearest to what it is now first.
  ///
  /// - Parameter party: nil for all together.
  static func values(_ input: SheetInput, _ sheet: Sheet, of party: String?, weighs: Bool = false) -> [Double] {
    func net(_ value: Double) -> Double {
      var copy = sheet
      input.set(&copy, value)
      let model = SheetModel(copy, weighs: weighs)
      let sum = party.map { model.sum(of: $0) } ?? model.total
      return sum.map { model.sums.mean($0) } ?? .nan
    }
    let range = input.isPart ? input.range : 0...reach(input, net)
    let roots = RootSearch.roots(in: range, of: net)
    guard input.value.isFinite else { return roots }
    return roots.sorted { abs($0 - input.value) < abs($1 - input.value) }
  }

  /// Far enough that a straight line has crossed nought, if it ever does within what an amount can be.
  private static func reach(_ input: SheetInput, _ net: (Double) -> Double) -> Double {
    let (start, step) = (net(0), max(1, abs(input.value.isFinite ? input.value : 1)))
    let slope = (net(step) - start) / step
    guard slope != 0, slope.isFinite else { return step }
    let root = -start / slope
    return min(max(step, root * 2, 1), input.range.upperBound)
  }
}
