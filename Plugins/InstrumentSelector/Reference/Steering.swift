import WorkbenchKit

/// A way of taking the lead.
struct Style: NamedItem, FieldItem {
  let id: String
  let names: [String]
  let label: Text
  let what: Statement
  let source: Citation?

  init(_ fields: Fields) throws {
    let term = try Term(fields)
    (id, names, label, source) = (term.id, term.names, term.label, term.source)
    what = try fields["what"]
  }
}

/// What a municipality may be after, with examples of instruments.
struct Ambition: NamedItem, FieldItem {
  struct Variant: FieldItem {
    let style: String
    let statement: Statement
    let instruments: [String]

    init(_ fields: Fields) throws {
      style = try fields["style"]
      statement = try Statement(fields)
      instruments = try fields.list("instruments")
    }
  }

  let id: String
  let names: [String]
  let label: Text
  /// Whether it goes with a script of one's own.
  let script: Bool
  /// Whether it goes with letting go or with fixing; nil where it may be either.
  let hold: String?
  let variants: [Variant]
  let source: Citation?

  init(_ fields: Fields) throws {
    let term = try Term(fields)
    (id, names, label, source) = (term.id, term.names, term.label, term.source)
    script = try fields["script"]
    hold = try fields["hold"]
    variants = try fields.list("variants")
  }
}

extension Context {
  var styles: [Style] { get throws { try knowledge.items("steering", list: "styles", in: self) } }
  var ambitions: [Ambition] { get throws { try knowledge.items("steering", list: "ambitions", in: self) } }
}

extension Vocabulary<Style> {
  static var style: Vocabulary {
    Vocabulary(
      "style", none: Text(nl: "geen regiestijl", en: "no style"),
      wayOut: Text(
        nl: "kies visionair, beheersingsgericht, uitvoeringsgericht of faciliterend",
        en: "choose visionair, beheersingsgericht, uitvoeringsgericht or faciliterend")
    ) { try $0.styles }
  }
}
