import WorkbenchKit

/// `instrument fill X key=value…`: what the circle knows of an instrument and the sources do not say.
struct InstrumentFillCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument fill", aliases: ["instrument vul"],
      summary: Text(
        nl: "vul in wat de bronnen niet zeggen over een instrument",
        en: "fill in what the sources do not say of an instrument"),
      details: Text(
        nl:
          "lead_months: doorlooptijd in maanden; needs: wat ervoor nodig is; limits: grenzen; with en clashes: instrumenten waarmee het goed "
          + "gaat of botst. 'leeg' haalt weg.",
        en:
          "lead_months: lead time in months; needs: what it takes; limits: limits; with and clashes: instruments with which it works well or "
          + "clashes. 'empty' takes away."),
      parameters: [
        InstrumentSheet.parameter(library),
        .argument(
          "values", .pair, repeated: true, about: Text(nl: "VELD=WAARDE", en: "FIELD=VALUE"),
          candidates: { _ in FilledIn.fields.map { Candidate($0 + "=") } }),
      ],
      changesWorkspace: true,
      examples: [
        .init(
          "instrument fill woonvisie lead_months=9 'clashes=grondbeleid'",
          Text(nl: "doorlooptijd en een botsing", en: "lead time and a clash")),
        .init(
          "instrument fill woonvisie lead_months=lang", Text(nl: "geen getal", en: "no number"), failsWith: "fill.value"
        ),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let all = try library.instruments(context)
    let found = try Kind.instrument.one(call.text("instrument") ?? "", among: all, at: call.place(of: "instrument"))
    var filled = try FilledIn(context.workspace)
    for (key, value, place) in call.pairs("values") {
      guard let field = FilledIn.fields.first(where: { Phrase.folded($0) == Phrase.folded(key) }) else {
        throw Diagnostic(
          "fill.field", Text(nl: "er is geen veld '\(key)'", en: "there is no field '\(key)'"),
          wayOut: .verbatim(FilledIn.fields.joined(separator: ", ")),
          suggestion: NearestWord.best(key, among: FilledIn.fields), place: place)
      }
      filled.set(found.id, field, to: try Self.json(value, field, found, all, at: place))
    }
    filled.store(in: context.workspace)
    return try InstrumentShowCommand(library: library).run(call, in: context)
  }

  private static func json(
    _ value: Value, _ field: String, _ own: Instrument, _ all: [Instrument], at place: Place?
  ) throws -> JSON? {
    let text = value.plain.trimmingBlanks
    if ["leeg", "empty", ""].contains(text.lowercased()) { return nil }
    switch field {
    case "lead_months":
      guard let months = value.number ?? NumberText.parse(text), months > 0, months <= 600 else {
        throw Diagnostic(
          "fill.value", Text(nl: "'\(text)' is geen aantal maanden", en: "'\(text)' is no number of months"),
          wayOut: Text(nl: "zoals: lead_months=9", en: "such as: lead_months=9"), place: place)
      }
      return .number(months)
    case "with", "clashes":
      let names = try text.split(separator: ",").map { part in
        try Kind.instrument.one(String(part).trimmingBlanks, among: all.filter { $0.id != own.id }, at: place).id
      }
      return .string(names.joined(separator: ", "))
    default: return .string(text)
    }
  }
}
