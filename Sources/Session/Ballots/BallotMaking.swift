@_spi(Host) import WorkbenchKit

/// What a person says a ballot is for: a command, and what is settled beforehand.
public struct BallotRequest {
  public var name: String
  /// The words of the command, then plain arguments of it, then `argument=word`.
  public var words: [String]
  /// Who is asked.
  public var roles: [String]
  /// What a role has to give in all.
  public var total: Double?

  public init(name: String, words: [String], roles: [String], total: Double?) {
    self.name = name
    self.words = words
    self.roles = roles
    self.total = total
  }
}

extension Session {
  /// The commands that can be balloted, in order of path; every module is loaded for it.
  public var ballotedCommands: [Registration] {
    registry.redeemAll()
    return registry.registrations.filter { $0.ballot != nil }
  }

  /// Makes a ballot and keeps it.
  ///
  /// - Throws: `ballot.command`, `ballot.name`, `ballot.exists`, `ballot.empty`, `ballot.total`, `argument.*`, and what looking up the
  ///   words throws.
  public func makeBallot(_ request: BallotRequest, in context: Context) throws -> KeptBallot {
    // The command may stand in quotes as one word.
    let plain =
      (request.words.first ?? "").split(separator: " ").map(String.init)
      + request.words.dropFirst().prefix { !$0.contains("=") }
    guard let found = try registry.find(plain.map(Optional.some)), let declared = found.registration.ballot else {
      throw notBalloted(plain.joined(separator: " "))
    }
    let registration = found.registration
    let told = try BallotTold(
      plain: plain.dropFirst(found.length), named: request.words.dropFirst().drop { !$0.contains("=") },
      of: registration.signature, declared)
    var ballot = KeptBallot(
      try Self.ballotName(request.name, in: context), command: registration.signature.path, told: told.words)
    for role in request.roles where !ballot.roles.contains(role) { ballot.roles.append(role) }
    ballot.total = request.total
    try lend(context, to: registration) {
      try ballot.ask(declared, registration.signature, in: context)
    }
    if ballot.total != nil, ballot.answers.values.contains(where: { if case .words = $0 { true } else { false } }) {
      throw Diagnostic(
        "ballot.total",
        Text(nl: "hier worden geen getallen gevraagd om op te tellen", en: "no numbers are asked here to be added up"))
    }
    context.workspace.store(ballot)
    return ballot
  }

  private static func ballotName(_ name: String, in context: Context) throws -> String {
    guard name.count <= 40, !name.isEmpty, Slug.of(name) == name.lowercased() else {
      throw Diagnostic(
        "ballot.name", Text(nl: "'\(name)' kan geen naam zijn", en: "'\(name)' cannot be a name"),
        wayOut: Text(
          nl: "geef letters, cijfers en streepjes, ten hoogste 40", en: "give letters, digits and hyphens, at most 40"))
    }
    guard try context.workspace.ballot(name) == nil else {
      throw Diagnostic(
        "ballot.exists", Text(nl: "er is al een stembiljet '\(name)'", en: "there is a ballot '\(name)' already"),
        wayOut: Text(
          nl: "geef een andere naam, of doe het weg met 'ballot drop \(name)'",
          en: "give another name, or throw it away with 'ballot drop \(name)'"))
    }
    return name
  }

  private func notBalloted(_ typed: String) -> Diagnostic {
    let names = ballotedCommands.map { $0.signature.path.joined(separator: " ") }
    return Diagnostic(
      "ballot.command",
      Text(
        nl: "'\(typed)' is geen opdracht die met een stembiljet te vragen is",
        en: "'\(typed)' is no command that can be asked by a ballot"),
      wayOut: Text(nl: "een van: ", en: "one of: ") + .list(names, atMost: 20),
      suggestion: NearestWord.best(typed, among: names))
  }
}

extension KeptBallot {
  /// More questions than this nobody answers.
  static let limit = 400

