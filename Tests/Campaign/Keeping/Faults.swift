import FaultyCalls
import Glibc
import Session
import Store
import TestSupport
import WorkbenchKit

/// Makes a call of a session fail, once or from then on: what was acknowledged is there, what was refused is not.
struct Faults {
  let page: Page
  private let folder = TemporaryFolder(inMemory: true)
  private static let errors = [ENOSPC, EIO, EINTR, EMFILE]

  init(_ page: Page) { self.page = page }

  /// What a session knows at its end: the states that may be found.
  private struct Told {
    var states: [[UInt8]] = []
    /// What it was told, in order.
    var log: [String] = []
    /// What was told that was no `Diagnostic`.
    var strange: String?
  }

  func round(_ generator: inout SeededGenerator) throws {
    let steps = RandomSteps(10, lineage: "none", using: &generator).operations
    // Without a fault, to know how many calls there are.
    clear()
    faulty_arm(.max - 1, 0, 0, 0)
    _ = session(steps)
    let calls = faulty_disarm()
    for _ in 0..<4 {
      let error = Self.errors.randomElement(using: &generator) ?? EIO
      let first = Int.random(in: 1...max(1, calls), using: &generator)
      let stays = Bool.random(using: &generator)
      // A call that is interrupted is made again: for ever would be for ever.
      let again = !stays ? 0 : error == EINTR ? Int.random(in: 1...3, using: &generator) : Int.max / 2
      let isShort = Int.random(in: 0..<3, using: &generator) == 0
      clear()
      faulty_arm(first, again, error, isShort ? 1 : 0)
      let told = session(steps)
      faulty_disarm()
      page[.faults] += 1
      let call = faulty_call().map { String(cString: $0) } ?? "no call"
      try judge(
        told,
        "\(call), call \(first) of \(calls), \(String(cString: strerror(error)))\(stays ? ", staying" : "")\(isShort ? ", short" : "")"
      )
    }
  }

  private func clear() { for name in folder.names() { unlink(folder(name)) } }

  private func session(_ steps: [Operation]) -> Told {
    var told = Told()
    do {
      let opened = try Keeper.open(folder("w.json"))
      defer { opened.keeper.close() }
      var workspace = opened.workspace
      told.states = [Self.content(workspace)]
      for (index, operation) in steps.enumerated() {
        guard let next = try? workspace.applying(operation) else { continue }
        do {
          try opened.keeper.record(operation, serial: next.serial)
          workspace = next
          told.states = [Self.content(workspace)]
          told.log.append("step \(next.serial)")
        } catch let error as Diagnostic where error.code == "workspace.uncertain" {
          told.states = [Self.content(workspace), Self.content(next)]
          told.log.append("step \(next.serial): uncertain")
        }
        if index % 4 == 3 {
          do { try opened.keeper.save(workspace) } catch let error as Diagnostic {
            // Whether it is in the file or still in the journal, it says the same.
            told.log.append("save: \(error.code)")
            continue
          }
          told.states = [Self.content(workspace)]
          told.log.append("save")
        }
      }
    } catch let error as Diagnostic {
      // Not opened: nothing was acknowledged. A step that was refused ends this session.
      if told.states.isEmpty { told.states = [Self.content(nil)] }
      told.log.append(error.code)
    } catch { told.strange = "\(error)" }
    return told
  }

  /// Without the lineage, which is by chance.
  private static func content(_ workspace: Workspace?) -> [UInt8] {
    guard let workspace else { return content(Workspace(lineage: "")) }
    return SnapshotWriter.encode(
      Workspace(
        lineage: "", serial: workspace.serial, parts: workspace.parts.mapValues(\.part), log: workspace.log,
        branch: workspace.branch, others: workspace.others))
  }

  private func judge(_ told: Told, _ fault: String) throws {
    let files = Dictionary(folder.names().map { ($0, folder.read($0) ?? []) }) { first, _ in first }
    func finding(_ kind: Finding.Kind, _ text: String) -> Finding {
      Finding(kind: kind, text: "\(fault): \(text)", files: files)
    }
    if let strange = told.strange { throw finding(.wrong, "an error that is none: \(strange)") }
    do {
      let reopened = try Keeper.open(folder("w.json"))
      defer { reopened.keeper.close() }
      guard !reopened.keeper.isReadOnly else { throw finding(.loss, "\(reopened.notices.map(\.text.en))") }
      guard told.states.contains(Self.content(reopened.workspace)) else {
        throw finding(.loss, "found serial \(reopened.workspace.serial), which is not what was told: \(told.log)")
      }
      let next = Operation.step(
        Step.Record(line: "next", time: ""), changes: [PartName(.about, "title"): Part(.string("next"))])
      try reopened.keeper.record(next, serial: reopened.workspace.serial + 1)
    } catch let error as Diagnostic {
      throw finding(.loss, "it cannot be gone on with: \(error.code) \(error.message.en)")
    }
  }
}
