import Session
import WorkbenchKit

/// Operations as JSON on one line, as they stand in the journal.
public enum OperationForm {
  public static func encode(_ operation: Operation) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    switch operation {
    case .compact:
      writer.key("compact")
      writer.bool(true)
    case .undo(let count):
      writer.key("undo")
      writer.number(Double(count))
    case .redo(let count):
      writer.key("redo")
      writer.number(Double(count))
    case .branchNew(let name):
      writer.key("branch_new")
      writer.string(name)
    case .branchUse(let name):
      writer.key("branch_use")
      writer.string(name)
    case .branchDrop(let name):
      writer.key("branch_drop")
      writer.string(name)
    case .step(let record, let changes):
      writer.key("step")
      encode(record, changes, into: &writer)
    }
    writer.endObject()
    return writer.bytes
  }

  /// - Throws: `json.syntax`, `json.unexpected`, `json.encoding`.
  public static func decode(_ bytes: [UInt8]) throws -> Operation {
    // Parts stay bytes until they are used, and a snapshot takes them as they are.
    if let damage = ObjectReader.utf8Damage(bytes) { throw damage }
    return try bytes.withUnsafeBufferPointer { buffer in
      var reader = ObjectReader(buffer)
      var operation: Operation?
      try reader.object { reader, key in
        switch key {
        case "compact":
          _ = try reader.reader.value()
          operation = .compact
        case "undo": operation = .undo(try reader.count())
        case "redo": operation = .redo(try reader.count())
        case "branch_new": operation = .branchNew(try reader.text())
        case "branch_use": operation = .branchUse(try reader.text())
        case "branch_drop": operation = .branchDrop(try reader.text())
        case "step": operation = try step(&reader)
        default: throw reader.unexpected(known)
        }
      }
      try reader.reader.end()
      guard let operation else { throw reader.unexpected(known) }
      return operation
    }
  }

  private static let known = "step, undo, redo, compact, branch_new, branch_use, branch_drop"

  private static func encode(
    _ record: Step.Record, _ changes: [PartName: Part?], into writer: inout JSONWriter
  ) {
    writer.beginObject()
    if !record.basis.isEmpty {
      writer.key("basis")
      writer.value(.array(record.basis.map { .number(Double($0)) }))
    }
    writer.key("changes")
    writer.beginObject()
    for (name, part) in changes.sorted(by: { $0.key < $1.key }) {
      writer.key(name.text)
      // The only line breaks in canonical JSON stand between the columns of a table.
      if let part { writer.raw(line(part.canonical())) } else { writer.null() }
    }
    writer.endObject()
    if !record.inputs.isEmpty {
      writer.key("inputs")
      writer.value(.array(record.inputs.map(ProvenanceCodec.encode)))
    }
    if let language = record.language {
      writer.key("language")
      writer.string(language.rawValue)
    }
    writer.key("line")
    writer.string(record.line)
    if !record.merged.isEmpty {
      writer.key("merged")
      writer.value(RecordForm.encode(record.merged))
    }
    if !record.needs.isEmpty {
      writer.key("needs")
      writer.value(NeededForm.encode(record.needs))
    }
    if let plugin = record.plugin {
      writer.key("plugin")
      writer.string(plugin)
    }
    if let seed = record.seed {
      writer.key("seed")
      writer.string(String(seed))
    }
    writer.key("time")
    writer.string(record.time)
    if let version = record.version {
      writer.key("version")
      writer.string(version)
    }
    writer.endObject()
  }

  /// Takes the line breaks out.
  private static func line(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0A) else { return bytes }
    var line: [UInt8] = []
    line.reserveCapacity(bytes.count)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for index in bytes.indices where bytes[index] == 0x0A {
        line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
        start = index + 1
      }
      line.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    return line
  }

  private static func step(_ reader: inout ObjectReader) throws -> Operation {
    var record = Step.Record(line: "", time: "")
    var changes: [PartName: Part?] = [:]
    try reader.object { reader, key in
      switch key {
      case "basis": record.basis = try reader.counts()
      case "changes": changes = try reader.changes()
      case "inputs": record.inputs = try reader.inputs()
      case "language": record.language = try reader.language()
      case "line": record.line = try reader.text()
      case "merged": record.merged = try reader.merged()
      case "needs": record.needs = try reader.needs()
      case "plugin": record.plugin = try reader.text()
      case "seed": record.seed = try reader.seed()
      case "time": record.time = try reader.text()
      case "version": record.version = try reader.text()
      default:
        throw reader.unexpected("basis, changes, inputs, language, line, merged, needs, plugin, seed, time, version")
      }
    }
    return .step(record, changes: changes)
  }
}
