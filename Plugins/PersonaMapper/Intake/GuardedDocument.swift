import WorkbenchKit

/// The one door by which sets and journeys come in from a file, behind the guard.
struct GuardedDocument {
  /// What the file turned out to be.
  enum Content {
    case xml
    case json(JSON)
    case table(Table)
  }

  let file: ReadFile
  let content: Content
  private let protection: Protection

  /// - Throws: `file.*`, `json.syntax`, `personal.found`, `column.unknown`.
  init(_ call: Call, in context: Context) throws {
    let place = call.place(of: "file")
    protection = Protection(call, in: context, isOfRespondents: true)
    file = try context.read(call.text("file") ?? "", at: place)
    do {
      switch file.bytes.drop(while: { [0xEF, 0xBB, 0xBF, 0x20, 0x0A, 0x0D, 0x09].contains($0) }).first {
      case UInt8(ascii: "<"), 0xFF, 0xFE: content = .xml
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let bytes = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(file.bytes.dropFirst(3)) : file.bytes
        content = .json(try Self.admitted(try JSONReader.parse(bytes), by: protection, file.name))
      default:
        let text = try DelimitedText(
          bytes: file.bytes, options: DelimitedText.Options(name: file.name), protection: protection)
        content = .table(try text.table())
      }
    } catch let error as Diagnostic { throw error.at(place) }
  }

  var notices: [Block] { protection.notices.map(Block.notice) }

  /// Journeys after the guard has been over their texts.
  func admitted(_ journeys: [Journey], _ context: Context, at place: Place?) throws -> [Journey] {
    let text = JourneySheet.csv(journeys, context.language)
    let admitted = try DelimitedText(
      bytes: Array(text.utf8), options: DelimitedText.Options(delimiter: UInt8(ascii: ","), name: file.name),
      protection: protection)
    guard !protection.dropped.isEmpty || !protection.pseudonymised.isEmpty else { return journeys }
    return try JourneySheet.journeys(try admitted.table(), at: place)
  }

  /// A document after the guard has been over all that stands in it: each key is looked at as a column.
  private static func admitted(_ json: JSON, by protection: Protection, _ name: String) throws -> JSON {
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
    let keys = values.keys.sorted().filter { $0 != "sha256" }
    let table = Table(columns: keys.map { .texts($0, (values[$0] ?? []).sorted()) })
    _ = try protection.admit(table, from: name)
    return try changed(json, "value", protection)
  }

  private static func changed(_ json: JSON, _ key: String, _ protection: Protection) throws -> JSON {
    switch json {
    case .object(let members):
      var kept: [String: JSON] = [:]
      for (key, value) in members where !protection.dropped.contains(key) {
        kept[key] = try changed(value, key, protection)
      }
      return .object(kept)
    case .array(let items): return .array(try items.map { try changed($0, key, protection) })
    case .string(let text) where protection.pseudonymised.contains(key):
      let column = Table(columns: [.texts(key, [text])])
      return .string(try protection.admit(column, from: "").columns.first?.texts?[0] ?? "")
    default: return json
    }
  }
}
