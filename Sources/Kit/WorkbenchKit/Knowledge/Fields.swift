/// The members of a JSON object, read by name and type; it notes which were asked for, so that the others can be kept.
///
///     init(_ fields: Fields) throws {
///       id = try fields["id"]              // a String: must be there
///       label = try fields["label"]        // a Text
///       about = try fields["about"]        // a Text?: may be missing, may not be something else
///       names = try fields.list("names")   // [String]: none where it is missing
///       rest = fields.rest                 // what nobody asked for, to be written back
///     }
public final class Fields {
  private let members: [String: JSON]
  private var asked: Set<String> = []

  /// - Throws: `FieldProblem` where the JSON is no object.
  public init(_ json: JSON) throws {
    guard let members = json.object else {
      throw FieldProblem(Text(nl: "is geen object", en: "is no object"))
    }
    self.members = members
  }

  /// The members that were not asked for, by name.
  public var rest: [String: JSON] { members.filter { !asked.contains($0.key) } }

  /// A member that must be there.
  ///
  /// - Throws: `FieldProblem` where it is missing or of another form.
  public subscript<Value: FieldValue>(name: String) -> Value {
    get throws {
      guard let json = json(name) else { throw FieldProblem(Text(nl: "ontbreekt", en: "is missing"), at: [name]) }
      return try FieldProblem.within(name) { try Value(field: json) }
    }
  }

  /// A member that may be missing, or null.
  ///
  /// - Throws: `FieldProblem` where it is there and of another form.
  public subscript<Value: FieldValue>(name: String) -> Value? {
    get throws {
      guard let json = json(name) else { return nil }
      return try FieldProblem.within(name) { try Value(field: json) }
    }
  }

  /// Returns the elements of a list; none where it is missing.
  ///
  /// - Throws: `FieldProblem` where it is no list, or an element is of another form.
  public func list<Value: FieldValue>(_ name: String, of type: Value.Type = Value.self) throws -> [Value] {
    try self[name] ?? []
  }

  /// Returns a member as it stands; nil where it is missing or null.
  public func json(_ name: String) -> JSON? {
    asked.insert(name)
    guard let json = members[name], json != .null else { return nil }
    return json
  }

  /// Returns the names of all members.
  public var names: [String] { members.keys.sorted() }
}

/// Something that can be read out of a member of a JSON object.
public protocol FieldValue {
  /// - Throws: `FieldProblem`, or another error where the value is of the form and cannot be.
  init(field: JSON) throws
}

/// An object with members of its own that is read by their names.
public protocol FieldItem: FieldValue {
  /// - Throws: `FieldProblem`.
  init(_ fields: Fields) throws
}

extension FieldItem {
  /// Reads an object by its members.
  public init(field: JSON) throws { try self.init(Fields(field)) }
}

/// What is wrong with a member, and where: the path leads from the outside in.
public struct FieldProblem: Error, Sendable {
  /// Completes "'PATH' …".
  public let reason: Text
  /// Names of members, and of items their id or their number counted from 1.
  public let path: [String]

  /// Makes a problem.
  public init(_ reason: Text, at path: [String] = []) {
    self.reason = reason
    self.path = path
  }

  /// Does something within a member, whose name then stands before the path of a problem.
  static func within<Result>(_ name: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let problem as FieldProblem {
      throw FieldProblem(problem.reason, at: [name] + problem.path)
    }
  }

  /// `case 'alphen': label is missing`.
  public var text: Text { path.isEmpty ? reason : .verbatim("'" + path.joined(separator: " › ") + "' ") + reason }
}
