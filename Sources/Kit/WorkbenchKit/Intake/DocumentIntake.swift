/// The one door by which a document comes in that may be XML, JSON or rows; what it is, its first sign tells.
///
/// Rows and all that stands in JSON pass the guard here. XML is for the plugin to read: what it takes out of it passes
/// `FreeWords`, or as a table `Protection`.
public struct DocumentIntake {
  /// How rows are read, and the guard.
  public var tables: TableIntake

  /// Makes an intake.
  ///
  /// - Parameter tables: how rows are read, and the guard.
  public init(tables: TableIntake = TableIntake()) {
    self.tables = tables
    self.tables.format = .csv
  }

  /// Reads a document, and notes the file as an input.
  ///
  /// - Throws: `file.*`, `source.*`, `json.syntax`, `personal.found`, `column.unknown`.
  public func take(_ path: String, at place: Place?, in context: Context) throws -> TakenDocument {
    let opened = try tables.openAny(path, at: place, in: context)
    let file = opened.file
    do {
      let (content, notices) =
        try opened.sourced.map { sourced in
          let taken = try tables.admit(sourced, of: file)
          return (TakenDocument.Content.table(taken.table), taken.notices)
        } ?? decode(file, in: context)
      return TakenDocument(file: file, content: content, notices: opened.notices + notices + tables.protection.notices)
    } catch let error as Diagnostic { throw error.at(place) }
  }

  private func decode(_ file: ReadFile, in context: Context) throws -> (TakenDocument.Content, [Notice]) {
    let mark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch file.bytes[mark...].first(where: { $0 > 0x20 }) {
    // The two others are marks of UTF-16, in which only XML is read.
    case UInt8(ascii: "<"), 0xFF, 0xFE: return (.xml, [])
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let json = try JSONReader.parse(Array(file.bytes[mark...]))
      return (.json(try tables.protection.admit(json, from: file.name)), [])
    default:
      let taken = try tables.decode(file, in: context)
      return (.table(taken.table), taken.notices)
    }
  }
}

/// A document that came in.
public struct TakenDocument: Sendable {
  /// What a document turned out to be.
  public enum Content: Sendable {
    case xml
    /// Behind the guard.
    case json(JSON)
    /// Behind the guard.
    case table(Table)
  }

  /// The file as it was read.
  public let file: ReadFile
  /// What it turned out to be.
  public let content: Content
  /// What has to be said about it.
  public let notices: [Notice]
}

extension Protection {
  /// Passes a document on as it does a table: each name of a member is looked at as a column.
  ///
  /// - Throws: `personal.found`, `column.unknown`, `personal.nokey`.
  func admit(_ json: JSON, from name: String) throws -> JSON {
    var values: [String: [String]] = [:]
    func gather(_ json: JSON, _ key: String) {
      switch json {
      case .string(let text): values[key, default: []].append(text)
      case .number(let number): values[key, default: []].append(NumberText.shortest(number))
      case .array(let items): for item in items { gather(item, key) }
      case .object(let members): for (key, value) in members { gather(value, key) }
      case .bool, .null: break
      }
    }
    gather(json, "value")
    // A checksum is made of digits and stands for nobody.
    let keys = values.keys.sorted().filter { $0 != "sha256" }
    _ = try admit(Table(columns: keys.map { .texts($0, (values[$0] ?? []).sorted()) }), from: name)
    return try changed(json, "value")
  }

  private func changed(_ json: JSON, _ key: String) throws -> JSON {
    switch json {
    case .object(let members):
      let kept = members.filter { !dropped.contains($0.key) }
      return .object(Dictionary(uniqueKeysWithValues: try kept.map { ($0, try changed($1, $0)) }))
    case .array(let items): return .array(try items.map { try changed($0, key) })
    case .string(let text) where pseudonymised.contains(key): return .string(try pseudonym(of: text))
    default: return json
    }
  }
}
