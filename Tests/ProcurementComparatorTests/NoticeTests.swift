import TestSupport
import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Bids as others publish them: OCDS in its forms, eForms, and tables with lots, statuses and currencies.
@Suite struct NoticeTests {
  private func bench(_ text: String, _ name: String = "r.json") throws -> (bench: Workbench, output: Output) {
    let bench = try Workbench().file(name, text)
    return (bench, try bench.run("bid import \(name)"))
  }

  private func bid(_ id: Int, _ amount: Double, _ name: String, _ more: String = "") -> String {
    #"{"id":"\#(id)","value":{"amount":\#(amount),"currency":"EUR"},"tenderers":[{"name":"\#(name)"}]\#(more)}"#
  }

  private func release(_ bids: [String], ocid: String = "o-1", _ more: String = "") -> String {
    #"{"ocid":"\#(ocid)","id":"1","tag":["bid"],"bids":{"details":[\#(bids.joined(separator: ","))]}\#(more)}"#
  }

  // MARK: Status

  @Test(arguments: [
    ("disqualified", "disqualified", "ongeldig of uitgesloten"), ("withdrawn", "withdrawn", "ingetrokken"),
    ("pending", "pending", "nog niet op geldigheid beoordeeld"), ("invited", "invited", "alleen uitgenodigd"),
    ("active", "unknown_status", "active"),
  ])
  func `only a valid bid counts; the others are shown with the reason`(
    status: String, code: String, words: String
  ) throws {
    let (bench, output) = try bench(
      release([bid(1, 1000, "Mega", #","status":"valid""#), bid(2, 500, "Beta", #","status":"\#(status)""#)]))
    #expect(output.words.contains("Beta (\(words))"))
    let ranked = try bench.run("bid rank --formula lowest")
    #expect(ranked.texts("bidder") == ["Mega", "Beta"] && ranked.texts("status") == ["ranked", code])
    #expect(ranked.texts("remark")[1] != "" && ranked.words.contains("Mega is de enige bieding die meetelt"))
    #expect(try bench.run("bid audit --formula lowest").fact("bids") == 1)
    // On somebody's word it counts.
    try bench.run("bid import r.json --counts \(status)")
    #expect(try bench.run("bid rank --formula lowest").texts("bidder") == ["Beta", "Mega"])
  }

  // MARK: Lots and processes

  @Test func `each lot has a ranking of its own`() throws {
    let lots = [
      bid(1, 1000, "Mega", #","relatedLots":["L-1"]"#), bid(2, 500, "Mega", #","relatedLots":["L-2"]"#),
      bid(3, 900, "Beta", #","relatedLots":["L-1"]"#), bid(4, 600, "Beta", #","relatedLots":["L-2"]"#),
      bid(5, 1400, "Beta", #","relatedLots":["L-2","L-1"]"#),
    ]
    let (bench, output) = try bench(release(lots))
    #expect(output.texts("lot") == ["L-1", "L-2", "L-1", "L-2", "L-1 + L-2"])
    #expect(output.texts("bidder") == ["Mega", "Mega", "Beta", "Beta", "Beta"])
    let ranked = try bench.run("bid rank --formula lowest")
    let tables = ranked.tables
    #expect(tables.map { $0.column("bidder")?.texts } == [["Beta", "Mega"], ["Mega", "Beta"], ["Beta"]])
    #expect(
      tables[0].title?.nl == "perceel L-1: laagste prijs" && ranked.words.contains("perceel L-2: Mega staat eerste"))
    #expect(ranked.words.contains("percelen samen"))
    #expect(try bench.run("bid rank --formula lowest --lot L-2").tables.count == 1)
    #expect(bench.error("bid rank --formula lowest --lot L-3")?.suggestion == "L-1")
    #expect(bench.error("bid score Mega quality=.5")?.code == "bid.lot")
    try bench.run("bid score Mega quality=.5 --lot L-2")
    #expect(try bench.run("bid audit --formula lowest").tables.count > 4)
    // What goes out comes in again with its lots.
    try bench.run("bid export out.csv")
    #expect(try bench.run("bid import out.csv").texts("lot") == ["L-1", "L-2", "L-1", "L-2", "L-1 + L-2"])
    try bench.run("bid export out.json")
    #expect(try bench.run("bid import out.json").texts("currency") == ["EUR", "EUR", "EUR", "EUR", "EUR"])
  }

  @Test func `two processes do not compete, and one lot needs no mention in each bid`() throws {
    let one = release([bid(1, 10, "A"), bid(2, 11, "B")], ocid: "o-1", #","tender":{"lots":[{"id":"L-9"}]}"#)
    let two = release([bid(1, 5, "A"), bid(2, 4, "B")], ocid: "o-2")
    let (bench, output) = try bench("[\(one),\(two)]")
    #expect(output.texts("lot") == ["L-9", "L-9", "", ""] && output.texts("process") == ["o-1", "o-1", "o-2", "o-2"])
    let tables = try bench.run("bid rank --formula lowest").tables
    #expect(tables.map { $0.column("bidder")?.texts } == [["A", "B"], ["B", "A"]])
    #expect(try bench.run("bid rank --formula lowest --lot o-2").texts("bidder") == ["B", "A"])
  }

  @Test func `a value for each lot, as ProZorro gives it, is a bid for each lot`() throws {
    let values =
      #"{"id":"1","status":"valid","tenderers":[{"name":"A"}],"lotValues":[{"relatedLot":"1","value":{"amount":5,"currency":"EUR"}},{"relatedLot":"2","value":{"amount":7,"currency":"EUR"}}]}"#
    let (_, output) = try bench(release([values]))
    #expect(output.texts("lot") == ["1", "2"] && output.numbers("price") == [5, 7])
  }

  // MARK: Corrections and packages

  @Test func `the latest by id counts, in the order of the dates and not of the file, with their zones`() throws {
    func dated(_ date: String, _ bids: [String]) -> String {
      #"{"ocid":"o-3","id":"\#(date)","date":"\#(date)","bids":{"details":[\#(bids.joined(separator: ","))]}}"#
    }
    let first = dated("2024-01-01T23:30:00-02:00", [bid(1, 100, "Mega"), bid(2, 900, "Beta")])
    let second = dated("2024-01-02T02:00:00Z", [bid(1, 1000, "Mega")])
    for order in [[first, second], [second, first]] {
      let (bench, output) = try bench(#"{"releases":[\#(order.joined(separator: ","))]}"#)
      #expect(Set(output.numbers("price")) == [1000, 900] && output.words.contains("2 publicaties van 1 procedure"))
      #expect(try bench.run("bid rank --formula lowest").texts("bidder") == ["Beta", "Mega"])
    }
    // A null takes away; a status that comes later counts.
    let third = dated(
      "2024-01-03",
      [#"{"id":"2","status":"withdrawn","value":null}"#, #"{"id":"3","value":{"amount":1,"currency":"EUR"}}"#])
    let (_, output) = try bench("\(third)\n\(first)\n\n\(second)\n", "r.jsonl")
    #expect(output.texts("status") == ["", "withdrawn", ""] && output.numbers("price")[1].isNaN)
    #expect(output.texts("bidder") == ["Mega", "Beta", "bid 3"])
  }

  @Test func `releases without dates are merged in the order of the file, and that is said`() throws {
    let (_, output) = try bench(
      #"{"releases":[\#(release([bid(1, 100, "Mega")])),\#(release([bid(1, 200, "Mega")]))]}"#)
    #expect(output.numbers("price") == [200] && output.words.contains("zonder datum"))
  }

  @Test func `records: compiled, with their releases, versioned, or with nothing but a link`() throws {
    let compiled = #"{"ocid":"a","compiledRelease":\#(release([bid(1, 10, "A")], ocid: "a"))}"#
    let embedded =
      #"{"ocid":"b","releases":[\#(release([bid(1, 9, "A"), bid(2, 8, "B")], ocid: "b"))]}"#
    let versioned = """
      {"ocid":"c","versionedRelease":{"ocid":"c","bids":{"details":[{"id":"1",
      "value":{"amount":[{"releaseDate":"2024-02-01T00:00:00Z","releaseID":"2","value":7},{"releaseDate":"2024-01-01T00:00:00Z","releaseID":"1","value":6}]},
      "tenderers":[{"id":"x","name":[{"releaseDate":"2024-01-01T00:00:00Z","releaseID":"1","value":"A"}]}]}]}}}
      """
    let linked = #"{"ocid":"d","releases":[{"url":"https://example.org/1.json"}]}"#
    let (_, output) = try bench(#"{"records":[\#([compiled, embedded, versioned, linked].joined(separator: ","))]}"#)
    #expect(output.numbers("price") == [10, 9, 8, 7] && output.texts("process") == ["a", "b", "b", "c"])
    #expect(output.words.contains("alleen een verwijzing"))
  }

  @Test func `names by reference in parties, tenderers as object, list or id, awards by their bids`() throws {
    let text = """
      {"ocid":"x","parties":[{"id":"P1","name":"Zorg Noord","contactPoint":{"email":"a@b.nl"}},{"id":"P2","identifier":{"legalName":"Zorg Zuid BV"}}],
      "bids":{"details":[{"id":"1","value":{"amount":5,"currency":"EUR"},"tenderers":{"id":"P1"}},
        {"id":"2","value":{"amount":"6","currency":"EUR"},"tenderers":["P2"]},
        {"id":"3","value":{"amount":7,"currency":"EUR"},"tenderers":[{"id":"P1"},{"id":"P9"}]}]},
      "awards":[{"id":"1","status":"active","relatedBids":["2"],"value":{"amount":6,"currency":"USD"},"relatedLots":["L"]},
        {"id":"2","status":"cancelled","suppliers":[{"id":"P1"}],"value":{"amount":5,"currency":"EUR"}}]}
      """
    let (_, output) = try bench(text)
    #expect(output.texts("bidder") == ["Zorg Noord", "Zorg Zuid BV", "Zorg Noord + P9"])
    let awards = try #require(output.tables.last)
    #expect(awards.column("winners")?.texts == ["Zorg Zuid BV", "Zorg Noord"])
    #expect(awards.column("value")?.unit == nil && awards.column("currency")?.texts == ["USD", "EUR"])
    #expect(output.words.contains("ingetrokken of niet gelukt zijn (cancelled, unsuccessful): 1"))
  }

  @Test func `weights that differ by lot are not taken over, and a lot that was cancelled is said`() throws {
    func lot(_ id: String, _ price: Int, _ more: String = "") -> String {
      #"{"id":"\#(id)"\#(more),"awardCriteria":{"criteria":[{"type":"price","numbers":[{"number":\#(price),"weight":"percentageExact"}]},{"type":"quality","numbers":[{"number":\#(100 - price),"weight":"percentageExact"}]}]}}"#
    }
    let lots = [lot("1", 40), lot("2", 60, #","status":"cancelled""#)]
    let (bench, output) = try bench(release([bid(1, 5, "A")], #","tender":{"lots":[\#(lots.joined(separator: ","))]}"#))
    #expect(output.words.contains("andere gewichten") && output.words.contains("ingetrokken of niet gegund zijn: 2"))
    #expect(bench.error("bid rank")?.code == "formula.weights")
    let (same, _) = try self.bench(
      release([bid(1, 5, "A")], #","tender":{"lots":[\#(lot("1", 40)),\#(lot("2", 40))]}"#))
    try same.run("bid score A quality=.5")
    #expect(try same.run("bid rank").numbers("score") == [0.7])
  }

  // MARK: Currencies

  @Test func `two currencies are not ranked without a rate with its source and day`() throws {
    let bench = try Workbench().file("b.csv", "bidder,price,currency\nA,1000,USD\nB,950,EUR\nC,,SEK\n")
    try bench.run("bid import b.csv")
    #expect(bench.error("bid rank --formula lowest")?.code == "bid.currency")
    #expect(bench.error("bid audit --formula lowest")?.code == "bid.currency")
    #expect(bench.error("bid rank --formula lowest --rate USD=0.92")?.code == "bid.rate")
    #expect(
      bench.error("bid rank --formula lowest --rate USD=0 --rate-source ECB --rate-date 2024-01-02")?.code == "bid.rate"
    )
    let rate = "--rate USD=0.92 --rate-source ECB --rate-date 2024-01-02"
    let ranked = try bench.run("bid rank --formula lowest \(rate)")
    #expect(ranked.texts("bidder") == ["A", "B", "C"] && ranked.numbers("price").prefix(2) == [920, 950])
    #expect(ranked.numbers("price_given").prefix(2) == [1000, 950])
    #expect(ranked.words.contains("1 USD = € 0,92 (ECB, 2024-01-02)"))
    // The tender keeps them.
    try bench.run("bid new t --formula lowest \(rate)")
    try bench.run("bid import b.csv")
    #expect(try bench.run("bid rank").texts("bidder") == ["A", "B", "C"])
  }

  @Test func `one foreign currency is ranked as it is, but not beside a ceiling in euros`() throws {
    let bench = try Workbench().file("b.csv", "bidder,price,valuta\nA,1000,usd\nB,950,USD\n")
    try bench.run("bid import b.csv")
    let ranked = try bench.run("bid rank --formula lowest")
    #expect(ranked.texts("bidder") == ["B", "A"] && ranked.words.contains("alle prijzen zijn in USD"))
    #expect(ranked.table?.column("price")?.unit == nil && ranked.words.contains("50,00 USD voor A"))
    #expect(bench.error("bid rank --formula lowest --ceiling 960")?.code == "bid.currency")
    let rate = "--rate USD=1.1 --rate-source ECB --rate-date 2024-01-02"
    #expect(
      try bench.run("bid rank --formula lowest --ceiling 1050 \(rate)").texts("status") == ["ranked", "above_ceiling"])
    let open = try Workbench().file("c.csv", "bidder,price,currency\nA,1000,EUR\nB,950,\n")
    try open.run("bid import c.csv")
    #expect(try open.run("bid rank --formula lowest").words.contains("voor euro's gehouden: 1"))
    try open.file("d.csv", "bidder,price,currency\nA,1000,USD\nB,950,\n").run("bid import d.csv")
    let mixed = open.error("bid rank --formula lowest")
    #expect(mixed?.code == "bid.currency" && mixed?.message.en.contains("USD; without a currency: 1") == true)
    // The floor is in euros too.
    #expect(open.error("bid floor --labour 30 --nonproductive 20")?.code == "bid.currency")
    try open.run("bid score B quality=.5")
    try open.run("bid add C --price 5 --currency sek")
    #expect(try open.run("bid score C quality=.5").texts("currency") == ["USD", "", "SEK"])
  }

  @Test func `a table has lots and statuses too, in Dutch words`() throws {
    let bench = try Workbench().file(
      "b.csv", "inschrijver;perceel;inschrijfsom;status\nA;1;100;geldig\nB;1;90;ingetrokken\nB;2;80;\nA;2;85;Geldig\n")
    try bench.run("bid import b.csv")
    let tables = try bench.run("bid rank --formula lowest").tables
    #expect(tables.map { $0.column("bidder")?.texts } == [["A", "B"], ["B", "A"]])
    #expect(tables[0].column("status")?.texts == ["ranked", "withdrawn"])
  }

  // MARK: eForms

  private let notice = """
    <ContractAwardNotice xmlns="urn:oasis:names:specification:ubl:schema:xsd:ContractAwardNotice-2" xmlns:cac="urn:c" xmlns:cbc="urn:b" xmlns:efac="urn:ea" xmlns:ext="urn:e">
    <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><EformsExtension>
     <efac:NoticeResult>
      <efac:LotResult><cbc:ID>RES-0001</cbc:ID><cbc:TenderResultCode>selec-w</cbc:TenderResultCode><efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender><efac:LotTender><cbc:ID>TEN-0002</cbc:ID></efac:LotTender><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotResult>
      <efac:LotResult><cbc:ID>RES-0002</cbc:ID><cbc:TenderResultCode>clos-nw</cbc:TenderResultCode><efac:TenderLot><cbc:ID>LOT-0002</cbc:ID></efac:TenderLot></efac:LotResult>
      <efac:LotTender><cbc:ID>TEN-0001</cbc:ID><cbc:RankCode>1</cbc:RankCode><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">95000.50</cbc:PayableAmount></cac:LegalMonetaryTotal><efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID></efac:TenderingParty><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotTender>
      <efac:LotTender><cbc:ID>TEN-0002</cbc:ID><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">90000</cbc:PayableAmount></cac:LegalMonetaryTotal><efac:TenderingParty><cbc:ID>TPA-0002</cbc:ID></efac:TenderingParty><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotTender>
      <efac:SettledContract><cbc:ID>CON-0001</cbc:ID><efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender></efac:SettledContract>
      <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-0002</cbc:ID></efac:Tenderer><efac:Tenderer><cbc:ID>ORG-0003</cbc:ID></efac:Tenderer></efac:TenderingParty>
      <efac:TenderingParty><cbc:ID>TPA-0002</cbc:ID><efac:Tenderer><cbc:ID>ORG-0004</cbc:ID></efac:Tenderer></efac:TenderingParty>
     </efac:NoticeResult>
     <efac:Organizations>
      <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0002</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Zorg Noord</cbc:Name></cac:PartyName></efac:Company></efac:Organization>
      <efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0003</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Zorg Zuid</cbc:Name></cac:PartyName></efac:Company></efac:Organization>
     </efac:Organizations>
    </EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
    </ContractAwardNotice>
    """

  @Test func `eForms: tenders by lot with the names of their parties, results as awards`() throws {
    let (bench, output) = try bench(notice, "n.xml")
    #expect(output.texts("bidder") == ["Zorg Noord + Zorg Zuid", "ORG-0004"])
    #expect(output.texts("lot") == ["LOT-0001", "LOT-0001"] && output.numbers("price") == [95_000.5, 90_000])
    let awards = try #require(output.tables.last)
    #expect(awards.column("winners")?.texts == ["Zorg Noord + Zorg Zuid", nil])
    #expect(awards.column("status")?.texts == ["active", "clos-nw"])
    #expect(try bench.run("bid rank --formula lowest").texts("bidder").first == "ORG-0004")
  }

  // MARK: TED before eForms

  private static func contract(_ lot: String, _ rest: String) -> String {
    "<AWARD_CONTRACT ITEM=\"1\"><LOT_NO>\(lot)</LOT_NO>\(rest)</AWARD_CONTRACT>"
  }

  private static func awarded(_ names: [String], group: Bool = false, tenders: Int = 3, _ values: String) -> String {
    let contractors = names.map {
      "<CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>\($0)</OFFICIALNAME></ADDRESS_CONTRACTOR></CONTRACTOR>"
    }
    return "<AWARDED_CONTRACT><TENDERS><NB_TENDERS_RECEIVED>\(tenders)</NB_TENDERS_RECEIVED></TENDERS><CONTRACTORS>"
      + (group ? "<AWARDED_TO_GROUP/>" : "<NO_AWARDED_TO_GROUP/>") + contractors.joined()
      + "</CONTRACTORS><VALUES>\(values)</VALUES></AWARDED_CONTRACT>"
  }

  private static func notice(_ contracts: String, language: String = "ORIGINAL") -> String {
    let criteria =
      "<OBJECT_CONTRACT><OBJECT_DESCR><AC><AC_QUALITY><AC_CRITERION>plan</AC_CRITERION><AC_WEIGHTING>60 %</AC_WEIGHTING>"
      + "</AC_QUALITY><AC_PRICE><AC_WEIGHTING>40</AC_WEIGHTING></AC_PRICE></AC></OBJECT_DESCR></OBJECT_CONTRACT>"
    return "<F03_2014 CATEGORY=\"\(language)\">\(criteria)\(contracts)</F03_2014>"
  }

  @Test func `TED_EXPORT: winners by lot, groups as one, what was not awarded, and the weights`() throws {
    let total = "<VAL_TOTAL CURRENCY=\"EUR\">1250000.50</VAL_TOTAL>"
    let range = "<VAL_RANGE_TOTAL CURRENCY=\"EUR\"><LOW>1</LOW><HIGH>9</HIGH></VAL_RANGE_TOTAL>"
    let contracts =
      Self.contract("1", Self.awarded(["Zorg Noord", "Zorg Zuid"], group: true, total))
      + Self.contract("2", Self.awarded(["A", "B"], total)) + Self.contract("3", Self.awarded(["C"], range))
      + Self.contract("4", "<NO_AWARDED_CONTRACT><PROCUREMENT_UNSUCCESSFUL/></NO_AWARDED_CONTRACT>")
      + Self.contract("5", "<NO_AWARDED_CONTRACT><PROCUREMENT_DISCONTINUED/></NO_AWARDED_CONTRACT>")
    let file =
      "<TED_EXPORT xmlns=\"http://publications.europa.eu/resource/schema/ted/R2.0.9/publication\"><FORM_SECTION>"
      + Self.notice("<AWARD_CONTRACT/>", language: "TRANSLATION") + Self.notice(contracts)
      + "</FORM_SECTION></TED_EXPORT>"
    let (bench, output) = try bench(file, "t.xml")
    #expect(output.texts("bidder") == ["Zorg Noord + Zorg Zuid", "C"])
    #expect(output.numbers("price")[0] == 1_250_000.5 && output.numbers("price")[1].isNaN)
    let awards = try #require(output.tables.last)
    #expect(awards.column("winners")?.texts == ["Zorg Noord + Zorg Zuid", "A; B", "C", nil, nil])
    #expect(awards.column("status")?.texts == ["active", "active", "active", "unsuccessful", "cancelled"])
    #expect(
      output.words.contains("9 inschrijvingen geteld")
        && output.words.contains("tussen welke inschrijvingen het lag: 1"))
    let kept = bench.session.workspace.parts[PartName(.documents, "procurementcomparator/tender")]
    #expect(
      try kept?.part.json()["weights"] == [["name": "quality", "value": 60], ["name": "price", "value": 40]])
  }

  @Test func `XML that is something else is told so`() throws {
    let bench = try Workbench().file("a.xml", "<ContractNotice/>").file("b.xml", "<a><b></a>")
    bench.file("c.xml", "<TED_EXPORT/>").file(
      "d.xml", "<TED_EXPORT><FORM_SECTION><F02_2014/></FORM_SECTION></TED_EXPORT>")
    #expect(bench.error("bid import a.xml")?.code == "eforms.root")
    for name in ["c.xml", "d.xml"] { #expect(bench.error("bid import \(name)")?.code == "ted.noaward") }
    #expect(bench.error("bid import b.xml")?.code == "xml.syntax")
  }

  @Test(arguments: [
    #"{"releases":[]}"#, #"{"records":[{}]}"#, #"{"ocid":"x","bids":3}"#, #"{"ocid":"x","bids":{"details":"none"}}"#,
    #"{"ocid":"x","bids":{"details":[[],null,1,{"value":"5","tenderers":{"id":null}}]},"awards":[5],"parties":"x"}"#,
    "{\"ocid\":1}\n{\"ocid\":", "[[]]",
  ])
  func `whatever a publisher writes is read or refused`(text: String) throws {
    let bench = try Workbench().file("r.json", text)
    _ = bench.error("bid import r.json")
    _ = bench.error("bid rank --formula lowest")
  }
}

extension Output {
  fileprivate var tables: [Table] { blocks.compactMap { if case .table(let table) = $0 { table } else { nil } } }
}
