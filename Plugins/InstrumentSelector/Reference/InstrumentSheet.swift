import WorkbenchKit

/// What is known of an instrument, trait by trait; nil where neither a source nor the circle says it.
struct InstrumentSheet {
  let rows: [(trait: Text, value: Text?)]
  let citations: [Citation?]

  static func parameter(_ library: Library, repeated: Bool = false, required: Bool = true) -> Parameter {
    .argument(
      "instrument", required: required, repeated: repeated,
      about: Text(nl: "een instrument: woonvisie, …", en: "an instrument: woonvisie, …"),
      candidates: { context in ((try? library.instruments(context)) ?? []).map { Candidate($0.id, $0.label) } })
  }

  init(_ instrument: Instrument, _ filled: FilledIn, _ ambitions: [Ambition]) {
    func list(_ statements: [Statement]) -> Text? {
      statements.isEmpty ? nil : Phrase.joined(statements.map(\.shown), by: "; ")
    }
    let reading = Text(nl: " (onze lezing)", en: " (our reading)")
    let variants = ambitions.flatMap { ambition in
      ambition.variants.filter { $0.instruments.contains(instrument.id) }.map { variant in
        Text(nl: "\(ambition.id), \(variant.style): ", en: "\(ambition.id), \(variant.style): ") + variant.text
          + (variant.isReading ? reading : .verbatim(""))
      }
    }
    let lead = filled.leadMonths(instrument.id).map { months in
      let shown = Phrase.number(months)
      return Text(nl: "\(shown.nl) maanden (kring)", en: "\(shown.en) months (circle)")
    }
    func own(_ field: String) -> Text? {
      filled.text(instrument.id, field).map { Text(nl: "\($0) (kring)", en: "\($0) (circle)") }
    }
    rows = [
      (Text(nl: "wat", en: "what"), instrument.what.shown),
      (Text(nl: "domein", en: "domain"), .verbatim(instrument.domain)),
      (
        Text(nl: "niveau", en: "level"),
        .verbatim(instrument.level) + (instrument.isLevelRead ? reading : .verbatim(""))
      ),
      (Text(nl: "soort (Hood)", en: "tool (Hood)"), .verbatim(instrument.tool) + reading),
      (Text(nl: "beslist", en: "decides"), instrument.decides?.shown),
      (
        Text(nl: "doet mee", en: "takes part"),
        instrument.parties.isEmpty ? nil : .verbatim(instrument.parties.joined(separator: ", "))
      ),
      (
        Text(nl: "grondslag", en: "legal basis"),
        instrument.legal.isEmpty ? nil : Phrase.joined(instrument.legal.map(\.shown), by: "; ")
      ),
      (Text(nl: "nu", en: "now"), instrument.now),
      (Text(nl: "kan", en: "can"), list(instrument.can)),
      (Text(nl: "bij ambitie", en: "with ambition"), variants.isEmpty ? nil : Phrase.joined(variants, by: "; ")),
      (Text(nl: "voorbeeld", en: "example"), list(instrument.examples)),
      (Text(nl: "doorlooptijd", en: "lead time"), lead),
      (Text(nl: "nodig", en: "needs"), own("needs")),
      (Text(nl: "grenzen", en: "limits"), own("limits")),
      (Text(nl: "gaat goed met", en: "works well with"), own("with")),
      (Text(nl: "botst met", en: "clashes with"), own("clashes")),
    ]
    citations =
      [instrument.source] + instrument.can.map(\.source) + [instrument.decides?.source]
      + instrument.legal.map(\.source) + instrument.examples.map(\.source)
  }
}