  /// Makes the questions of what is told.
  ///
  /// - Throws: `ballot.empty`, `ballot.toolong`, `argument.*`, `personal.found`, and what looking up the words throws.
  fileprivate mutating func ask(_ ballot: Ballot, _ signature: Signature, in context: Context) throws {
    let parameters = Dictionary(signature.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for blank in ballot.blanks {
      answers[blank.name] = try BallotAnswer(blank, offered: parameters[blank.name]?.offered(in: context) ?? [])
    }
    var made = [Question(subject: [:], blank: "", label: .verbatim(""))]
    let subjects = try ballot.subjects.map { ($0, try words(of: $0, parameters[$0.name], in: context)) }
    let isAnySeveral = subjects.contains { $1.count > 1 }
    for (subject, words) in subjects {
      // What is the same in every question is not said in each, unless nothing else is said.
      let isNamed = words.count > 1 || !isAnySeveral
      made = made.flatMap { question in
        words.map { question.about(subject.name, $0, isNamed: isNamed) }
      }
      told[subject.name] = words.count == 1 ? [words[0].word] : nil
      if words.count > 1, subject.name == ballot.exception?.argument { throw Self.oneOnly(subject.name) }
      guard made.count <= Self.limit else { throw Self.tooLong(made.count) }
    }
    try settle(ballot, signature, in: context)
    questions = made.flatMap { question in
      ballot.blanks.map { question.asking($0, or: parameters[$0.name]?.about ?? .verbatim($0.name)) }
    }
    guard !questions.isEmpty else { throw empty }
    silenceIsNought = ballot.silenceIsNought
    isInProportion = ballot.isInProportion && ballot.exception.map { told[$0.argument] != $0.words } ?? true
  }

  /// The words that are asked about.
  private func words(
    of subject: Ballot.Subject, _ parameter: Parameter?, in context: Context
  ) throws -> [Candidate] {
    let offered = parameter?.offered(in: context) ?? []
    var chosen = told[subject.name] ?? subject.usual
    if chosen.isEmpty { return offered }
    if let among = subject.among, let other = chosen.first(where: { !among.contains($0) }) {
      throw Diagnostic(
        "argument.choice",
        Text(nl: "'\(other)' past niet op een stembiljet", en: "'\(other)' does not fit on a ballot"),
        wayOut: Text(nl: "een van: ", en: "one of: ") + .list(among), suggestion: among.first)
    }
    var seen: Set<String> = []
    chosen.removeAll { !seen.insert($0).inserted }
    let found = try chosen.map { word in
      do { if let found = try parameter?.named(word, in: context) { return found } } catch let error as Diagnostic {
        if !subject.takesOwn { throw error }
      }
      try FreeWords.demandNone(in: word)
      if !offered.isEmpty {
        context.workspace.note(
          .caution(
            nl: "'\(word)' is een woord van u zelf: de opdracht kent het niet",
            en: "'\(word)' is a word of your own: the command does not know it"))
      }
      return Candidate(word)
    }
    seen = []
    return found.filter { seen.insert($0.word).inserted }
  }

  /// Checks what is the same for all: all that the command must be told, each as the command names it.
  private mutating func settle(_ ballot: Ballot, _ signature: Signature, in context: Context) throws {
    var asked = Set(ballot.subjects.map(\.name) + ballot.blanks.map(\.name) + [ballot.role])
    if case .table(let argument) = ballot.yield { asked.insert(argument) }
    for parameter in signature.parameters where !asked.contains(parameter.name) {
      guard let words = told[parameter.name] else {
        if !parameter.isRequired { continue }
        throw Diagnostic(
          "argument.missing",
          Text(
            nl: "'\(signature.path.joined(separator: " "))' mist '\(parameter.name)': \(parameter.about.nl)",
            en: "'\(signature.path.joined(separator: " "))' lacks '\(parameter.name)': \(parameter.about.en)"),
          wayOut: Text(nl: "zet erbij: \(parameter.name)=…", en: "add: \(parameter.name)=…"))
      }
      told[parameter.name] = try words.map { word in
        _ = try parameter.bind(.text(word), at: nil)
        return try parameter.named(word, in: context)?.word ?? word
      }
    }
  }

  private var empty: Diagnostic {
    Diagnostic(
      "ballot.empty", Text(nl: "er is niets om te vragen", en: "there is nothing to ask"),
      wayOut: Text(
        nl: "'help \(command.joined(separator: " "))' zegt waar het over kan gaan",
        en: "'help \(command.joined(separator: " "))' says what it can be about"))
  }

  private static func oneOnly(_ name: String) -> Diagnostic {
    Diagnostic(
      "argument.repeated",
      Text(nl: "op één stembiljet past maar één '\(name)'", en: "one ballot takes one '\(name)' only"),
      wayOut: Text(nl: "maak voor elk een eigen stembiljet", en: "make a ballot for each"))
  }

  private static func tooLong(_ count: Int) -> Diagnostic {
    Diagnostic(
      "ballot.toolong",
      Text(
        nl: "een stembiljet van meer dan \(limit) vragen vult niemand in",
        en: "nobody fills in more than \(limit) questions"),
      wayOut: Text(nl: "noem waar het over gaat: ARGUMENT=WOORD,WOORD", en: "name what it is about: ARGUMENT=WORD,WORD")
    )
  }
}

extension KeptBallot.Question {
  fileprivate func about(_ name: String, _ word: Candidate, isNamed: Bool) -> Self {
    var copy = self
    copy.subject[name] = word.word
    if isNamed {
      copy.label = label.nl.isEmpty ? BallotAnswer.shown(word) : label + .verbatim(": ") + BallotAnswer.shown(word)
    }
    return copy
  }

  /// - Parameter about: is asked where nothing else is.
  fileprivate func asking(_ blank: Ballot.Blank, or about: Text) -> Self {
    var copy = self
    copy.blank = blank.name
    if let question = blank.question { copy.label = label + .verbatim(": ") + question }
    if copy.label.nl.isEmpty { copy.label = about }
    return copy
  }
}
