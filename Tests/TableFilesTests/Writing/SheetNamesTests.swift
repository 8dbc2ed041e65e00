import Testing

@testable import TableFiles

@Suite struct SheetNamesTests {
  private func names(_ wished: [String]) -> [String] {
    var names = SheetNames(in: .nl)
    return wished.map { names.name(for: $0) }
  }

  @Test func `signs that a spreadsheet does not take become a dash`() {
    #expect(names(["a[b]:c*d?e/f\\g"]) == ["a-b--c-d-e-f-g"])
    #expect(names(["regel\neen\u{1} twee "]) == ["regel een twee"])
    #expect(names(["'s-Gravenhage'"]) == ["s-Gravenhage"])
  }

  @Test func `a name has 31 characters at most and no sign is cut in two`() {
    #expect(names(["Eenzaamheid onder inwoners van 65 jaar"]) == ["Eenzaamheid onder inwoners van"])
    #expect(names([String(repeating: "a", count: 31), String(repeating: "a", count: 32)]).map(\.count) == [31, 31])
    #expect(names([String(repeating: "a", count: 30) + "🏡"]) == [String(repeating: "a", count: 30)])
    #expect(names([String(repeating: "👩‍👩‍👧", count: 4)]).first?.utf16.count == 24)
  }

  @Test func `no two names are alike, whatever their capitals`() {
    #expect(names(["Wijken", "wijken", "WIJKEN"]) == ["Wijken", "wijken (2)", "WIJKEN (3)"])
    let long = String(repeating: "a", count: 40)
    #expect(names([long, long])[1] == String(repeating: "a", count: 27) + " (2)")
  }

  @Test func `no name and a name that is kept by others get another`() {
    #expect(names(["", " ", "'", "History"]) == ["Tabel", "Tabel (2)", "Tabel (3)", "History (2)"])
  }
}
