import Testing
@_spi(Host) import WorkbenchKit

@Suite struct PairKindTests {
  private struct Arguments: Sendable {
    let values = Argument(list: "values", .pair(.value), about: .verbatim("values"))
    let shares = Argument(list: "shares", .pair(.share), required: false, about: .verbatim("shares"))
  }

  private func given(_ name: String, _ value: Value) throws -> Given<Arguments> {
    let arguments = Arguments()
    let parameter = name == "values" ? arguments.values.parameter : arguments.shares.parameter
    let bound = try parameter.bind(.list([.text("key"), value]), at: nil)
    return Given(bound: Call(path: [], line: "", place: nil, arguments: [name: [bound]]), to: arguments)
  }

  @Test(arguments: [Value.number(5), .number(12, unit: .percent), .text("007"), .boolean(true)])
  func `a value stays what it was typed as`(value: Value) throws {
    #expect(try given("values", value).values.map(\.value) == [value])
  }

  @Test func `another kind is checked and converted`() throws {
    #expect(try given("shares", .number(40, unit: .percent)).shares.map(\.value) == [0.4])
    #expect(throws: Diagnostic.self) { try given("shares", .text("veel")) }
  }

  @Test func `what is of a person does not pass`() {
    #expect(throws: Diagnostic.self) { try given("values", .text("bel 0612345678")) }
  }
}
