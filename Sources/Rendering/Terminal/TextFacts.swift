import WorkbenchKit

/// Facts as lines of label and value, the values under one another.
struct TextFacts {
  /// The lines of each.
  let parts: [[String]]

  var lines: [String] { parts.flatMap { $0 } }

  init(_ facts: Facts, language: Language, width: Int) {
    let marks = NumberMarks(language)
    let pairs = facts.facts.map { fact in
      (
        label: Sanitizer.line(fact.label?(language) ?? fact.name) + ":",
        value: Sanitizer.line(marks.value(fact))
      )
    }
    // A label that is much wider than the rest does not push all values to the right: it takes several lines.
    let column = min(pairs.map { DisplayWidth.of($0.label) }.max() ?? 0, width / 2 - 2)
    parts = pairs.map { label, value in
      var labels = DisplayWidth.wrapped(label, to: column)
      let last = labels.removeLast()
      return labels + HangingLines.wrapped(value, behind: DisplayWidth.padded(last, to: column) + "  ", to: width)
    }
  }
}
