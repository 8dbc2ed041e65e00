import WorkbenchKit

/// `procure compare`: cases side by side, a row a trait.
struct CompareCommand: Command {
  struct Arguments: Sendable {
    let cases = Argument(list: "case", .named(.example), about: Text(nl: "twee of meer cases", en: "two or more cases"))
    let different = Argument(toggle: "different", about: Text(nl: "alleen wat verschilt", en: "only what differs"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure compare",
      aliases: ["procure vergelijk"],
      summary: Text(
        nl: "zet cases naast elkaar en wijs aan waarin zij verschillen",
        en: "put cases side by side and mark the differences"),
      details: Text(
        nl:
          "Een rij per kenmerk, een kolom per case. 'differs' zegt of wat bekend is verschilt; leeg waar te weinig bekend is.",
        en:
          "A row a trait, a column a case. 'differs' says whether what is known differs; empty where too little is known."
      ),
      examples: [
        .init("procure compare brunssum alphen", Text(nl: "twee vaste bedragen", en: "two fixed amounts")),
        .init(
          "procure compare brunssum", Text(nl: "een ander ontbreekt", en: "another is lacking"),
          failsWith: "compare.alone"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let cases = try given.cases.distinct(in: context)
    guard cases.count > 1 else {
      throw Diagnostic(
        "compare.alone",
        Text(nl: "om te vergelijken zijn twee verschillende cases nodig", en: "comparing needs two different cases"),
        wayOut: Text(
          nl: "noem er nog een; 'procure cases' noemt ze alle", en: "name another; 'procure cases' lists them"),
        place: given.place)
    }
    let rows = try CaseTraits(cases, in: context).rows.filter {
      !$0.isUnknown && (!given.different || $0.differs == true)
    }
    let table = Table(
      title: Text.joined(cases.map(\.label), by: " · "),
      columns: [
        .texts("trait", rows.map(\.trait)).asDetail(),
        .texts("label", rows.map(\.label), label: Text(nl: "kenmerk", en: "trait"), in: context),
      ]
        + cases.enumerated().map { place, one in
          .texts(
            String(one.id.map { $0 == "-" ? "_" : $0 }),
            rows.map { $0.values[place] ?? .verbatim(Statement.unknown) }, label: .verbatim(one.id), in: context)
        } + [
          Column("differs", .booleans(rows.map(\.differs)), label: Text(nl: "anders", en: "differs"))
        ])
    var facts = Facts(isDetail: true)
    facts.add("differences", rows.count { $0.differs == true }, label: Text(nl: "verschillen", en: "differences"))
    let sources = try context.knowledge.sources(rows.flatMap { $0.citations.flatMap { $0 } }, in: context)
    return Output([.table(table), .facts(facts), sources])
  }
}
