import WorkbenchKit

/// What is said of figures that were drawn: how many draws, from which seed, and how far an end may be off because of it.
enum DrawnWords {
  static func draws(_ draws: Int, seed: UInt64) -> Text {
    let count = Text.count(draws)
    return Text(nl: "\(count.nl) trekkingen (seed \(seed))", en: "\(count.en) draws (seed \(seed))")
  }

  /// - Parameter largest: the largest standard error of the ends that are shown, in people; nil where none was drawn.
  static func error(_ largest: Double?) -> Text {
    guard let largest, largest > 0 else { return .verbatim("") }
    let size = Text.number(largest, decimals: largest < 1 ? 1 : 0)
    return Text(
      nl: "; de grenzen hebben door het trekken een standaardfout tot \(size.nl), en zijn daarop afgerond",
      en: "; by the drawing the ends have a standard error of up to \(size.en), and are rounded to that")
  }
}
