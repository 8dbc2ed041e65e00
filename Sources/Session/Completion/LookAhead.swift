import Glibc
import Language
@_spi(Host) import WorkbenchKit

extension Session {
  /// The columns of the table that whole stages of a line that is still being typed will give: they are run for it, where nothing of
  /// it stays, and given up where it takes more than a moment.
  ///
  /// - Returns: none where that cannot be told.
  func columns(after stages: [StageWords], in text: String) -> [Column] {
    let key = LookedAhead.Key(text: text, serial: workspace.serial, names: remembered.count)
    if let last = state.lookedAhead, last.key == key { return last.columns }
    let columns = (try? lookAhead(stages, in: SourceLine(text, source: "prompt"))) ?? []
    state.lookedAhead = LookedAhead(key: key, columns: columns)
    return columns
  }

  private func lookAhead(_ stages: [StageWords], in line: SourceLine) throws -> [Column] {
    let bound = try bind(Pipeline(stages: stages), in: line)
    // What writes a file is no way to a table.
    let writes = bound.stages.contains { stage in
      if case .host = stage.registration.body { return true }
      return stage.registration.signature.path.first == "to"
    }
    guard !writes else { return [] }
    let handle = handle()
    let files = UnwritableFiles(files: surroundings.files)
    let context = context(handle, state.remembered.values, files: files, monitor: Moment())
    var output = Output.nothing
    if case .result(let result) = bound.head { output = result.output }
    // Of a table that lies elsewhere the columns will do.
    context.stages = [.first(0)]
    for stage in bound.stages {
      try context.checkInterrupt()
      handle.owner = stage.registration.owner?.name
      context.turn(to: handle.owner.flatMap { registry.knowledge[$0] })
      switch stage.registration.body {
      case .command(let command): output = try command.run(stage.call, in: context)
      case .stage(let next): output = try next.apply(stage.call, to: output, in: context)
      case .host: return []
      }
    }
    // Names alone leave here: what stands under them may be hidden.
    return (output.table?.columns ?? []).map { Column($0.name, .texts([]), label: $0.label) }
  }
}

/// Work that nobody asked for: it is stopped as soon as somebody would notice.
private final class Moment: Monitor {
  private let end = Moment.seconds + 0.7

  func checkInterrupt() throws { if Self.seconds > end { throw Interrupted() } }
  func progress(_ fraction: Double, _ doing: Text) {}

  /// Time that only goes forward. Swift's own clock would bring its library for tasks, which nothing else here needs.
  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Files that can be read and not written.
private struct UnwritableFiles: FileAccess {
  let files: any FileAccess

  func read(_ path: String, at place: Place?) throws -> ReadFile { try files.read(path, at: place) }
  func readFolder(_ path: String, at place: Place?) throws -> ReadFile { try files.readFolder(path, at: place) }
  func stored(_ path: String, at place: Place?) throws -> (any StoredBytes)? { try files.stored(path, at: place) }
  func wasRead(_ path: String, sha256: String) { files.wasRead(path, sha256: sha256) }
  func write(_ bytes: [UInt8], to path: String, at place: Place?) throws { throw Interrupted() }
}
