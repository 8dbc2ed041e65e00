import WorkbenchKit

/// One of the four hypotheses of the study, with what it found.
struct Hypothesis: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let verdict: Statement
  let source: Citation?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    verdict = try fields["verdict"]
    source = try fields["source"]
  }
}

/// What respondents of the survey were asked, with the shares that stand in prose; the others were pictures and are lost.
struct SurveyItem: NamedItem, FieldItem {
  /// A printed share.
  struct Share: FieldItem {
    /// 0 through 100, as it is printed.
    let percent: Double
    /// Whose share it is.
    let of: String
    /// How many these were, where the figure of this question says so.
    let size: Int?
    let source: Citation

    init(_ fields: Fields) throws {
      percent = try fields["percent"]
      of = try fields["of"]
      size = try fields["n"]
      source = try fields["source"]
    }
  }

  /// An order without values.
  struct Order: FieldItem {
    let items: [String]
    let source: Citation

    init(_ fields: Fields) throws {
      items = try fields.list("items")
      source = try fields["source"]
    }
  }

  let id: String
  let names: [String]
  let label: Text
  let shares: [Share]
  let order: Order?
  let remark: Statement?

  init(_ fields: Fields) throws {
    id = try fields["id"]
    names = try fields.list("names")
    label = try fields["label"]
    shares = try fields.list("shares")
    order = try fields["order"]
    remark = try fields["remark"]
  }

  /// Where the first of it stands.
  var source: Citation? { shares.first?.source ?? order?.source }
}

extension Context {
  var hypotheses: [Hypothesis] { get throws { try knowledge.items("hypotheses", in: self) } }
  var surveyItems: [SurveyItem] { get throws { try knowledge.items("survey", list: "items", in: self) } }
}
