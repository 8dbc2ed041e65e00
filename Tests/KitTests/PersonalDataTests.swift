import Testing
import WorkbenchKit

/// What counts as personal data in a column, and what does not. All numbers and names are test numbers or invented.
@Suite struct PersonalDataTests {
  private func found(_ column: String, _ values: [String?]) -> [String] {
    PersonalData.findings(in: Table(columns: [.texts(column, values)])).map { "\($0.kind.rawValue) \($0.count)" }
  }

  @Test(arguments: [111_222_333, 123_456_782, 12_345_672, 999_990_019] as [UInt64])
  func `test numbers pass the eleven test`(number: UInt64) { #expect(ElevenTest.passes(number)) }

  @Test(arguments: [111_222_334, 123_456_789, 0, 1_112_223_330, 100_000_000] as [UInt64])
  func `other numbers do not pass the eleven test`(number: UInt64) { #expect(!ElevenTest.passes(number)) }

  @Test(arguments: [
    ("klant", ["111222333"], ["bsn 1"]), ("bsn", ["111222333"], ["bsn 1"]),
    ("Burgerservicenummer", ["12345672"], ["bsn 1"]),
    ("x", ["111222333", "123456782"], ["bsn 2"]),
    ("x", ["111222333", "123456782", "999990019", "123456789"], ["bsn 3"]),
    ("nr", ["1112.22.333", "123.456.782"], ["bsn 2"]), ("nr", ["111222333.0", "123456782.0"], ["bsn 2"]),
    ("opmerking", ["bsn is 111222333, zegt hij", "niets bijzonders vandaag"], ["bsn 1"]),
  ])
  func `a column with numbers that pass is a column of BSNs`(column: String, values: [String], expected: [String]) {
    #expect(found(column, values) == expected)
  }

  @Test(arguments: [
    ("osm_id", ["111222333"]), ("id", ["111222333", "123456789", "123456780", "123456781"]),
    ("inwoners", ["17942942"]), ("cpv", ["73200000", "85000000", "12345672", "98000000"]),
    ("lon", ["5.123456782", "52.093702", "0.123456789"]), ("nummer", ["1112223330", "11122233"]),
  ])
  func `numbers that pass no more than by chance are none`(column: String, values: [String]) {
    #expect(found(column, values) == [])
  }

  @Test func `three of five numbers that pass are more than chance, three of six are not`() {
    let passing = ["111222333", "123456782", "999990019"]
    #expect(found("x", passing + ["123456789", "123456780"]) == ["bsn 3"])
    #expect(found("x", passing + ["123456789", "123456780", "123456781"]) == [])
  }

  @Test func `three of five dates lie like births, three of six do not; none may be after 2020, half before 1980`() {
    let dates = ["12-03-1950", "1-4-1951", "30-12-1938"]
    #expect(found("datum", dates + ["a", "b"]) == ["birthDate 3"])
    #expect(found("datum", dates + ["a", "b", "c"]) == [])
    #expect(found("datum", ["12-03-1950", "1-4-1951", "30-12-2020"]) == ["birthDate 3"])
    #expect(found("datum", ["12-03-1950", "1-4-1951", "30-12-2021"]) == [])
    #expect(found("datum", ["12-03-1950", "1-4-1979", "30-12-1990"]) == ["birthDate 3"])
    #expect(found("datum", ["12-03-1950", "1-4-1980", "30-12-1990"]) == [])
  }

  @Test func `of a thousand columns of numbers in order fewer than ten are refused`() {
    var refused = 0
    for column in 0..<1000 {
      let size = 3 + column % 40
      let values = (0..<size).map { String(100_000_000 + (column * 7_919 + $0 * 104_729) % 800_000_000) }
      if !found("id", values).isEmpty { refused += 1 }
    }
    #expect(refused < 10)
  }

  @Test func `one e-mail address among a thousand other texts is enough`() {
    var values: [String?] = Array(repeating: "geen opmerking", count: 999)
    values.append("schrijf naar jan@voorbeeld.example.")
    #expect(found("opmerking", values) == ["email 1"])
    #expect(found("x", ["@home", "a @ b", "jan@huis", "3 kg @ 5.0"]) == [])
  }

  @Test(arguments: [
    "06-12345678", "06 1234 5678", "0612345678", "+31612345678", "+31 (0)6 12345678", "0031 6 12345678", "030-1234567",
    "0162 123456", "(030) 123 45 67", "+32 2 123 45 67", "bel 06-12345678 na zessen",
  ])
  func `a telephone number is found as people write it`(number: String) {
    #expect(found("x", [number]) == ["telephone 1"])
  }

  @Test(arguments: [
    "0.123456789", "2021-05-12", "08:00-20:00", "01-02-2021 10:30", "2021/S 052-131568", "0344011101234567", "03440111",
    "123456", "-31612345678.5",
  ])
  func `what only has digits like a telephone number is none`(text: String) {
    #expect(found("x", [text, "a", "b"]) == [])
  }

  @Test func `nine digits that lost their nought count where the name says telephone`() {
    #expect(found("telefoon", ["612345678"]) == ["telephone 1"])
    #expect(found("x", ["612345678"]) == [])
  }

  @Test func `an IBAN counts when it is valid, with spaces and within a text`() {
    #expect(found("x", ["NL91ABNA0417164300"]) == ["iban 1"])
    #expect(found("x", ["NL91 ABNA 0417 1643 00", "betaal op nl91abna0417164300 a.u.b."]) == ["iban 2"])
    #expect(found("x", ["NL92ABNA0417164300", "BU01640501", "XX91ABNA0417164300"]) == [])
  }

  @Test func `dates of birth are known by the name of their column`() {
    for date in [
      "12-03-1950", "1950-03-12", "12/3/1950", "12 maart 1950", "19500312", "12-03-50", "1950-03-12T00:00:00",
    ] {
      #expect(found("Geboortedatum cliënt", [date]) == ["birthDate 1"], "\(date)")
    }
    #expect(found("birth rate (per 1000)", ["8.0", "11.25"]) == [])
    #expect(found("geboortejaar", ["1950", "1961"]) == [])
  }

  @Test func `a column of dates is looked at as its texts are`() {
    let births = ["1950-03-12", "1951-04-01", "1938-12-30"].map { CalendarDate($0) }
    func found(_ column: Column) -> [String] {
      PersonalData.findings(in: Table(columns: [column])).map { "\($0.kind.rawValue) \($0.count)" }
    }
    #expect(found(.dates("geboortedatum", [births[0], nil])) == ["birthDate 1"])
    #expect(found(.dates("datum", births)) == ["birthDate 3"])
    #expect(found(.dates("gunning", ["2021-03-12", "2020-04-01"].map { CalendarDate($0) })) == [])
    let pseudonymised = Protection(
      dropped: ["datum"], pseudonymised: [], pseudonyms: NoPseudonyms(), place: nil)
    #expect(throws: Never.self) { try pseudonymised.admit(Table(columns: [.dates("datum", births)]), from: "") }
  }

  @Test func `dates without such a name are of birth when they lie like births`() {
    #expect(found("datum", ["12-03-1950", "1-4-1951", "30-12-1938"]) == ["birthDate 3"])
    #expect(found("gunning", ["12-03-2021", "1-4-2020", "30-12-2019"]) == [])
    #expect(found("bouwjaar", ["01-01-1950", "01-01-1961", "01-01-1938"]) == [])
  }

  @Test func `numbers of JSON are looked at too`() {
    let table = Table(columns: [.numbers("klant", [111_222_333, .nan]), .numbers("n", [1, 17_942_942])])
    #expect(PersonalData.findings(in: table) == [PersonalFinding(column: "klant", kind: .bsn, count: 1)])
  }

  @Test func `a postcode with a house number counts for respondents only`() {
    let table = Table(columns: [.texts("postcode", ["3533GH", "1234 AB"]), .numbers("huisnummer", [63, 5])])
    #expect(PersonalData.findings(in: table) == [])
    #expect(
      PersonalData.findings(in: table, isOfRespondents: true)
        == [PersonalFinding(column: "postcode", kind: .address, count: 2)])
    let street = Table(columns: [.texts("adres", ["Dorpsstraat 12, 1234 AB Dorp"])])
    #expect(PersonalData.findings(in: street, isOfRespondents: true).map(\.kind) == [.address])
  }
}
