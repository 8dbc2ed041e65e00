import WorkbenchKit

/// Reads a piece of the plugin's document, in which a person may have written.
///
/// What cannot be read is kept as it stands and named, and what nobody asks for is kept too: both go back when the piece
/// is written.
struct PieceReader {
  private let piece: String
  private let members: [String: JSON]
  private var asked: Set<String> = []
  private var unread: [[String]: JSON] = [:]
  private var notices: [Notice] = []

  /// - Throws: `document.damaged` where the piece is no object.
  init(_ piece: String, _ json: JSON?) throws {
    self.piece = piece
    guard let members = (json ?? .object([:])).object else {
      throw Diagnostic(
        "document.damaged",
        Text(nl: "'\(piece)' in de werkruimte is geen object", en: "'\(piece)' in the workspace is no object"),
        wayOut: Text(nl: "herstel het in het bestand van de werkruimte", en: "mend it in the file of the workspace"))
    }
    self.members = members
  }

  /// Returns a member; nil where it is missing, or cannot be read.
  mutating func value<Value: FieldValue>(_ name: String, as type: Value.Type = Value.self) -> Value? {
    value(at: [name])
  }

  /// Returns one of the words of an enumeration; nil where it is missing, or is another word.
  mutating func word<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
    guard let word: String = value(name) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    keep([name], .string(word), Text(nl: "kan dat niet zijn", en: "cannot be that"))
    return nil
  }

  /// Returns the names under a path, in order; none where it is missing, or cannot be read.
  mutating func names(at path: [String]) -> [String] {
    let found: [String: JSON]? = value(at: path)
    return (found ?? [:]).keys.sorted()
  }

  /// Returns the numbers under a path by their names; others are kept each by itself.
  mutating func numbers(at path: [String]) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for name in names(at: path) { numbers[name] = value(at: path + [name]) }
    return numbers
  }

  private mutating func value<Value: FieldValue>(at path: [String]) -> Value? {
    if let first = path.first { asked.insert(first) }
    let found = path.reduce(JSON.object(members) as JSON?) { json, name in json?[name] }
    guard let found else { return nil }
    if found == .null {
      unread[path] = found
      return nil
    }
    do { return try Value(field: found) } catch {
      keep(path, found, (error as? FieldProblem)?.text ?? Text(nl: "is onleesbaar", en: "is unreadable"))
      return nil
    }
  }

  private mutating func keep(_ path: [String], _ json: JSON, _ reason: Text) {
    unread[path] = json
    let name = ([piece] + path).joined(separator: " › ")
    notices.append(
      Notice(
        .caution,
        Text(
          nl: "niet te lezen en ongewijzigd bewaard: '\(name)' (\(reason.nl))",
          en: "cannot be read and is kept as it is: '\(name)' (\(reason.en))")))
  }

  /// What goes back when the piece is written.
  var kept: KeptMembers {
    let others = members.filter { !asked.contains($0.key) }.map { ([$0.key], $0.value) }
    return KeptMembers(members: unread.merging(others) { first, _ in first }, notices: notices)
  }
}

/// What of a piece was not understood.
struct KeptMembers: Sendable, Hashable {
  /// As each stands, by the names that lead to it.
  var members: [[String]: JSON] = [:]
  /// Says of each that should have been understood that it is kept.
  var notices: [Notice] = []

  /// Returns a piece together with what is kept of it; what was set since then counts.
  func added(to json: JSON) -> JSON {
    members.reduce(json) { Self.put($1.value, at: $1.key[...], into: $0) }
  }

  private static func put(_ kept: JSON, at path: ArraySlice<String>, into json: JSON?) -> JSON {
    guard let name = path.first else { return json ?? kept }
    var members = json?.object ?? [:]
    members[name] = put(kept, at: path.dropFirst(), into: members[name])
    return .object(members)
  }
}
