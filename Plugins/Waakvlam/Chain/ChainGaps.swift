import WorkbenchKit

/// What is not in order in who does what.
struct ChainGaps {
  struct Gap {
    let kind: Kind
    let step: SituationStep
    let text: Text
  }

  enum Kind: String {
    case nobody = "nobody_does"
    case several = "several_decide"
    case absent = "not_at_table"
    case wordBack = "no_word_back"
    case light = "no_pilot_light"

    var label: Text {
      switch self {
      case .nobody: Text(nl: "niemand doet het", en: "nobody does it")
      case .several: Text(nl: "meer dan één beslist", en: "more than one decides")
      case .absent: Text(nl: "niet aan tafel", en: "not at the table")
      case .wordBack: Text(nl: "melder hoort niets", en: "reporter hears nothing")
      case .light: Text(nl: "geen waakvlam", en: "no pilot light")
      }
    }
  }

  let gaps: [Gap]

  /// - Parameter table: the roles at the table with their other names; nil where nobody said who sits there.
  init(_ chain: LightChain, _ steps: [SituationStep], table: Set<String>?, label: (String) throws -> Text) rethrows {
    var gaps: [Gap] = []
    for step in steps {
      let parts = chain.who[step.id] ?? [:]
      let deciding = parts.filter { $0.value == .decides }.keys.sorted()
      if !parts.values.contains(.does) {
        gaps.append(
          step.isAbsent
            ? Gap(
              kind: .light, step: step,
              text: Text(nl: "wijs aan wie de waakvlam is", en: "settle who is the pilot light"))
            : Gap(
              kind: .nobody, step: step,
              text: Text(nl: "spreek af wie het doet: \(step.label.nl)", en: "agree who does it: \(step.label.en)")))
      }
      if deciding.count > 1 {
        let listed = Text.joined(try deciding.map(label))
        gaps.append(
          Gap(kind: .several, step: step, text: Text(nl: "beslissen: \(listed.nl)", en: "deciding: \(listed.en)")))
      }
      if Self.wordBack.contains(step.id), parts["melder"] != .knows {
        gaps.append(
          Gap(
            kind: .wordBack, step: step,
            text: Text(nl: "wie meldt terug aan de melder?", en: "who reports back to the reporter?")))
      }
      let strangers = parts.keys.filter { party in party != "melder" && table.map { !$0.contains(party) } ?? false }
      for party in strangers.sorted() {
        let shown = try label(party)
        gaps.append(
          Gap(
            kind: .absent, step: step,
            text: Text(
              nl: "\(shown.nl) staat bij deze stap, en zit niet aan tafel",
              en: "\(shown.en) stands at this step, and is not at the table")))
      }
    }
    self.gaps = gaps
  }

  /// The steps in which somebody reported something and is to hear what was done.
  private static let wordBack: Set = ["1.1", "2.1"]
}

extension Context {
  /// The roles at the table and their other names; nil where the circle has no list.
  ///
  /// - Throws: `column.unknown` for a list that is damaged.
  func rolesAtTable() throws -> Set<String>? {
    guard let table = try workspace.table("kring.roles") else { return nil }
    let roles = try table.require("role").texts ?? []
    let others = (table.column("aliases")?.texts ?? []).compactMap(\.self).flatMap {
      $0.split(separator: ";").map(String.init)
    }
    return Set(roles.compactMap(\.self) + others)
  }
}
