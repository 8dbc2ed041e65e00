import WorkbenchKit

/// One example of the sources: a case, an initiative or a pilot, told by the questions of its kind.
struct CaseRecord: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let kind: CaseKind
  let place: Text
  let year: Int
  /// Whether the year is that in which it began; else it is the year that the report tells of.
  let hasBegun: Bool
  /// The calculator that goes with it; nil for none.
  let model: String?
  /// The id of the same practice in the list of contracting.
  let contracting: String?
  /// The ids of other records of the same practice.
  let also: [String]
  /// The task under which a pilot stands; nil for what is no pilot.
  let task: String?
  /// The central questions at which an initiative stands.
  let central: [CentralMark]
  let answers: [CaseAnswer]
  /// What has to be known with it; nil for nothing.
  let note: Text?
  /// What is told besides the questions.
  let besides: [CaseExtra]
  let facts: [CaseFact]

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    kind = try fields["kind"]
    place = try fields["place"]
    year = try fields["year"]
    hasBegun = try fields["begun"] ?? false
    model = try fields["model"]
    contracting = try fields["procure"]
    also = try fields.list("also")
    task = try fields["task"]
    central = try fields.list("central")
    answers = try fields.list("answers")
    note = try fields["note"]
    besides = try fields.list("besides")
    facts = try fields.list("facts")
  }

  /// The answer to a question; nil where the source does not give one.
  func answer(_ question: String) -> CaseAnswer? { answers.first { $0.question == question } }

  /// All that it rests on.
  var citations: [Citation?] {
    answers.flatMap { $0.says.map(\.source) } + besides.flatMap { $0.says.map(\.source) } + facts.map(\.source)
      + central.map(\.source)
  }
}

/// What kind of example it is; `model` is a case that is a way to organise, with a calculator.
enum CaseKind: String, ArgumentChoice, FieldValue {
  case example = "case"
  case initiative, pilot, model, own

  static let usual = CaseKind.example

  var about: Text? { label }

  var label: Text {
    switch self {
    case .example: Text(nl: "casus", en: "case")
    case .initiative: Text(nl: "initiatief", en: "initiative")
    case .pilot: Text(nl: "pilot", en: "pilot")
    case .model: Text(nl: "casus met een rekenmodel", en: "case with a calculator")
    case .own: Text(nl: "eigen casus", en: "case of one's own")
    }
  }

  var plural: Text {
    switch self {
    case .example: Text(nl: "casussen", en: "cases")
    case .initiative: Text(nl: "initiatieven", en: "initiatives")
    case .pilot: Text(nl: "pilots", en: "pilots")
    case .model: Text(nl: "casussen met een rekenmodel", en: "cases with a calculator")
    case .own: Text(nl: "eigen casussen", en: "cases of one's own")
    }
  }
}
