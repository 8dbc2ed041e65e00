import WorkbenchKit

/// How much a group needs a precondition.
enum Necessity: String, FieldValue, Sendable, CaseIterable, Comparable {
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

/// What a grade is called and means; without a necessity, that a role takes back what it said.
struct NecessityGrade: NamedItem, FieldItem {
  let necessity: Necessity?
  let id: String
  let names: [String]
  let label: Text
  let meaning: Text

  init(_ fields: Fields) throws {
    let necessity: Necessity = try fields["id"]
    self.necessity = necessity
    id = necessity.rawValue
    names = try fields.list("names")
    label = try fields["label"]
    meaning = try fields["meaning"]
  }

  private init(withdrawnAs id: String, _ names: [String], _ label: Text) {
    necessity = nil
    self.id = id
    self.names = names
    self.label = label
    meaning = label
  }

  static let withdrawn = NecessityGrade(
    withdrawnAs: "intrekken", ["withdraw"],
    Text(nl: "neem terug wat deze rol zei", en: "take back what this role said (intrekken)"))
}

/// Who of someone's own people gives care: `inwonend`, `uitwonend`, `geen`.
struct CareSituation: NamedItem, FieldItem, Hashable {
  let id: String
  let names: [String]
  let label: Text

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
  }

  private init(id: String, names: [String], label: Text) {
    self.id = id
    self.names = names
    self.label = label
  }

  /// The three at once.
  static let all = CareSituation(
    id: "alle", names: ["all"], label: Text(nl: "alle drie de situaties", en: "all three situations (alle)"))
}

/// A need that the running text states without a grade and without telling situations apart.
struct StatedNeed: FieldItem, Sendable {
  let group: String
  let precondition: String
  let text: Text
  let source: Citation

  init(_ fields: Fields) throws {
    group = try fields["group"]
    precondition = try fields["precondition"]
    text = try fields["text"]
    source = try fields["source"]
  }
}
