import Session
import Store
import TestSupport
import Testing
import WorkbenchKit

/// All that a step tells of itself is there again, out of the file and out of the journal.
@Suite struct StepRecordTests {
  private let records = [
    Samples.mergedRecord,
    Samples.operations.compactMap { operation -> Step.Record? in
      guard case .step(let record, _) = operation, !record.needs.isEmpty else { return nil }
      return record
    }[0],
  ]

  @Test func `out of a snapshot`() throws {
    for record in records {
      let workspace = try Samples.workspace([.step(record, changes: [PartName(.settings, "seed"): Part(2)])])
      let read = SnapshotReader.read(SnapshotWriter.encode(workspace))
      #expect(read.damage == nil)
      #expect(read.workspace.log.done.map(\.record) == [record])
    }
  }

  @Test func `out of a journal`() throws {
    for record in records {
      guard case .step(let read, _) = try OperationForm.decode(OperationForm.encode(.step(record, changes: [:]))) else {
        Issue.record("no step")
        continue
      }
      #expect(read == record)
    }
  }
}
