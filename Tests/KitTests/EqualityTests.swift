import Testing
@_spi(Host) import WorkbenchKit

@Suite struct EqualityTests {
  private func column(_ values: [Double]) -> Column { .numbers("x", values) }

  @Test func `a missing number equals a missing number, of whatever kind of NaN`() {
    #expect(column([1, .nan]) == column([1, .nan]))
    #expect(column([1, .nan]) == column([1, .signalingNaN]))
    #expect(column([1, .nan]) == column([1, -.nan]))
    #expect(Table(columns: [column([.nan])]) == Table(columns: [column([.nan])]))
  }

  @Test func `equal columns have equal hashes`() {
    #expect(Set([column([1, .nan, 0]), column([1, -.nan, -0.0])]).count == 1)
  }

  @Test func `what differs is not equal`() {
    #expect(column([1, .nan]) != column([1, 2]))
    #expect(column([1]) != column([1, .nan]))
    #expect(column([1]) != Column("x", .texts(["1"])))
    #expect(Column("x", .booleans([true, nil])) != Column("x", .booleans([true, false])))
    #expect(Column("x", .texts(["a", nil])) == Column("x", .texts(["a", nil])))
  }

  @Test func `parts are equal by what they hold, not by how they were made`() {
    #expect(Part(["b": 1, "a": 2]) == Part(canonical: Array("{\"a\":2,\"b\":1}".utf8)))
    #expect(Part(1) != Part(2))
  }

  @Test func `nesting is measured without going deeper than asked`() throws {
    func nested(_ depth: Int) -> JSON { (0..<depth).reduce(JSON.null) { inner, _ in .array([inner]) } }
    #expect(!nested(3).nests(deeperThan: 3))
    #expect(nested(4).nests(deeperThan: 3))
    #expect(!Part(nested(Part.depthLimit)).isTooDeep)
    #expect(Part(nested(Part.depthLimit + 1)).isTooDeep)
    #expect(Part(canonical: Array(nested(Part.depthLimit + 1).canonical.utf8)).isTooDeep)
    #expect(!Part(canonical: Array("\"[[[\\\"[[[\"".utf8)).isTooDeep)
  }
}
