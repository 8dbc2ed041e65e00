import WorkbenchKit

/// One object of a manifest, with the place it has, so that an error can name the member.
struct ManifestObject {
  private let members: [String: JSON]
  private let place: String
  /// Which members were asked for; what is left over is a typing error.
  private let asked = Asked()

  private final class Asked { var names: Set<String> = [] }

  init(_ json: JSON, at place: String) throws {
    guard let members = json.object else {
      throw Self.wrong(place, Text(nl: "een object", en: "an object"))
    }
    self.members = members
    self.place = place
  }

  func word(_ name: String, _ fits: (String) -> Bool, _ rule: Text) throws -> String {
    guard let word = try optionalWord(name, fits, rule) else { throw missing(name) }
    return word
  }

  func optionalWord(_ name: String, _ fits: (String) -> Bool, _ rule: Text) throws -> String? {
    guard let member = member(name) else { return nil }
    guard let word = member.string, fits(word) else { throw Self.wrong(path(name), rule) }
    return word
  }

  func integer(_ name: String, _ range: ClosedRange<Int>) throws -> Int {
    guard let member = member(name) else { throw missing(name) }
    guard let number = member.int, range.contains(number) else {
      throw Self.wrong(path(name), Text(nl: "een geheel getal vanaf 1", en: "a whole number from 1"))
    }
    return number
  }

  /// Reads `{"nl": …, "en": …}`.
  func text(_ name: String) throws -> Text {
    let both = try object(name)
    let text = Text(
      nl: try both.word("nl", ManifestWords.isLine, ManifestWords.lineRule),
      en: try both.word("en", ManifestWords.isLine, ManifestWords.lineRule))
    try both.finish()
    return text
  }

  func object(_ name: String) throws -> ManifestObject {
    guard let member = member(name) else { throw missing(name) }
    return try ManifestObject(member, at: path(name))
  }

  func objects(_ name: String) throws -> [ManifestObject] {
    try array(name).map { try ManifestObject($0.element, at: $0.place) }
  }

  /// None where the member is not there.
  func optionalObjects(_ name: String) throws -> [ManifestObject] { member(name) == nil ? [] : try objects(name) }

  /// None where the member is not there.
  func optionalWords(_ name: String, _ fits: (String) -> Bool, _ rule: Text) throws -> [String] {
    member(name) == nil ? [] : try words(name, fits, rule)
  }

  func words(_ name: String, _ fits: (String) -> Bool, _ rule: Text) throws -> [String] {
    try array(name).map { element, place in
      guard let word = element.string, fits(word) else { throw Self.wrong(place, rule) }
      return word
    }
  }

  /// Throws where a member stands in the object that nobody asked for.
  func finish() throws {
    guard let unknown = members.keys.filter({ !asked.names.contains($0) }).min() else { return }
    let nearest = NearestWord.best(unknown, among: asked.names.sorted())
    throw Diagnostic(
      "plugin.manifest",
      Text(nl: "'\(path(unknown))' is hier onbekend", en: "'\(path(unknown))' is unknown here"),
      suggestion: nearest)
  }

  static func problem(_ text: Text) -> Diagnostic { Diagnostic("plugin.manifest", text) }

  private func array(_ name: String) throws -> [(element: JSON, place: String)] {
    guard let member = member(name) else { throw missing(name) }
    guard let elements = member.array else {
      throw Self.wrong(path(name), Text(nl: "een lijst", en: "a list"))
    }
    return elements.enumerated().map { ($0.element, "\(path(name))[\($0.offset)]") }
  }

  private func member(_ name: String) -> JSON? {
    asked.names.insert(name)
    return members[name]
  }

  private func path(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }

  private func missing(_ name: String) -> Diagnostic {
    Self.problem(Text(nl: "'\(path(name))' ontbreekt", en: "'\(path(name))' is missing"))
  }

  private static func wrong(_ place: String, _ due: Text) -> Diagnostic {
    place.isEmpty
      ? problem(Text(nl: "het is niet \(due.nl)", en: "it is not \(due.en)"))
      : problem(Text(nl: "'\(place)' is niet \(due.nl)", en: "'\(place)' is not \(due.en)"))
  }
}
