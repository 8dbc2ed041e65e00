import WorkbenchKit

/// `moment contrast MOMENT`: where personas differ most.
struct MomentContrastCommand: Command {
  struct Arguments: Sendable {
    let moment = Argument.moment
  }

  static let arguments = Arguments()

  let signature = Signature(
    "moment contrast",
    aliases: ["moment verschil"],
    summary: Text(
      nl: "waar persona's bij een moment het meest verschillen", en: "where personas differ most at a moment"),
    details: Text(
      nl:
        "Elk paar persona's: het verschil in urgentie, of iemand anders erop inspeelt, en welk deel van de woorden van de antwoorden verschilt (1 - Jaccard).",
      en:
        "Each pair of personas: the difference in priority, whether somebody else responds, and what share of the words of the answers differs (1 - Jaccard)."
    ),
    examples: [
      .init("moment contrast partner-achteruit", Text(nl: "alle paren", en: "all pairs")),
      .init("moment contrast partner", Text(nl: "een halve naam", en: "half a name"), failsWith: "moment.unknown"),
    ])

  func run(_ given: Given<Arguments>, in context: Context) throws -> Output {
    let set = try context.workspace.currentSet()
    let moment = try given.moment.item(among: set.moments)
    let cells = set.personas.compactMap { set.cell(moment.id, $0.id) }
    var pairs: [(one: MomentCell, other: MomentCell, words: Double, priority: Double)] = []
    for (index, one) in cells.enumerated() {
      for other in cells[(index + 1)...] {
        let gap = zip([one.priority], [other.priority]).compactMap { one, other in
          one.flatMap { one in other.map { abs(one - $0) } }
        }.first
        pairs.append((one, other, Self.difference(one, other, context.language), gap.map(Double.init) ?? .nan))
      }
    }
    pairs.sort { (left, right) in
      let weight = { (pair: (one: MomentCell, other: MomentCell, words: Double, priority: Double)) in
        pair.words + (pair.priority.isNaN ? 0 : pair.priority / 4)
      }
      return weight(left) > weight(right)
    }
    let names = set.personas.labels
    let table = Table(
      title: moment.label,
      columns: [
        .texts("persona", pairs.map(\.one.persona)).asDetail(),
        .texts("persona_label", pairs.map { names[$0.one.persona] }, label: .verbatim("persona"), in: context),
        .texts("other", pairs.map(\.other.persona)).asDetail(),
        .texts(
          "other_label", pairs.map { names[$0.other.persona] }, label: Text(nl: "tegenover", en: "against"), in: context
        ),
        .numbers(
          "words_differ", pairs.map(\.words), label: Text(nl: "woorden anders", en: "words differ"), unit: .share,
          format: .share(0)),
        .numbers(
          "priority_gap", pairs.map(\.priority), label: Text(nl: "verschil in urgentie", en: "priority gap"),
          format: .decimals(0)),
        Column(
          "other_party", .booleans(pairs.map { $0.one.by != $0.other.by }),
          label: Text(nl: "andere partij", en: "other party")),
      ])
    var blocks: [Block] = [.table(table)]
    let empty = set.personas.count - cells.count
    if empty > 0 {
      let left = Text.counted(empty, Text(nl: "persona", en: "persona"), Text(nl: "persona's", en: "personas"))
      blocks.append(
        .caution(
          nl: "zonder cel bij dit moment, dus niet vergeleken: \(left.nl)",
          en: "without a cell at this moment, so not compared: \(left.en)"))
    }
    return Output(blocks)
  }

  /// The share of words that only one of two cells has; NaN where neither has any.
  private static func difference(_ one: MomentCell, _ other: MomentCell, _ language: Language) -> Double {
    func words(_ cell: MomentCell) -> Set<String> {
      let text = [cell.thinks, cell.respond].compactMap { $0?(language) }.joined(separator: " ").lowercased()
      return Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    }
    let (left, right) = (words(one), words(other))
    let union = left.union(right)
    return union.isEmpty ? .nan : 1 - Double(left.intersection(right).count) / Double(union.count)
  }
}
