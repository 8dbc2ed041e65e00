import WorkbenchKit

/// `procure choose`: the form that the circle chose, one for each axis, offered to the other parts.
///
/// It stands in the workspace as the table `procure.form`: `axis`, `form`, `label`, `by`, `reason`, a row for each axis
/// that was chosen on, and one each for `term` and `partners` where they were said. The instrument selector reads it to see
/// whether contracting agrees with vision and steering.
struct ChooseCommand: Command {
  struct Arguments: Sendable {
    let forms = Argument(
      list: "form", .named(.form), required: false, about: Text(nl: "een vorm per as", en: "a form for each axis"))
    let term = Argument(
      flag: "term", ArgumentKind.name.map(or: ContractTerm(text: "", years: []), ContractTerm.init(typed:)),
      about: Text(nl: "looptijd en opties in jaren: 2+1+1", en: "term and options in years: 2+1+1"))
    let partners = Argument(
      flag: "partners", .words, about: Text(nl: "met welke organisaties", en: "with which organisations"))
    let by = Argument(flag: "by", .role, about: Text(nl: "wie koos", en: "who chose"))
    let because = Argument(flag: "because", .words, about: Text(nl: "waarom", en: "why"))
  }

  static let arguments = Arguments()

  static let table = "procure.form"
  var signature: Signature {
    Signature(
      "procure choose",
      aliases: ["procure kies"],
      summary: Text(
        nl: "leg de gekozen vorm vast, voor andere onderdelen", en: "keep the chosen form, for other parts"),
      details: Text(
        nl:
          "Eén per as; een nieuwe keuze vervangt die van dezelfde as. Looptijd (--term) en partners (--partners) staan op een eigen rij; wat niet gezegd is, neemt niemand aan. Tabel procure.form: axis, form, label, by, reason.",
        en:
          "One for each axis; a new choice replaces that of the same axis. Term (--term) and partners (--partners) stand on a row of their own; what was not said nobody assumes. Table procure.form: axis, form, label, by, reason."
      ),
      changesWorkspace: true,
      examples: [
        .init(
          "procure choose lumpsum cooperative --by kring",
          Text(nl: "bekostiging en samenstelling", en: "funding and constellation")),
        .init(
          "procure choose lumpsum coalition --term 4+2", Text(nl: "met de looptijd erbij", en: "with the term as well")),
        .init("procure choose lumpsum pxq", Text(nl: "twee op één as", en: "two on one axis"), failsWith: "form.axis"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var axisLabels = try context.axes.labels
    axisLabels["term"] = Text(nl: "looptijd", en: "term")
    axisLabels["partners"] = Text(nl: "partners", en: "partners")
    var chosen: [Form] = []
    for name in given.forms {
      let form = try name.item(in: context)
      if let other = chosen.first(where: { $0.axis == form.axis }), other.id != form.id {
        let axis = axisLabels[form.axis] ?? .verbatim(form.axis)
        throw Diagnostic(
          "form.axis",
          Text(
            nl: "'\(form.id)' en '\(other.id)' zijn antwoorden op dezelfde vraag (\(axis.nl))",
            en: "'\(form.id)' and '\(other.id)' answer the same question (\(axis.en))"),
          wayOut: Text(nl: "kies er een per as", en: "choose one for each axis"), place: name.place)
      }
      chosen.append(form)
    }
    var said = chosen.map { (axis: $0.axis, form: $0.id) }
    if let term = given.term { said.append(("term", term.text)) }
    if let partners = given.partners { said.append(("partners", partners)) }
    guard !said.isEmpty else {
      throw Diagnostic(
        "choose.nothing", Text(nl: "er is niets gekozen", en: "nothing is chosen"),
        wayOut: Text(
          nl: "noem een vorm, of geef --term of --partners", en: "name a form, or give --term or --partners"),
        place: given.place)
    }
    let before = try context.workspace.table(Self.table)
    var rows: [(axis: String, form: String, by: String?, reason: String?)] = []
    for row in 0..<(before?.rowCount ?? 0) {
      let axis = before?.column("axis")?.texts?[row] ?? ""
      if said.contains(where: { $0.axis == axis }) { continue }
      rows.append(
        (
          axis, before?.column("form")?.texts?[row] ?? "", before?.column("by")?.texts?[row],
          before?.column("reason")?.texts?[row]
        ))
    }
    rows += said.map { ($0.axis, $0.form, given.by, given.because) }
    let axes = try context.axes.map(\.id) + ["term", "partners"]
    rows.sort { (axes.firstIndex(of: $0.axis) ?? 9) < (axes.firstIndex(of: $1.axis) ?? 9) }
    let forms = try context.forms.labels
    let labels = rows.map { row -> Text? in
      switch row.axis {
      case "term": try? ContractTerm(typed: row.form).told
      case "partners" where Int(row.form) != nil:
        Text(
          nl: "\(row.form) \(row.form == "1" ? "partner" : "partners")",
          en: "\(row.form) \(row.form == "1" ? "partner" : "partners")")
      case "partners": Text(nl: "met \(row.form)", en: "with \(row.form)")
      default: forms[row.form]
      }
    }
    let table = Table(
      title: Text(nl: "Gekozen vorm", en: "Chosen form"),
      columns: [
        .texts("axis", rows.map(\.axis), label: Text(nl: "as", en: "axis")),
        .texts("form", rows.map(\.form), label: Text(nl: "vorm", en: "form")),
        .texts("label", labels, label: Text(nl: "naam", en: "name"), in: context),
        .texts("by", rows.map(\.by), label: Text(nl: "door", en: "by")),
        .texts("reason", rows.map(\.reason), label: Text(nl: "waarom", en: "why")),
      ])
    context.workspace.setTable(Self.table, to: table)
    let asked = Column.texts(
      "axis_label", rows.map { axisLabels[$0.axis] }, label: Text(nl: "as", en: "axis"), in: context)
    let shown = Table(
      title: table.title, columns: [table.columns[0].asDetail(), asked] + table.columns.dropFirst())
    return Output([
      .table(shown),
      .info(
        nl: "de tabel procure.form staat nu in de werkruimte, ook voor andere onderdelen",
        en: "the table procure.form is in the workspace now, for other parts too"),
    ])
  }
}
