import Plugging
import Session
import Stages
@_spi(Host) import WorkbenchKit

/// Joins the plugins that were found to the registry: promises their words, and brings what they register when one of
/// these is first used.
final class PluginLoader {
  private(set) var directory: PluginDirectory
  private let registry: Registry
  /// Brings the workspace's documents of a plugin up to what the plugin that is loaded writes.
  var migrate: (_ plugin: Registration.Owner, _ document: any Document) throws -> Void = { _, _ in }
  private let personal: PersonalFolders
  private let files: PluginFiles

  /// Makes a loader that has found nothing yet, so that the commands on plugins can be registered first: their words are
  /// the shell's own.
  init(
    registry: Registry, _ files: PluginFiles,
    personal: PersonalFolders = PersonalFolders(environment: environmentVariable)
  ) {
    self.registry = registry
    self.files = files
    self.personal = personal
    directory = PluginDirectory(.none, personal: personal, hostWords: [String]())
  }

  /// Finds the plugins and promises their words; to be called once, when the shell's own commands are registered.
  func open(_ path: SearchPath) {
    directory = PluginDirectory(
      path, personal: personal, hostWords: registry.following([String]()), hostForms: StageCatalogue.forms)
    for plugin in directory.plugins where plugin.status == .available { promise(plugin) }
  }

  /// The search path of a start.
  ///
  /// - Parameters:
  ///   - isSafe: whether no plugins are wanted at all.
  ///   - options: the values of `--plugin`.
  static func searchPath(isSafe: Bool, options: [String]) -> SearchPath {
    if isSafe { return .none }
    return SearchPath(
      programFolder: SearchPath.runningProgramFolder(),
      personal: PersonalFolders(environment: environmentVariable),
      listed: environmentVariable("LEERKRING_PLUGINS"), options: options)
  }

  /// One line for each plugin that is left out.
  var notices: [Notice] { directory.notices }

  /// Loads a plugin and registers what it brings; does nothing where that was done.
  ///
  /// - Throws: a `Diagnostic` of the family `plugin`; `registration.taken`.
  func load(_ name: String, at place: Place? = nil) throws {
    let plugin = try directory.plugin(name, at: place)
    if plugin.status == .loaded { return }
    let registrar = try directory.load(name)
    files.trust(registrar.dataFolder)
    guard let manifest = plugin.manifest else { return }
    let owner = Registration.Owner(name: manifest.name, version: manifest.version)
    do {
      if let document = registrar.document { try migrate(owner, document) }
      try registry.add(registrar, owner: owner)
    } catch let problem as Diagnostic {
      try directory.refuse(name, problem)
      throw problem
    }
    for noun in manifest.nouns { for alias in noun.aliases { registry.alias(alias, for: noun.noun) } }
  }

  /// Withdraws what a plugin brought.
  func unload(_ name: String, at place: Place? = nil) throws {
    _ = try directory.plugin(name, at: place)
    try directory.unload(name)
    registry.remove(plugin: name)
  }

  /// Switches a plugin on, also for later starts.
  func enable(_ name: String, at place: Place? = nil) throws {
    _ = try directory.plugin(name, at: place)
    try directory.enable(name)
    let plugin = try directory.plugin(name)
    if plugin.status == .available { promise(plugin) }
  }

  /// Switches a plugin off, also for later starts.
  func disable(_ name: String, at place: Place? = nil) throws {
    _ = try directory.plugin(name, at: place)
    try directory.disable(name)
    registry.remove(plugin: name)
  }

  private func promise(_ plugin: FoundPlugin) {
    for noun in plugin.manifest?.nouns ?? [] {
      registry.promise(
        PromisedNoun(noun: noun.noun, aliases: noun.aliases, summary: noun.summary, plugin: plugin.name) {
          [weak self, name = plugin.name] in try self?.load(name)
        })
    }
    guard let manifest = plugin.manifest, !manifest.sources.isEmpty || !manifest.sinks.isEmpty else { return }
    registry.promise(
      PromisedForms(
        plugin: plugin.name,
        sources: manifest.sources.map {
          PromisedForms.Source(
            name: $0.name, endings: $0.endings, schemes: $0.schemes, firstBytes: $0.magic.map(PromisedForms.bytes),
            summary: $0.summary)
        },
        sinks: manifest.sinks.map { ($0.form, $0.summary) },
        missing: { plugin.libraries.first { !$0.isThere }?.name },
        load: { [weak self, name = plugin.name] in try self?.load(name) }))
  }
}
