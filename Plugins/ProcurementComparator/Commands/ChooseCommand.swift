import WorkbenchKit

/// `procure choose`: the form that the circle chose, one for each axis, offered to the other parts.
///
/// It stands in the workspace as the table `procure.form`: `axis`, `form`, `label`, `by`, `reason`, a row for each axis
/// that was chosen on. The instrument selector reads it to see whether contracting agrees with vision and steering.
struct ChooseCommand: Command {
  struct Arguments: Sendable {
    let forms = Argument(list: "form", .named(.form), about: Text(nl: "een vorm per as", en: "a form for each axis"))
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
          "Eén per as; een nieuwe keuze vervangt die van dezelfde as. Tabel procure.form: axis, form, label, by, reason.",
        en:
          "One for each axis; a new choice replaces that of the same axis. Table procure.form: axis, form, label, by, reason."
      ),
      changesWorkspace: true,
      examples: [
        .init(
          "procure choose lumpsum cooperative --by kring",
          Text(nl: "bekostiging en samenstelling", en: "funding and constellation")),
        .init("procure choose lumpsum pxq", Text(nl: "twee op één as", en: "two on one axis"), failsWith: "form.axis"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    var chosen: [Form] = []
    for name in given.forms {
      let form = try name.item(in: context)
      if let other = chosen.first(where: { $0.axis == form.axis }), other.id != form.id {
        throw Diagnostic(
          "form.axis",
          Text(
            nl: "'\(form.id)' en '\(other.id)' zijn antwoorden op dezelfde vraag (\(form.axis))",
            en: "'\(form.id)' and '\(other.id)' answer the same question (\(form.axis))"),
          wayOut: Text(nl: "kies er een per as", en: "choose one for each axis"), place: name.place)
      }
      chosen.append(form)
    }
    let before = try context.workspace.table(Self.table)
    var rows: [(axis: String, form: String, by: String?, reason: String?)] = []
    for row in 0..<(before?.rowCount ?? 0) {
      let axis = before?.column("axis")?.texts?[row] ?? ""
      if chosen.contains(where: { $0.axis == axis }) { continue }
      rows.append(
        (
          axis, before?.column("form")?.texts?[row] ?? "", before?.column("by")?.texts?[row],
          before?.column("reason")?.texts?[row]
        ))
    }
    rows += chosen.map { ($0.axis, $0.id, given.by, given.because) }
    let axes = try context.axes.map(\.id)
    rows.sort { (axes.firstIndex(of: $0.axis) ?? 9) < (axes.firstIndex(of: $1.axis) ?? 9) }
    let labels = try context.forms.labels
    let table = Table(
      title: Text(nl: "Gekozen vorm", en: "Chosen form"),
      columns: [
        .texts("axis", rows.map(\.axis), label: Text(nl: "as", en: "axis")),
        .texts("form", rows.map(\.form), label: Text(nl: "vorm", en: "form")),
        .texts("label", rows.map { labels[$0.form] }, label: Text(nl: "naam", en: "name"), in: context),
        .texts("by", rows.map(\.by), label: Text(nl: "door", en: "by")),
        .texts("reason", rows.map(\.reason), label: Text(nl: "waarom", en: "why")),
      ])
    context.workspace.setTable(Self.table, to: table)
    return Output([
      .table(table),
      .info(
        nl: "de tabel procure.form staat nu in de werkruimte, ook voor andere onderdelen",
        en: "the table procure.form is in the workspace now, for other parts too"),
    ])
  }
}
