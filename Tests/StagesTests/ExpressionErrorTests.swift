import Testing
import WorkbenchKit

/// Every error of an expression names its spot. `where` begins at 14, its condition at 20.
@Suite struct ExpressionErrorTests {
  private let lines: TableLines

  init() throws { lines = try TableLines(["tab.csv": "a;b;naam;ja\n1;2;Aap;true\n"]) }

  private func spot(_ condition: String) -> String? { lines.spot("read tab.csv | where \(condition)") }
  private func error(_ condition: String) -> Diagnostic? { lines.error("read tab.csv | where \(condition)") }

  @Test func anUnknownColumnIsNamedWhereItStands() {
    #expect(spot("a > 1 and bb > 2") == "column.unknown at 32")
    #expect(error("a > 1 and bb > 2")?.suggestion == "b")
    #expect(error("a > 1 and bb > 2")?.place?.length == 2)
  }

  @Test func aBareWordBehindAComparisonIsMostLikelyAText() {
    #expect(spot("naam = Utrecht") == "column.unknown at 29")
    #expect(error("naam = Utrecht")?.suggestion == "\"Utrecht\"")
  }

  @Test func typesThatDoNotFitAreNamed() {
    #expect(spot("naam > 5") == "expression.type at 22")
    #expect(error("naam > 5")?.message.en == "'naam' is a text and '5' a number: they cannot be compared so")
    #expect(spot("a = \"x\"") == "expression.type at 22")
    #expect(spot("a + naam > 1") == "expression.type at 26")
    #expect(spot("a ~ 'x'") == "expression.type at 22")
    #expect(spot("ja < true") == "expression.type at 22")
    #expect(spot("a in (1, 'x')") == "expression.type at 22")
    #expect(spot("not a") == "expression.type at 26")
    #expect(spot("a") == "expression.type at 22")
    #expect(spot("5") == "expression.type at 22")
    #expect(spot("if(ja, 1, 'x') = 1") == "expression.type at 32")
  }

  @Test func aDecimalCommaIsSaidToBeAPoint() {
    #expect(spot("a > 3,5") == "expression.comma at 26")
    #expect(error("a > 3,5")?.suggestion == "3.5")
    #expect(spot("(a > 3,5)") == "expression.comma at 27")
  }

  @Test func aPercentageNeedsToKnowWhatItIsOf() {
    #expect(spot("a > 50%") == "expression.unit at 26")
    #expect(
      error("a > 50%")?.wayOut?.en == "write 50 if the column runs from 0 to 100, 0.5 if it runs from 0 to 1")
  }

  @Test func grammarIsCheckedToTheSign() {
    #expect(spot("a >") == "expression.syntax at 25")
    #expect(spot("(a > 1") == "expression.syntax at 28")
    #expect(spot("a > 1)") == "expression.syntax at 27")
    #expect(spot("a > 1 b") == "expression.syntax at 28")
    #expect(spot("a == 1") == "expression.syntax at 24")
    #expect(error("a == 1")?.suggestion == "=")
    #expect(spot("a <> 1") == "expression.syntax at 24")
    #expect(spot("a && b") == "expression.syntax at 24")
    #expect(spot("a < 1 < 2") == "expression.syntax at 28")
    #expect(spot("a is 5") == "expression.syntax at 27")
    #expect(spot("a in 5") == "expression.syntax at 27")
    #expect(spot("a in (b)") == "expression.list at 28")
    #expect(spot("a @ 1") == "expression.syntax at 24")
    #expect(spot("1.2.3 = a") == "expression.number at 22")
    #expect(spot("€x = a") == "expression.number at 22")
    #expect(spot("and") == "expression.syntax at 22")
    #expect(spot("naam = \"\\q\"") == "syntax.escape at 30")
    #expect(spot("a = $weg") == "variable.unknown at 26")
    #expect(spot("rond(a) = 1") == "function.unknown at 22")
    #expect(error("rond(a) = 1")?.suggestion == "round")
    #expect(spot("abs(a, b) = 1") == "function.arguments at 22")
  }

  @Test func theSpotIsRightOnTheSecondLineToo() {
    let error = error("a > 1 \\\n  and bb > 1")
    #expect(error?.place?.line == 2)
    #expect(error?.place?.column == 7)
    #expect(error?.place?.text == "  and bb > 1")
  }

  @Test func nestingHasALimitAndNoCrash() {
    #expect(error(String(repeating: "(", count: 30_000))?.code == "expression.deep")
    #expect(error(String(repeating: "(", count: 100_000))?.code == "expression.long")
    #expect(error(String(repeating: "not ", count: 10_000) + "ja")?.code == "expression.deep")
    #expect(error("a > " + String(repeating: "-", count: 30_000) + "1")?.code == "expression.deep")
    #expect(error("a > " + String(repeating: "1 + ", count: 10_000) + "1")?.code == "expression.deep")
    #expect(error("a > " + String(repeating: "abs(", count: 10_000))?.code == "expression.deep")
    #expect(error(Array(repeating: "a = 1", count: 5000).joined(separator: " or ")) == nil)
  }

  @Test func aDefinitionNeedsANameAndASign() {
    #expect(lines.spot("read tab.csv | derive a b = 1") == "expression.definition at 23")
    #expect(lines.spot("read tab.csv | derive 5 = 1") == "expression.definition at 23")
    #expect(lines.spot("read tab.csv | derive") == "argument.missing at 22")
    #expect(lines.spot("read tab.csv | derive x =") == "expression.syntax at 26")
  }
}
