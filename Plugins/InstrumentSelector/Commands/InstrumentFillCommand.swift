import WorkbenchKit

/// `instrument fill X key=value…`: what the circle knows of an instrument and the sources do not say.
struct InstrumentFillCommand: Command {
  struct Arguments: Sendable {
    let instrument = Argument("instrument", .named(.instrument), about: Instrument.argument)
    let values = Argument(
      list: "values", .pair(.value), about: Text(nl: "VELD=WAARDE", en: "FIELD=VALUE"),
      candidates: { _ in InstrumentNotes.Trait.allCases.map { Candidate($0.rawValue + "=") } })
  }

  static let arguments = Arguments()

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

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let all = try context.instruments
    let instrument = try given.instrument.item(among: all)
    var notes = try InstrumentNotes(context.workspace)
    for pair in given.values {
      let text = pair.value.plain.trimmedOfPadding
      let trait = try Self.trait(pair)
      if ["leeg", "empty", ""].contains(text.lowercased()) {
        notes.clear(instrument.id, trait)
        continue
      }
      switch trait {
      case .leadMonths: notes.setLeadMonths(instrument.id, to: try Self.months(pair))
      case .needs, .limits: notes.set(instrument.id, trait, to: text)
      case .with, .clashes:
        let others = all.filter { $0.id != instrument.id }
        let ids = try text.split(separator: ",").map {
          try Vocabulary.instrument.one(String($0).trimmedOfPadding, among: others, at: pair.place).id
        }
        notes.set(instrument.id, trait, to: ids.joined(separator: ", "))
      }
    }
    try notes.store(in: context.workspace)
    return try InstrumentShowCommand.output(instrument, in: context)
  }

  private static func trait(_ pair: Pair<Value>) throws -> InstrumentNotes.Trait {
    let traits = InstrumentNotes.Trait.allCases
    if let trait = traits.first(where: { $0.rawValue.foldedForLookup == pair.key.foldedForLookup }) { return trait }
    throw Diagnostic(
      "fill.field", Text(nl: "er is geen veld '\(pair.key)'", en: "there is no field '\(pair.key)'"),
      wayOut: .verbatim(traits.map(\.rawValue).joined(separator: ", ")),
      suggestion: NearestWord.best(pair.key, among: traits.map(\.rawValue)), place: pair.place)
  }

  private static func months(_ pair: Pair<Value>) throws -> Double {
    if let months = pair.value.number ?? NumberText.parse(pair.value.plain.trimmedOfPadding), months > 0, months <= 600
    {
      return months
    }
    throw Diagnostic(
      "fill.value",
      Text(nl: "'\(pair.value.plain)' is geen aantal maanden", en: "'\(pair.value.plain)' is no number of months"),
      wayOut: Text(nl: "zoals: lead_months=9", en: "such as: lead_months=9"), place: pair.place)
  }
}
