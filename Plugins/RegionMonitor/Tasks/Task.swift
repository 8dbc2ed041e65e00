import WorkbenchKit

/// One of the fourteen tasks of the source.
struct RegionTask: NamedItem, FieldItem {
  /// A question that regions want to work on together.
  struct Question: FieldItem {
    let id: String
    let text: Text
    let source: Citation

    init(_ fields: Fields) throws {
      id = try fields["id"]
      text = try fields["text"]
      source = try fields["source"]
    }
  }

  /// Something that a region tries.
  struct Pilot: FieldItem {
    let label: Text
    let place: String
    let source: Citation

    init(_ fields: Fields) throws {
      label = try fields["label"]
      place = try fields["where"]
      source = try fields["source"]
    }
  }

  /// What is left of the figure that placed examples on levels.
  struct Fragment: FieldItem {
    let level: String
    let text: Text
    let source: Citation

    init(_ fields: Fields) throws {
      level = try fields["level"]
      text = try fields["text"]
      source = try fields["source"]
    }
  }

  /// The number of its paragraph, `3.1.7`.
  let id: String
  let names: [String]
  let label: Text
  /// Nil where it concerns all life domains or several.
  let domain: String?
  let what: Statement
  let questions: [Question]
  /// How many questions the source says there are, where it lists another number.
  let announced: Int?
  let pilots: [Pilot]
  let fragment: Fragment?
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    domain = try fields["domain"]
    what = try fields["what"]
    questions = try fields.list("questions")
    announced = try fields["announced"]
    pilots = try fields.list("pilots")
    fragment = try fields["fragment"]
    source = try fields["source"]
  }

  /// The lines of the source, `536-566`.
  var lines: String? { source.lines.map { "\($0.lowerBound)-\($0.upperBound)" } }
}

/// Where the source puts a task on an agenda.
struct Placing: FieldItem {
  let task: String
  let scale: String
  let questions: [Text]
  /// As it is called there, where that is otherwise.
  let called: Text?
  let source: Citation

  init(_ fields: Fields) throws {
    task = try fields["task"]
    scale = try fields["scale"]
    questions = try fields.list("questions")
    called = try fields["called"]
    source = try fields["source"]
  }
}

extension Context {
  var tasks: [RegionTask] { get throws { try knowledge.items("tasks", in: self) } }
  var taskDomains: [KnowledgeTerm] { get throws { try knowledge.items("tasks", list: "domains", in: self) } }
  var scales: [KnowledgeTerm] { get throws { try knowledge.items("placings", list: "scales", in: self) } }
  var placings: [Placing] { get throws { try knowledge.items("placings", in: self) } }
  /// The three levels of the source.
  var levels: [KnowledgeTerm] { get throws { try knowledge.items("shares", list: "levels", in: self) } }
}

extension Vocabulary<RegionTask> {
  static var task: Vocabulary {
    Vocabulary(
      "task", none: Text(nl: "geen opgave", en: "no task"),
      wayOut: Text(
        nl: "'opgave list' noemt ze: 3.1.1 tot en met 3.1.14", en: "'opgave list' lists them: 3.1.1 through 3.1.14")
    ) { try $0.tasks }
  }
}

extension Vocabulary<KnowledgeTerm> {
  static var domain: Vocabulary {
    Vocabulary(
      "domain", none: Text(nl: "geen leefdomein", en: "no life domain"),
      wayOut: Text(
        nl: "kies inkomen, wonen, zorg of participatie",
        en: "choose inkomen (income), wonen (housing), zorg (care) or participatie")
    ) { try $0.taskDomains }
  }

  static var scale: Vocabulary {
    Vocabulary(
      "scale", none: Text(nl: "geen schaal", en: "no scale"),
      wayOut: Text(
        nl: "kies lokaal, bovenregionaal of landelijk",
        en: "choose lokaal (local), bovenregionaal (supra-regional) or landelijk (national)")
    ) { try $0.scales }
  }

  static var level: Vocabulary {
    Vocabulary(
      "level", none: Text(nl: "geen niveau", en: "no level"),
      wayOut: Text(
        nl: "kies uitvoering, organisatie of stelsel",
        en: "choose uitvoering (practice), organisatie or stelsel (system)")
    ) { try $0.levels }
  }
}
