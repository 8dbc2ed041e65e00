/// The members of an object in a document of the workspace, each called by a name that a person chose: those that are
/// understood, and those that are kept as they are.
///
/// As `ReadItems` is for lists; one may hold others, as in `{SCAN: {ITEM: {ROLE: SCORE}}}`.
public struct ReadMembers<Value: FieldValue> {
  /// What was understood, by name.
  public var members: [String: Value]
  private let kept: [UnreadItem]

  /// Makes an object of what was made here.
  public init(_ members: [String: Value] = [:]) {
    self.members = members
    kept = []
  }

  /// A member; nil where there is none, or none that was understood.
  public subscript(name: String) -> Value? {
    get { members[name] }
    set { members[name] = newValue }
  }

  /// Whether it holds nothing, understood or not.
  public var isEmpty: Bool { members.isEmpty && kept.isEmpty }

  /// Changes a member that is such an object itself; one that holds nothing after it goes.
  public mutating func change<Inner>(
    _ name: String, _ body: (inout Value) throws -> Void
  ) rethrows where Value == ReadMembers<Inner> {
    var inner = members[name] ?? Value()
    try body(&inner)
    members[name] = inner.isEmpty ? nil : inner
  }

  /// The object as it is written: what was understood, and what was not as it was.
  ///
  /// - Throws: `document.unread` where something was put under a name whose value could not be read.
  public func json(_ form: (Value) throws -> JSON) throws -> JSON {
    var object = try members.mapValues(form)
    for item in kept {
      guard object.updateValue(item.json, forKey: item.name) == nil else {
        throw Diagnostic(
          "document.unread",
          Text(
            nl: "wat er al bij '\(item.name)' staat is niet te lezen, en wordt niet overschreven",
            en: "what stands at '\(item.name)' already cannot be read, and is not written over"),
          wayOut: Text(
            nl: "herstel het in het bestand, of ga terug met 'undo'", en: "mend it in the file, or go back with 'undo'")
        )
      }
    }
    return .object(object)
  }
}

extension ReadMembers: Sendable where Value: Sendable {}
extension ReadMembers: Equatable where Value: Equatable {}
extension ReadMembers: Hashable where Value: Hashable {}

extension ReadMembers: FieldValue {
  /// Reads an object, and keeps apart what cannot be read.
  public init(field: JSON) throws {
    guard let object = field.object else { throw FieldProblem(Text(nl: "is geen object", en: "is no object")) }
    var members: [String: Value] = [:]
    var kept: [UnreadItem] = []
    for (name, json) in object.sorted(by: { $0.key < $1.key }) {
      do { members[name] = try Value(field: json) } catch let problem as FieldProblem {
        kept.append(UnreadItem(json: json, name: name, reason: problem.text))
      } catch let problem as Diagnostic {
        kept.append(UnreadItem(json: json, name: name, reason: problem.message))
      }
    }
    self.members = members
    self.kept = kept
  }
}

extension ReadMembers: KeepsUnread {
  /// What was not understood here and further in, by the names that lead to it.
  public var unread: [UnreadItem] {
    kept
      + members.sorted { $0.key < $1.key }.flatMap { name, value in
        ((value as? any KeepsUnread)?.unread ?? []).map { item in
          UnreadItem(json: item.json, name: "\(name) › \(item.name)", reason: item.reason)
        }
      }
  }
}
