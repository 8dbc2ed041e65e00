import Language
@_spi(Host) import WorkbenchKit

extension Session {
  /// Runs one whole statement.
  ///
  /// All that it changes in the workspace is one step, durable when this returns; an error leaves everything as it was.
  /// - Returns: what it gave, or nil for a blank line.
  /// - Throws: `Diagnostic` with its place, `Interrupted`.
  public func run(_ statement: ParsedStatement, in line: SourceLine) throws -> RunResult? {
    let statement = askingHelp(statement)
    noteNames(of: statement)
    let taken = takenNames(by: statement)
    let needs = state.origins.lines(of: taken)
    let (next, aliases) = (workspace.log.nextNumber, state.aliases)
    switch statement {
    case .empty:
      return nil
    case .pipeline(let pipeline):
      var result = try run(pipeline, in: line, needing: needs)
      let blocks = countsWithheld(result.output.blocks, result.provenance)
      if blocks != result.output.blocks {
        result.output = Output(blocks)
        // What is withheld is told by the whole.
        result.reading = nil
      }
      // A remark alone answers nothing.
      if result.output.blocks.contains(where: { if case .notice = $0 { false } else { true } }) {
        state.last = result
        state.origins.note(NameOrigins.last, by: needed(told(line), since: next), taking: taken)
      }
      if state.aliases != aliases { noteAliases(since: aliases, line, taken) }
      return result
    case .binding(let name, _, let pipeline):
      var follow: [Candidate] = []
      var binding = (line: told(line), taken: taken)
      if let value = try plainValue(pipeline, in: line) {
        state.remembered[name] = .value(value)
        // What it is says the same without the names that it came from.
        if !taken.isEmpty, let own = Self.binding(name, to: value) { binding = (own, []) }
      } else {
        let made = try run(pipeline, in: line, needing: needs)
        binding.line = told(line)
        state.remembered[name] = .result(made)
        follow = [Candidate("keep \(name)", Text(nl: "bewaar het in de werkruimte", en: "keep it in the workspace"))]
      }
      state.origins.note("$" + name, by: needed(binding.line, since: next), taking: binding.taken)
      if state.footprint?.hasNames == true { state.footprint?.writes.insert("$" + name) }
      var result = RunResult(output: .nothing, provenance: Provenance(), line: redacted(line.text), owner: nil)
      result.next = follow
      return result
    }
  }

  /// Notes which aliases a line gave or took away.
  private func noteAliases(since before: [String: [String]], _ line: SourceLine, _ taken: Set<String>) {
    for word in Set(before.keys).union(state.aliases.keys) where before[word] != state.aliases[word] {
      let made = needed(line.text, since: workspace.log.nextNumber)
      if state.aliases[word] == nil {
        state.origins.forget("@" + word)
      } else {
        state.origins.note("@" + word, by: made, taking: taken)
      }
    }
  }

  /// The value that a `let` gives, where it is one word and no command.
  private func plainValue(_ pipeline: Pipeline, in line: SourceLine) throws -> Value? {
    guard pipeline.stages.count == 1, let stage = pipeline.stages.first, stage.words.count == 1 else { return nil }
    let word = stage.words[0]
    let variables = Variables(remembered: remembered, line: line)
    if let name = word.variable {
      if case .result = remembered[name] { return nil }
      return try variables.value(of: word)
    }
    guard !word.isQuoted, let bare = word.literal else {
      let text = try variables.text(of: word)
      try FreeWords.demandNone(in: text, at: line.place(word.range), limit: max(text.utf8.count, FreeWords.limit))
      return .text(text)
    }
    let guess = TypedValue.guess(bare)
    if guess.text == nil {
      try FreeWords.demandNone(in: bare, at: line.place(word.range))
      return guess
    }
    if try registry.find([bare]) != nil { return nil }
    let error = registry.unknown(stage, in: line)
    throw Diagnostic(
      error.code, error.message,
      wayOut: Text(nl: "een tekst staat tussen aanhalingstekens: '\(bare)'", en: "a text stands in quotes: '\(bare)'"),
      suggestion: error.suggestion, candidates: error.candidates, place: error.place)
  }

