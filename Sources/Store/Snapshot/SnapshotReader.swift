import Session
import WorkbenchKit

/// A workspace as far as it could be read, with what stopped the reading.
public struct Snapshot: Sendable {
  public let workspace: Workspace
  /// Says what is wrong and on which line; nil where the file is whole.
  public let damage: Diagnostic?
  /// Whether anything in it shows that the file is a workspace.
  let isRecognizable: Bool
}

/// Reads the file of a workspace of the present version; parts stay bytes until they are used.
public struct SnapshotReader {
  private var lineage = ""
  private var serial = 0
  private var parts: [PartName: Part] = [:]
  private var done: [Step] = []
  private var undone: [Step] = []
  private var next = 1
  private var seen: Set<String> = []

  private init() {}

  /// Reads as far as it goes.
  public static func read(_ bytes: [UInt8]) -> Snapshot {
    var this = SnapshotReader()
    var damage = utf8Damage(bytes)
    bytes.withUnsafeBufferPointer { buffer in
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
    }
    // A number that was given is not given again, whatever a person wrote in the file.
    let last = (this.done + this.undone).map(\.number).max() ?? 0
    let log = Log(done: this.done, undone: this.undone, nextNumber: max(this.next, last + 1))
    let workspace = Workspace(lineage: this.lineage, serial: this.serial, parts: this.parts, log: log)
    return Snapshot(workspace: workspace, damage: damage, isRecognizable: !this.seen.isDisjoint(with: known))
  }

  private static let known: Set<String> = [
    "about", "documents", "format", "language", "lineage", "log", "results", "serial", "settings", "tables", "title",
    "version",
  ]

  private mutating func member(_ key: String, _ file: inout ObjectReader) throws {
    switch key {
    case "lineage": lineage = try file.text()
    case "serial": serial = try file.count()
    case "title", "language": try take(PartName(.about, key), &file)
    case "about": try take(.about, &file)
    case "results": try take(.results, &file)
    case "settings": try take(.settings, &file)
    case "tables": try take(.tables, &file)
    case "documents": try takeDocuments(&file)
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
      case "done": try file.array { done.append(try Self.step(&$0)) }
      case "undone": try file.array { undone.append(try Self.step(&$0)) }
      case "next": next = try file.count()
      default: _ = try file.reader.skip()
      }
    }
  }

  private static func step(_ file: inout ObjectReader) throws -> Step {
    var number = 0
    var record = Step.Record(line: "", time: "")
    var other: [PartName: Part?] = [:]
    try file.object { file, key in
      switch key {
      case "number": number = try file.count()
      case "line": record.line = try file.text()
      case "time": record.time = try file.text()
      case "plugin": record.plugin = try file.text()
      case "version": record.version = try file.text()
      case "inputs": record.inputs = try file.inputs()
      case "other": other = try file.changes()
      default: _ = try file.reader.skip()
      }
    }
    return Step(number: number, record: record, other: other)
  }

  private func checkComplete(_ file: ObjectReader) throws {
    for key in ["lineage", "log", "serial"] where !seen.contains(key) { throw file.unexpected("\"\(key)\"") }
  }

  private static func utf8Damage(_ bytes: [UInt8]) -> Diagnostic? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let (line, column) = bytes.withUnsafeBufferPointer {
        ObjectReader.place(of: error.byteOffsets.lowerBound, in: $0)
      }
      return Diagnostic(
        "json.encoding",
        Text(
          nl: "geen geldige UTF-8 (regel \(line), teken \(column))",
          en: "not valid UTF-8 (line \(line), byte \(column))"))
    }
  }
}

/// The three bytes with which some editors begin a file.
enum ByteOrderMark {
  static func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
}
