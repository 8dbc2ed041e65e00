import Testing
@_spi(Host) import WorkbenchKit

/// The guard at the door of delimited text: what it stops, what it says, and what comes through.
@Suite struct ProtectionTests {
  private func read(_ text: String, _ protection: Protection = .strict) throws -> DelimitedText {
    try DelimitedText(bytes: Array(text.utf8), options: .init(name: "a.csv"), protection: protection)
  }

  private func error(_ text: String) -> Diagnostic? {
    do {
      _ = try read(text)
      return nil
    } catch { return error as? Diagnostic }
  }

  private func guarding(drop: [String] = [], pseudonymise: [String] = []) -> Protection {
    Protection(dropped: drop, pseudonymised: pseudonymise, pseudonyms: Numbered(), place: nil)
  }

  private let sheet = "klant;uren;mail\n111222333;4;a@example.org\n123456782;6;b@example.org\n111222333;2;\n"

  @Test func `all columns are named at once, with their counts and without a value`() {
    let error = error(sheet)
    #expect(error?.code == "personal.found")
    #expect(
      error?.message.en
        == "'a.csv' holds personal data in columns 'klant' (BSN, 3 times), 'mail' (e-mail address, 2 times); nothing was taken in"
    )
    #expect(error?.suggestion == "--drop klant,mail")
  }

  @Test func `a column that needs quotes gets them in the way out`() {
    #expect(error("e mail,n\na@example.org,1\n")?.suggestion == "--drop 'e mail'")
  }

  @Test func `a dropped column is gone from header and table`() throws {
    let text = try read(sheet, guarding(drop: ["klant", "mail"]))
    #expect(text.header == ["uren"])
    #expect(try text.table().columns[0].numbers == [4, 6, 2])
  }

  @Test func `the same value gets the same pseudonym, and what is missing stays missing`() throws {
    let text = try read(sheet, guarding(pseudonymise: ["klant", "mail"]))
    #expect(text.texts(column: 0) == ["p-1", "p-3", "p-1"])
    #expect(text.texts(column: 2) == ["p-2", "p-4", nil])
    #expect(text.line(ofRow: 2) == 4)
  }

  @Test func `one column dropped does not open the door to another`() {
    #expect(throws: Diagnostic.self) { try read(sheet, guarding(drop: ["klant"])) }
  }

  @Test func `an unknown column is named with the nearest one`() {
    do {
      _ = try read(sheet, guarding(drop: ["klat"]))
      Issue.record("it was read")
    } catch {
      #expect((error as? Diagnostic)?.code == "column.unknown")
      #expect((error as? Diagnostic)?.suggestion == "klant")
    }
  }

  @Test func `a row where the names should be is not shown`() {
    let first = error("jan@example.org;Jan\nb@example.org;Piet\n")
    #expect(first?.code == "personal.found" && first?.message.en.contains("jan") == false)
    let second = error("Jan;111222333\nPiet;123456782\n")
    #expect(second?.code == "file.header" && second?.message.en.contains("Jan") == false)
  }

  @Test func `a table out of JSON goes through the same guard`() throws {
    let table = Table(columns: [.numbers("klant", [111_222_333, 123_456_782]), .numbers("n", [1, 2])])
    #expect(throws: Diagnostic.self) { try guarding().admit(table, from: "a.json") }
    #expect(try guarding(pseudonymise: ["klant"]).admit(table, from: "a.json").columns[0].texts == ["p-1", "p-2"])
    #expect(try guarding(drop: ["klant"]).admit(table, from: "a.json").columnNames == ["n"])
  }

  private final class Numbered: Pseudonyms {
    var given: [String: String] = [:]
    let areLasting = true

    func pseudonym(of text: String) -> String {
      if let known = given[text] { return known }
      given[text] = "p-\(given.count + 1)"
      return given[text] ?? ""
    }
  }
}
