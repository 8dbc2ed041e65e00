import Testing
import WorkbenchKit

@Suite struct DrawnFiguresTests {
  @Test func `a standard error is called one, with what it is of`() {
    #expect(Text.drawn(1000, seed: 7).nl == "1.000 trekkingen, seed 7")
    let errors = [(Text.verbatim("2"), of: Text?.some(Text(nl: "een kans", en: "a chance")))]
    #expect(
      Text.drawn(1000, seed: 7, errors: errors).nl == "1.000 trekkingen, seed 7: standaardfout hoogstens 2 bij een kans"
    )
    #expect(Text.drawn(1000, seed: 7, errors: errors).en == "1,000 draws, seed 7: standard error at most 2 of a chance")
    #expect(Text.standardErrors([(.verbatim("2"), of: nil)]).en == "standard error at most 2")
  }
}

@Suite struct OpenColumnTests {
  @Test func `what is withheld, of another type or not there is missing`() {
    var numbers = Column.numbers("n", [1, 2])
    numbers.withheld = [0: "<5"]
    var texts = Column.texts("t", ["a", nil])
    texts.withheld = [0: "<5"]
    let table = Table(columns: [numbers, texts])
    #expect(table.openNumbers("n")[0].isNaN && table.openNumbers("n")[1] == 2)
    #expect(table.openTexts("t") == [nil, nil] && table.openTexts("n") == [nil, nil])
    #expect(table.openNumbers("t").allSatisfy(\.isNaN) && table.openNumbers("?").count == 2)
    #expect(table.openTexts("?") == [nil, nil])
  }
}
