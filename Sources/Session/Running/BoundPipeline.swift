import Language
@_spi(Host) import WorkbenchKit

/// A pipeline of which every word has found its meaning; nothing of it has run.
struct BoundPipeline {
  /// Where the table comes from that flows in, if not from the first stage.
  enum Head {
    case none
    case result(RunResult)
    case value(Value)
  }

  struct Stage {
    let registration: Registration
    let call: Call
  }

  let head: Head
  let stages: [Stage]
  /// Whether all of the answer is asked for, by `--full` at any stage.
  let isFull: Bool

  /// Returns whether a word is the flag that every command takes.
  static func asksAll(_ word: Word) -> Bool { !word.isQuoted && word.bare == "--full" }
}

extension Session {
  /// Binds a whole pipeline, so that an error in its last stage is found before the first one runs.
  ///
  /// - Throws: `command.*`, `argument.*`, `variable.*`, `stage.*`, `workspace.readonly`.
  func bind(_ pipeline: Pipeline, in line: SourceLine) throws -> BoundPipeline {
    let variables = Variables(remembered: remembered, line: line)
    var stages = pipeline.stages[...]
    var head = BoundPipeline.Head.none
    if let first = stages.first, first.words.dropFirst().allSatisfy(BoundPipeline.asksAll),
      let word = first.words.first, let name = word.variable
    {
      switch remembered[name] {
      case .result(let result): head = .result(result)
      case .value(let value): head = .value(value)
      case nil:
        guard let part = part(PartName(.results, name)) else {
          throw variables.unknown(name, word.range)
        }
        head = .result(try KeptResult(name: name, json: part.json()).result)
      }
      stages = stages.dropFirst()
    }
    var bound: [BoundPipeline.Stage] = []
    for stage in stages {
      let isFirst = bound.isEmpty && pipeline.stages.count == stages.count
      bound.append(try bind(stage, isFirst: isFirst, in: line, variables))
    }
    let isFull = pipeline.stages.contains { $0.words.contains(where: BoundPipeline.asksAll) }
    return BoundPipeline(head: head, stages: bound, isFull: isFull)
  }

  private func bind(
    _ stage: StageWords, isFirst: Bool, in line: SourceLine, _ variables: Variables
  ) throws -> BoundPipeline.Stage {
    let stage = expanded(stage)
    let found: (registration: Registration, length: Int)?
    do { found = try registry.find(stage.words.lazy.map(\.bare)) } catch let error as Diagnostic {
      throw error.at(line.place(stage.words[0].range))
    }
    guard let found else { throw registry.unknown(stage, in: line) }
    let signature = found.registration.signature
    let pathEnd = stage.words[found.length - 1].range.upperBound
    let place = line.place(stage.words[0].range.lowerBound..<pathEnd)
    if isFirst, signature.input == .required { throw needsTable(signature, place) }
    if !isFirst, signature.input == .none { throw takesNoTable(signature, place) }
    if isReadOnly, signature.changesWorkspace { throw readOnly(signature, place) }
    if let refused = refusal?(signature) { throw refused.at(place) }
    // A noun that has verbs of its own takes no argument that looks like a misspelt verb.
    if signature.parameters.allSatisfy({ $0.position == .flag }), stage.words.count > found.length,
      !registry.following(signature.path).isEmpty, stage.words[found.length].bare?.hasPrefix("-") == false
    {
      throw registry.unknown(stage, in: line)
    }
    let binder = Binder(
      signature: signature, line: line, variables: variables, plugin: found.registration.owner?.name,
      roles: signature.parameters.contains(where: \.isRole) ? tableRoles : nil)
    var words = stage.words[found.length...]
    // A command that has a use of its own for it is told.
    if words.contains(where: BoundPipeline.asksAll), !signature.parameters.contains(where: { $0.name == "full" }) {
      words.removeAll(where: BoundPipeline.asksAll)
    }
    let call: Call
    do { call = try binder.bind(words, place: place) } catch let error as Diagnostic {
      throw registry.namingForms(error, of: signature, words.first?.literal)
    }
    return BoundPipeline.Stage(registration: found.registration, call: call)
  }

  /// Puts what an alias stands for in its place; once, so that no alias can turn in circles.
  func expanded(_ stage: StageWords) -> StageWords {
    guard !aliases.isEmpty, let first = stage.words.first, let bare = first.bare, let words = aliases[bare] else {
      return stage
    }
    let replaced = words.map { Word(pieces: [.literal($0)], range: first.range) }
    return StageWords(words: replaced + stage.words.dropFirst(), range: stage.range)
  }

  private func needsTable(_ signature: Signature, _ place: Place) -> Diagnostic {
    let name = signature.path.joined(separator: " ")
    return Diagnostic(
      "stage.notable",
      Text(
        nl: "'\(name)' neemt een tabel, en er staat niets voor",
        en: "'\(name)' takes a table, and nothing stands before it"),
      wayOut: Text(nl: "zoals: read BESTAND | \(name) …", en: "such as: read FILE | \(name) …"), place: place)
  }

  private func takesNoTable(_ signature: Signature, _ place: Place) -> Diagnostic {
    let name = signature.path.joined(separator: " ")
    return Diagnostic(
      "stage.nopipe",
      Text(
        nl: "'\(name)' neemt niets aan van wat ervoor staat", en: "'\(name)' takes nothing from what stands before it"),
      wayOut: Text(nl: "zet het op een eigen regel", en: "put it on a line of its own"), place: place)
  }

  private func readOnly(_ signature: Signature, _ place: Place) -> Diagnostic {
    let name = signature.path.joined(separator: " ")
    return Diagnostic(
      "workspace.readonly",
      Text(
        nl: "'\(name)' verandert de werkruimte, en die is alleen om te lezen",
        en: "'\(name)' changes the workspace, which is open for reading only"),
      wayOut: Text(nl: "bewaar een kopie met: save-as BESTAND", en: "keep a copy with: save-as FILE"), place: place)
  }
}
