import WorkbenchKit

extension JSON {
  /// An object of what is there; nil and empty lists and objects are left out, so that the same thing has the same bytes.
  static func members(_ pairs: KeyValuePairs<String, JSON?>) -> JSON {
    var members: [String: JSON] = [:]
    for case (let key, let value?) in pairs where value != .array([]) && value != .object([:]) && value != .null {
      members[key] = value
    }
    return .object(members)
  }

  static func words(_ text: String?) -> JSON? { text.map(JSON.string) }

  /// A text in both languages, or in one where they are the same.
  func text(_ key: String) -> Text? { self[key].flatMap(Text.init(json:)) }

  /// The items of a list, each made by a function; what it does not understand is left out.
  func items<Item>(_ key: String, _ make: (JSON) -> Item?) -> [Item] { (self[key]?.array ?? []).compactMap(make) }

  func strings(_ key: String) -> [String] { items(key) { $0.string } }
}
