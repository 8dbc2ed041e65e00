import Session
import Testing
@_spi(Host) import WorkbenchKit

@testable import Store

/// Tables of which something is sealed, as they come back from a file.
@Suite struct SealedTableTests {
  private static let table = Table(
    title: .verbatim("t"), columns: [.texts("a", ["▇▇▇", "b"]), .numbers("n", [.nan, 5])])

  private func read(_ text: String) throws -> Part {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      return try #require(try PartReader.part(.tables, from: &reader, in: bytes))
    }
  }

  @Test(arguments: [true, false]) func `the seal of a table comes back from its file, also from one that was edited`(
    hasTitle: Bool
  ) throws {
    var table = Self.table
    if !hasTitle { table.title = nil }
    let bytes = TableCodec.encode(table, beside: (Part.sealKey, "v1:00ff"))
    let text = String(decoding: bytes, as: UTF8.self)
    let edited = text.split(separator: "5]", omittingEmptySubsequences: false).joined(separator: "5.0 ]")
      .split(separator: ",", omittingEmptySubsequences: false).joined(separator: " , ")
    for form in [text, edited] {
      let part = try read(form)
      #expect(part.seal == "v1:00ff")
      #expect(part.canonical() == bytes)
    }
  }

  @Test func `a table without a seal has none`() throws {
    let bytes = TableCodec.encode(Self.table)
    let part = try read(String(decoding: bytes, as: UTF8.self))
    #expect(part.seal == nil && part.canonical() == bytes)
  }
}