  private func run(
    _ pipeline: Pipeline, in line: SourceLine, needing needs: [NeededLine]
  ) throws -> RunResult {
    let bound = try bind(pipeline, in: line)
    noteReach(of: bound)
    let handle = handle()
    let context = context(handle, state.remembered.values)
    var output = Output.nothing
    var owner: Registration.Owner?
    switch bound.head {
    case .none: break
    case .result(let result):
      output = result.output
      handle.merge(result.provenance)
      owner = result.owner
    case .value(let value): output = Output([.paragraph(.verbatim(value.plain))])
    }
    context.following = following(bound, context)
    context.stages = context.following.compactMap(\.stated)
    if let planned = try planned(bound, pipeline, line, context) {
      return RunResult(output: planned, provenance: Provenance(), line: redacted(line.text), owner: nil)
    }
    var done = 0
    for (number, stage) in bound.stages.enumerated() {
      if done > 0 {
        // A source did it where the rows are.
        done -= 1
        continue
      }
      try surroundings.monitor.checkInterrupt()
      handle.owner = stage.registration.owner?.name
      context.turn(to: handle.owner.flatMap { registry.knowledge[$0] })
      try demandNoSealedRows(in: output, before: stage)
      try demandRolesAtTable(in: stage)
      let strangers = strangeRoles(in: stage)
      owner = stage.registration.owner ?? owner
      do {
        // Also where it fails: its error may name what it meant to keep.
        defer { hideWritten(by: handle) }
        output = Redactor.withoutFields(
          try run(stage, output, context), personalFields(of: stage.registration.owner?.name))
        if number == 0 { (done, context.stages, context.following) = (context.stagesDone, [], []) }
        output.blocks = personsWithheld(output.blocks)
        output.blocks += (handle.takeNotices() + strangers).map(Block.notice)
      } catch var error as Diagnostic {
        error.place = error.place ?? stage.call.place
        error.plugin = error.plugin ?? stage.registration.owner?.name
        throw error
      }
    }
    try surroundings.monitor.checkInterrupt()
    try demandNoSealedRows(in: output, before: nil)
    output.blocks = output.blocks.map { block in
      if case .text(let text) = block { .text(marked(text, handle.provenance)) } else { block }
    }
    let isRecall = bound.stages.first?.registration.signature.path.first == "recall"
    let recalls = isRecall ? [] : recalls(on: handle.provenance)
    output.blocks += recalls.map(Block.notice)
    if !handle.changes.isEmpty { try take(handle, owner, line, needs) }
    state.footprint?.note(handle, bound)
    var result = RunResult(
      output: output, provenance: redactor?.redacted(handle.provenance) ?? handle.provenance,
      line: redacted(told(line)),
      owner: owner, command: bound.stages.first?.registration.signature.path.first, isFull: bound.isFull)
    result.next = bound.stages.last?.next ?? []
    result.reading = try reading(bound, context)
    // Who asks for all of it gets no short form.
    if case .brief(var facts)? = result.reading {
      for recall in recalls {
        facts.add(
          "recalled", .text(recall.text(language)), label: Text(nl: "teruggetrokken", en: "withdrawn"))
      }
      result.reading = bound.isFull ? nil : .brief(facts)
    }
    return result
  }

  /// The stages behind a bare `read`, from the first on, as far as each says what it does, and the one behind these where it can take
  /// its table some rows at a time.
  private func following(_ bound: BoundPipeline, _ context: Context) -> [FollowingStage] {
    guard case .none = bound.head, let first = bound.stages.first, first.registration.owner == nil,
      first.registration.signature.path == ["read"]
    else { return [] }
    var following: [FollowingStage] = []
    for stage in bound.stages.dropFirst() {
      guard case .stage(let next) = stage.registration.body,
        // A number that a person hid takes part in no figure, and that is not known elsewhere.
        !(next is any FigureStage && redactor?.hidesNumbers == true)
      else { break }
      let stated = (next as? any StatedStage).flatMap { $0.stated(stage.call, in: context) }
      guard stated != nil || next is any CollectingStage else { break }
      following.append(
        FollowingStage(
          stated: stated, isRowwise: next is any RowwiseStage,
          // The context holds them.
          collector: { [unowned context] in
            try (next as? any CollectingStage)?.collector(stage.call, in: context)
          },
          apply: { [unowned context] input in
            do {
              return try next.apply(stage.call, to: input, in: context)
            } catch let error as Diagnostic { throw error.at(stage.call.place) }
          }))
      if stated == nil { break }
    }
    return following
  }

