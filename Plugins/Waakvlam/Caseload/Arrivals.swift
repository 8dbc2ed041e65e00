import Methods
import WorkbenchKit

/// How many come in a unit of time: a quantity, or the people of an indicator times how many of them come.
struct Arrivals: Sendable {
  enum Kind: Sendable {
    case quantity(TypedQuantity)
    case estimate(indicator: String, uptake: Double)
  }

  let kind: Kind

  static var argument: ArgumentKind<Arrivals> {
    ArgumentKind.name.map(or: Arrivals(kind: .quantity(TypedQuantity(.constant(1))))) { try Arrivals(typed: $0) }
  }

  private init(kind: Kind) { self.kind = kind }

  /// - Throws: `arrivals.estimate`, and what a quantity throws.
  init(typed text: String) throws {
    guard text.hasPrefix("estimate:") else {
      kind = .quantity(try TypedQuantity(typed: text, of: "arrivals", .nought))
      return
    }
    let parts = text.dropFirst(9).split(separator: "*", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, let uptake = NumberText.parse(parts[1].trimmedOfPadding),
      uptake >= 0, uptake <= 1
    else {
      throw Diagnostic(
        "arrivals.estimate",
        Text(nl: "'\(text)' zegt niet wie er komen", en: "'\(text)' does not say who comes"),
        wayOut: Text(
          nl: "zoals estimate:Eenzaam*0.002: een indicator, en welk deel per maand komt",
          en: "such as estimate:Eenzaam*0.002: an indicator, and which part comes in a month"))
    }
    kind = .estimate(indicator: parts[0], uptake: uptake)
  }

  /// Returns the quantity, and what it rests on where it comes from the estimates of the Woonzorgwijzer.
  ///
  /// - Throws: `arrivals.none`, `arrivals.indicator`, `arrivals.withheld`, `column.unknown`.
  func quantity(in context: Context) throws -> (quantity: TypedQuantity, said: [Block]) {
    switch kind {
    case .quantity(let quantity): return (quantity, [])
    case .estimate(let indicator, let uptake):
      let rows = try EstimateRows(indicator, in: context)
      return (rows.arrivals(uptake), [rows.told(uptake)])
    }
  }
}

/// The estimates of an indicator that the Woonzorgwijzer offers.
private struct EstimateRows {
  let indicator: String
  let people: [Double]
  let lows: [Double]
  let highs: [Double]

  init(_ word: String, in context: Context) throws {
    guard let table = try context.workspace.table("wzw.estimates"), table.rowCount > 0 else {
      throw Diagnostic(
        "arrivals.none", Text(nl: "er zijn geen schattingen klaargezet", en: "no estimates were offered"),
        wayOut: Text(
          nl: "eerst 'wzw estimate GEBIED --indicator \(word) --offer'",
          en: "first 'wzw estimate AREA --indicator \(word) --offer'"),
        suggestion: "wzw estimate")
    }
    let names = (try table.require("indicator").texts ?? []).map { $0 ?? "" }
    let wanted = word.foldedForLookup
    let rows = names.indices.filter { names[$0].foldedForLookup == wanted }
    guard let first = rows.first else {
      throw Diagnostic(
        "arrivals.indicator", Text(nl: "'\(word)' is niet klaargezet", en: "'\(word)' was not offered"),
        wayOut: Text(nl: "klaargezet: ", en: "offered: ") + .list(Array(Set(names)).sorted(), atMost: 8),
        suggestion: NearestWord.best(word, among: Array(Set(names))))
    }
    indicator = names[first]
    let estimates = table.openNumbers("estimate")
    people = rows.map { estimates[$0] }
    guard people.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
      throw Diagnostic(
        "arrivals.withheld",
        Text(
          nl: "niet elk gebied heeft een getal voor '\(indicator)'",
          en: "not every area has a figure for '\(indicator)'"),
        wayOut: Text(
          nl: "schat een groter gebied, of geef --arrivals zelf",
          en: "estimate a larger area, or give --arrivals yourself"))
    }
    lows = table.column("low") == nil ? [] : rows.map { table.openNumbers("low")[$0] }
    highs = table.column("high") == nil ? [] : rows.map { table.openNumbers("high")[$0] }
  }

  private var total: Double { people.reduce(0, +) }
  /// The ends together: all areas are taken to be off the same way.
  private var ends: (low: Double, high: Double)? {
    guard lows.count == people.count, highs.count == people.count, !(lows + highs).contains(where: \.isNaN) else {
      return nil
    }
    return (lows.reduce(0, +), highs.reduce(0, +))
  }

  func arrivals(_ uptake: Double) -> TypedQuantity {
    guard let ends, ends.low < ends.high,
      let pieces = TwoPieceNormal(mode: total * uptake, low: ends.low * uptake, high: ends.high * uptake)
    else { return TypedQuantity(.constant(total * uptake)) }
    return TypedQuantity(.twoPiece(pieces))
  }

  func told(_ uptake: Double) -> Block {
    let (count, come) = (Text.number(total, decimals: 0), Text.number(total * uptake, decimals: 2))
    return ends == nil
      ? .caution(
        nl:
          "\(count.nl) mensen ('\(indicator)') maal \(NumberText.shortest(uptake)) is \(come.nl); de schatting heeft geen marge",
        en:
          "\(count.en) people ('\(indicator)') times \(NumberText.shortest(uptake)) is \(come.en); the estimate has no margin"
      )
      : .info(
        nl:
          "\(count.nl) mensen ('\(indicator)') maal \(NumberText.shortest(uptake)) is \(come.nl), met de marge van de schatting; de gebieden wijken samen af",
        en:
          "\(count.en) people ('\(indicator)') times \(NumberText.shortest(uptake)) is \(come.en), with the margin of the estimate; areas are off together"
      )
  }
}
