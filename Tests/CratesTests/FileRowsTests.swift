import Testing

@testable import Crates

/// Cells of a delimited file are found by code and column, counted as RFC 7111 counts them.
@Suite struct FileRowsTests {
  private func read(_ text: String, _ codes: Set<String>) -> FileRows? {
    FileRows(Array(text.utf8), codes: codes) {}
  }

  @Test func `the heading is row 1, and blanks and quotes around a code do not count`() throws {
    let rows = try #require(read("ID;code;n\n1;BU01  ;5\n2;\"BU02\";7\n", ["BU01", "BU02"]))
    #expect(rows.fragment(code: "BU01", column: "n") == "cell=2,3")
    #expect(rows.fragment(code: "BU02", column: "n") == "cell=3,3")
  }

  @Test func `a code in several rows, or in none, points to the column only, and an unknown column to nothing`() throws
  {
    let rows = try #require(read("code,n\nA,1\nA,2\nB,3\n", ["A", "B", "C"]))
    #expect(rows.fragment(code: "A", column: "n") == "col=2")
    #expect(rows.fragment(code: "C", column: "n") == "col=2")
    #expect(rows.fragment(code: nil, column: "n") == "col=2")
    #expect(rows.fragment(code: "B", column: "m") == nil)
  }

  @Test func `a line break within quotes begins no row`() throws {
    let rows = try #require(read("code,text,n\nA,\"one\ntwo, \"\"three\"\"\",1\nB,x,2\n", ["B"]))
    #expect(rows.fragment(code: "B", column: "n") == "cell=3,3")
  }

  @Test func `what is no delimited text has no rows`() {
    #expect(read("", ["A"]) == nil)
    #expect(read("{}", ["A"]) == nil)
    #expect(FileRows([0x50, 0x4B, 0, 1, 0x2C], codes: ["A"]) {} == nil)
  }
}
