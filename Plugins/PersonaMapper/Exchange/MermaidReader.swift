import WorkbenchKit

/// A journey out of a Mermaid journey diagram.
///
/// Of those who take part, the one who is there most often is the persona; of a task, the first is who does it and the
/// second to whom. A score is the feeling plus three.
struct MermaidReader {
  private struct Task {
    let line: Int
    let section: String
    let words: String
    let score: Int
    let actors: [String]
  }

  private let name: String
  private var title = ""
  private var section = ""
  private var tasks: [Task] = []

  /// Whether a text is a journey diagram: the first line that says something is `journey`.
  static func isDiagram(_ bytes: [UInt8]) -> Bool {
    let start = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return Self.statements(in: start).first?.words.lowercased() == "journey"
  }

  /// - Throws: `mermaid.encoding`, `mermaid.task`, `mermaid.score`, `mermaid.empty`, `personal.found`, `name.unusable`.
  static func read(_ bytes: [UInt8], name: String) throws -> JourneyReading {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Diagnostic(
        "mermaid.encoding", Text(nl: "'\(name)' is geen UTF-8", en: "'\(name)' is no UTF-8"),
        wayOut: Text(nl: "bewaar het bestand als UTF-8", en: "save the file as UTF-8"))
    }
    var reader = MermaidReader(name: name)
    for (line, words) in statements(in: text).dropFirst() { try reader.take(words, at: line) }
    return try reader.reading()
  }

  private init(name: String) { self.name = name }

  /// The lines that say something, with their numbers: without front matter, comments and directives.
  private static func statements(in text: String) -> [(line: Int, words: String)] {
    var found: [(line: Int, words: String)] = []
    var isMatter = false
    var isDescription = false
    for (place, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      var words = line.drop(while: \.isWhitespace)
      while words.last?.isWhitespace == true { words.removeLast() }
      if words.first == "\u{FEFF}" { words.removeFirst() }
      if words == "---", found.isEmpty {
        isMatter.toggle()
        continue
      }
      if isDescription {
        isDescription = !words.hasSuffix("}")
        continue
      }
      if isMatter || words.isEmpty || words.hasPrefix("%%") { continue }
      let lower = words.lowercased()
      if lower.hasPrefix("accdescr") || lower.hasPrefix("acctitle") {
        isDescription = words.contains("{") && !words.hasSuffix("}")
        continue
      }
      found.append((place + 1, String(words)))
    }
    return found
  }

  private mutating func take(_ statement: String, at line: Int) throws {
    // Behind this sign stands a remark.
    let words = String(statement.prefix { $0 != "#" })
    if let title = Self.rest(of: words, after: "title") {
      self.title = title
      return
    }
    if let section = Self.rest(of: words, after: "section") {
      self.section = section
      return
    }
    let parts = words.split(separator: ":", omittingEmptySubsequences: false).map(Self.trimmed)
    guard parts.count >= 2, !parts[0].isEmpty else {
      throw problem(
        "mermaid.task", line, Text(nl: "is geen taak met een score", en: "is no task with a score"), parts[0],
        Text(nl: "schrijf 'wat er gebeurt: 3: wie'", en: "write 'what happens: 3: who'"))
    }
    guard let score = Int(parts[1]), (1...5).contains(score) else {
      throw problem(
        "mermaid.score", line, Text(nl: "is geen score van 1 tot en met 5", en: "is no score from 1 through 5"),
        parts[1],
        nil)
    }
    let actors = parts.count > 2 ? parts[2].split(separator: ",").map(Self.trimmed).filter { !$0.isEmpty } : []
    tasks.append(Task(line: line, section: section, words: parts[0], score: score, actors: actors))
  }

  private func problem(_ code: String, _ line: Int, _ what: Text, _ words: String, _ wayOut: Text?) -> Diagnostic {
    Diagnostic(
      code,
      Text(
        nl: "'\(words)' op regel \(line) van '\(name)' \(what.nl)",
        en: "'\(words)' on line \(line) of '\(name)' \(what.en)"
      ), wayOut: wayOut)
  }

  private static func rest(of words: String, after statement: String) -> String? {
    guard words.lowercased().hasPrefix(statement), words.dropFirst(statement.count).first?.isWhitespace == true else {
      return nil
    }
    return trimmed(words.dropFirst(statement.count))
  }

  /// With one blank between words, and without the signs that nobody sees.
  private static func trimmed(_ words: some StringProtocol) -> String {
    String(words).filter { $0 != Mermaid.joiner }.spaced
  }

  private func reading() throws -> JourneyReading {
    guard !tasks.isEmpty else {
      throw Diagnostic("mermaid.empty", Text(nl: "'\(name)' bevat geen taak", en: "'\(name)' holds no task"))
    }
    var reading = JourneyReading(form: "Mermaid")
    let counts = tasks.flatMap(\.actors).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    let main = tasks.flatMap(\.actors).first { counts[$0] == most }
    var journey = Journey(
      id: try ImportedWords.id(title.isEmpty ? String(name.prefix { $0 != "." }) : title),
      title: .verbatim(title.isEmpty ? name : title))
    if let main {
      let persona = Persona(id: try ImportedWords.id(main), name: .verbatim(main))
      journey.persona = persona.id
      reading.personas = [persona]
    }
    var walk: [(stage: Journey.Stage, step: JourneyStep)] = []
    for (place, task) in tasks.enumerated() {
      var step = JourneyStep(id: "s\(place + 1)")
      step.doing = try ImportedWords.text(task.words)
      step.feeling = task.score - 3
      let parties = try task.actors.prefix(2).map { name -> String? in
        guard name != main, let role = try ImportedWords.role(name) else { return nil }
        if role != name { journey.codes.actors[role] = .init(id: role, name: name) }
        return role
      }
      step.actor = parties.first ?? nil
      if parties.count > 1 { step.receiver = parties[1] ?? journey.persona }
      for _ in task.actors.dropFirst(2) { reading.leftOut["actor", default: 0] += 1 }
      let stage =
        task.section.isEmpty
        ? Journey.Stage(id: "zonder-fase", name: Text(nl: "zonder fase", en: "without a stage"))
        : Journey.Stage(id: try ImportedWords.id(task.section), name: .verbatim(task.section))
      walk.append((stage, step))
    }
    journey.lay(walk, declared: [])
    reading.journeys = [journey]
    return reading
  }
}
