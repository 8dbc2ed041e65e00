import WorkbenchKit

/// The forms in which `to` writes that modules bring.
extension Registry {
  /// Makes a page in HTML of a result.
  public typealias PageForm = @Sendable ([Block], Language) -> String

  /// The forms that manifests announced, with what they are for, in order; no module is loaded for it.
  public var promisedForms: [Candidate] {
    forms.promisedSinks.sorted { $0.form < $1.form }.map { Candidate($0.form, $0.about) }
  }

  /// The forms that write nothing but a page, in order; every module that brings forms is loaded for it.
  public var pageForms: [Candidate] {
    let pages = promisedForms.filter { form in
      (try? forms.loadSink(form.word)) != nil && forms.sink(form.word)?.writesPage == true
    }
    return pages
  }

  /// Returns the sink of such a form, and loads the module that brings it; nil where nothing does.
  ///
  /// - Throws: a `Diagnostic` of the family `plugin` where the module cannot be loaded.
  public func pageSink(_ form: String) throws -> (any ResultSink)? {
    try forms.loadSink(form)
    return forms.sink(form).flatMap { $0.writesPage ? $0 : nil }
  }

  /// What a person reads who named no file for a page.
  public static func needsFile(_ form: String, at place: Place?) -> Diagnostic {
    Diagnostic(
      "to.file", Text(nl: "\(form) is geen tekst voor een scherm", en: "\(form) is no text for a screen"),
      wayOut: Text(
        nl: "noem een bestand waarin het komt, zoals blad.\(form)",
        en: "name a file for it to stand in, such as sheet.\(form)"), place: place)
  }

  /// Names the forms of modules too in the error of a form that is not there.
  func namingForms(_ error: Diagnostic, of signature: Signature, _ word: String?) -> Diagnostic {
    guard error.code == "argument.choice", signature.path == ["to"], let word,
      case .choice(let own)? = signature.parameters.first?.kind
    else { return error }
    let brought = promisedForms.map(\.word)
    guard !brought.isEmpty else { return error }
    var error = error
    error.wayOut = error.wayOut.map { $0 + .verbatim(", " + brought.joined(separator: ", ")) }
    error.suggestion = NearestWord.best(word, among: own.map(\.word) + brought)
    return error
  }
}
