import Files
import Synchronization

/// Writes down what is asked of the disk.
public final class DiskLog: Sendable {
  private let log = Mutex<[DiskEvent]>([])

  public init() {}

  public var events: [DiskEvent] { log.withLock { $0 } }
  public var disk: Disk { Disk(watch: DiskWatch(done: { event in self.log.withLock { $0.append(event) } })) }
}

/// A folder as the power leaves it: what was synced is there; of the rest nothing, all, or something.
public struct PowerLoss {
  private struct File {
    /// As the last sync left it.
    var durable: [UInt8] = []
    /// As programs see it.
    var seen: [UInt8] = []
  }

  /// What became of the bytes that nobody waited for.
  private enum Rest: CaseIterable {
    case lost, written, torn, zeros
  }

  private var files: [File] = []
  /// By name which file it is, as programs see it.
  private var names: [String: Int] = [:]
  private var durableNames: [String: Int] = [:]
  /// What happened to names since the folder was synced.
  private var pending: [DiskEvent] = []

  public init(_ events: some Sequence<DiskEvent>) {
    for event in events { take(event) }
  }

  private mutating func take(_ event: DiskEvent) {
    switch event {
    case .opened: break
    case .made(let name):
      files.append(File())
      names[name] = files.count - 1
      pending.append(event)
    case .wrote(let name, let bytes): change(name) { $0.seen += bytes }
    case .cut(let name, let length):
      change(name) {
        $0.seen = Array($0.seen.prefix(length)) + Array(repeating: 0, count: max(0, length - $0.seen.count))
      }
    case .synced(let name): change(name) { $0.durable = $0.seen }
    case .renamed(let name, let other):
      names[other] = names.removeValue(forKey: name)
      pending.append(event)
    case .removed(let name):
      names[name] = nil
      pending.append(event)
    case .syncedFolder:
      durableNames = names
      pending = []
    }
  }

  private mutating func change(_ name: String, _ change: (inout File) -> Void) {
    if let index = names[name] { change(&files[index]) }
  }

  /// Every folder that can be left: any of the changes of names with any fate of the bytes.
  public var outcomes: [[String: [UInt8]]] {
    (0..<(1 << pending.count)).flatMap { chosen in
      let names = named(chosen)
      return Rest.allCases.map { rest in names.mapValues { content(files[$0], rest) } }
    }
  }

  /// The names where some of the changes reached the disk: a file that was made keeps its number, whatever it is called.
  private func named(_ chosen: Int) -> [String: Int] {
    var found = durableNames
    var made = names
    for event in pending.reversed() {
      if case .renamed(let name, let other) = event, let index = made[other] { made[name] = index }
    }
    for (position, event) in pending.enumerated() where chosen & (1 << position) != 0 {
      switch event {
      case .made(let name): found[name] = made[name]
      case .renamed(let name, let other):
        if let index = found.removeValue(forKey: name) ?? made[name] { found[other] = index }
      case .removed(let name): found[name] = nil
      default: break
      }
    }
    return found
  }

  private func content(_ file: File, _ rest: Rest) -> [UInt8] {
    let common = zip(file.durable, file.seen).prefix { $0 == $1 }.count
    let extra = file.seen.count - common
    switch rest {
    case .lost: return file.durable
    case .written: return file.seen
    case .torn: return Array(file.seen.prefix(common + extra / 2))
    case .zeros: return Array(file.seen.prefix(common)) + Array(repeating: 0, count: extra)
    }
  }
}
