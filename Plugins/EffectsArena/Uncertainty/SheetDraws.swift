import Methods
import WorkbenchKit

/// How often is drawn, from where, and whether confidence counts.
struct DrawArguments: ArgumentGroup {
  let draws = Argument(
    flag: "draws", .integer(100...1_000_000), default: "100000",
    about: Text(nl: "aantal trekkingen", en: "number of draws"))
  let seed = Argument(
    flag: "seed", .integer(0...Int(Int32.max)),
    about: Text(
      nl: "beginpunt van de trekkingen; anders dat van de sessie", en: "start of the draws; else the session's"))
}

/// That how sure the links are counts in the money.
enum Weighing {
  static var argument: Argument<Bool> {
    Argument(
      toggle: "weigh-by-confidence",
      about: Text(
        nl: "tel elk effect mee voor zover men zeker is van de weg erheen",
        en: "count each effect as far as people are sure of the way to it"))
  }

  static func remark(_ isOn: Bool) -> [Block] {
    isOn
      ? [
        .caution(
          nl: "elk effect telt mee maal de zekerheid van de kring over de weg erheen; die schaal is van ons",
          en: "each effect counts times how sure the circle is of the way to it; that scale is ours")
      ] : []
  }
}

extension SheetModel {
  /// Draws all sums; nil where nothing varies.
  ///
  /// - Throws: when the work is broken off.
  func drawn(_ draws: Int, seed: UInt64, in context: Context) throws -> ProductSumDraws? {
    guard isUncertain, hasMoney else { return nil }
    return try ProductSumDraws(sums, draws: draws, seed: seed) { done in
      try context.checkInterrupt()
      context.monitor.progress(Double(done) / Double(draws), Text(nl: "trekken", en: "drawing"))
    }
  }
}

extension Given<DrawArguments> {
  func seed(in context: Context) -> UInt64 { seed.map { UInt64($0) } ?? context.seed }
}

/// What is said of a chance, and which side of nought a sum is on.
enum Side {
  /// A chance from here on settles a sign.
  static let settled = 0.05

  static func isSettled(_ belowZero: Double) -> Bool { belowZero <= settled || belowZero >= 1 - settled }
}
