import WorkbenchKit

extension Redactor {
  /// Returns an error without what is hidden.
  ///
  /// - Parameter movingCaret: whether the place is to fit the line as it is shown, not as it was typed.
  public func redacted(_ error: Diagnostic, movingCaret: Bool = false) -> Diagnostic {
    guard !isEmpty else { return error }
    var copy = error
    copy.message = redacted(error.message)
    copy.wayOut = error.wayOut.map(redacted)
    copy.suggestion = error.suggestion.map { redacted($0) }
    copy.candidates = error.candidates.map { Candidate(redacted($0.word), $0.about.map(redacted)) }
    copy.place = error.place.map { redacted($0, movingCaret) }
    return copy
  }

  private func redacted(_ place: Place, _ movingCaret: Bool) -> Place {
    var copy = place
    copy.source = redacted(place.source)
    copy.text = redacted(place.text)
    copy.via = place.via.map { redacted($0, movingCaret) }
    if movingCaret, copy.text != place.text {
      let before = place.text.prefix(max(0, place.column - 1))
      copy.column = redacted(String(before)).count + 1
      copy.length = redacted(String(place.text.dropFirst(before.count).prefix(place.length))).count
    }
    return copy
  }

  func redacted(_ provenance: Provenance) -> Provenance {
    guard !isEmpty else { return provenance }
    var copy = provenance
    copy.inputs = provenance.inputs.map(redacted)
    copy.assumptions = provenance.assumptions.map(redacted)
    return copy
  }

  private func redacted(_ input: InputFile) -> InputFile {
    var copy = input
    copy.path = redacted(input.path)
    copy.columns = input.columns.map { redacted($0) }
    return copy
  }

  func redacted(_ record: Step.Record) -> Step.Record {
    var copy = record
    copy.line = redacted(record.line)
    copy.inputs = record.inputs.map(redacted)
    return copy
  }

  func redacted(_ json: JSON) -> JSON {
    switch json {
    case .string(let text): .string(redacted(text))
    case .array(let elements): .array(elements.map(redacted))
    case .object(let members):
      .object(Dictionary(members.map { (redacted($0), redacted($1)) }, uniquingKeysWith: { _, last in last }))
    case .number(let number): redacted(.number(number, unit: nil)) == .text(Self.mark) ? .string(Self.mark) : json
    case .null, .bool: json
    }
  }

  /// Returns a part without what is hidden, or nil where nothing of it is.
  func redacted(_ part: Part, in section: PartName.Section) throws -> Part? {
    let before = hits
    let clean = section == .tables ? Part(redacted(try part.table())) : Part(redacted(try part.json()))
    return hits == before ? nil : clean
  }

  /// Returns the changes of a step without what is hidden.
  ///
  /// - Throws: `redact.name` where the name of a part is itself hidden: another name has to be chosen.
  func redacted(_ changes: [PartName: Part?]) throws -> [PartName: Part?] {
    guard !isEmpty else { return changes }
    var result = changes
    for case (let name, let part?) in changes {
      guard redacted(name.name) == name.name else {
        throw Self.hiddenName
      }
      if let clean = try redacted(part, in: name.section) { result[name] = clean }
    }
    return result
  }

  static let hiddenName = Diagnostic(
    "redact.name",
    Text(
      nl: "onder een naam die afgeschermd is, wordt niets bewaard", en: "nothing is kept under a name that is hidden"),
    wayOut: Text(nl: "kies een andere naam", en: "choose another name"))
}
