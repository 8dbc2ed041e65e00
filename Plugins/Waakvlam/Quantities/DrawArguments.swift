import Methods
import WorkbenchKit

/// How many draws, and from where; only where a quantity is not known for sure.
struct DrawArguments: ArgumentGroup {
  let draws = Argument(
    flag: "draws", .integer(100...20_000), default: "4000", about: Text(nl: "aantal trekkingen", en: "number of draws"))
  let seed = Argument(
    flag: "seed", .integer(0...Int(Int32.max)),
    about: Text(
      nl: "beginpunt van de trekkingen; anders dat van de sessie", en: "start of the draws; else the session's"))
}

extension Given<DrawArguments> {
  func seed(in context: Context) -> UInt64 { self.seed.map { UInt64($0) } ?? context.seed }
}

extension Context {
  /// Draws, and asks in between whether to go on.
  ///
  /// - Throws: `Interrupted`.
  func drawn(
    _ quantities: [TypedQuantity], _ given: Given<DrawArguments>,
    outcome: @Sendable ([Double], inout RandomStream) -> [Double]
  ) throws -> DrawnOutcomes {
    try DrawnOutcomes(
      of: quantities.map(\.distribution), draws: given.draws, seed: given.seed(in: self),
      asking: { (done: Int) throws in
        try self.checkInterrupt()
        self.monitor.progress(Double(done) / Double(given.draws), Text(nl: "trekken", en: "drawing"))
      }, outcome: outcome)
  }

  /// What is said of figures that were drawn.
  func drawnNotice(_ given: Given<DrawArguments>) -> Block {
    let told = Text.drawn(given.draws, seed: given.seed(in: self))
    return .info(
      nl: "\(told.nl); 'laag' en 'hoog' zijn de 5 en 95 % van de trekkingen",
      en: "\(told.en); 'low' and 'high' are the 5 and 95% of the draws")
  }
}
