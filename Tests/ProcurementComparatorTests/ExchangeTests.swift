import Files
import TestSupport
import Testing
import WorkbenchKit

@testable import ProcurementComparator

/// Bids and awards in the forms of others: OCDS releases, notices of TED.
@Suite struct ExchangeTests {
  private let release = """
    {"releases":[{"ocid":"ocds-213czf-1","tag":["bid"],
      "tender":{"awardCriteria":{"criteria":[
        {"type":"price","numbers":[{"number":40,"weight":"percentageExact"}]},
        {"type":"quality","numbers":[{"number":60,"weight":"percentageExact"}]}]}},
      "bids":{"details":[
        {"id":"1","tenderers":[{"name":"Zorg Noord","contactPoint":{"email":"x@y.nl"}}],"value":{"amount":1000,"currency":"EUR"}},
        {"id":"2","tenderers":[{"name":"MISSING"}],"value":{"amount":"MISSING","currency":"EUR"}},
        {"id":"3","tenderers":[{"name":"A"},{"name":"B"}],"value":{"amount":"875"}}]},
      "awards":[{"id":"1","status":"active","suppliers":[{"name":"Zorg Noord"}],"value":{"amount":"MISSING"},"relatedLots":["LOT-1"]}]}]}
    """

  @Test func `an OCDS release gives bids, weights and awards, and says what is MISSING`() throws {
    let bench = try Workbench().file("release.json", release)
    let output = try bench.run("bid import release.json")
    #expect(output.texts("bidder") == ["Zorg Noord", "bid 2", "A + B"])
    let prices = output.numbers("price")
    #expect(prices[0] == 1000 && prices[1].isNaN && prices[2] == 875)
    #expect(output.words.contains("geen getal zijn: 2"))
    try bench.run("bid score 'Zorg Noord' quality=.9")
    try bench.run("bid score 'A + B' quality=.8")
    // The weights came with the release.
    #expect(try bench.run("bid rank --formula relative").texts("bidder").first == "Zorg Noord")
  }

  @Test func `weights of a release that add to 200 are told and not taken over`() throws {
    let odd = release.replacing("\"number\":60", with: "\"number\":160")
    let output = try Workbench().file("r.json", odd).run("bid import r.json")
    #expect(output.words.contains("samen 200"))
  }

  @Test func `a release without bids gives its awards`() throws {
    let text =
      #"{"ocid":"x","awards":[{"suppliers":"MISSING","value":"MISSING"},{"suppliers":[{"name":"A"}],"value":{"amount":5}}]}"#
    let output = try Workbench().file("r.json", text).run("bid import r.json")
    #expect(output.texts("winners") == ["", "A"] && output.words.contains("geen biedingen"))
  }

  @Test func `TED weights are read, added up, and missing where there are none`() {
    let two = TEDAwards.weights("quality:Beste=50 | cost:Beste=50")
    #expect(two == (50, 50, 100))
    #expect(TEDAwards.weights("quality:A=100 | price:=100").total == 200)
    #expect(TEDAwards.weights("price:=").total.isNaN && TEDAwards.weights(nil).total.isNaN)
  }

  @Test func `the 41 Dutch notices are kept, with their placeholders, odd weights and unawarded lots`() throws {
    let path = Places.root + "/../shared/data/ted_nl_awards.csv"
    guard let bytes = try? DiskFiles().bytes(of: path) else {
      print("skipped: the notices of TED, because ../shared/data is not there")
      return
    }
    let bench = try Workbench().file("ted.csv", bytes: bytes)
    let output = try bench.run("bid import ted.csv")
    #expect(output.fact("notices") == 41 && output.table?.rowCount == 41)
    #expect(output.fact("unawarded") == 4 && output.fact("placeholder") == 14)
    #expect(output.numbers("weights_total").contains(200))
    #expect(output.words.contains("niets te rangschikken"))
    #expect(bench.error("bid rank --formula lowest")?.code == "bid.none")
  }
}

extension String {
  fileprivate func replacing(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
