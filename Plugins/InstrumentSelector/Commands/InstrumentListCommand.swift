import WorkbenchKit

/// `instrument list`: the instruments, all or those of a domain, level or style.
struct InstrumentListCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "instrument list", aliases: ["instrument lijst"],
      summary: Text(nl: "noem de instrumenten", en: "list the instruments"),
      details: Text(
        nl:
          "De bron zegt dat haar lijst niet uitputtend is. Het niveau en het soort (informatie, gezag, geld, organisatie; Hood 1983) zijn meest "
          + "onze lezing.",
        en:
          "The source says that its list is not exhaustive. The level and the tool (nodality, authority, treasure, organisation; Hood 1983) "
          + "are mostly our reading."),
      parameters: [
        .flag(
          "domain", .text, about: Text(nl: "alleen dit domein", en: "only this domain"),
          candidates: { context in ((try? library.domains(context)) ?? []).map { Candidate($0.id, $0.label) } }),
        .flag(
          "level", .text, about: Text(nl: "alleen dit niveau", en: "only this level"),
          candidates: { context in ((try? library.levels(context)) ?? []).map { Candidate($0.id, $0.label) } }),
        .flag(
          "style", .text, about: Text(nl: "alleen wat bij deze stijl past", en: "only what fits this style"),
          candidates: { context in ((try? library.styles(context)) ?? []).map { Candidate($0.id, $0.label) } }),
      ],
      examples: [
        .init(
          "instrument list --domain wonen --style faciliterend",
          Text(nl: "in één domein, bij één stijl", en: "in one domain, for one style")),
        .init(
          "instrument list --style losjes", Text(nl: "een stijl die er niet is", en: "a style that is not there"),
          failsWith: "style.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    var instruments = try library.instruments(context)
    if let word = call.text("domain") {
      let domain = try Kind.domain.one(word, among: library.domains(context), at: call.place(of: "domain"))
      instruments = instruments.filter { $0.domain == domain.id }
    }
    if let word = call.text("level") {
      let level = try Kind.level.one(word, among: library.levels(context), at: call.place(of: "level"))
      instruments = instruments.filter { $0.level == level.id }
    }
    if let word = call.text("style") {
      let style = try Kind.style.one(word, among: library.styles(context), at: call.place(of: "style"))
      let table = try RuleBook(library, context).table("instrumenten", at: call.place)
      let fitting = table.fired([.text(style.id)]).compactMap { table.rules[$0].then.first ?? nil }.map(\.plain)
      instruments = instruments.filter { fitting.contains($0.id) }
    }
    let result = Table(
      title: Text(nl: "Instrumenten", en: "Instruments"),
      columns: [
        .texts("instrument", instruments.map(\.id), label: .verbatim("instrument")),
        .texts("domain", instruments.map(\.domain), label: Text(nl: "domein", en: "domain")),
        .texts("level", instruments.map(\.level), label: Text(nl: "niveau", en: "level")),
        .texts(
          "label", instruments.map { $0.label(context.language) }, label: Text(nl: "omschrijving", en: "description")
        ).asDetail(),
        .texts("tool", instruments.map(\.tool), label: Text(nl: "soort", en: "tool")),
        .texts("now", instruments.map { $0.now?(context.language) }, label: Text(nl: "nu", en: "now")).asDetail(),
      ])
    return Output([.table(result), try library.sources(instruments.map(\.source), context)])
  }
}
