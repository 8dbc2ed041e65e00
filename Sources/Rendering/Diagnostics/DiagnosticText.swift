import WorkbenchKit

/// The form of an error that a person reads: for a script with the place before it, at the prompt with a caret under the spot.
public struct DiagnosticText: Sendable {
  public let language: Language
  public let columns: Int
  public let style: TextStyle

  /// - Parameter columns: the widest line; less than 20 counts as 20.
  public init(language: Language, columns: Int = 80, style: TextStyle = .plain) {
    self.language = language
    self.columns = max(columns, 20)
    self.style = style
  }

  /// Returns the form for scripts, each line with a line break behind it:
  ///
  ///     demo.lk:2:1: fout: 'helpp' is geen opdracht [command.unknown]
  ///       bedoelde u 'help'?
  public func script(_ diagnostic: Diagnostic) -> String {
    let place = diagnostic.place.map { Self.spot($0) + ": " } ?? ""
    let sentence = "\(place)\(word) \(diagnostic.message(language)) [\(diagnostic.code)]"
    return text([(sentence, "", .error)] + chain(diagnostic, indent: "  ") + help(diagnostic, indent: "  "))
  }

  /// Returns the form for the prompt, each line with a line break behind it:
  ///
  ///       fout: 'berflo' is niet eenduidig
  ///         wzw estimate berflo --age 65+
  ///                      ^^^^^^
  ///         bedoelde u  WK016405 Wijk 05 Berflo Es · BU01640501 Berflo Es Noord ?
  public func prompt(_ diagnostic: Diagnostic) -> String {
    // A line that came out of a file is told by its place too.
    let place = diagnostic.place.map { $0.source == "prompt" ? "" : Self.spot($0) + ": " } ?? ""
    let sentence = "\(place)\(word) \(diagnostic.message(language))"
    var caret: [String] = []
    if let place = diagnostic.place, !place.text.isEmpty {
      caret = CaretLines(place, width: columns - 4).lines.map { "    " + $0 + "\n" }
    }
    return text([(sentence, "  ", .error)]) + caret.joined()
      + text(chain(diagnostic, indent: "    ") + help(diagnostic, indent: "    "))
  }

  // MARK: Parts

  private typealias Part = (text: String, indent: String, role: TextStyle.Role?)

  private var word: String { Text(nl: "fout:", en: "error:")(language) }

  private static func spot(_ place: Place) -> String { "\(place.source):\(place.line):\(place.column)" }

  private func chain(_ diagnostic: Diagnostic, indent: String) -> [Part] {
    (diagnostic.place?.via ?? []).map { place in
      (Text(nl: "gelezen vanuit", en: "sourced from")(language) + " " + Self.spot(place), indent, .faint)
    }
  }

  private func help(_ diagnostic: Diagnostic, indent: String) -> [Part] {
    var parts: [Part] = []
    // One candidate alone is a suggestion; a list that holds the suggestion says it already.
    let candidates = diagnostic.candidates.count > 1 ? diagnostic.candidates : []
    if !candidates.isEmpty { parts.append((listed(candidates), indent, nil)) }
    // With candidates to choose from none is preferred.
    let single = candidates.isEmpty ? diagnostic.candidates.first?.word : nil
    if let suggestion = diagnostic.suggestion ?? single,
      !candidates.contains(where: { $0.word == suggestion || $0.about?(language) == suggestion })
    {
      let text = Text(nl: "bedoelde u '\(suggestion)'?", en: "did you mean '\(suggestion)'?")
      parts.append((text(language), indent, nil))
    }
    if let wayOut = diagnostic.wayOut { parts.append((wayOut(language), indent, nil)) }
    return parts
  }

  private static let mostCandidates = 12

  private func listed(_ candidates: [Candidate]) -> String {
    let words = candidates.prefix(Self.mostCandidates).map { candidate in
      candidate.about.map { "\(candidate.word) \($0(language))" } ?? candidate.word
    }
    let more = candidates.count - words.count
    let rest = more > 0 ? Text(nl: " · en nog \(more)", en: " · and \(more) more")(language) : ""
    return Text(nl: "bedoelde u  ", en: "did you mean  ")(language) + words.joined(separator: " · ") + rest + " ?"
  }

  private func text(_ parts: [Part]) -> String {
    var result = ""
    for part in parts {
      let lines = DisplayWidth.wrapped(Sanitizer.line(part.text), to: columns - part.indent.utf8.count - 2)
      for (index, line) in lines.enumerated() {
        // What does not fit stands two blanks further in.
        result += part.indent + (index > 0 ? "  " : "") + (part.role.map { style($0, line) } ?? line) + "\n"
      }
    }
    return result
  }
}
