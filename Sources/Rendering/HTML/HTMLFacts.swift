import WorkbenchKit

/// Single figures for a page: tiles where they are few and short, else a list.
struct HTMLFacts {
  let markup: String

  private static let mostTiles = 12
  private static let longestValue = 22
  private static let longestLabel = 40

  init(_ facts: Facts, _ language: Language) {
    let marks = NumberMarks(language)
    let shown = facts.facts.map { fact in
      (
        label: fact.label?(language) ?? fact.name,
        value: marks.value(fact), isNumber: fact.value.number != nil
      )
    }
    let isTiled =
      shown.count <= Self.mostTiles && shown.contains(where: \.isNumber)
      && shown.allSatisfy { $0.value.count <= Self.longestValue && $0.label.count <= Self.longestLabel }
    let items = shown.map { item in
      "<div><dt>\(XMLEscape.words(item.label))</dt>"
        + "<dd>\(isTiled && item.isNumber ? Self.large(item.value) : XMLEscape.words(item.value))</dd></div>\n"
    }
    let words = shown.flatMap { $0.label.split(separator: " ") }.map { TextMeasure.width(String($0), size: 0.8) }
    // No tile is narrower than the longest word in it.
    let style = isTiled ? " style=\"--tile:\(SVGCanvas.number(max(8.5, (words.max() ?? 0) + 1.2)))rem\"" : ""
    markup = "<dl class=\"\(isTiled ? "tiles" : "figures")\"\(style)>\n\(items.joined())</dl>\n"
  }

  /// The number large, what it counts behind it small.
  private static func large(_ value: String) -> String {
    guard let blank = value.lastIndex(of: " "), let first = value.first, first.isNumber || first == "-",
      value[blank...].contains(where: \.isLetter)
    else { return XMLEscape.words(value) }
    return XMLEscape.words(String(value[..<blank]))
      + " <small>\(XMLEscape.words(String(value[blank...].dropFirst())))</small>"
  }
}
