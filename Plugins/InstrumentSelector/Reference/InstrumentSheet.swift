import WorkbenchKit

/// What is known of an instrument, trait by trait; nil where neither a source nor the circle says it.
struct InstrumentSheet {
  let rows: [(trait: Text, value: Text?)]
  let citations: [Citation?]

  /// - Parameters:
  ///   - domains: their labels, by id.
  ///   - tools: labels of Hood's tools, by id.
  init(
    _ instrument: Instrument, _ notes: InstrumentNotes, _ ambitions: [Ambition], domains: [String: Text],
    tools: [String: Text]
  ) {
    func list(_ texts: [Text]) -> Text? { texts.isEmpty ? nil : .joined(texts, by: "; ") }
    func own(_ trait: InstrumentNotes.Trait) -> Text? {
      notes.text(instrument.id, trait).map { Text(nl: "\($0) (kring)", en: "\($0) (circle)") }
    }
    let reading = Text(nl: " (onze lezing)", en: " (our reading)")
    let variants = ambitions.flatMap { ambition in
      ambition.variants.filter { $0.instruments.contains(instrument.id) }.map { variant in
        ambition.label + .verbatim(", \(variant.style): ") + variant.statement.shown
      }
    }
    let lead = notes.leadMonths(instrument.id).map {
      Text.number($0, atMost: 2) + Text(nl: " maanden (kring)", en: " months (circle)")
    }
    rows = [
      (Text(nl: "wat", en: "what"), instrument.what.shown),
      (Text(nl: "domein", en: "domain"), domains[instrument.domain] ?? .verbatim(instrument.domain)),
      (
        Text(nl: "niveau", en: "level"),
        .verbatim(instrument.level) + (instrument.isLevelRead ? reading : .verbatim(""))
      ),
      (Text(nl: "soort (Hood)", en: "tool (Hood)"), (tools[instrument.tool] ?? .verbatim(instrument.tool)) + reading),
      (Text(nl: "beslist", en: "decides"), instrument.decides?.shown),
      (
        Text(nl: "doet mee", en: "takes part"),
        instrument.parties.isEmpty ? nil : .verbatim(instrument.parties.joined(separator: ", "))
      ),
      (Text(nl: "grondslag", en: "legal basis"), list(instrument.legal.map(\.shown))),
      (Text(nl: "nu", en: "now"), instrument.now),
      (Text(nl: "kan", en: "can"), list(instrument.can.map(\.shown))),
      (Text(nl: "bij ambitie", en: "with ambition"), list(variants)),
      (Text(nl: "voorbeeld", en: "example"), list(instrument.examples.map(\.shown))),
      (Text(nl: "doorlooptijd", en: "lead time"), lead),
      (Text(nl: "nodig", en: "needs"), own(.needs)),
      (Text(nl: "grenzen", en: "limits"), list(instrument.limits.map(\.shown) + [own(.limits)].compactMap { $0 })),
      (Text(nl: "gaat goed met", en: "works well with"), own(.with)),
      (Text(nl: "botst met", en: "clashes with"), own(.clashes)),
    ]
    citations =
      [instrument.source] + instrument.can.map(\.source) + instrument.limits.map(\.source)
      + [instrument.decides?.source]
      + instrument.legal.map(\.source) + instrument.examples.map(\.source)
  }
}
