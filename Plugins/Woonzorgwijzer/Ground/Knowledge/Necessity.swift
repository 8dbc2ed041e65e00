import WorkbenchKit

/// How much a group needs a precondition.
enum Necessity: String, Sendable, CaseIterable, Comparable {
  case notNeeded = "niet-nodig"
  case pleasant = "prettig"
  case veryDesirable = "zeer-wenselijk"
  case necessary = "noodzakelijk"
  case unknown = "onbekend"
  /// The running text of a source says that it is needed, without a grade.
  case needed = "nodig"

  /// The grades that can be ordered, the lowest first.
  static let grades: [Necessity] = [.notNeeded, .pleasant, .veryDesirable, .necessary]

  /// The place among the grades, from 0; nil for what has no grade.
  var rank: Int? { Self.grades.firstIndex(of: self) }

  static func < (left: Necessity, right: Necessity) -> Bool { (left.rank ?? -1) < (right.rank ?? -1) }
}

/// What a grade is called and means.
struct NecessityText: Named {
  let necessity: Necessity
  let names: [String]
  let label: Text
  let meaning: Text
  var id: String { necessity.rawValue }

  init?(_ json: JSON) {
    guard let necessity = json["id"]?.string.flatMap(Necessity.init),
      let label = json["label"].flatMap(Text.init(json:)),
      let meaning = json["meaning"].flatMap(Text.init(json:))
    else { return nil }
    self.necessity = necessity
    self.label = label
    self.meaning = meaning
    names = (json["names"]?.array ?? []).compactMap(\.string)
  }
}

/// Who of someone's own people gives care: `inwonend`, `uitwonend`, `geen`.
struct CareSituation: Named {
  let id: String
  let names: [String]
  let label: Text

  init?(_ json: JSON) {
    guard let id = json["id"]?.string, let label = json["label"].flatMap(Text.init(json:)) else { return nil }
    self.id = id
    self.label = label
    names = (json["names"]?.array ?? []).compactMap(\.string)
  }
}

/// A need that the running text states without a grade and without telling situations apart.
struct StatedNeed: Sendable {
  let group: String
  let precondition: String
  let text: Text
  let source: Citation

  init?(_ json: JSON) {
    guard let group = json["group"]?.string, let precondition = json["precondition"]?.string,
      let said = Statement(json)
    else { return nil }
    self.group = group
    self.precondition = precondition
    text = said.text
    source = said.source
  }
}
