@_spi(Host) import WorkbenchKit

/// All that can be asked, by its words. Knows what is registered, nothing of what it does.
public final class Registry {
  /// A word of a path, with what may follow it.
  final class Node {
    var next: [String: Node] = [:]
    var registration: Registration?
    /// Whether the word is another name for one that stands beside it.
    var isAlias = false
  }

  let root = Node()
  private(set) var promises: [String: PromisedNoun] = [:]
  private(set) var promisedAliases: [String: String] = [:]
  /// What a noun is for, as its manifest said; kept when its module is loaded.
  private(set) var nounSummaries: [String: Text] = [:]
  public private(set) var settings: [(setting: Setting, owner: Registration.Owner?)] = []
  public private(set) var documents: [String: any Document] = [:]
  private var owners: [String: Registration.Owner] = [:]
  /// What each loaded plugin knows, by its name.
  private(set) var knowledge: [String: KnowledgeBase] = [:]
  /// What tells which things and terms each loaded plugin knows, by its name.
  private var topics: [String: @Sendable (Context) throws -> [HelpTopic]] = [:]

  /// Forms and files that a manifest announced, and what brought them.
  private(set) var forms = FileForms()
  /// Makes the page that sinks write which write pages; set by the host before a plugin is added.
  public var page: PageForm = { _, _ in "" }

  public init() {}

  // MARK: Registering

  /// - Throws: `registration.taken` naming both sides.
  public func add(_ body: Registration.Body, owner: Registration.Owner? = nil) throws {
    switch body {
    case .command(let command): try add(body, command.fullSignature, owner)
    case .stage(let stage): try add(body, stage.fullSignature, owner)
    case .host(let command): try add(body, command.signature, owner)
    }
  }

  private func add(_ body: Registration.Body, _ signature: Signature, _ owner: Registration.Owner?) throws {
    let registration = Registration(signature: signature, body: body, owner: owner)
    try insert(registration, at: signature.path, isAlias: false)
    for alias in signature.aliases { try insert(registration, at: alias, isAlias: true) }
  }

  /// - Throws: `registration.taken` naming both sides.
  public func add(_ stage: any Stage) throws { try add(.stage(stage)) }

  /// - Throws: `registration.taken` naming both sides.
  public func add(_ command: any Command) throws { try add(.command(command)) }

  public func add(_ setting: Setting, owner: Registration.Owner? = nil) { settings.append((setting, owner)) }

  /// Takes in all that a plugin registered, or nothing of it.
  public func add(_ registrar: Registrar, owner: Registration.Owner) throws {
    promises = promises.filter { $0.value.plugin != owner.name }
    do {
      for (command, signature) in zip(registrar.commands, registrar.commandSignatures) {
        try add(.command(command), signature, owner)
      }
      for (stage, signature) in zip(registrar.stages, registrar.stageSignatures) {
        try add(.stage(stage), signature, owner)
      }
      for sink in registrar.sinks {
        try add(.stage(sink.stage(about: forms.about(sink.form), page: page)), owner: owner)
      }
    } catch {
      remove(plugin: owner.name)
      throw error
    }
    for source in registrar.sources { forms.add(source, of: owner.name) }
    for sink in registrar.sinks { forms.add(sink, of: owner.name) }
    for link in registrar.links { forms.add(link, of: owner.name) }
    for setting in registrar.settings { add(setting, owner: owner) }
    documents[owner.name] = registrar.document
    owners[owner.name] = owner
    knowledge[owner.name] = registrar.knowledge
    topics[owner.name] = registrar.topics
  }

  /// Makes a noun known whose module is loaded when it is first used.
  public func promise(_ noun: PromisedNoun) {
    promises[noun.noun] = noun
    nounSummaries[noun.noun] = noun.summary
    for alias in noun.aliases { promisedAliases[alias] = noun.noun }
  }

  /// Makes files known of which a module takes tables, and forms in which it writes, before it is loaded.
  public func promise(_ forms: PromisedForms) { self.forms.promise(forms) }

  /// Returns what takes tables out of such a file, and loads the module that brings it; nil where nothing does.
  ///
  /// - Throws: a `Diagnostic` of the family `plugin` where the module cannot be loaded.
  public func source(of file: ReadFile) throws -> (any TableSource)? {
    guard let (promise, source) = forms.promised(file) else { return nil }
    if let known = forms.found(promise.plugin, source.name) { return known }
    let ending = source.endings.first { file.name.lowercased().hasSuffix(".\($0)") }
    try promise.load(for: ending.map { ".\($0)" } ?? "'\(file.name)'")
    return forms.found(promise.plugin, source.name)
  }

  /// Returns what a word before a colon stands for, with the plugin that brings it, and loads its module; nil for any other word.
  ///
  /// - Throws: a `Diagnostic` of the family `plugin` where the module cannot be loaded.
  public func link(_ scheme: String) throws -> (owner: String, source: any LinkedSource)? {
    if let known = forms.link(scheme) { return known }
    guard let promise = forms.promised(scheme: scheme) else { return nil }
    try promise.load(for: "\(scheme):")
    return forms.link(scheme)
  }

  /// Whether a word before a colon leads to where no file lies; no module is loaded for it.
  func isScheme(_ word: String) -> Bool { forms.link(word) != nil || forms.promised(scheme: word) != nil }

  /// Withdraws all that a plugin brought or promised.
  public func remove(plugin: String) {
    forms.remove(plugin: plugin)
    promises = promises.filter { $0.value.plugin != plugin }
    promisedAliases = promisedAliases.filter { promises[$0.value] != nil || root.next[$0.value] != nil }
    settings.removeAll { $0.owner?.name == plugin }
    documents[plugin] = nil
    owners[plugin] = nil
    knowledge[plugin] = nil
    topics[plugin] = nil
    prune(root, plugin)
  }

