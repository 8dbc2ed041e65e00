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
    copy.sources = provenance.sources.map(redacted)
    copy.derivations = provenance.derivations.map { derivation in
      DerivationCodec.decode(redacted(DerivationCodec.encode(derivation))) ?? derivation
    }
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
    copy.merged = record.merged.map { Step.Merged(number: $0.number, record: redacted($0.record)) }
    copy.needs = record.needs.map { needed in
      var clean = needed
      clean.line = redacted(needed.line)
      return clean
    }
    return copy
  }

  func redacted(_ json: JSON) -> JSON {
    switch json {
    case .string(let text): .string(redacted(text))
    case .array(let elements): .array(elements.map(redacted))
    case .object(let members):
      .object(
        members.sorted { $0.key < $1.key }.reduce(into: [:]) { result, member in
          // Two keys that are hidden stay two.
          var key = redacted(member.key)
          while result[key] != nil { key += "+" }
          result[key] = redacted(member.value)
        })
    case .number(let number): hidden(number) ? .string(Self.mark) : json
    case .null, .bool: json
    }
  }

  static let hiddenName = Diagnostic(
    "redact.name",
    Text(
      nl: "onder een naam die afgeschermd is, wordt niets bewaard", en: "nothing is kept under a name that is hidden"),
    wayOut: Text(nl: "kies een andere naam", en: "choose another name"))
}
