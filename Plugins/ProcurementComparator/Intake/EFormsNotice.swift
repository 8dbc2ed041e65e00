import Markup
import WorkbenchKit

/// What an award notice in eForms says of tenders and results (UBL ContractAwardNotice with the eForms extension NoticeResult;
/// business terms BT-720 value, BT-171 rank, BT-142 result). It names the tenders that were admitted: often the winners only.
struct EFormsNotice {
  private(set) var contents = NoticeContents()
  private let organisations: [String: String]
  private let parties: [String: [String]]

  /// Reads a notice of TED, of eForms or of before.
  ///
  /// - Returns: nil for what is no XML.
  /// - Throws: `xml.*`, `eforms.root`, `ted.noaward`.
  static func read(_ bytes: [UInt8], name: String) throws -> NoticeContents? {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    guard first == UInt8(ascii: "<") else { return nil }
    let root = try XMLReader.root(of: bytes, name: name)
    if root.name == TEDExport.root { return try TEDExport(root, name: name).contents }
    guard root.name == "ContractAwardNotice" else {
      throw Diagnostic(
        "eforms.root",
        Text(
          nl: "'\(name)' is geen gunning in eForms: het begint met <\(root.name)>",
          en: "'\(name)' is no award notice in eForms: it begins with <\(root.name)>"),
        wayOut: Text(
          nl: "geef de ContractAwardNotice of TED_EXPORT van TED, OCDS, CSV of JSON",
          en: "give the ContractAwardNotice or TED_EXPORT of TED, OCDS, CSV or JSON"))
    }
    return EFormsNotice(root).contents
  }

  private init(_ root: XMLElement) {
    var names: [String: String] = [:]
    for company in root.descendants("Company") {
      let id = company.first("PartyIdentification")?.first("ID")?.text
      if let id, let name = company.first("PartyName")?.first("Name")?.text { names[id] = name }
    }
    organisations = names
    var members: [String: [String]] = [:]
    let result = root.descendants("NoticeResult").first
    for party in result?.elements("TenderingParty") ?? [] {
      if let id = Self.id(party) { members[id] = party.elements("Tenderer").compactMap(Self.id) }
    }
    parties = members
    readTenders(result)
    readWeights(root)
    contents.tellGaps()
    contents.tellWinnersOnly()
  }

  private mutating func readTenders(_ result: XMLElement?) {
    var tenders: [String: NoticeContents.Offer] = [:]
    for tender in result?.elements("LotTender") ?? [] {
      let amount = tender.first("LegalMonetaryTotal")?.first("PayableAmount")
      let members = tender.first("TenderingParty").flatMap(Self.id).flatMap { parties[$0] } ?? []
      let names = members.map { organisations[$0] ?? $0 }
      let offer = NoticeContents.Offer(
        contest: Contest(lot: tender.first("TenderLot").flatMap(Self.id)),
        bidder: names.isEmpty ? Self.id(tender) : names.joined(separator: " + "),
        price: amount.flatMap { NumberText.parse($0.text) } ?? .nan, currency: amount?["currencyID"])
      contents.offers.append(offer)
      if let id = Self.id(tender) { tenders[id] = offer }
    }
    let settled = Set(
      (result?.elements("SettledContract") ?? []).flatMap { $0.elements("LotTender").compactMap(Self.id) })
    for lot in result?.elements("LotResult") ?? [] {
      let code = lot.first("TenderResultCode")?.text
      let named = lot.elements("LotTender").compactMap(Self.id)
      let winning = named.filter { settled.isEmpty || settled.contains($0) }.compactMap { tenders[$0] }
      let isAwarded = code == "selec-w" || code == nil && !winning.isEmpty
      let sum = winning.reduce(0) { $0 + $1.price }
      contents.awards.append(
        .init(
          contest: Contest(lot: lot.first("TenderLot").flatMap(Self.id)),
          winners: isAwarded ? winning.compactMap(\.bidder).joined(separator: "; ") : nil,
          value: isAwarded && winning.count == 1 ? sum : .nan, currency: winning.first?.currency,
          status: isAwarded ? "active" : code))
    }
  }

  private mutating func readWeights(_ root: XMLElement) {
    var weights = NoticeWeights()
    for lot in root.elements("ProcurementProjectLot") {
      let criteria = lot.descendants("SubordinateAwardingCriterion")
      weights.add(
        criteria.flatMap { criterion -> [(name: String, value: Double)] in
          let type = criterion.first("AwardingCriterionTypeCode")?.text ?? ""
          let name = ["price", "cost"].contains(type) ? "price" : "quality"
          return criterion.descendants("AwardCriterionParameter").compactMap { parameter in
            guard parameter.first("ParameterCode")?.text.hasPrefix("per-") == true else { return nil }
            return parameter.first("ParameterNumeric").flatMap { NumberText.parse($0.text) }.map { (name, $0) }
          }
        })
    }
    weights.tell(in: &contents)
  }

  private static func id(_ element: XMLElement) -> String? { element.first("ID")?.text }
}
