import TestSupport
import Testing

/// What a person puts into a table or a picture passes the guard, and what only looks a column up does not.
@Suite struct WordsOfAPersonTests {
  private let lines: TableLines

  init() throws { lines = try TableLines() }

  @Test func aNewNameOfAColumnIsGuarded() {
    #expect(lines.spot("read buurten.csv | rename naam 'jan@example.nl'") == "personal.found at 32")
    #expect(lines.error("read buurten.csv | rename 'jan@example.nl' naam")?.code == "column.unknown")
  }

  @Test func aTitleIsGuarded() {
    let line = "read buurten.csv | chart bar --x naam --y inwoners --title "
    #expect(lines.error(line + "'BSN 111222333'")?.code == "personal.found")
    #expect(lines.error(line + "'Inwoners per buurt'") == nil)
  }

  @Test func theCriterionOfAWeightIsGuarded() {
    #expect(lines.error("read keuzes.csv | rank wsm --weights jan@example.nl=1")?.code == "personal.found")
  }
}
