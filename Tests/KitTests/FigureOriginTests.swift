import Testing
import WorkbenchKit

@Suite struct FigureOriginTests {
  private func origin(_ file: String, _ columns: [String], _ assumption: String, _ source: String) -> FigureOrigin {
    var origin = FigureOrigin()
    origin.add(InputFile(path: file, sha256: "0", columns: columns))
    origin.add(.init(.verbatim(file), .measured))
    origin.add(assumption: .verbatim(assumption))
    origin.add(Source(id: source, title: source, publisher: "", date: ""))
    origin.add(
      Derivation(column: "estimate", key: "area", variant: "origin", when: file, method: .verbatim("×"), factors: []))
    return origin
  }

  @Test func `two figures of one file have the columns of both, and each thing once`() {
    let both = origin("a.csv", ["people", "rate"], "even", "cbs").merged(
      with: origin("a.csv", ["rate", "low"], "even", "rivm"))
    #expect(both.inputs.map(\.columns) == [["people", "rate", "low"]])
    #expect(both.ingredients == [.init(.verbatim("a.csv"), .measured)])
    #expect(both.assumptions == [.verbatim("even")])
    #expect(both.sources.map(\.id) == ["cbs", "rivm"])
    #expect(both.derivations.count == 1)
  }

  @Test func `figures of two files have both, in their order`() {
    let (one, other) = (origin("b.csv", ["x"], "even", "cbs"), origin("a.csv", ["x"], "odd", "cbs"))
    let both = one.merged(with: other)
    #expect(both.inputs.map(\.path) == ["b.csv", "a.csv"])
    #expect(both.assumptions == [.verbatim("even"), .verbatim("odd")])
    #expect(both.derivations.map(\.when) == ["b.csv", "a.csv"])
    #expect(one.merged(with: one) == one && FigureOrigin().merged(with: one) == one)
  }
}
