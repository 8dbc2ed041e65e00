import WorkbenchKit

/// `procure forms`: lists the forms on the five axes.
struct FormsCommand: Command {
  struct Arguments: Sendable {
    let axis = Argument(flag: "axis", .named(.axis), about: Text(nl: "alleen deze as", en: "this axis only"))
  }

  static let arguments = Arguments()

  var signature: Signature {
    Signature(
      "procure forms",
      aliases: ["procure vormen"],
      summary: Text(nl: "noem de vormen op de vijf assen", en: "list the forms on the five axes"),
      next: [
        FollowUp("procure fit", Text(nl: "welke vorm bij de doelen past", en: "which form fits the goals"))
      ],
      soughtBy: ["contractvorm", "contract", "bekostiging", "funding"],
      examples: [
        .init("procure forms --axis funding", Text(nl: "de manieren van bekostigen", en: "the ways of funding")),
        .init(
          "procure forms --axis fundering", Text(nl: "een as die er niet is", en: "an axis that is not there"),
          failsWith: "axis.unknown"),
      ])
  }

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let axes = try context.axes
    var forms = try context.forms
    if let axis = try given.axis?.item(in: context) { forms = forms.filter { $0.axis == axis.id } }
    let cases = try context.cases
    let used = forms.map { form in
      cases.filter { $0.forms(form.axis).contains(form.id) }.map(\.id).joined(separator: ", ")
    }
    let labels = axes.labels
    let table = Table(
      title: Text(nl: "Vormen", en: "Forms"),
      columns: [
        .texts("axis_label", forms.map { labels[$0.axis] }, label: Text(nl: "as", en: "axis"), in: context)
          .asDetail(Set(forms.map(\.axis)).count == 1),
        .texts("axis", forms.map(\.axis), label: Text(nl: "as (code)", en: "axis (code)")).asDetail(),
        .texts("form", forms.map(\.id), label: Text(nl: "vorm", en: "form")),
        .texts("label", forms.map(\.label), label: Text(nl: "naam", en: "name"), in: context),
        .texts("what", forms.map(\.what.text), label: Text(nl: "wat", en: "what"), in: context),
        .texts("cases", used.map { $0.isEmpty ? nil : $0 }, label: Text(nl: "cases", en: "cases")),
      ] + SourceColumns.place(forms.map(\.what.source), context)
    ).atAGlance(columns: ["axis_label", "form", "label"])
    return Output([.table(table), try context.knowledge.sources(forms.map(\.what.source), in: context)])
  }
}
