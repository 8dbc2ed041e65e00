import WorkbenchKit

/// All that stands in the way of taking forms, as one error: the first with its place, the others after it.
struct BallotFaults {
  private let all: [(form: FilledForm, fault: FilledForm.Fault)]

  init(_ forms: [FilledForm]) { all = forms.flatMap { form in form.faults.map { (form, $0) } } }

  /// How many others are named.
  private static let limit = 5

  /// Nil where nothing does.
  var diagnostic: Diagnostic? {
    guard let first = all.first else { return nil }
    let more = all.count - 1
    let count = Text.plural(
      more, Text(nl: "nog 1 fout", en: "1 more fault"), Text(nl: "nog \(more) fouten", en: "\(more) more faults"))
    let rest = more > 0 ? Text(nl: " (en \(count.nl))", en: " (and \(count.en))") : .verbatim("")
    return Diagnostic(
      first.fault.code, first.fault.text + rest,
      wayOut: Text(nl: "er is niets overgenomen", en: "nothing was taken") + others,
      place: Place(source: first.form.file.path, line: first.fault.line, column: 1))
  }

  private var others: Text {
    let named = all.dropFirst().prefix(Self.limit).map { form, fault in
      Text.verbatim("\(form.file.path):\(fault.line): ") + fault.text
    }
    if named.isEmpty { return .verbatim("") }
    let more = all.count - 1 - named.count
    let rest = more > 0 ? Text(nl: "; en nog \(more)", en: "; and \(more) more") : .verbatim("")
    return .verbatim("; ") + .joined(named, by: "; ") + rest
  }
}
