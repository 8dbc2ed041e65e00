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

extension Context {
  /// Draws, and asks in between whether to go on; nil where every quantity is known for sure.
  ///
  /// - Throws: `Interrupted`.
  func drawn(
    _ quantities: [ModelQuantity], _ given: Given<DrawArguments>, outcome: @escaping @Sendable ([Double]) -> [Double]
  ) throws -> DrawnOutcomes? {
    if quantities.allSatisfy(\.isSure) { return nil }
    return try DrawnOutcomes(
      of: quantities.map(\.distribution), draws: given.draws, seed: given.seed.map { UInt64($0) } ?? seed,
      asking: { (done: Int) throws in
        try self.checkInterrupt()
        self.monitor.progress(Double(done) / Double(given.draws), Text(nl: "trekken", en: "drawing"))
      }, outcome: { values, _ in outcome(values) })
  }

  /// What is said below a calculator: whose figures, what was drawn, what the source names and what it does not print.
  ///
  /// - Throws: `knowledge.damaged`.
  func modelRemarks(_ id: String, _ drawn: DrawnOutcomes?, _ given: Given<DrawArguments>?) throws -> [Block] {
    guard let model = try models.first(where: { $0.id == id }) else { return [] }
    var blocks: [Block] = []
    if drawn != nil, let given {
      let told = Text.drawn(given.draws, seed: given.seed.map { UInt64($0) } ?? seed)
      blocks.append(
        .info(
          nl:
            "\(told.nl); 'laag' en 'hoog' zijn de 5 en 95 % van de trekkingen, het midden is bij de gemiddelden; wat onder 0 valt telt als 0",
          en:
            "\(told.en); 'low' and 'high' are the 5 and 95% of the draws, the middle is at the means; what falls below 0 counts as 0"
        ))
    }
    let empty = Text.joined(model.empty)
    blocks.append(
      .caution(
        nl: "de getallen zijn van de tafel; de bron drukt niet af: \(empty.nl)",
        en: "the figures are the table's; the source does not print: \(empty.en)"))
    blocks.append(
      .table(
        Table(
          title: Text(nl: "Wat de bron erbij nodig vindt", en: "What the source holds needed with it"),
          columns: [
            .texts("need", model.needs.map(\.shown), label: Text(nl: "wat", en: "what"), in: self),
            .texts("lines", model.needs.map { $0.source?.lineText }, label: Text(nl: "regels", en: "lines")),
          ])))
    blocks.append(try knowledge.sources(model.needs.map(\.source), in: self))
    return blocks
  }
}

extension Facts {
  /// Adds a figure, with its low and its high where it was drawn; what has no end or is no number is missing, and says why.
  ///
  /// - Parameters:
  ///   - ends: what the two are called; the name with `_low` and `_high` where it is nil.
  mutating func add(
    _ name: String, _ value: Double, label: Text, format: Column.Format, drawn: DrawnOutcomes?, _ place: Int,
    ends: (String, String)? = nil, endless: Text? = nil
  ) {
    let none = Text(nl: "niet te zeggen", en: "cannot be told")
    func shown(_ number: Double) -> Text? { number.isFinite ? nil : number.isNaN ? none : endless ?? none }
    add(name, value.isFinite ? .number(value) : .missing, label: label, format: format, shown: shown(value))
    guard let drawn else { return }
    let (low, high) = (drawn.quantile(place, 0.05), drawn.quantile(place, 0.95))
    // What was not drawn has no range.
    if ends == nil, low == high, low == value { return }
    for (end, number, word) in [
      (ends?.0 ?? "\(name)_low", low, Text(nl: "laag", en: "low")),
      (ends?.1 ?? "\(name)_high", high, Text(nl: "hoog", en: "high")),
    ] {
      add(
        end, number.isFinite ? .number(number) : .missing, label: label + .verbatim(", ") + word, format: format,
        shown: shown(number))
    }
  }
}
