import Testing
import WorkbenchKit

@Suite struct ReadMembersTests {
  private func read(_ text: String) throws -> ReadMembers<ReadMembers<Double>> {
    try ReadMembers(field: JSONReader.parse(Array(text.utf8)))
  }

  @Test func `what cannot be read is kept, and named by the way to it`() throws {
    let text = #"{"a":{"x":1,"y":"twee"},"b":3}"#
    let members = try read(text)
    #expect(members["a"]?["x"] == 1 && members["b"] == nil)
    #expect(members.unread.map(\.name) == ["b", "a › y"])
    #expect(try members.json { try $0.json(JSON.number) }.canonical == text)
  }

  @Test func `what cannot be read is not written over`() throws {
    var members = try read(#"{"b":3}"#)
    members["b"] = ReadMembers(["x": 1])
    do {
      _ = try members.json { try $0.json(JSON.number) }
      Issue.record("written over")
    } catch { #expect((error as? Diagnostic)?.code == "document.unread") }
  }

  @Test func `what is no object cannot be read`() {
    #expect(throws: FieldProblem.self) { try read("[1]") }
  }

  @Test func `a member that holds nothing after a change goes, and one with something unread stays`() throws {
    var members = try read(#"{"a":{"x":1}}"#)
    members.change("b") { $0["y"] = 2 }
    members.change("a") { $0["x"] = nil }
    #expect(try members.json { try $0.json(JSON.number) }.canonical == #"{"b":{"y":2}}"#)
    var kept = try read(#"{"a":{"x":1,"y":"twee"}}"#)
    kept.change("a") { $0["x"] = nil }
    #expect(!kept.isEmpty && kept.unread.map(\.name) == ["a › y"])
  }
}
