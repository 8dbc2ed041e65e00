import Markup
import WorkbenchKit

/// What an award notice of TED before eForms says (TED_EXPORT, schemas R2.0.8 and R2.0.9; forms F03, F06, F21 and their like): for each
/// contract or lot the winner, mostly with the value. Other tenders are counted there and not named.
struct TEDExport {
  private(set) var contents = NoticeContents()
  private var ranges = 0
  private var received = 0

  static let root = "TED_EXPORT"

  /// - Throws: `ted.noaward` for a notice of something else.
  init(_ root: XMLElement, name: String) throws {
    let forms = root.first("FORM_SECTION")?.elements ?? []
    // The same notice stands in it in several languages.
    let form = forms.first { $0["CATEGORY"] == "ORIGINAL" } ?? forms.first
    let contracts = form.map { $0.descendants("AWARD_CONTRACT") } ?? []
    guard let form, !contracts.isEmpty else {
      let kind = form?.name ?? Self.root
      throw Diagnostic(
        "ted.noaward",
        Text(nl: "'\(name)' is geen gunning: er staat <\(kind)> in", en: "'\(name)' is no award: it holds <\(kind)>"),
        wayOut: Text(
          nl: "geef de aankondiging van de gegunde opdracht (formulier F03, F06, F21 of F25)",
          en: "give the contract award notice (form F03, F06, F21 or F25)"))
    }
    for contract in contracts { read(contract) }
    var weights = NoticeWeights()
    for criteria in form.descendants("AC") { weights.add(Self.weights(criteria)) }
    weights.tell(in: &contents)
    contents.tellGaps()
    tell()
  }

  private mutating func read(_ contract: XMLElement) {
    let contest = Contest(lot: contract.first("LOT_NO")?.text)
    if let none = contract.descendants("NO_AWARDED_CONTRACT").first {
      let status = none.first("PROCUREMENT_DISCONTINUED") == nil ? "unsuccessful" : "cancelled"
      contents.awards.append(.init(contest: contest, status: status))
      return
    }
    let names = contract.descendants("ADDRESS_CONTRACTOR").compactMap { $0.first("OFFICIALNAME")?.text }
    // Without that they are winners each for themselves, as of a framework.
    let isGroup = !contract.descendants("AWARDED_TO_GROUP").isEmpty
    let values = contract.descendants("VALUES").first
    let total = values?.first("VAL_TOTAL")
    if total == nil, values?.first("VAL_RANGE_TOTAL") != nil { ranges += 1 }
    received += contract.descendants("NB_TENDERS_RECEIVED").first.flatMap { Int($0.text) } ?? 0
    let price = total.flatMap { NumberText.parse($0.text) } ?? .nan
    contents.awards.append(
      .init(
        contest: contest, winners: names.isEmpty ? nil : names.joined(separator: isGroup ? " + " : "; "),
        value: price, currency: total?["CURRENCY"], status: "active"))
    guard isGroup || names.count == 1 else { return }
    contents.offers.append(
      .init(
        contest: contest, bidder: names.joined(separator: " + "), price: price, currency: total?["CURRENCY"]))
  }

  private mutating func tell() {
    if ranges > 0 {
      contents.blocks.append(
        .caution(
          nl: "zonder bedrag, want er staat alleen tussen welke inschrijvingen het lag: \(ranges)",
          en: "without an amount, as only the range of the tenders is given: \(ranges)"))
    }
    if received > contents.offers.count {
      contents.blocks.append(
        .info(
          nl: "er zijn \(received) inschrijvingen geteld; alleen de winnaars zijn genoemd",
          en: "\(received) tenders were counted; the winners only are named"))
    }
    contents.tellWinnersOnly()
  }

  private static func weights(_ criteria: XMLElement) -> [(name: String, value: Double)] {
    criteria.elements.compactMap { criterion in
      guard let typed = criterion.first("AC_WEIGHTING")?.text else { return nil }
      let digits = typed.replacing("%", with: "").trimmedOfPadding
      guard let value = NumberText.parse(String(digits)) else { return nil }
      return (["AC_PRICE", "AC_COST"].contains(criterion.name) ? "price" : "quality", value)
    }
  }
}
