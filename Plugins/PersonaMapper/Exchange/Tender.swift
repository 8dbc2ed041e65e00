import WorkbenchKit

/// Personas and journeys as scenarios and quality questions for bidders.
struct Tender {
  private let set: PersonaSet
  private let context: Context
  /// Those of whom there is nothing that a bidder can answer.
  let unfilled: [Persona]

  init(_ set: PersonaSet, _ context: Context) {
    (self.set, self.context) = (set, context)
    unfilled = set.personas.filter { !set.tells(of: $0) }
  }

  private enum Piece {
    case heading(Text, Int)
    case words(Text)
    case question(Text)
  }

  private var pieces: [Piece] {
    var pieces: [Piece] = [
      .heading(
        Text(
          nl: "Scenario's en kwaliteitsvragen: \(set.theme.nl)", en: "Scenarios and quality questions: \(set.theme.en)"),
        1),
      .words(
        Text(
          nl:
            "Een persona is een hulpmiddel: geen mens valt ermee samen. Beschrijf per scenario wat u doet, hoe de burger dat merkt en waaraan u meet dat het lukt.",
          en:
            "A persona is an aid: no person coincides with one. Describe for each scenario what you do, how the citizen notices and by what you measure that it works."
        )),
    ]
    for persona in set.personas where set.tells(of: persona) { pieces += scenario(persona) }
    return pieces
  }

  private func scenario(_ persona: Persona) -> [Piece] {
    var pieces: [Piece] = [.heading(persona.name, 2)]
    if let description = persona.description { pieces.append(.words(description)) }
    let places = [(set.x, persona.x), (set.y, persona.y)].compactMap { axis, place -> Text? in
      guard let axis, let words = place.words(axis), place.position == nil else { return nil }
      return Text(nl: "\(axis.name.nl): \(words.nl)", en: "\(axis.name.en): \(words.en)")
    }
    if !places.isEmpty { pieces.append(.words(Text.joined(places, by: "; "))) }
    if !persona.needs.isEmpty {
      let needs = Text.joined(persona.needs, by: "; ")
      pieces.append(.words(Text(nl: "Behoeften: \(needs.nl).", en: "Needs: \(needs.en).")))
      pieces.append(
        .question(Text(nl: "Hoe sluit uw dienst aan op deze behoeften?", en: "How does your service meet these needs?"))
      )
    }
    let likes = persona.wants.map(Channel.label)
    let dislikes = persona.avoids.map(Channel.label)
    if !likes.isEmpty || !dislikes.isEmpty {
      let (like, dislike) = (Text.joined(likes, by: ", "), Text.joined(dislikes, by: ", "))
      pieces.append(
        .question(
          Text(
            nl: "Hoe bereikt \(persona.name.nl) u" + (likes.isEmpty ? "" : " het liefst langs: \(like.nl)")
              + (dislikes.isEmpty ? "" : "; zonder: \(dislike.nl)") + "?",
            en: "How does \(persona.name.en) reach you" + (likes.isEmpty ? "" : ", preferably by: \(like.en)")
              + (dislikes.isEmpty ? "" : "; without: \(dislike.en)") + "?")))
    }
    for moment in set.moments {
      guard let cell = set.cell(moment.id, persona.id) else { continue }
      pieces.append(.heading(moment.label, 3))
      if let thinks = cell.thinks {
        pieces.append(
          .words(Text(nl: "Zo denkt deze persona: \(thinks.nl).", en: "This is what the persona thinks: \(thinks.en)."))
        )
      }
      let respond =
        cell.respond.map { Text(nl: " De kring denkt aan: \($0.nl).", en: " The circle thinks of: \($0.en).") }
        ?? .verbatim("")
      pieces.append(.question(Text(nl: "Hoe speelt u hierop in?\(respond.nl)", en: "How do you respond?\(respond.en)")))
    }
    for journey in set.journeys where journey.persona == persona.id { pieces += questions(journey) }
    return pieces
  }

