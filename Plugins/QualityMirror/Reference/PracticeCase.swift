import WorkbenchKit

/// A place where it was done, with the figure that the source gives, where it gives one.
struct PracticeCase: NamedItem, FieldItem {
  /// So many of so many, as the source has it.
  struct Figure: FieldItem {
    let count: Int
    let of: Int
    /// Whether the source says 'about'.
    let isApproximate: Bool
    let what: Text

    init(_ fields: Fields) throws {
      count = try fields["count"]
      of = try fields["of"]
      isApproximate = try fields["approximate"]
      what = try fields["what"]
    }
  }

  let id: String
  let names: [String]
  let label: Text
  let what: Statement
  let figure: Figure?
  let source: Citation

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    what = try fields["what"]
    figure = try fields["figure"]
    source = try fields["source"]
  }
}

extension Context {
  var practiceCases: [PracticeCase] { get throws { try knowledge.items("cases", in: self) } }
}

extension Vocabulary<PracticeCase> {
  static var practiceCase: Vocabulary {
    Vocabulary(
      "case", none: Text(nl: "geen voorbeeld", en: "no example"),
      wayOut: Text(nl: "kies haarlem, enschede of utrecht", en: "choose haarlem, enschede or utrecht")
    ) { try $0.practiceCases }
  }
}
