import WorkbenchKit

extension NeedRows {
  /// What is counted, of which area or of how many, and of how many there is no number: `Eenzaam 65+, Lindehof`, or
  /// `Eenzaam 65+, 5 areas; 2 held back`.
  var counted: Text {
    let areas =
      self.areas.count == 1
      ? Text.verbatim(self.areas[0])
      : Text.counted(rows.count, Text(nl: "gebied", en: "area"), Text(nl: "gebieden", en: "areas"))
    var words = .verbatim("\(subject), ") + areas
    if !held.isEmpty {
      let many = Text.count(held.count)
      words = words + Text(nl: "; \(many.nl) achtergehouden", en: "; \(many.en) held back")
    }
    if !missing.isEmpty {
      let many = Text.count(missing.count)
      words = words + Text(nl: "; \(many.nl) zonder getal", en: "; \(many.en) without a number")
    }
    return words
  }

  /// What was left out, and what the sum takes together.
  var remarks: [Text] {
    var texts: [Text] = []
    if let first = inner.first {
      let many = Text.counted(
        inner.count, Text(nl: "gebied ligt", en: "area lies"), Text(nl: "gebieden liggen", en: "areas lie"))
      texts.append(
        Text(
          nl:
            "ieder telt één keer: \(many.nl) binnen een ander (zoals \(first.area) in \(first.outer)) en \(inner.count == 1 ? "telt" : "tellen") niet nog eens",
          en:
            "everybody counts once: \(many.en) within another (such as \(first.area) in \(first.outer)) and \(inner.count == 1 ? "is" : "are") not counted again"
        ))
    }
    for (codes, why) in [
      (held, Text(nl: "achtergehouden om kleine aantallen", en: "held back for small counts")),
      (missing, Text(nl: "zonder getal", en: "without a number")),
    ] where !codes.isEmpty {
      let list = Text.list(codes, atMost: 3)
      texts.append(
        Text(nl: "niet meegeteld, \(why.nl): \(list.nl)", en: "not counted, \(why.en): \(list.en)"))
    }
    if years.count > 1 {
      let list = years.map(String.init).joined(separator: ", ")
      texts.append(
        Text(
          nl: "de schattingen zijn van verschillende jaren: \(list)",
          en: "the estimates are of different years: \(list)"))
    }
    return texts
  }
}
