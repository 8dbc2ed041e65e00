import Session
import Testing
import WorkbenchKit

@testable import InstrumentSelector

/// What roles scored in the scans, offered to other plugins.
@Suite struct ScanOfferTests {
  private func offered(_ bench: Workbench) throws -> Table? {
    try bench.session.workspace.parts[PartName(.tables, "steer.scans")]?.part.table()
  }

  @Test func `what is scored is offered, and a scan that is offered again replaces its own rows only`() throws {
    let bench = try Workbench()
    try bench.run("steer scan vbpm vertrouwen=2 doel=4 --by wethouder")
    try bench.run("steer scan readiness weten=4 --by wethouder")
    try bench.run("steer scan vbpm vertrouwen=3 --by bewoners --offer")
    #expect(try offered(bench)?.columnNames == ["kind", "item", "median", "low", "high", "roles"])
    #expect(try offered(bench)?.column("item")?.texts == ["doel", "vertrouwen"])
    #expect(try offered(bench)?.column("median")?.numbers == [4, 2.5])
    #expect(try offered(bench)?.column("roles")?.numbers == [1, 2])
    try bench.run("steer scan readiness --offer")
    #expect(try offered(bench)?.column("kind")?.texts == ["vbpm", "vbpm", "readiness"])
    try bench.run("steer scan vbpm vertrouwen=1 --by bewoners --offer")
    #expect(try offered(bench)?.column("kind")?.texts == ["readiness", "vbpm", "vbpm"])
    try bench.run("steer scan --offer")
    #expect(try offered(bench)?.rowCount == 3)
  }

  @Test func `agreement is that of the statements, and scores between the steps have none`() throws {
    let bench = try Workbench()
    for (role, score) in [("a", "2"), ("b", "4"), ("c", "5")] {
      try bench.run("steer scan readiness weten=\(score) doen=\(score).5 --by \(role)".replacing("5.5", with: "5"))
    }
    let table = try #require(try bench.run("steer scan readiness").table)
    let items = table.column("item")?.texts ?? []
    let agreement = table.column("agreement")?.numbers ?? []
    let know = try #require(items.firstIndex(of: "weten"))
    #expect(abs(agreement[know] - 1.0 / 9) < 1e-12)
    #expect(agreement[try #require(items.firstIndex(of: "doen"))].isNaN)
  }

  @Test func `hidden roles leave medians and agreement`() throws {
    let bench = try Workbench()
    try bench.run("steer scan readiness weten=4 --by wethouder")
    try bench.session.apply(
      .step(.init(line: "test", time: ""), changes: [PartName(.settings, "kring.show-roles"): Part("off")]))
    let names = try bench.run("steer scan readiness").table?.columnNames ?? []
    #expect(names.contains("median") && names.contains("agreement"))
    #expect(!names.contains("low") && !names.contains("high") && !names.contains("wethouder"))
  }
}