  private func prune(_ node: Node, _ plugin: String) {
    for (word, next) in node.next {
      if next.registration?.owner?.name == plugin { next.registration = nil }
      prune(next, plugin)
      if next.registration == nil, next.next.isEmpty { node.next[word] = nil }
    }
  }

  private func insert(_ registration: Registration, at path: [String], isAlias: Bool) throws {
    var node = root
    for word in path {
      if let next = node.next[word] {
        // `workspace` came first in `workspace open`, another name for `open`, and is a noun of its own all the same.
        if !isAlias { next.isAlias = false }
        node = next
      } else {
        let next = Node()
        // Of an alias like `hulp` the one word is the alias; of `bevraag lijst` each word is.
        next.isAlias = isAlias
        node.next[word] = next
        node = next
      }
    }
    if let taken = node.registration {
      let words = path.joined(separator: " ")
      let first = taken.owner?.name ?? "leerkring"
      let second = registration.owner?.name ?? "leerkring"
      throw Diagnostic(
        "registration.taken",
        Text(
          nl: "'\(words)' wordt door '\(first)' en door '\(second)' gebracht",
          en: "'\(words)' is brought by '\(first)' and by '\(second)'"))
    }
    node.registration = registration
  }

  /// The loaded plugins that keep documents, in order of name.
  public var documentOwners: [(owner: Registration.Owner, document: any Document)] {
    documents.sorted { $0.key < $1.key }.compactMap { name, document in owners[name].map { ($0, document) } }
  }

  // MARK: Finding

  /// The first words, as registered or promised, aliases left out, in order.
  public var nouns: [String] {
    Set(root.next.filter { !$0.value.isAlias }.keys).union(promises.keys).sorted()
  }

  /// Everything registered, in order of path; promised nouns are not loaded for it.
  public var registrations: [Registration] {
    var found: [Registration] = []
    func visit(_ node: Node) {
      for (_, next) in node.next.sorted(by: { $0.key < $1.key }) where !next.isAlias {
        if let registration = next.registration { found.append(registration) }
        visit(next)
      }
    }
    visit(root)
    return found
  }

  /// The promises that stand, in order of noun.
  public var promisedNouns: [PromisedNoun] { promises.values.sorted { $0.noun < $1.noun } }

  /// Loads the module of a plugin that is promised and not there yet.
  func load(plugin: String) throws {
    guard owners[plugin] == nil, let promise = promises.values.first(where: { $0.plugin == plugin }) else { return }
    try promise.load()
  }

  /// Loads the module that promised a word, if one did.
  public func redeem(_ word: String) throws {
    guard root.next[word] == nil else { return }
    guard let promise = promises[word] ?? promisedAliases[word].flatMap({ promises[$0] }) else { return }
    try promise.load()
  }

  /// Finds the registration with the longest path that the words begin with.
  ///
  /// - Parameter words: the bare words of a stage; nil where one is quoted or has something to look up.
  /// - Returns: the registration and how many words its path takes.
  public func find(_ words: some Sequence<String?>) throws -> (registration: Registration, length: Int)? {
    var node = root
    var found: (registration: Registration, length: Int)?
    var length = 0
    for word in words {
      guard let word else { break }
      if length == 0 {
        try redeem(word)
      } else if length == 1, found?.registration.signature.path == ["to"] {
        if node.next[word] == nil { try forms.loadSink(word) }
      }
      guard let next = node.next[word] ?? aliased(word, at: length) else { break }
      node = next
      length += 1
      if let registration = node.registration { found = (registration, length) }
    }
    return found
  }

  /// Another name of a whole noun, as its manifest gives it.
  func aliased(_ word: String, at depth: Int) -> Node? {
    guard depth == 0, let noun = promisedAliases[word] else { return nil }
    return root.next[noun]
  }

  /// Gives a loaded noun another name.
  public func alias(_ alias: String, for noun: String) { promisedAliases[alias] = noun }

  /// The words that may follow these, aliases included.
  public func following(_ path: some Sequence<String>) -> [String] {
    guard let (node, depth) = node(at: path) else { return [] }
    let words = Set(node.next.keys)
    return (depth == 0 ? words.union(promises.keys).union(promisedAliases.keys) : words).sorted()
  }

  /// The verbs of a noun, each by one name only: another name where the noun itself is another name.
  func verbs(of path: [String]) -> [String] {
    guard let (node, _) = node(at: path) else { return [] }
    let own = node.next.filter { !$0.value.isAlias }
    return (own.isEmpty ? node.next : own).keys.sorted()
  }

  private func node(at path: some Sequence<String>) -> (node: Node, depth: Int)? {
    var node = root
    var depth = 0
    for word in path {
      guard let next = node.next[word] ?? aliased(word, at: depth) else { return nil }
      node = next
      depth += 1
    }
    return (node, depth)
  }

  /// The path as it is registered, of words that may be other names; nil where a word is none of it.
  public func canonicalPath(_ words: [String]) -> [String]? {
    guard let (node, _) = node(at: words) else { return nil }
    if let registration = node.registration { return registration.signature.path }
    guard let first = words.first else { return [] }
    return [promisedAliases[first] ?? first] + words.dropFirst()
  }

  /// Loads every module that is promised; one that cannot be loaded is left out, as `plugin list` says.
  public func redeemAll() {
    for noun in promisedNouns { try? noun.load() }
    forms.loadAll()
  }

  /// The plugins that can tell what things and terms they know, in order of name.
  public var topicOwners: [(plugin: String, topics: @Sendable (Context) throws -> [HelpTopic])] {
    topics.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// All registrations whose path begins so.
  public func registrations(under path: [String]) -> [Registration] {
    registrations.filter { $0.signature.path.starts(with: path) }
  }
}
