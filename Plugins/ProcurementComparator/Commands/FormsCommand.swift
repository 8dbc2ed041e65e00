import WorkbenchKit

/// `procure forms`: lists the forms on the five axes.
struct FormsCommand: UntypedCommand {
  let library: Library

  var signature: Signature {
    Signature(
      "procure forms",
      aliases: ["procure vormen"],
      summary: Text(nl: "noem de vormen op de vijf assen", en: "list the forms on the five axes"),
      parameters: [
        .flag(
          "axis", .text, about: Text(nl: "alleen deze as", en: "this axis only"),
          candidates: Kind.candidates { try library.axes($0) })
      ],
      examples: [
        .init("procure forms --axis funding", Text(nl: "de manieren van bekostigen", en: "the ways of funding")),
        .init(
          "procure forms --axis fundering", Text(nl: "een as die er niet is", en: "an axis that is not there"),
          failsWith: "axis.unknown"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let axes = try library.axes(context)
    var forms = try library.forms(context)
    if let word = call.text("axis") {
      // A person may say the axis in either language.
      let axis = try Kind.axis.one(
        axes.first { $0.label.nl == word || $0.label.en == word }?.id ?? word, among: axes, at: call.place(of: "axis"))
      forms = forms.filter { $0.axis == axis.id }
    }
    let cases = try library.cases(context)
    let used = forms.map { form in
      cases.filter { $0.forms(form.axis).contains(form.id) }.map(\.id).joined(separator: ", ")
    }
    let labels = Dictionary(uniqueKeysWithValues: axes.map { ($0.id, $0.label) })
    let table = Table(
      title: Text(nl: "Vormen", en: "Forms"),
      columns: [
        LibraryColumns.text("axis_label", forms.map { labels[$0.axis] }, Text(nl: "as", en: "axis"), context)
          .asDetail(Set(forms.map(\.axis)).count == 1),
        .texts("axis", forms.map(\.axis), label: Text(nl: "as (code)", en: "axis (code)")).asDetail(),
        .texts("form", forms.map(\.id), label: Text(nl: "vorm", en: "form")),
        LibraryColumns.text("label", forms.map(\.label), Text(nl: "naam", en: "name"), context).asDetail(),
        LibraryColumns.text("what", forms.map(\.what.text), Text(nl: "wat", en: "what"), context),
        .texts("cases", used.map { $0.isEmpty ? nil : $0 }, label: Text(nl: "cases", en: "cases")),
      ] + LibraryColumns.place(forms.map(\.what.source), context))
    return Output([.table(table), try library.sources(forms.map(\.what.source), context)])
  }
}
