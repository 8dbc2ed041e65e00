import WorkbenchKit

/// `procure compare`: cases side by side, a row a trait.
struct CompareCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "procure compare",
      aliases: ["procure vergelijk"],
      summary: Text(
        nl: "zet cases naast elkaar en merk de verschillen", en: "put cases side by side and mark the differences"),
      details: Text(
        nl:
          "Een rij per kenmerk, een kolom per case. 'differs' zegt of wat bekend is verschilt; leeg waar te weinig bekend is.",
        en:
          "A row a trait, a column a case. 'differs' says whether what is known differs; empty where too little is known."
      ),
      parameters: [
        .argument(
          "case", repeated: true, about: Text(nl: "twee of meer cases", en: "two or more cases"),
          candidates: Kind.candidates { try library.cases($0) }),
        .flag("different", about: Text(nl: "alleen wat verschilt", en: "only what differs")),
      ],
      examples: [
        .init("procure compare brunssum alphen", Text(nl: "twee vaste bedragen", en: "two fixed amounts")),
        .init(
          "procure compare brunssum", Text(nl: "een ander ontbreekt", en: "another is lacking"),
          failsWith: "argument.missing"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let known = try library.cases(context)
    var cases: [CaseRecord] = []
    for argument in call.all("case") {
      let one = try Kind.example.one(argument.value.text ?? argument.value.plain, among: known, at: argument.place)
      if !cases.contains(where: { $0.id == one.id }) { cases.append(one) }
    }
    guard cases.count > 1 else {
      throw Diagnostic(
        "argument.missing",
        Text(nl: "om te vergelijken zijn twee verschillende cases nodig", en: "comparing needs two different cases"),
        wayOut: Text(
          nl: "noem er nog een; 'procure cases' noemt ze alle", en: "name another; 'procure cases' lists them"),
        place: call.place)
    }
    let rows = try CaseTraits(cases, library: library, context).rows.filter {
      !$0.isUnknown && (!call.flag("different") || $0.differs == true)
    }
    let table = Table(
      title: Shown.joined(cases.map(\.label), by: " · "),
      columns: [
        .texts("trait", rows.map(\.trait)).asDetail(),
        LibraryColumns.text("label", rows.map(\.label), Text(nl: "kenmerk", en: "trait"), context),
      ]
        + cases.enumerated().map { place, one in
          .texts(
            String(one.id.map { $0 == "-" ? "_" : $0 }),
            rows.map { $0.values[place]?(context.language) ?? Shown.unknownWord },
            label: .verbatim(one.id))
        } + [
          Column("differs", .booleans(rows.map(\.differs)), label: Text(nl: "anders", en: "differs"))
        ])
    var facts = Facts(isDetail: true)
    facts.add("differences", rows.count { $0.differs == true }, label: Text(nl: "verschillen", en: "differences"))
    let sources = try library.sources(rows.flatMap { $0.citations.flatMap { $0 } }, context)
    return Output([.table(table), .facts(facts), sources])
  }
}
