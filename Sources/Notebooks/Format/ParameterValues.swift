import WorkbenchKit

extension FrontMatter {
  /// Returns the value of every parameter.
  ///
  /// - Parameter given: what was typed, in order.
  /// - Throws: `notebook.parameter` for one that is unknown, missing, ill-typed or given twice.
  public func values(_ given: [(key: String, value: String, place: Place?)]) throws -> [String: Value] {
    var values: [String: Value] = [:]
    for (key, text, place) in given {
      guard let parameter = parameters.first(where: { $0.name == key }) else { throw unknown(key, place) }
      guard values[key] == nil else {
        throw Diagnostic(
          "notebook.parameter",
          Text(nl: "'\(key)' is meer dan eens gegeven", en: "'\(key)' is given more than once"), place: place)
      }
      values[key] = try parameter.value(of: text, at: place)
    }
    for parameter in parameters where values[parameter.name] == nil {
      guard let fallback = parameter.fallback else {
        let name = parameter.name
        throw Diagnostic(
          "notebook.parameter",
          Text(nl: "het notitieboek vraagt om '\(name)'", en: "the notebook asks for '\(name)'"),
          wayOut: Text(nl: "geef het met: -p \(name)=…", en: "give it with: -p \(name)=…"))
      }
      values[parameter.name] = fallback
    }
    return values
  }

  private func unknown(_ key: String, _ place: Place?) -> Diagnostic {
    let names = parameters.map(\.name)
    let listed = names.joined(separator: ", ")
    return Diagnostic(
      "notebook.parameter",
      Text(nl: "het notitieboek kent geen '\(key)'", en: "the notebook has no '\(key)'"),
      wayOut: names.isEmpty
        ? Text(nl: "het heeft geen parameters", en: "it has no parameters")
        : Text(nl: "het kent: \(listed)", en: "it has: \(listed)"),
      suggestion: NearestWord.best(key, among: names), place: place)
  }
}
