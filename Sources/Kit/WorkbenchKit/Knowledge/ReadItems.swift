/// The items of a list in a document of the workspace: those that are understood, and those that are kept as they are.
///
/// A knowledge base demands that every item can be read; a document was edited by a person or written by a newer
/// version, and what cannot be read in it must not be lost when it is written back.
///
///     @ReadItems var personas: [Persona]      // those that are understood
///     _personas = try fields.items("personas")
///     "personas": _personas.json(\.json)      // those and the others
@propertyWrapper
public struct ReadItems<Item: FieldValue> {
  /// What was understood.
  public var items: [Item]
  /// What was not, with the reason, each as it stands.
  public let unread: [UnreadItem]

  /// Makes a list of items that were made here.
  public init(_ items: [Item] = []) {
    self.items = items
    unread = []
  }

  /// Makes a list of items that were made here.
  public init(wrappedValue: [Item]) { self.init(wrappedValue) }

  /// What was understood.
  public var wrappedValue: [Item] {
    get { items }
    set { items = newValue }
  }

  /// The list itself, with what was not understood.
  public var projectedValue: ReadItems { self }

  /// The list as it is written: what was understood in its order, then what was not.
  public func json(_ form: (Item) -> JSON) -> JSON { .array(items.map(form) + unread.map(\.json)) }
}

/// Something of a document that cannot be read, and is kept as it is.
public struct UnreadItem: Sendable, Hashable {
  /// As it stands in the document.
  public let json: JSON
  /// Its name or id, or its number in the list counted from 1.
  public let name: String
  /// What is wrong with it.
  public let reason: Text
}

/// Something of a document that may hold what cannot be read.
public protocol KeepsUnread {
  /// What could not be read, here and further in.
  var unread: [UnreadItem] { get }
}

extension ReadItems: KeepsUnread {}
extension ReadItems: Sendable where Item: Sendable {}
extension ReadItems: Equatable where Item: Equatable {}
extension ReadItems: Hashable where Item: Hashable {}

extension ReadItems: FieldValue {
  /// Reads a list, and keeps apart what cannot be read.
  public init(field: JSON) throws {
    guard let elements = field.array else { throw FieldProblem(Text(nl: "is geen lijst", en: "is no list")) }
    var items: [Item] = []
    var unread: [UnreadItem] = []
    for (index, json) in elements.enumerated() {
      let name = json["id"]?.string ?? String(index + 1)
      do { items.append(try Item(field: json)) } catch let problem as FieldProblem {
        unread.append(UnreadItem(json: json, name: name, reason: problem.text))
      } catch let problem as Diagnostic {
        unread.append(UnreadItem(json: json, name: name, reason: problem.message))
      }
    }
    self.items = items
    self.unread = unread
  }
}

extension Notice {
  /// Says which items of a document could not be read and are kept as they are; nil where all could.
  ///
  /// - Parameters:
  ///   - list: what was read.
  ///   - what: the kind of the items, as in "2 persona's".
  public static func unread(_ list: some KeepsUnread, _ what: Text) -> Notice? {
    guard let first = list.unread.first else { return nil }
    let names = Text.list(list.unread.map { "'\($0.name)'" })
    return Notice(
      .caution,
      Text(
        nl: "\(what.nl): niet te lezen en ongewijzigd bewaard: \(names.nl) (\(first.name): \(first.reason.nl))",
        en: "\(what.en): cannot be read and is kept as it is: \(names.en) (\(first.name): \(first.reason.en))"))
  }
}

extension JSON {
  /// Makes an object of what is there; nil, null and empty lists and objects are left out, so that the same thing has the
  /// same bytes.
  ///
  /// - Parameters:
  ///   - pairs: the members by their names.
  ///   - rest: members that were not understood when the object was read, which go back as they were.
  public static func members(_ pairs: KeyValuePairs<String, JSON?>, rest: [String: JSON] = [:]) -> JSON {
    var members = rest
    for case (let key, let value?) in pairs where value != .array([]) && value != .object([:]) && value != .null {
      members[key] = value
    }
    return .object(members)
  }
}
