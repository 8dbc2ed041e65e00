import TestSupport
import Testing
import WorkbenchKit

/// What the circle says of necessity, through the program: kept in the workspace, taken back by undo.
@Suite struct WoonzorgwijzerNeedTests {
  private func answers(_ lines: [String], in folder: TemporaryFolder) throws -> [JSON] {
    let child = Leerkring.run(["--json", "-w", "kring.json"] + lines.flatMap { ["-c", $0] }, folder: folder.path)
    return try child.output.split(separator: "\n").map { try JSONReader.parse(String($0)) }
  }

  @Test func `what a role said is there after a restart, and undo takes back the last word only`() throws {
    let folder = TemporaryFolder()
    _ = try answers(
      [
        "wzw need set 3 nultrede inwonend noodzakelijk --by gemeente",
        "wzw need set 3 nultrede inwonend niet-nodig --by corporatie",
      ], in: folder)
    let both = try #require(try answers(["wzw need agree 3"], in: folder).last?.rows.first)
    #expect(both["median"] == "niet-nodig" && both["median_high"] == "noodzakelijk" && both["agreement"] == -1)
    let one = try #require(try answers(["undo", "wzw need agree 3"], in: folder).last?.rows.first)
    #expect(one["median"] == "noodzakelijk" && one["roles"] == 1 && one["agreement"] == .null)
  }
}
