import Testing
import WorkbenchKit

@testable import Session

/// Numbers and days that are hidden, in the forms people write.
@Suite struct WrittenFigureTests {
  private func redacted(_ text: String, hiding words: [String]) -> String {
    let vault = OpenVault()
    let redactor = Redactor(vault: vault)
    vault.hidden = words.map { word in
      let figure = WrittenFigure.phrase(of: word)
      let cut = HiddenWords(word)
      return HiddenWord(
        digest: redactor.digest(figure ?? cut.phrase, "0"), length: cut.words.count, added: "",
        mayBeFigure: figure != nil)
    }
    redactor.attend("0")
    return redactor.redacted(text)
  }

  @Test(arguments: [
    "123456782", "123.456.782", "123,456,782", "123 456 782", "123\u{A0}456\u{A0}782", "123\u{2009}456\u{2009}782",
    "1234.56.782", "123-456-782", "123\u{2011}456\u{2011}782", "123'456'782", "123.456.782,00", "123,456,782.0",
    "1.23456782e8", "1,23456782E+08", "0123456782", "１２３４５６７８２",
  ])
  func `a number is known by its value, however it is written`(text: String) {
    #expect(redacted("n: \(text).", hiding: ["123456782"]) == "n: ▇▇▇.")
    #expect(redacted("n: 123456782", hiding: [text]) == "n: ▇▇▇")
  }

  @Test(arguments: [
    "123456783", "1234567820", "12345678", "123.456.782.000", "123.456.782,5", "x123456782", "123456782x",
  ])
  func `another number stays`(text: String) { #expect(redacted(text, hiding: ["123456782"]) == text) }

  @Test(arguments: [
    ("30 mensen", "▇▇▇ mensen"), ("30.000 mensen", "30.000 mensen"), ("n in (30,40)", "n in (▇▇▇,40)"),
    ("2030", "2030"),
    ("7,30,250", "7,▇▇▇,250"), ("30,250,7", "▇▇▇,250,7"), ("30.5", "30.5"), ("1.230", "1.230"), ("-30", "-▇▇▇"),
    ("30-31-32", "▇▇▇-31-32"),
  ])
  func `a small number is hidden where it stands by itself`(text: String, expected: String) {
    #expect(redacted(text, hiding: ["30"]) == expected)
  }

  /// Before numbers were known by value, the digits were known as they were typed.
  @Test func `a number that was hidden with its noughts stays hidden`() {
    let vault = OpenVault()
    let redactor = Redactor(vault: vault)
    vault.hidden = [HiddenWord(digest: redactor.digest("0612345678", "0"), length: 1, added: "", mayBeFigure: true)]
    redactor.attend("0")
    #expect(redactor.redacted("bel 0612345678 of 06.123.456.78") == "bel ▇▇▇ of ▇▇▇")
    #expect(redactor.redacted("bel 612345678") == "bel 612345678")
  }

  @Test func `a fraction is hidden in both marks`() {
    #expect(redacted("1,5 en 1.5, niet 15 of 1,50 m", hiding: ["1,25"]) == "1,5 en 1.5, niet 15 of 1,50 m")
    #expect(redacted("1,5 en 1.5, niet 15", hiding: ["1,5"]) == "▇▇▇ en ▇▇▇, niet 15")
  }

  @Test(arguments: [
    "12-03-1950", "12-3-1950", "12/03/1950", "12.03.1950", "1950-03-12", "19500312", "12 maart 1950", "12 mrt 1950",
    "March 12, 1950", "12 March 1950", "12-03-50", "12\u{2011}03\u{2011}1950",
  ])
  func `a day is known whatever its form`(text: String) {
    #expect(redacted("geboren \(text) te Utrecht", hiding: ["1950-03-12"]) == "geboren ▇▇▇ te Utrecht")
  }

  @Test func `of a moment the day is hidden, and another day stays`() {
    #expect(redacted("1950-03-12T10:00", hiding: ["12 maart 1950"]) == "▇▇▇T10:00")
    #expect(redacted("13-03-1950, 12-04-1950, 1950", hiding: ["1950-03-12"]) == "13-03-1950, 12-04-1950, 1950")
  }

  @Test(arguments: [
    "Karel Klaassen", "karel  klaassen", "Karel\u{A0}Klaassen", "Karel\u{2011}Klaassen", "Karel%20Klaassen",
    "Ka\u{AD}rel Klaas\u{AD}sen", "K\u{200B}arel Klaassen", "Ｋａｒｅｌ Klaassen", "K%61rel%20Klaassen", "KÁREL KLAASSEN",
    "Karel_Klaassen",
  ])
  func `a name is known with signs in it that nobody sees`(text: String) {
    #expect(redacted("dag \(text)!", hiding: ["Karel Klaassen"]) == "dag ▇▇▇!")
  }

  @Test func `a percentage is no code`() {
    #expect(redacted("100%ab, 50 %, 5%", hiding: ["Karel"]) == "100%ab, 50 %, 5%")
    #expect(redacted("Zo%C3%AB en Zo%EB", hiding: ["Zoë"]) == "▇▇▇ en Zo%EB")
  }
}
