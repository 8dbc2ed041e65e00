import Files
import TestSupport
import Testing
import WorkbenchKit

@testable import Notebooks

/// A cell writes in the folder of its notebook, also a file whose bytes come some at a time.
@Suite struct FolderFilesTests {
  private let folder = TemporaryFolder()
  private let elsewhere = TemporaryFolder()

  private func files(allowed: [String] = []) -> FolderFiles {
    FolderFiles(
      DiskFiles(folder: folder.path), folder: folder.path, own: folder("book.md"), allowed: allowed,
      permit: { _ in false })
  }

  private func refusal(_ path: String) -> String? {
    do {
      _ = try files().begin(path, at: nil)
      return nil
    } catch { return (error as? Diagnostic)?.code }
  }

  @Test func `a file is told as written once it is there`() throws {
    let files = files(allowed: [elsewhere.path])
    for path in ["a.csv", elsewhere("b.csv")] {
      let file = try #require(try files.begin(path, at: nil))
      try file.append([1])
      #expect(files.takeWritten() == [])
      try file.finish()
      #expect(files.takeWritten() == [path])
    }
    #expect(folder.names() == ["a.csv"] && elsewhere.names() == ["b.csv"])
  }

  @Test func `elsewhere, and over the notebook itself, nothing is begun`() {
    folder.write("# boek", to: "book.md")
    #expect(refusal("book.md") == "notebook.itself" && refusal(elsewhere("b.csv")) == "notebook.outside")
    #expect(folder.names() == ["book.md"] && elsewhere.names() == [])
  }
}
