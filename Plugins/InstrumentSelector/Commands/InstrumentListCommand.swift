import Decisions
import WorkbenchKit

/// `instrument list`: the instruments, all or those of a domain, level or style.
struct InstrumentListCommand: Command {
  struct Arguments: Sendable {
    let domain = Argument(
      flag: "domain", .named(.domain), about: Text(nl: "alleen dit domein", en: "only this domain"))
    let level = Argument(flag: "level", .named(.level), about: Text(nl: "alleen dit niveau", en: "only this level"))
    let style = Argument(
      flag: "style", .named(.style), about: Text(nl: "alleen wat bij deze stijl past", en: "only what fits this style"))
  }

  static let arguments = Arguments()

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
      next: [
        FollowUp(
          "instrument interview",
          Text(nl: "welk instrument past, vraag voor vraag", en: "which instrument fits, question by question"))
      ],
      soughtBy: ["vragenlijst", "questionnaire"],
      examples: [
        .init(
          "instrument list --domain wonen --style faciliterend",
          Text(nl: "in één domein, bij één stijl", en: "in one domain, for one style")),
        .init(
          "instrument list --style losjes", Text(nl: "een stijl die er niet is", en: "a style that is not there"),
          failsWith: "style.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var instruments = try context.instruments
    var remarks: [Block] = []
    if let domain = try given.domain?.item(in: context) { instruments = instruments.filter { $0.domain == domain.id } }
    if let level = try given.level?.item(in: context) { instruments = instruments.filter { $0.level == level.id } }
    if let style = try given.style?.item(in: context) {
      let book = try RuleBook(context)
      let table = try book.table("instrumenten")
      let fitting = table.fired([.text(style.id)]).compactMap { table.rules[$0].then.first ?? nil }.map(\.plain)
      instruments = instruments.filter { fitting.contains($0.id) }
      remarks = book.remarks()
    }
    let (tools, domains) = (try context.tools.labels, try context.domains.labels)
    let result = Table(
      title: Text(nl: "Instrumenten", en: "Instruments"),
      columns: [
        .texts("instrument", instruments.map(\.id), label: .verbatim("instrument")),
        .texts("domain", instruments.map(\.domain)).asDetail(),
        .texts(
          "domain_label", instruments.map { domains[$0.domain] }, label: Text(nl: "domein", en: "domain"), in: context),
        .texts("level", instruments.map(\.level), label: Text(nl: "niveau", en: "level")),
        .texts("label", instruments.map(\.label), label: Text(nl: "omschrijving", en: "description"), in: context)
          .asDetail(),
        .texts("tool", instruments.map(\.tool)).asDetail(),
        .texts("tool_label", instruments.map { tools[$0.tool] }, label: Text(nl: "soort", en: "tool"), in: context),
        .texts("now", instruments.map(\.now), label: Text(nl: "nu", en: "now"), in: context).asDetail(),
      ])
    let sources = try context.knowledge.sources(instruments.map(\.source), in: context)
    return Output([.table(result)] + remarks + [sources])
  }
}
