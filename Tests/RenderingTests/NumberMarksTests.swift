import Rendering
import Testing
import WorkbenchKit

@Suite("Number marks")
struct NumberMarksTests {
  let nl = NumberMarks(.nl)
  let en = NumberMarks(.en)

  @Test("are 1.234,5 in Dutch and 1,234.5 in English")
  func marks() {
    #expect(nl.number(1234.5, decimals: 1) == "1.234,5")
    #expect(en.number(1234.5, decimals: 1) == "1,234.5")
    #expect(nl.number(-1_234_567, decimals: 0) == "-1.234.567")
    #expect(nl.number(-0.2, decimals: 0) == "0")
    #expect(nl.plain(2024) == "2024")
    #expect(nl.plain(0.5) == "0,5")
  }

  @Test("stay readable at the ends of what a number can be")
  func extremes() {
    #expect(nl.number(.nan, decimals: 1) == "–")
    #expect(nl.number(.infinity, decimals: 1) == "∞")
    #expect(nl.number(1.5e300, decimals: 2) == "1,5e+300")
    #expect(nl.number(123_456_789_012_345.67, decimals: 3) == "123456789012345,67")
    #expect(en.number(.leastNonzeroMagnitude, decimals: 3) == "0.000")
  }

  @Test("come with the unit as the language writes it")
  func units() {
    #expect(nl.value(.number(1250, unit: .persons)) == "1.250 personen")
    #expect(en.value(.number(1250, unit: .persons)) == "1,250 persons")
    #expect(nl.value(.number(0.296, unit: .share)) == "29,6 %")
    #expect(en.value(.number(0.296, unit: .share)) == "29.6%")
    #expect(nl.value(.number(12, unit: .percent)) == "12 %")
    #expect(nl.value(.number(1250.5, unit: .euro), format: .decimals(2)) == "€ 1.250,50")
    #expect(en.value(.number(-1250, unit: .euro)) == "-€1,250")
  }

  @Test("take as many decimals as a number needs, three at most")
  func automatic() {
    #expect(nl.value(.number(0.1)) == "0,1")
    #expect(nl.value(.number(2.0 / 3)) == "0,667")
    #expect(nl.value(.number(3)) == "3")
    #expect(nl.value(.number(0.3333), format: .share(1)) == "33,3 %")
    #expect(nl.value(.number(2024), format: .plain) == "2024")
  }

  @Test("write values that are no numbers too")
  func others() {
    #expect(nl.value(.missing) == "–")
    #expect(nl.value(.boolean(true)) == "ja")
    #expect(en.value(.boolean(false)) == "no")
    #expect(nl.value(.list([.number(1.5), .text("a")])) == "1,5 · a")
  }
}
