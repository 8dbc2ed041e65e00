import WorkbenchKit

/// Facts as lines of label and value, the values under one another.
struct TextFacts {
  let lines: [String]

  init(_ facts: Facts, language: Language, width: Int) {
    let marks = NumberMarks(language)
    let pairs = facts.facts.map { fact in
      (
        label: Sanitizer.line(fact.label?(language) ?? fact.name) + ":",
        value: Sanitizer.line(marks.value(fact.value, format: fact.format, name: fact.name))
      )
    }
    // A label that is much wider than the rest does not push all values to the right.
    let column = min(pairs.map { DisplayWidth.of($0.label) }.max() ?? 0, width * 2 / 5)
    lines = pairs.flatMap { label, value -> [String] in
      if DisplayWidth.of(label) <= column {
        return HangingLines.wrapped(value, behind: DisplayWidth.padded(label, to: column) + "  ", to: width)
      }
      return HangingLines.wrapped("\(label)  \(value)", to: width)
    }
  }
}
