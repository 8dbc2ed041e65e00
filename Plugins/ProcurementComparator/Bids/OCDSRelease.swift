import WorkbenchKit

/// What bids, awards and criteria an OCDS release holds (Open Contracting Data Standard 1.1 with its extensions for bids
/// and award criteria). Of organisations only the name is read: contact points stay where they are.
struct OCDSRelease {
  /// What some publishers write where they have nothing.
  static let missing = "MISSING"

  private(set) var bidTable = Table(columns: [])
  private(set) var awards = Table(columns: [])
  private(set) var tender: Tender?
  private(set) var blocks: [Block] = []

  /// - Parameter json: a release, a package of releases, or a record; nil for anything else.
  init?(_ json: JSON) {
    let records = (json["records"]?.array ?? []).compactMap { $0["compiledRelease"] }
    let releases = json["releases"]?.array ?? (records.isEmpty ? [json] : records)
    guard
      releases.contains(where: {
        $0["ocid"] != nil || $0["tender"]?["tenderers"] != nil || $0["bids"]?["details"] != nil
      })
    else { return nil }
    var bids: [(name: String, price: Value)] = []
    var won: [(lot: String, who: String, amount: Value, status: String)] = []
    var gaps = 0
    for release in releases {
      for bid in release["bids"]?["details"]?.array ?? [] {
        let name = Self.names(bid["tenderers"] ?? bid["suppliers"])
        let price = Self.value(bid["value"]?["amount"])
        if price.number == nil { gaps += 1 }
        bids.append((name ?? "", price.number == nil ? .missing : price))
      }
      for award in release["awards"]?.array ?? [] {
        let lots = (award["relatedLots"]?.array ?? []).compactMap(\.string).joined(separator: ", ")
        let amount = Self.value(award["value"]?["amount"])
        if amount.number == nil { gaps += 1 }
        won.append(
          (
            lots, Self.names(award["suppliers"]) ?? "", amount.number == nil ? .missing : amount,
            award["status"]?.string ?? ""
          ))
      }
    }
    if !bids.isEmpty {
      bidTable = Table(
        columns: [
          .texts("bidder", bids.map { $0.name.isEmpty ? nil : $0.name }),
          .numbers("price", bids.map { $0.price.number ?? .nan }),
        ])
    }
    if !won.isEmpty {
      awards = Table(
        title: Text(nl: "Gunningen", en: "Awards"),
        columns: [
          .texts("lot", won.map { $0.lot.isEmpty ? nil : $0.lot }, label: Text(nl: "perceel", en: "lot")),
          .texts("winners", won.map { $0.who.isEmpty ? nil : $0.who }, label: Text(nl: "winnaar", en: "winner")),
          .numbers("value", won.map { $0.amount.number ?? .nan }, label: Text(nl: "waarde", en: "value"), unit: .euro),
          .texts("status", won.map { $0.status.isEmpty ? nil : $0.status }, label: .verbatim("status")),
        ])
    }
    readCriteria(releases)
    if gaps > 0 {
      blocks.append(
        .caution(
          nl: "bedragen die ontbreken of geen getal zijn: \(gaps)", en: "amounts that are missing or no number: \(gaps)"
        ))
    }
    if bids.isEmpty {
      blocks.append(
        .caution(
          nl: "de publicatie noemt geen biedingen, alleen gunningen: \(won.count)",
          en: "the release names no bids, only awards: \(won.count)"))
    }
  }

  private mutating func readCriteria(_ releases: [JSON]) {
    var weights: [String: Double] = [:]
    var order: [String] = []
    for release in releases {
      let whole = release["tender"]?["awardCriteria"]?["criteria"]?.array ?? []
      let lots = (release["tender"]?["lots"]?.array ?? []).first?["awardCriteria"]?["criteria"]?.array ?? []
      for criterion in whole.isEmpty ? lots : whole {
        guard let type = criterion["type"]?.string else { continue }
        let name = ["price", "cost"].contains(type) ? "price" : "quality"
        for number in criterion["numbers"]?.array ?? [] {
          guard let kind = number["weight"]?.string, kind.hasPrefix("percentage"),
            let value = Self.value(number["number"]).number
          else { continue }
          if weights[name] == nil { order.append(name) }
          weights[name, default: 0] += value
        }
      }
    }
    let sum = weights.values.reduce(0, +)
    guard sum > 0 else { return }
    if abs(sum - 100) < 1e-6 {
      var found = Tender()
      found.weights.items = order.map { Tender.Weight(name: $0, value: weights[$0] ?? 0) }
      tender = found
    } else {
      blocks.append(
        .caution(
          nl: "de gewichten zijn samen \(NumberText.shortest(sum)), geen 100: niet overgenomen",
          en: "the weights add up to \(NumberText.shortest(sum)), not 100: not taken over"))
    }
  }

  private static func names(_ json: JSON?) -> String? {
    let names = (json?.array ?? []).compactMap { $0["name"]?.string }.filter { $0 != missing && !$0.isEmpty }
    return names.isEmpty ? nil : names.joined(separator: " + ")
  }

  /// A number, also one that is written as a text; a text; nothing for `MISSING`.
  static func value(_ json: JSON?) -> Value {
    switch json {
    case .number(let number)?: return .number(number)
    case .string(let text)?:
      if text == missing || text.isEmpty { return .missing }
      return NumberText.parse(text).map { .number($0) } ?? .text(text)
    case .bool(let bool)?: return .boolean(bool)
    default: return .missing
    }
  }
}
