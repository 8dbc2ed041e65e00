/// The way from what municipalities spent to what a key gives them, in a straight line.
struct BudgetPath: Sendable, Hashable {
  /// By year, the present first, of each municipality; euro.
  let years: [[Double]]

  /// What each gains or loses in the end.
  var shift: [Double] { zip(years.last ?? [], years.first ?? []).map { $0 - $1 } }

  /// - Parameters:
  ///   - history: of each municipality, euro.
  ///   - key: parts that add to 1, as many.
  ///   - mix: how much of the end is the key, 0 through 1; the rest stays history.
  ///   - years: after how many it is all done, 1 or more.
  init(history: [Double], key: [Double], mix: Double, years: Int) {
    let budget = history.reduce(0, +)
    self.years = (0...max(1, years)).map { year in
      let part = mix * Double(year) / Double(max(1, years))
      return zip(history, key).map { $0 + part * ($1 * budget - $0) }
    }
  }
}
