import Glibc
import TestSupport
import Testing
import WorkbenchKit

@testable import Files

/// Large files are read where they lie.
@Suite struct StoredFileTests {
  let folder = TemporaryFolder()
  private var files: DiskFiles { DiskFiles(folder: folder.path) }

  private func bytes(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 9) } }

  private func part(_ stored: any StoredBytes, _ range: Range<Int>) throws -> [UInt8] {
    var part = [UInt8](repeating: 0, count: range.count)
    try part.withUnsafeMutableBytes { try stored.read(from: range.lowerBound, into: $0) }
    return part
  }

  @Test func `a file of exactly the size is stored, and one that is a byte smaller is read whole`() throws {
    let large = bytes(DiskFiles.storedFrom)
    folder.write(large, to: "a.csv")
    folder.write(Array(large.dropLast()), to: "b.csv")
    let stored = try #require(try files.stored("a.csv", at: nil))
    #expect(stored.count == large.count)
    #expect(try files.stored("b.csv", at: nil) == nil)
    for range in [0..<0, 0..<1, 5..<70_000, large.count - 1..<large.count, 0..<large.count] {
      #expect(try part(stored, range) == Array(large[range]))
    }
    #expect(try stored.sha256() == SHA256.hex(large) && stored.sha256() == SHA256.hex(large))
    try stored.demandUnchanged()
  }

  @Test func `what is no file, or not there, is left to who reads it whole`() throws {
    for path in ["", "nergens.csv", ".", "/dev/null", "/dev/stdin", "a\u{0}b"] {
      #expect(try files.stored(path, at: nil) == nil, "\(path)")
    }
  }

  @Test func `a file that changes while it is read is told, and one that was replaced is read to its end`() throws {
    folder.write(bytes(5 << 20), to: "a.csv")
    let stored = try #require(try files.stored("a.csv", at: nil))
    // Another file of that name is another file.
    #expect(rename(folder("a.csv"), folder("weg.csv")) == 0)
    folder.write(bytes(10), to: "a.csv")
    #expect(try part(stored, 5..<10) == Array(bytes(10)[5...]))
    truncate(folder("weg.csv"), 1_000)
    let error = #expect(throws: Diagnostic.self) { try part(stored, 2_000..<3_000) }
    #expect(error?.code == "file.changed")
    #expect(#expect(throws: Diagnostic.self) { try stored.demandUnchanged() }?.code == "file.changed")
  }

  @Test func `work beside is done once, and left where nobody wants it`() {
    let beside = Beside { _ in 7 }
    #expect(beside.outcome() == 7 && beside.outcome() == 7)
    for _ in 0..<50 { _ = Beside { isWanted in (0..<1_000_000).first { _ in !isWanted() } } }
  }
}
