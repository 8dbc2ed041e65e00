import WorkbenchKit

/// What is said of figures that were drawn: how many draws, from which seed, and how far an end may be off because of it.
enum DrawnWords {
  static func draws(_ draws: Int, seed: UInt64) -> Text {
    let count = Text.count(draws)
    return Text(nl: "\(count.nl) trekkingen (seed \(seed))", en: "\(count.en) draws (seed \(seed))")
  }

  /// - Parameter largest: the largest error of the ends that are shown, in people; nil where none was drawn.
  static func error(_ largest: Double?) -> Text {
    guard let largest, largest > 0 else { return .verbatim("") }
    let size = Text.number(largest, decimals: largest < 1 ? 1 : 0)
    return Text(
      nl: "; de grenzen zijn door het trekken hoogstens \(size.nl) onzeker, en daarop afgerond",
      en: "; by the drawing the ends are uncertain by \(size.en) at most, and rounded to that")
  }
}
