import Decisions
import WorkbenchKit

/// `rules check [NAME]`: gaps and overlaps of a decision table, each with an example.
struct RulesCheckCommand: Command {
  struct Arguments: Sendable {
    let name = Argument<String?>.decisionTable
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "rules check", aliases: ["regels controleer"],
      summary: Text(
        nl: "zoek wat geen regel vangt, en regels die elkaar in de weg zitten",
        en: "find what no rule takes, and rules that are in each other's way"),
      details: Text(
        nl:
          "gap: invoer waarbij geen regel past. overlap: twee regels die tegelijk passen; onder U altijd, onder A als zij iets anders zeggen. "
          + "Het antwoord is exact over de toegestane waarden en de uitersten van de toetsen; er wordt niets geproefd. Van een regel die "
          + "invoer met elkaar vergelijkt, iets uitrekent of niet gelezen is, staat niet vast waar hij past: maybe-gap en maybe-overlap. "
          + "example kan achter 'rules run NAAM' getypt worden.",
        en:
          "gap: input that no rule fits. overlap: two rules that fit at once; under U always, under A where they say different things. The "
          + "answer is exact over the allowed values and the ends of the tests; nothing is sampled. Of a rule that compares inputs with each "
          + "other, works something out or is not read it is not certain where it fits: maybe-gap and maybe-overlap. example can be typed "
          + "behind 'rules run NAME'."),
      examples: [
        .init(
          "rules check regiestijl",
          Text(nl: "vier regels die samen alles vangen", en: "four rules that take everything together")),
        .init("rules check", Text(nl: "alle tabellen", en: "all tables")),
        .init(
          "rules check regiestyl", Text(nl: "een tabel die er niet is", en: "a table that is not there"),
          failsWith: "rules.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let book = try RuleBook(context)
    guard let table = try given.checking(\.name, { try $0.map(book.table) }) else { return try all(book, context) }
    let findings = try RuleFindings(table, poll: context.checkInterrupt)
    let rows = findings.rows
    let result = Table(
      title: Text(nl: "Controle van \(table.heading.nl)", en: "Check of \(table.heading.en)"),
      columns: [
        .texts(
          "kind", rows.map { ($0.isSure ? "" : "maybe-") + ($0.isGap ? "gap" : "overlap") }
        ).asDetail(),
        .texts(
          "kind_label", rows.map { Self.kind(isGap: $0.isGap, isSure: $0.isSure) },
          label: Text(nl: "soort", en: "kind"),
          in: context),
        .texts(
          "rules", rows.map { $0.isGap ? nil : $0.rules.map(String.init).joined(separator: ", ") },
          label: Text(nl: "regels", en: "rules")),
        .texts("example", rows.map(findings.typed), label: Text(nl: "voorbeeld", en: "example")),
        .texts("region", rows.map { $0.region.isEmpty ? nil : $0.region }, label: Text(nl: "gebied", en: "region"))
          .asDetail(),
      ])
    var facts = Facts()
    facts.add("gaps", findings.gaps, label: Text(nl: "gaten", en: "gaps"))
    facts.add("overlaps", findings.overlaps, label: Text(nl: "overlappingen", en: "overlaps"))
    facts.add("rules", table.rules.count, label: Text(nl: "regels", en: "rules"))
    if !findings.undecided.isEmpty {
      facts.add(
        "undecided", .list(findings.undecided.map { .number(Double($0)) }),
        label: Text(nl: "regels die niet vaststaan", en: "rules not certain"))
    }
    var blocks: [Block] = [.table(result), .facts(facts)]
    if !table.undecidable.isEmpty { blocks.append(.notice(Notice(.warning, table.undecidableRules))) }
    let compared = findings.undecided.filter { !table.undecidable.contains($0 - 1) }
    if !compared.isEmpty {
      let listed = compared.map(String.init).joined(separator: ", ")
      blocks.append(
        .caution(
          nl: compared.count == 1
            ? "waar regel \(listed) past is niet nagegaan: zij vergelijkt invoer met elkaar of rekent iets uit"
            : "waar de regels \(listed) passen is niet nagegaan: zij vergelijken invoer met elkaar of rekenen iets uit",
          en: compared.count == 1
            ? "where rule \(listed) fits was not checked: it compares inputs with each other or works something out"
            : "where rules \(listed) fit was not checked: they compare inputs with each other or work something out"))
    }
    if findings.isWorkedOut, !rows.isEmpty {
      blocks.append(
        .caution(
          nl:
            "een invoer van deze tabel wordt uit andere uitgerekend; of deze waarden samen voorkomen is niet nagegaan",
          en: "an input of this table is worked out of others; whether these values occur together was not checked"))
    }
    if rows.isEmpty, findings.undecided.isEmpty, table.undecidable.isEmpty {
      blocks.append(
        .info(
          nl: "elke invoer heeft een regel, en geen twee regels zitten elkaar in de weg",
          en: "every input has a rule, and no two rules are in each other's way"))
    }
    if findings.isCut { blocks.append(.notice(Notice(.warning, Self.cut))) }
    return Output(blocks + book.remarks())
  }

  private static func kind(isGap: Bool, isSure: Bool) -> Text {
    let kind = isGap ? Text(nl: "gat", en: "gap") : Text(nl: "overlapping", en: "overlap")
    return isSure ? kind : Text(nl: "misschien een ", en: "maybe a ") + kind
  }

  private func all(_ book: RuleBook, _ context: Context) throws -> Output {
    let findings = try book.tables.map { table in
      (table, try RuleFindings(table, poll: context.checkInterrupt))
    }
    let table = Table(
      title: Text(nl: "Controle van alle beslistabellen", en: "Check of all decision tables"),
      columns: [
        .texts("name", findings.map(\.0.name), label: Text(nl: "naam", en: "name")),
        .numbers(
          "rules", findings.map { Double($0.0.rules.count) }, label: Text(nl: "regels", en: "rules"), format: .plain),
        .numbers("gaps", findings.map { Double($0.1.gaps) }, label: Text(nl: "gaten", en: "gaps"), format: .plain),
        .numbers(
          "overlaps", findings.map { Double($0.1.overlaps) }, label: Text(nl: "overlappingen", en: "overlaps"),
          format: .plain),
        .numbers(
          "maybe", findings.map { Double($0.1.doubtful) }, label: Text(nl: "misschien", en: "perhaps"), format: .plain),
        .numbers(
          "undecided", findings.map { Double(Set($0.1.undecided + $0.0.undecidable.map { $0 + 1 }).count) },
          label: Text(nl: "niet vast", en: "not certain"), format: .plain),
      ])
    let undecidable = book.tables.filter { !$0.undecidable.isEmpty }
    let cut = findings.filter(\.1.isCut).map { "'\($0.0.name)'" }.joined(separator: ", ")
    let more: [Block] = cut.isEmpty ? [] : [.warning(nl: "\(cut): \(Self.cut.nl)", en: "\(cut): \(Self.cut.en)")]
    return Output(
      [.table(table)] + undecidable.map { .notice(Notice(.warning, $0.undecidableRules)) } + more + book.remarks())
  }

  private static let cut = Text(
    nl: "er kunnen meer gaten zijn dan hier staan: er is niet verder gezocht",
    en: "there may be more gaps than stand here: the search ended")
}