  private func questions(_ journey: Journey) -> [Piece] {
    var pieces: [Piece] = [.heading(journey.title, 3)]
    for stage in journey.stages where !stage.steps.isEmpty {
      let steps = Text.joined(stage.steps.map(\.label), by: ", ")
      pieces.append(.words(Text(nl: "\(stage.name.nl): \(steps.nl).", en: "\(stage.name.en): \(steps.en).")))
      for step in stage.steps where step.pain != nil || (step.feeling ?? 0) < 0 || step.isMomentOfTruth {
        let words = step.label
        let pain = step.pain.map { Text(nl: " (het wringt: \($0.nl))", en: " (what hurts: \($0.en))") } ?? .verbatim("")
        pieces.append(
          .question(
            step.isMomentOfTruth
              ? Text(
                nl: "Hoe maakt u dit moment van de waarheid waar: \(words.nl)?\(pain.nl)",
                en: "How do you live up to this moment of truth: \(words.en)?\(pain.en)")
              : Text(
                nl: "Hoe wordt dit beter: \(words.nl)?\(pain.nl)",
                en: "How does this get better: \(words.en)?\(pain.en)")))
      }
    }
    return pieces
  }

  var blocks: [Block] {
    var number = 0
    var blocks = pieces.map { piece -> Block in
      switch piece {
      case .heading(let text, let level): return .heading(Heading(text, level: level))
      case .words(let text): return .paragraph(text)
      case .question(let text):
        number += 1
        return .paragraph(Text(nl: "\(number). \(text.nl)", en: "\(number). \(text.en)"))
      }
    }
    if let left = leftOut { blocks.append(left) }
    if number == 0 {
      blocks.append(
        .caution(
          nl: "er zijn nog geen vragen: vul behoeften of cellen in, of stappen met hoe het voelt en wat er wringt",
          en: "there are no questions yet: fill in needs, cells or steps with pain or feeling"))
    }
    return blocks
  }

  /// How many personas are no scenario because nobody filled them in; nil where there are none.
  var leftOut: Block? {
    guard !unfilled.isEmpty else { return nil }
    let names = Text.joined(unfilled.prefix(6).map(\.name)) + (unfilled.count > 6 ? .verbatim(" …") : .verbatim(""))
    let many = Text.counted(
      unfilled.count, Text(nl: "persona is", en: "persona is"), Text(nl: "persona's zijn", en: "personas are"))
    return .caution(
      nl: "\(many.nl) weggelaten, want er is nog niets ingevuld waarop een inschrijver kan antwoorden: \(names.nl)",
      en: "\(many.en) left out, since nothing is filled in yet that a bidder can answer: \(names.en)")
  }

  var markdown: String {
    var number = 0
    return pieces.map { piece -> String in
      switch piece {
      case .heading(let text, let level):
        return String(repeating: "#", count: level) + " " + Self.plain(text(context.language))
      case .words(let text): return Self.plain(text(context.language))
      case .question(let text):
        number += 1
        return "\(number). " + Self.plain(text(context.language))
      }
    }.joined(separator: "\n\n") + "\n"
  }

  /// Words as words: no mark of Markdown that somebody typed is one.
  private static func plain(_ words: String) -> String {
    words.map { "\\`*_[]<>#|".contains($0) ? "\\\($0)" : $0 == "\n" ? " " : "\($0)" }.joined()
  }
}

extension PersonaSet {
  /// Whether anything is known of a persona that a bidder can answer: more than its name and its place on the axes.
  fileprivate func tells(of persona: Persona) -> Bool {
    persona.description != nil || !persona.needs.isEmpty || !persona.wants.isEmpty || !persona.avoids.isEmpty
      || cells.contains { $0.persona == persona.id }
      || journeys.contains { $0.persona == persona.id && !$0.steps.isEmpty }
  }
}
