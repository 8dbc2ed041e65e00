@_spi(Host) import WorkbenchKit

extension Session {
  /// Returns a text as it may leave the session: on a screen, in a history of lines, in a transcript.
  public func redacted(_ text: String) -> String { redactor?.redacted(text) ?? text }

  /// Returns a text that is made with all its words redacted; nothing in it is looked for again when it leaves.
  public func made(_ make: ((String) -> String) throws -> String) rethrows -> String {
    let text = try make(redacted)
    redactor?.note(made: text)
    return text
  }

  /// Returns a value as it may leave the session.
  public func redacted(_ value: Value) -> Value { redactor?.redacted(value) ?? value }

  /// Returns blocks as they may leave the session.
  public func redacted(_ blocks: [Block]) -> [Block] { redactor?.clean(blocks) ?? blocks }

  /// Files whose texts are read as they may leave the session, for what is put into a page.
  public func shown(_ files: any FileAccess) -> any FileAccess {
    redactor.map { ShownFiles(files: files, redactor: $0) } ?? files
  }

  /// Returns the step as it may be kept: personal fields sealed, hidden words taken out.
  ///
  /// - Throws: `redact.name`.
  func protected(_ operation: Operation) throws -> Operation {
    guard let redactor else { return operation }
    if case .branchNew(let name) = operation, redacted(name) != name { throw Redactor.hiddenName }
    guard case .step(let record, var changes) = operation else { return operation }
    for case (let name, let part?) in changes where name.section == .documents {
      let fields = personalFields(of: name)
      if fields.isEmpty { continue }
      let json = try part.json()
      let sealed = redactor.sealed(json, fields, workspace.lineage)
      if sealed != json { changes[name] = Part(sealed) }
    }
    return .step(redactor.redacted(record), changes: try redactor.sealed(changes, workspace.lineage))
  }

  /// Returns a part as it was written, where its seal can be opened; else as it may be read everywhere.
  public func opened(_ part: Part) -> Part { redactor?.opened(part, workspace.lineage) ?? part }

  /// Returns a part of the branch at hand as it was written.
  public func part(_ name: PartName) -> Part? { workspace.parts[name].map { opened($0.part) } }

  /// The fields of a plugin that are personal; a plugin may be about to be registered.
  public func protect(fields: Set<String>, of plugin: String) { declaredFields[plugin] = fields }

  func personalFields(of plugin: String?) -> Set<String> {
    guard let plugin else { return [] }
    return registry.documents[plugin]?.personalFields ?? declaredFields[plugin] ?? []
  }

  private func personalFields(of document: PartName) -> Set<String> {
    personalFields(of: document.name.split(separator: "/").first.map(String.init))
  }

  /// Returns a document of a plugin as the plugin wrote it.
  public func opened(_ json: JSON, of plugin: String?) -> JSON {
    guard let redactor, !personalFields(of: plugin).isEmpty else { return json }
    return redactor.opened(json, workspace.lineage)
  }

  /// Hides what a plugin wrote in personal fields from here on, whatever becomes of the line.
  func hideWritten(by handle: WorkspaceHandle) {
    guard let redactor, !personalFields(of: handle.owner).isEmpty else { return }
    for case (let name, let part?) in handle.changes where name.section == .documents {
      guard let json = try? part.json() else { continue }
      _ = redactor.sealed(json, personalFields(of: name), workspace.lineage)
    }
  }

  // MARK: The words of the workspace

  /// The words that a person hid in this workspace.
  public var hiddenWords: [HiddenWord] { surroundings.vault?.words(of: workspace.lineage) ?? [] }

  /// Hides words or phrases from now on, and returns how many were new.
  ///
  /// - Throws: `redact.word` for one that is too short, `redact.nokey`, `vault.unwritable`; then none is hidden.
  public func hide(_ phrases: [String]) throws -> Int {
    guard let vault = surroundings.vault, let redactor else { throw Self.noVault }
    var words = hiddenWords
    let before = words.count
    for phrase in phrases {
      let cut = HiddenWords(phrase)
      let figure = WrittenFigure.phrase(of: phrase)
      guard (figure ?? cut.phrase).count >= 2 else { throw Self.tooShort }
      let digest = redactor.digest(figure ?? cut.phrase, workspace.lineage)
      if !words.contains(where: { $0.digest == digest }) {
        words.append(
          HiddenWord(
            digest: digest, length: cut.words.count, added: surroundings.now(), mayBeFigure: figure != nil))
      }
    }
    try vault.setWords(words, of: workspace.lineage)
    redactor.attend(workspace.lineage)
    return words.count - before
  }

  /// Hides words or phrases no more, and returns how many there were.
  ///
  /// - Throws: `redact.unknown` where one was not hidden, `redact.nokey`, `vault.unwritable`; then all stay hidden.
  public func reveal(_ phrases: [String]) throws -> Int {
    guard let vault = surroundings.vault, let redactor else { throw Self.noVault }
    var words = hiddenWords
    for phrase in phrases {
      // A number or day that was hidden before their marks made no difference is known by its words.
      let digests = [WrittenFigure.phrase(of: phrase), HiddenWords(phrase).phrase].compactMap { phrase in
        phrase.map { redactor.digest($0, workspace.lineage) }
      }
      guard let index = words.firstIndex(where: { digests.contains($0.digest) }) else {
        throw Diagnostic(
          "redact.unknown",
          Text(nl: "een van deze woorden is niet afgeschermd", en: "one of these words is not hidden"),
          wayOut: Text(nl: "'redact list' telt wat afgeschermd is", en: "'redact list' counts what is hidden"))
      }
      words.remove(at: index)
    }
    try vault.setWords(words, of: workspace.lineage)
    redactor.attend(workspace.lineage)
    return phrases.count
  }

  private static let noVault = Diagnostic(
    "redact.nokey", Text(nl: "hier kan niets worden afgeschermd", en: "nothing can be hidden here"))
  private static let tooShort = Diagnostic(
    "redact.word",
    Text(
      nl: "één letter of cijfer kan niet worden afgeschermd: het staat in te veel",
      en: "a single letter or digit cannot be hidden: it stands in too much"),
    wayOut: Text(
      nl: "geef een woord, getal of dag van twee letters of cijfers of meer",
      en: "give a word, number or day of two letters or digits or more"))
}
