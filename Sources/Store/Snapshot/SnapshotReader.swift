import Session
import WorkbenchKit

/// A workspace as far as it could be read, with what stopped the reading.
public struct Snapshot: Sendable {
  public let workspace: Workspace
  /// Says what is wrong and on which line; nil where the file is whole.
  public let damage: Diagnostic?
  /// Whether anything in it shows that the file is a workspace.
  let isRecognizable: Bool
  /// What the file says of its own bytes; nil where it says nothing.
  let seal: Seal?
  /// Whether its bytes, or at least all that they say, are what was sealed.
  let isAsSealed: Bool
  /// Members that mean nothing to this program, by name.
  let strangers: [String]
}

/// Reads the file of a workspace of the present version; parts stay bytes until they are used.
public struct SnapshotReader {
  private var lineage = ""
  private var serial = 0
  private var parts: [PartName: Part] = [:]
  private var done: [Step] = []
  private var undone: [Step] = []
  private var next = 1
  private var branches = BranchesReader()
  private var seen: Set<String> = []
  private var seal: Seal?
  private var sealRange = 0..<0

  private init() {}

  /// Reads as far as it goes.
  public static func read(_ bytes: [UInt8]) -> Snapshot {
    var this = SnapshotReader()
    var damage = ObjectReader.utf8Damage(bytes)
    var others: [String: Branch] = [:]
    // What is not UTF-8 is told and does not keep the rest from being read.
    let readable = damage == nil ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    readable.withUnsafeBufferPointer { buffer in
      var file = ObjectReader(buffer, at: ByteOrderMark.length(in: buffer))
      do {
        try file.object { file, key in
          this.seen.insert(key)
          try this.member(key, &file)
        }
        try file.reader.end()
        try this.checkComplete(file)
      } catch let error as Diagnostic {
        // Of a wrong byte and a wrong token the token tells where reading stopped.
        damage = error
      } catch {}
      let rebuilt = this.branches.rebuild(beside: Branch(parts: this.parts, log: this.log))
      others = rebuilt.others
      damage = damage ?? rebuilt.damage
    }
    let workspace = Workspace(
      lineage: this.lineage, serial: this.serial, parts: this.parts, log: this.log, branch: this.branches.current,
      others: others)
    return Snapshot(
      workspace: workspace, damage: damage, isRecognizable: !this.seen.isDisjoint(with: known), seal: this.seal,
      isAsSealed: damage == nil && this.isSealed(bytes, workspace),
      strangers: this.seen.subtracting(known).sorted())
  }

  /// A file that was only laid out anew, by an editor or a version system, says what was sealed.
  private func isSealed(_ bytes: [UInt8], _ workspace: Workspace) -> Bool {
    guard let seal else { return false }
    return seal.fits(bytes, at: sealRange) || Seal.sealed(workspace, state: seal.state).seal == seal
  }

  private var log: Log { Log(done: done, undone: undone, nextNumber: next) }

  private static let known: Set<String> = [
    "about", "branches", "documents", "format", "language", "lineage", "log", "results", "seal", "serial", "settings",
    "tables", "title", "version",
  ]

  private mutating func member(_ key: String, _ file: inout ObjectReader) throws {
    switch key {
    case "lineage": lineage = try file.text()
    case "serial": serial = try file.count()
    case "title", "language": try take(PartName(.about, key), &file)
    case "about": try take(.about, &file)
    case "branches": try branches.read(&file)
    case "results": try take(.results, &file)
    case "settings": try take(.settings, &file)
    case "tables": try take(.tables, &file)
    case "documents": try takeDocuments(&file)
    case Seal.name:
      _ = file.reader.peek()
      let start = file.reader.offset
      seal = Seal(try file.reader.value())
      sealRange = start..<file.reader.offset
    case "log": try takeLog(&file)
    default: _ = try file.reader.skip()
    }
  }

  private mutating func take(_ name: PartName, _ file: inout ObjectReader) throws {
    parts[name] = try file.part(name.section)
  }

  private mutating func take(_ section: PartName.Section, _ file: inout ObjectReader) throws {
    try file.object { file, key in try take(PartName(section, key), &file) }
  }

  private mutating func takeDocuments(_ file: inout ObjectReader) throws {
    try file.object { file, plugin in
      try file.object { file, key in
        switch key {
        case "schema": try take(PartName(.schemas, plugin), &file)
        case "whole": try take(PartName(.documents, plugin), &file)
        case "parts": try file.object { file, piece in try take(PartName(.documents, "\(plugin)/\(piece)"), &file) }
        default: _ = try file.reader.skip()
        }
      }
    }
  }

  private mutating func takeLog(_ file: inout ObjectReader) throws {
    try file.object { file, key in
      switch key {
      case "done": done = try file.steps(values: "other")
      case "undone": undone = try file.steps(values: "other")
      case "next": next = try file.count()
      default: _ = try file.reader.skip()
      }
    }
  }

  private func checkComplete(_ file: ObjectReader) throws {
    for key in ["lineage", "log", "serial"] where !seen.contains(key) { throw file.unexpected("\"\(key)\"") }
  }
}

/// The three bytes with which some editors begin a file.
enum ByteOrderMark {
  static func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
