import WorkbenchKit

/// What a publication says of bids and awards, in whatever form it came.
struct NoticeContents {
  struct Offer {
    var contest = Contest.whole
    var bidder: String?
    /// NaN where it is missing or no number.
    var price = Double.nan
    var currency: String?
    var status: String?
  }

  struct Awarded {
    var contest = Contest.whole
    var winners: String?
    var value = Double.nan
    var currency: String?
    var status: String?
  }

  var offers: [Offer] = []
  var awards: [Awarded] = []
  var tender: Tender?
  var blocks: [Block] = []

  var bidTable: Table {
    if offers.isEmpty { return Table(columns: []) }
    let columns: [Column] = [.texts("bidder", offers.map(\.bidder)), .numbers("price", offers.map(\.price))]
    let others = [
      Column.texts("process", offers.map(\.contest.process)), .texts("lot", offers.map(\.contest.lot)),
      .texts("status", offers.map(\.status)), .texts("currency", offers.map(\.currency)),
    ]
    return Table(columns: columns + others.filter { $0.texts?.contains { $0 != nil } == true })
  }

  var awardTable: Table {
    let isForeign = awards.contains { ($0.currency ?? ExchangeRate.euro) != ExchangeRate.euro }
    var columns: [Column] = [
      .texts("lot", awards.map(\.contest.lot), label: Text(nl: "perceel", en: "lot")),
      .texts("winners", awards.map(\.winners), label: Text(nl: "winnaar", en: "winner")),
      .numbers(
        "value", awards.map(\.value), label: Text(nl: "waarde", en: "value"), unit: isForeign ? nil : .euro),
    ]
    if isForeign {
      columns.append(.texts("currency", awards.map(\.currency), label: Text(nl: "valuta", en: "currency")))
    }
    columns.append(.texts("status", awards.map(\.status), label: .verbatim("status")))
    if awards.contains(where: { $0.contest.process != nil }) {
      columns.append(
        .texts("process", awards.map(\.contest.process), label: Text(nl: "procedure", en: "process")).asDetail())
    }
    return Table(title: Text(nl: "Gunningen", en: "Awards"), columns: columns)
  }

  /// Says that nothing can be ranked where each lot has one bid: that of the winner.
  mutating func tellWinnersOnly() {
    let lots = Dictionary(grouping: offers, by: \.contest)
    guard !offers.isEmpty, lots.values.allSatisfy({ $0.count == 1 }) else { return }
    blocks.append(
      .caution(
        nl: "de aankondiging noemt per perceel alleen de winnaar: er valt niets te rangschikken",
        en: "the notice names the winner of each lot only: there is nothing to rank"))
  }

  /// Says how many amounts are missing, and where there are no bids.
  mutating func tellGaps() {
    let gaps = offers.count { $0.price.isNaN } + awards.count { $0.value.isNaN }
    if gaps > 0 {
      blocks.append(
        .caution(
          nl: "bedragen die ontbreken of geen getal zijn: \(gaps)", en: "amounts that are missing or no number: \(gaps)"
        ))
    }
    if offers.isEmpty {
      blocks.append(
        .caution(
          nl: "de publicatie noemt geen biedingen, alleen gunningen: \(awards.count)",
          en: "the release names no bids, only awards: \(awards.count)"))
    }
    let void = awards.filter { ["cancelled", "unsuccessful"].contains($0.status ?? "") }.count
    if void > 0 {
      blocks.append(
        .caution(
          nl: "gunningen die ingetrokken of niet gelukt zijn (cancelled, unsuccessful): \(void)",
          en: "awards that were cancelled or unsuccessful: \(void)"))
    }
  }
}

/// Award criteria of a publication: weights by lot, which count where they are the same for all.
struct NoticeWeights {
  private var found: [[String: Double]] = []
  private var order: [String] = []

  /// - Parameter weights: of one lot, in percent, by `price` and `quality`.
  mutating func add(_ weights: [(name: String, value: Double)]) {
    var sums: [String: Double] = [:]
    for weight in weights {
      if !order.contains(weight.name) { order.append(weight.name) }
      sums[weight.name, default: 0] += weight.value
    }
    if sums.values.reduce(0, +) > 0 { found.append(sums) }
  }

  /// Puts the weights into contents, or says why they are not taken over.
  func tell(in contents: inout NoticeContents) {
    guard let first = found.first else { return }
    guard found.allSatisfy({ $0 == first }) else {
      contents.blocks.append(
        .caution(
          nl: "de percelen of procedures hebben andere gewichten: niet overgenomen",
          en: "the lots or processes have different weights: not taken over"))
      return
    }
    let sum = first.values.reduce(0, +)
    guard abs(sum - 100) < 1e-6 else {
      contents.blocks.append(
        .caution(
          nl: "de gewichten zijn samen \(NumberText.shortest(sum)), geen 100: niet overgenomen",
          en: "the weights add up to \(NumberText.shortest(sum)), not 100: not taken over"))
      return
    }
    var tender = Tender()
    tender.weights.items = order.map { Tender.Weight(name: $0, value: first[$0] ?? 0) }
    contents.tender = tender
  }
}
