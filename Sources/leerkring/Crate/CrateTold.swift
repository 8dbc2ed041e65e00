import Crates
import WorkbenchKit

/// What is told of a crate that was written.
enum CrateTold {
  static func blocks(_ crate: Crate, _ contents: CrateContents, at path: String) -> [Block] {
    let (runs, travel) = (contents.runs.count, contents.inputs.count { $0.bytes != nil })
    let stay = contents.inputs.count - travel
    let results = contents.runs.count { $0.result != nil }
    let isNotebook = contents.notebook != nil
    let steps = Text.counted(
      runs, isNotebook ? Text(nl: "regel", en: "line") : Text(nl: "stap", en: "step"),
      isNotebook ? Text(nl: "regels", en: "lines") : Text(nl: "stappen", en: "steps"))
    let outcomes = Text.counted(results, Text(nl: "uitkomst", en: "result"), Text(nl: "uitkomsten", en: "results"))
    var facts = Facts(isDetail: true)
    facts.add("runs", runs, label: Text(nl: "stappen", en: "steps"))
    facts.add("results", results, label: Text(nl: "uitkomsten", en: "results"))
    facts.add("files", crate.files.count, label: Text(nl: "bestanden", en: "files"))
    facts.add("inputs_taken", travel, label: Text(nl: "meegenomen invoer", en: "inputs taken along"))
    facts.add("inputs_left", stay, label: Text(nl: "invoer met alleen de digest", en: "inputs by digest only"))
    for count in contents.heldBack.counts { facts.add("held_\(count.name)", count.count, label: count.about) }
    var blocks: [Block] = [
      .paragraph(
        Text(
          nl: "'\(path)' is geschreven: \(steps.nl) en \(outcomes.nl).",
          en: "'\(path)' is written: \(steps.en) and \(outcomes.en).")),
      .facts(facts),
    ]
    if stay > 0 { blocks.append(left(contents.inputs)) }
    let held = contents.heldBack.counts.filter { $0.count > 0 }.map { Text.count($0.count) + .verbatim(" ") + $0.about }
    if !held.isEmpty {
      let listed = Text.joined(held)
      blocks.append(.caution(nl: "niet mee: \(listed.nl)", en: "left out: \(listed.en)"))
    }
    return blocks + open(contents)
  }

  private static func left(_ inputs: [CrateInput]) -> Block {
    let reasons = CrateInput.Stay.allCases.compactMap { reason -> Text? in
      let names = inputs.filter { if case .stays(reason) = $0.way { true } else { false } }.map(\.name)
      if names.isEmpty { return nil }
      let listed = Text.quoted(names, atMost: 5)
      return Text(nl: "\(listed.nl) (\(reason.words.nl))", en: "\(listed.en) (\(reason.words.en))")
    }
    let listed = Text.joined(reasons, by: "; ")
    return .caution(nl: "alleen de digest van \(listed.nl)", en: "only the digest of \(listed.en)")
  }

  private static func open(_ contents: CrateContents) -> [Block] {
    var lacks: [Text] = []
    if contents.licence == nil { lacks.append(Text(nl: "de licentie (--licence)", en: "the licence (--licence)")) }
    if contents.organisation == nil {
      lacks.append(Text(nl: "wie het uitgeeft (--organisation)", en: "who publishes it (--organisation)"))
    }
    lacks.append(
      Text(
        nl: "in de metagegevens voor het archief de waardering en de beperking van gebruik",
        en: "in the metadata for the archive its valuation and the limits to its use"))
    let listed = Text.joined(lacks)
    return [
      .info(
        nl: "nog leeg, want alleen de organisatie weet het: \(listed.nl)",
        en: "still empty, as only the organisation knows: \(listed.en)")
    ]
  }
}
