import WorkbenchKit

/// A journey as one HTML page that needs nothing else: no script, no network; it prints, and it reads aloud.
struct JourneyPage {
  private let journey: Journey
  private let persona: Persona?
  private let language: Language

  init(_ journey: Journey, _ persona: Persona?, _ language: Language) {
    (self.journey, self.persona, self.language) = (journey, persona, language)
  }

  var text: String {
    let title = Self.escaped(journey.title(language))
    let who = persona.map { "<p>\(Self.escaped($0.name(language)))</p>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%; }
      th, td { border: 1px solid color-mix(in srgb, currentColor 30%, transparent); padding: .4rem .6rem; text-align: left; vertical-align: top; }
      svg { max-width: 100%; height: auto; }
      @media print { body { margin: 0; } }
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      \(who)\(curve)\(table)</body>
      </html>

      """
  }

  private var table: String {
    let heads: [Text] = [
      Text(nl: "fase", en: "stage"), Text(nl: "stap", en: "step"), Text(nl: "kanaal", en: "channel"),
      Text(nl: "denkt", en: "thinks"), Text(nl: "gevoel", en: "feeling"), Text(nl: "pijn", en: "pain"),
      Text(nl: "kans", en: "opportunity"), Text(nl: "eigenaar", en: "owner"),
    ]
    var rows =
      "<table>\n<thead><tr>" + heads.map { "<th scope=\"col\">\($0(language))</th>" }.joined()
      + "</tr></thead>\n<tbody>\n"
    for (stage, step) in journey.walk {
      let cells = [
        step.label(language), step.channel.map { Channel.label($0)(language) } ?? "", step.thinking?(language) ?? "",
        step.feeling.map { "\($0)" } ?? "", step.pain?(language) ?? "", step.opportunity?(language) ?? "",
        step.owner ?? "",
      ]
      rows += "<tr><th scope=\"row\">\(Self.escaped(stage.name(language)))</th>"
      rows += cells.map { "<td>\(Self.escaped($0))</td>" }.joined() + "</tr>\n"
    }
    return rows + "</tbody>\n</table>\n"
  }

  /// The feeling along the steps that have one, with its text alternative.
  private var curve: String {
    let points = journey.walk.enumerated().compactMap { place, item in
      item.step.feeling.map { (x: 40 + place * 60, y: 80 - $0 * 30, feeling: $0) }
    }
    guard points.count > 1 else { return "" }
    let width = 80 + (journey.steps.count - 1) * 60
    let told =
      (language == .nl ? "gevoel per stap, van -2 tot 2: " : "feeling by step, from -2 to 2: ")
      + points.map { "\($0.feeling)" }.joined(separator: ", ")
    let line = points.map { "\($0.x),\($0.y)" }.joined(separator: " ")
    let dots = points.map { "<circle cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"4\" fill=\"currentColor\"/>" }.joined()
    let ticks = [2, 0, -2].map {
      "<text x=\"4\" y=\"\(84 - $0 * 30)\" font-size=\"12\" fill=\"currentColor\">\($0)</text>"
    }.joined()
    return """
      <svg viewBox="0 0 \(width) 160" role="img" aria-label="\(told)"><line x1="30" x2="\(width - 20)" y1="80" y2="80" stroke="currentColor" stroke-opacity=".3"/><polyline points="\(line)" fill="none" stroke="currentColor" stroke-width="2"/>\(dots)\(ticks)</svg>

      """
  }

  static func escaped(_ words: String) -> String {
    words.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      default: String(character)
      }
    }.joined()
  }
}
