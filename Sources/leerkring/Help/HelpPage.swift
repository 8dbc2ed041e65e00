import Session
import WorkbenchKit

/// Pages of help, made from what is registered.
enum HelpPage {
  /// One command: synopsis, parameters with units, examples.
  static func command(_ registration: Registration, in registry: Registry, language: Language) -> [Block] {
    let signature = registration.signature
    var blocks: [Block] = [
      .heading(Heading(.verbatim(signature.path.joined(separator: " ")))), .paragraph(signature.summary),
    ]
    if let details = signature.details { blocks.append(.paragraph(details)) }
    blocks.append(.paragraph(.verbatim(Synopsis.of(signature))))
    if !signature.parameters.isEmpty { blocks.append(.table(parameters(signature, language))) }
    if !signature.examples.isEmpty {
      blocks.append(
        .table(
          Table(
            title: Text(nl: "voorbeelden", en: "examples"),
            columns: [
              .texts("line", signature.examples.map(\.line), label: Text(nl: "regel", en: "line")),
              .texts(
                "about",
                signature.examples.map { example in
                  example.about(language) + (example.failsWith.map { " → \($0)" } ?? "")
                }, label: Text(nl: "wat", en: "what")),
            ])))
    }
    if !signature.aliases.isEmpty {
      let aliases = signature.aliases.map { $0.joined(separator: " ") }.joined(separator: ", ")
      blocks.append(.info(nl: "ook: \(aliases)", en: "also: \(aliases)"))
    }
    if let owner = registration.owner {
      blocks.append(
        .info(nl: "uit de plugin \(owner.name) \(owner.version)", en: "from plugin \(owner.name) \(owner.version)")
      )
    }
    let below = registry.registrations(under: signature.path).dropFirst()
    if signature.path == ["to"] {
      if let forms = forms(registry.promisedForms, language) { blocks.append(.table(forms)) }
    } else if !below.isEmpty {
      blocks.append(
        .table(list(Array(below), language: language, title: Text(nl: "en verder", en: "and further"))))
    }
    return blocks
  }

  /// A list of commands with their summaries, which takes a screen wherever it is shown.
  static func index(_ registrations: [Registration], language: Language, title: Text) -> Block {
    .table(list(registrations, language: language, title: title).atAGlance())
  }

  private static func list(_ registrations: [Registration], language: Language, title: Text) -> Table {
    Table(
      title: title,
      columns: [
        .texts(
          "command", registrations.map { $0.signature.path.joined(separator: " ") },
          label: Text(nl: "opdracht", en: "command")),
        .texts("about", registrations.map { $0.signature.summary(language) }, label: Text(nl: "wat", en: "what")),
      ])
  }

  /// The forms that modules bring, whether these are loaded or not; nil where there are none.
  private static func forms(_ forms: [Candidate], _ language: Language) -> Table? {
    guard !forms.isEmpty else { return nil }
    return Table(
      title: Text(nl: "en met een bestand erachter", en: "and with a file behind it"),
      columns: [
        .texts("command", forms.map { "to \($0.word)" }, label: Text(nl: "opdracht", en: "command")),
        .texts("about", forms.map { $0.about?(language) }, label: Text(nl: "wat", en: "what")),
      ])
  }

  static func parameters(_ signature: Signature, _ language: Language) -> Table {
    let parameters = signature.parameters
    return Table(columns: [
      .texts(
        "parameter",
        parameters.map { $0.position == .flag ? Synopsis.flag($0) : $0.name.uppercased() + ($0.isRepeated ? "…" : "") },
        label: .verbatim("parameter")),
      .texts(
        "about",
        parameters.map { parameter in
          var about = parameter.about(language)
          if let unit = parameter.unit { about += " (\(unit.label(language)))" }
          if parameter.isRequired { about += language == .nl ? " [nodig]" : " [required]" }
          if let fallback = parameter.fallback { about += " [\(fallback)]" }
          return about
        }, label: Text(nl: "wat", en: "what")),
    ])
  }
}
