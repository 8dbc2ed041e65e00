import Session
import WorkbenchKit

/// Reads the members of an object one by one, from bytes that parts are taken out of.
struct ObjectReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var reader: JSONReader

  init(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int = 0) {
    self.bytes = bytes
    reader = JSONReader(bytes, at: offset)
  }

  /// - Parameter member: must read exactly one value each time.
  mutating func object(_ member: (inout ObjectReader, String) throws -> Void) throws {
    try reader.object { inner, key in
      var this = ObjectReader(bytes, inner)
      defer { inner = this.reader }
      try member(&this, key)
    }
  }

  mutating func array(_ element: (inout ObjectReader) throws -> Void) throws {
    try reader.array { inner in
      var this = ObjectReader(bytes, inner)
      defer { inner = this.reader }
      try element(&this)
    }
  }

  mutating func part(_ section: PartName.Section) throws -> Part? {
    try PartReader.part(section, from: &reader, in: bytes)
  }

  /// Reads parts by their full names, null for one that is absent.
  mutating func changes() throws -> [PartName: Part?] {
    var changes: [PartName: Part?] = [:]
    try object { this, key in
      guard let name = PartName(key) else { throw this.unexpected("\"section/name\"") }
      changes[name] = .some(try this.part(name.section))
    }
    return changes
  }

  /// Reads steps of a log.
  ///
  /// - Parameter values: the name of the member that holds the values of parts on the other side of a step.
  mutating func steps(values: String) throws -> [Step] {
    var steps: [Step] = []
    try array { steps.append(try $0.step(values: values)) }
    return steps
  }

  private mutating func step(values: String) throws -> Step {
    var number = 0
    var record = Step.Record(line: "", time: "")
    var other: [PartName: Part?] = [:]
    try object { this, key in
      switch key {
      case "number": number = try this.count()
      case "line": record.line = try this.text()
      case "time": record.time = try this.text()
      case "plugin": record.plugin = try this.text()
      case "version": record.version = try this.text()
      case "inputs": record.inputs = try this.inputs()
      case "basis": record.basis = try this.counts()
      case "merged": record.merged = try this.merged()
      case "needs": record.needs = try this.needs()
      case "language": record.language = try this.language()
      case "seed": record.seed = try this.seed()
      case values: other = try this.changes()
      default: _ = try this.reader.skip()
      }
    }
    return Step(number: number, record: record, other: other)
  }

  mutating func text() throws -> String { try reader.string() }

  /// Reads a whole number that is not negative, as far as workspaces count.
  mutating func count() throws -> Int {
    _ = reader.peek()
    let before = self
    guard let count = Int(exactly: try reader.number()), (0...Workspace.lastNumber).contains(count) else {
      throw before.unexpected("0, 1, 2, …")
    }
    return count
  }

  mutating func counts() throws -> [Int] {
    var counts: [Int] = []
    try array { counts.append(try $0.count()) }
    return counts
  }

  mutating func inputs() throws -> [InputFile] {
    var inputs: [InputFile] = []
    try array { this in
      let before = this
      guard let input = ProvenanceCodec.decodeInput(try this.reader.value()) else {
        throw before.unexpected("{\"file\": …, \"sha256\": …}")
      }
      inputs.append(input)
    }
    return inputs
  }

  /// The error that something else is due where the reader stands.
  func unexpected(_ due: String) -> Diagnostic {
    let (line, column) = Self.place(of: reader.offset, in: bytes)
    return Diagnostic(
      "json.unexpected",
      Text(
        nl: "hier hoort \(due) te staan (regel \(line), teken \(column))",
        en: "\(due) is due here (line \(line), byte \(column))"))
  }

  /// The line and the byte in it, both from 1.
  static func place(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var start = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      start = index + 1
    }
    return (line, offset - start + 1)
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: JSONReader) {
    self.bytes = bytes
    self.reader = reader
  }
}