  /// What is shown of a pipeline that ends in a command of the shell, in place of what it gave.
  private func reading(_ bound: BoundPipeline, _ context: Context) throws -> Reading? {
    guard let last = bound.stages.last else {
      if case .result(let result) = bound.head { return result.reading }
      return nil
    }
    guard case .host(let command) = last.registration.body else { return nil }
    return try command.reading(last.call, context)
  }

  private func run(_ stage: BoundPipeline.Stage, _ input: Output, _ context: Context) throws -> Output {
    switch stage.registration.body {
    case .command(let command): return try command.run(stage.call, in: context)
    case .stage(let next):
      let input = next is any FigureStage ? redactor?.withoutNumbers(input) ?? input : input
      return try next.apply(stage.call, to: input, in: context)
    case .host(let command): return try command.run(stage.call, context)
    }
  }

  /// Makes one step of all that a line wrote.
  private func take(
    _ handle: WorkspaceHandle, _ owner: Registration.Owner?, _ line: SourceLine, _ needs: [NeededLine]
  ) throws {
    guard !isReadOnly else {
      throw Diagnostic(
        "workspace.readonly",
        Text(nl: "de werkruimte is alleen om te lezen", en: "the workspace is open for reading only"),
        wayOut: Text(
          nl: "open haar zonder --readonly, of ga verder in een eigen bestand met: save-as BESTAND",
          en: "open it without --readonly, or go on in a file of your own with: save-as FILE"), place: line.start)
    }
    var changes = handle.changes
    for name in changes.keys where name.section == .documents { note(schemaOf: name, in: &changes) }
    var record = Step.Record(
      line: Self.withoutSecret(told(line)), time: surroundings.now(), plugin: owner?.name, version: owner?.version,
      inputs: handle.provenance.inputs,
      basis: Set(handle.provenance.reads.values).subtracting([0]).sorted(),
      needs: needs.map(here), language: language, seed: seed == 1 ? nil : seed)
    let paths = WrittenPaths(state.touched, from: home)
    record = paths.record(record)
    changes = try paths.changes(changes)
    do { try apply(.step(record, changes: changes)) } catch let error as Diagnostic { throw error.at(line.start) }
  }

  /// Takes in what a copy of the workspace has, as one step.
  ///
  /// - Parameters:
  ///   - choices: of the parts that both changed which is taken.
  ///   - line: as it was typed.
  ///   - input: the file of the copy.
  /// - Throws: what `apply` throws; then nothing has happened.
  public func take(
    _ merge: BranchMerge, choosing choices: [PartName: BranchMerge.Side], line: String, from input: InputFile
  ) throws {
    var record = Step.Record(line: line, time: surroundings.now(), inputs: [input], language: language)
    record.merged = merge.steps
    let changes = try merge.changes(choices, number: workspace.log.nextNumber)
    try apply(.step(WrittenPaths(state.touched, from: home).record(record), changes: changes))
  }

  /// A needed line as the step tells of it: its own branch is not named.
  private func here(_ needed: NeededLine) -> NeededLine {
    var copy = needed
    copy.line = Self.withoutSecret(needed.line)
    if copy.branch == workspace.branch { copy.branch = nil }
    return copy
  }

  /// A password is kept in no file.
  private static func withoutSecret(_ line: String) -> String { SecretWords.isIn(line) ? "▇▇▇" : line }

  /// Writes down with which schema a plugin's document is made, when its first piece is.
  private func note(schemaOf name: PartName, in changes: inout [PartName: Part?]) {
    guard let slash = name.name.firstIndex(of: "/") else { return }
    let plugin = String(name.name[..<slash])
    let schema = PartName(.schemas, plugin)
    guard workspace.parts[schema] == nil, let version = registry.documents[plugin]?.schemaVersion else { return }
    changes[schema] = Part(.number(Double(version)))
  }
}
