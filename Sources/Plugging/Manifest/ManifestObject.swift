import WorkbenchKit

/// One object of a manifest, with the place it has, so that an error can name the member.
struct ManifestObject {
  /// Where an object stands in the manifest; put into words where something is wrong.
  indirect enum Place {
    case whole
    case member(String, of: Place)
    case element(Int, of: Place)

    var words: String {
      switch self {
      case .whole: ""
      case .member(let name, of: .whole): name
      case .member(let name, let place): "\(place.words).\(name)"
      case .element(let index, let place): "\(place.words)[\(index)]"
      }
    }
  }

  private let members: [String: JSON]
  private let place: Place
  /// Which members were asked for; what is left over is a typing error.
  private let asked = Asked()

  private final class Asked { var names: [String] = [] }

  init(_ json: JSON, at place: Place = .whole) throws {
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
    let path = path(unknown).words
    throw Diagnostic(
      "plugin.manifest",
      Text(nl: "'\(path)' is hier onbekend", en: "'\(path)' is unknown here"),
      suggestion: nearest)
  }

  static func problem(_ text: Text) -> Diagnostic { Diagnostic("plugin.manifest", text) }

  private func array(_ name: String) throws -> [(element: JSON, place: Place)] {
    guard let member = member(name) else { throw missing(name) }
    guard let elements = member.array else {
      throw Self.wrong(path(name), Text(nl: "een lijst", en: "a list"))
    }
    let list = path(name)
    return elements.enumerated().map { ($0.element, .element($0.offset, of: list)) }
  }

  private func member(_ name: String) -> JSON? {
    asked.names.append(name)
    return members[name]
  }

  private func path(_ name: String) -> Place { .member(name, of: place) }

  private func missing(_ name: String) -> Diagnostic {
    let path = path(name).words
    return Self.problem(Text(nl: "'\(path)' ontbreekt", en: "'\(path)' is missing"))
  }

  private static func wrong(_ place: Place, _ due: Text) -> Diagnostic {
    let place = place.words
    return place.isEmpty
      ? problem(Text(nl: "het is niet \(due.nl)", en: "it is not \(due.en)"))
      : problem(Text(nl: "'\(place)' is niet \(due.nl)", en: "'\(place)' is not \(due.en)"))
  }
}
