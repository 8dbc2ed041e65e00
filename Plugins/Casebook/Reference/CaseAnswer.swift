import WorkbenchKit

/// What a source says to one question, in our words.
struct CaseAnswer: FieldItem {
  /// The id of the question.
  let question: String
  /// Whether the source says it under another question.
  let isPartly: Bool
  let says: [Statement]

  init(_ fields: Fields) throws {
    question = try fields["question"]
    isPartly = try fields["partly"] ?? false
    says = try fields.list("says")
  }
}

/// What a source says of a case besides the questions.
struct CaseExtra: FieldItem {
  let label: Text
  let says: [Statement]

  init(_ fields: Fields) throws {
    label = try fields["label"]
    says = try fields.list("says")
  }
}

/// At which central question an initiative stands, and how.
struct CentralMark: FieldItem {
  /// `present` where the table of the source has it there, `partly` where only the text names it.
  enum Mark: String, CaseIterable, FieldValue {
    case present, partly
  }

  let question: String
  let mark: Mark
  let source: Citation

  init(_ fields: Fields) throws {
    question = try fields["question"]
    mark = try fields["mark"]
    source = try fields["source"]
  }
}

/// A printed figure of an example.
struct CaseFact: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let value: Double
  /// What it counts in: `years`, `euro`, `share`, `hours`, `months`; nil for a count.
  let unit: String?
  /// Whether the source says about so many.
  let isApproximate: Bool
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    value = try fields["value"]
    unit = try fields["unit"]
    isApproximate = try fields["approximate"] ?? false
    source = try fields["source"]
  }

  /// As a person reads it.
  var shown: Text {
    let about = isApproximate ? Text(nl: "ongeveer ", en: "about ") : .verbatim("")
    let isOne = value == 1
    return switch unit {
    case "euro": about + .euros(value, decimals: value == value.rounded() ? 0 : 2)
    case "share": about + .share(value, decimals: 0)
    case "years":
      about + .number(value) + (isOne ? Text(nl: " jaar", en: " year") : Text(nl: " jaar", en: " years"))
    case "hours": about + .number(value) + (isOne ? Text(nl: " uur", en: " hour") : Text(nl: " uur", en: " hours"))
    case "months":
      about + .number(value) + (isOne ? Text(nl: " maand", en: " month") : Text(nl: " maanden", en: " months"))
    default: about + .number(value)
    }
  }
}

extension Citation {
  /// The lines of the source, `144` or `153-155`.
  var lineText: String? {
    lines.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
  }

  /// The source and its lines in little room: `wmo 2017, regel 550`.
  var brief: Text {
    let words = id.split(separator: "-")
    let name = Text.verbatim([words.first, words.last].compactMap { $0 }.joined(separator: " "))
    guard let lines, let lineText else { return name }
    return name + (lines.count == 1 ? Text(nl: ", regel ", en: ", line ") : Text(nl: ", regels ", en: ", lines "))
      + .verbatim(lineText)
  }
}

extension Text {
  /// A remark behind what it is about; nothing where there is none.
  static func inBrackets(_ remark: Text?) -> Text {
    remark.map { .verbatim(" (") + $0 + .verbatim(")") } ?? .verbatim("")
  }
}
