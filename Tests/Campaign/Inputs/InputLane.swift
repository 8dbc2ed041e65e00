import Session
import Store
import TestSupport
import WorkbenchKit

/// Reads files that were made worse, one a round: each gives an answer or one error, and an error leaves all as it was.
final class InputLane: Lane {
  /// After so many rounds a new session begins: what stands in it must not grow for ever.
  private static let block = 128

  private let seed: UInt64
  private let page: Page
  /// Good files to begin with, by family.
  let seeds: [[[UInt8]]]
  private var session: InputSession
  private let store: InputStore

  init(seed: UInt64, _ page: Page) throws {
    self.seed = seed
    self.page = page
    store = try InputStore()
    session = try InputSession()
    let form = try session.ballotForm()
    let package = try session.geoPackage()
    seeds = InputFamily.all.map { [store] family in
      switch family.reader {
      case .workspace: store.snapshots
      case .journal: store.journals
      case .operation: store.operations
      case .ballot: [form]
      case .geoPackage: [package]
      case .session, .script, .notebook, .manifest: family.seeds
      }
    }
  }

  func beginning(of number: Int) -> Int { number - number % Self.block }

  func files(of number: Int) -> [String: [UInt8]] {
    let (family, bytes) = input(number)
    return ["input.\(InputFamily.all[family].ending)": bytes]
  }

  func round(_ number: Int) throws {
    if number % Self.block == 0 { try session.begin() }
    let (index, bytes) = input(number)
    let family = InputFamily.all[index]
    do { try read(bytes, as: family) } catch let finding as Finding {
      throw Finding(
        kind: finding.kind, text: "\(family.name): \(finding.text)", files: ["input.\(family.ending)": bytes])
    } catch {
      throw Finding(
        kind: .wrong, text: "\(family.name): an error that is none: \(error)", files: ["input.\(family.ending)": bytes])
    }
    page[.inputs] += 1
    page[family: index] += 1
  }

  /// How long one input takes, in seconds of the processor, and how much memory above what was used before.
  func time(_ bytes: [UInt8], as family: Int) throws -> (seconds: Double, megabytes: Double) {
    try session.begin()
    let before = Memory.peakSinceNow()
    let start = Console.processor
    try read(bytes, as: InputFamily.all[family])
    return (Console.processor - start, Memory.peak - before)
  }

  private func input(_ number: Int) -> (family: Int, bytes: [UInt8]) {
    let index = number % InputFamily.all.count
    var mutation = Mutation(generator: .of(seed: seed, .inputs, number))
    let family = InputFamily.all[index]
    return (index, family.pack(mutation.input(family.shape, of: seeds[index])))
  }

  private func read(_ bytes: [UInt8], as family: InputFamily) throws {
    switch family.reader {
    case .session(let lines): try session.read(bytes, as: "file.\(family.ending)", lines)
    case .script: try session.run(bytes)
    case .notebook: try session.notebook(bytes)
    case .workspace: try store.open(bytes, journal: nil)
    case .journal: try store.open(store.base, journal: bytes)
    case .operation: try store.decode(bytes)
    case .manifest: try store.manifest(bytes)
    case .ballot: try session.ballot(bytes)
    case .geoPackage:
      try session.read(
        bytes, as: "file.gpkg", ["contents FILE", "read FILE", "read FILE!1 | describe", "wzw import FILE --year 2024"])
    }
  }
}
