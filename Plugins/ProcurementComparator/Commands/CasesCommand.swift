import WorkbenchKit

/// `procure cases`: the cases with their place on the axes.
struct CasesCommand: Command {
  struct Arguments: Sendable {
    let form = Argument(
      flag: "form", .named(.form), about: Text(nl: "alleen cases met deze vorm", en: "cases with this form only"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure cases",
      aliases: ["procure voorbeelden"],
      summary: Text(nl: "noem de cases met hun plaats op de assen", en: "list the cases with their place on the axes"),
      examples: [
        .init("procure cases", Text(nl: "alle tien", en: "all ten")),
        .init("procure cases --form lumpsum", Text(nl: "met een vast bedrag", en: "with a fixed amount")),
        .init(
          "procure cases --form lumsum", Text(nl: "een vorm die er niet is", en: "a form that is not there"),
          failsWith: "form.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var cases = try context.cases
    if let form = try given.form?.item(in: context) {
      cases = cases.filter { $0.forms(form.axis).contains(form.id) }
    }
    let labels = try context.forms.labels
    let columns = try context.axes.flatMap { axis -> [Column] in
      let values = cases.map { $0.forms(axis.id) }
      let ids = Column.texts(
        axis.id, values.map { $0.isEmpty ? Statement.unknown : $0.joined(separator: ", ") }, label: axis.label)
      let names = values.map { forms -> Text in
        forms.isEmpty ? .verbatim(Statement.unknown) : .joined(forms.map { labels[$0] ?? .verbatim($0) })
      }
      return [
        ids.asDetail(),
        .texts("\(axis.id)_label", names, label: axis.label, in: context).asDetail(values.allSatisfy(\.isEmpty)),
      ]
    }
    let table = Table(
      title: Text(nl: "Cases", en: "Cases"),
      columns: [
        .texts("case", cases.map(\.id), label: .verbatim("case")),
        .texts("label", cases.map(\.label), label: Text(nl: "naam", en: "name"), in: context).asDetail(),
        .numbers("year", cases.map { Double($0.year) }, label: Text(nl: "jaar", en: "year"), format: .plain)
          .asDetail(),
      ] + columns + [
        .texts("kind", cases.map { $0.isQuality ? "quality" : "case" }, label: Text(nl: "soort", en: "kind"))
          .asDetail()
      ])
    return Output([
      .table(table),
      .info(
        nl: "'onbekend' is wat de bronnen niet zeggen; de uitvoeringsvariant noemt geen van hen",
        en: "'onbekend' is what the sources do not say; none of them names the execution variant"),
      try context.knowledge.sources(cases.flatMap(\.citations), in: context),
    ])
  }
}

/// `procure case`: one case in full.
struct CaseCommand: Command {
  struct Arguments: Sendable {
    let example = Argument(
      "case", .named(.example), about: Text(nl: "case, zoals brunssum", en: "case, such as brunssum"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure case",
      aliases: ["procure voorbeeld"],
      summary: Text(nl: "toon één case in het geheel", en: "show one case in full"),
      examples: [
        .init("procure case goeree-overflakkee", Text(nl: "volume maal prijs met een band", en: "with a band")),
        .init(
          "procure case goree", Text(nl: "een case die er niet is", en: "a case that is not there"),
          failsWith: "case.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let one = try given.example.item(in: context)
    let forms = try context.forms.labels
    let traits = try context.traits
    var parts: [SheetPart] = []
    for axis in try context.axes {
      parts.append(
        SheetPart(
          name: axis.id, label: axis.label,
          items: (one.place[axis.id] ?? []).map { placed in
            let name = forms[placed.form] ?? .verbatim(placed.form)
            let note = placed.note.map { Text(nl: ": \($0.nl)", en: ": \($0.en)") } ?? Text(nl: "", en: "")
            return Statement(text: name + note, source: placed.source)
          }))
    }
    parts += one.figures.compactMap { figure in
      guard let trait = traits.first(where: { $0.id == figure.trait }) else { return nil }
      return SheetPart(
        name: trait.id, label: trait.label,
        items: [Statement(text: CaseTraits.text(figure, trait), source: figure.source)])
    }
    parts += CaseRecord.parts.map { SheetPart(name: $0.name, label: $0.label, items: one.texts[$0.name] ?? []) }
    var blocks: [Block] = [.table(SheetPart.table(one.label, parts, context))]
    var facts = Facts(isDetail: true)
    for figure in one.figures { facts.add(figure.trait, .number(figure.value), label: traits.labels[figure.trait]) }
    if !one.figures.isEmpty { blocks.append(.facts(facts)) }
    let law = try context.law(one.law)
    blocks += law.map(\.notice)
    blocks.append(try context.knowledge.sources(one.citations + law.map(\.what.source), in: context))
    return Output(blocks)
  }
}
