import Testing
import WorkbenchKit

@Suite struct LegalPeriodTests {
  private func period(_ json: JSON) throws -> LegalPeriod { try LegalPeriod(field: json) }

  @Test func `a rule that ended says from when to when, what came after it, and when that was looked up`() throws {
    let ended = try period([
      "from": "2008-07-01", "until": "2023-12-31", "successor": ["nl": "Omgevingswet", "en": "Omgevingswet"],
      "checked": ["on": "2026-11-28", "at": "vng.nl", "as_of": "2024-01-01"],
    ])
    #expect(
      ended.shown.nl
        == "van 1 juli 2008 tot en met 31 december 2023; opvolger: Omgevingswet; nagegaan op 28 november 2026 (stand van 1 januari 2024)"
    )
    #expect(ended.check?.at == "vng.nl")
  }

  @Test func `what nobody could confirm or look up says so`() throws {
    let bill = try period(["from": .null, "checked": .null])
    #expect(bill.shown.nl == "niet bevestigd in werking; niet nagegaan")
    #expect(bill.shown.en == "not confirmed in force; not checked")
    #expect(try period(["from": "2015-07-01"]).shown.nl == "sinds 1 juli 2015; niet nagegaan")
  }

  @Test func `an end before the beginning, and a day that is none, cannot be read`() {
    #expect(throws: FieldProblem.self) { try period(["from": "2024-01-01", "until": "2023-12-31"]) }
    #expect(throws: FieldProblem.self) { try period(["from": "2024-02-30"]) }
    #expect(throws: FieldProblem.self) { try period(["from": "2024-01-01", "checked": ["on": "2026-11-28"]]) }
  }
}

@Suite struct LegalItemTests {
  @Test func `a legal item tells what it settles and for how long, and a reading says that it is one`() throws {
    let item = try LegalItem(field: [
      "id": "tarief", "names": ["abonnement"], "label": "abonnementstarief",
      "what": [
        "text": ["nl": "een vast bedrag", "en": "a fixed amount"],
        "source": ["id": "wmo-2015", "place": ["nl": "artikel 2.1.4a", "en": "article 2.1.4a"]], "reading": true,
      ],
      "from": "2020-01-01", "checked": ["on": "2026-11-28", "at": "hetcak.nl"],
    ])
    guard case .notice(let notice) = item.notice else {
      Issue.record("a legal item stands beside a result as a notice")
      return
    }
    #expect(
      notice.text.nl
        == "abonnementstarief: een vast bedrag (onze lezing) (sinds 1 januari 2020; nagegaan op 28 november 2026)")
  }
}
