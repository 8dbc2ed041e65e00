@_spi(Host) import WorkbenchKit

/// The plugins of a session: found and checked at the start, each loaded when it is first used. One owner, on the main
/// thread. Nothing of a plugin runs before `load`.
public final class PluginDirectory {
  /// In the order in which they were found; those that are left out too.
  public private(set) var plugins: [FoundPlugin] = []

  private let hostWords: Set<String>
  private let hostForms: Set<String>
  private let crashes: CrashNotes
  private var switches: Switches
  private var hashes: HashCache
  private var modules: [String: (module: Module, identity: FileIdentity?)] = [:]

  /// Finds and checks.
  ///
  /// - Parameters:
  ///   - hostWords: the first words of the shell's own commands and stages, aliases included.
  ///   - hostForms: the words behind `to` that are the shell's own.
  public init(
    _ path: SearchPath, personal: PersonalFolders, hostWords: some Sequence<String>, hostForms: [String] = []
  ) {
    self.hostWords = Set(hostWords)
    self.hostForms = Set(hostForms)
    crashes = CrashNotes(state: personal.state)
    switches = Switches(folder: personal.config)
    hashes = HashCache(folder: personal.cache)
    var seen: Set<String> = []
    var libraries = NeededLibraries(Inspection.trust)
    for place in path.places {
      let found = ManifestPlace.all(in: place)
      if found.isEmpty, place.kind == .named {
        plugins.append(FoundPlugin(refused: place.folder, in: place.folder, Self.nothing(in: place.folder)))
      }
      for place in found where seen.insert(place.folder).inserted {
        plugins.append(judged(place, &libraries))
      }
    }
  }

  /// One line for each plugin that is left out against the person's will, and one on what is to be done about rights.
  public var notices: [Notice] {
    plugins.flatMap { plugin -> [Notice] in
      guard let notice = plugin.notice else { return [] }
      guard case .refused(let problem) = plugin.status, problem.code == "plugin.unsafe", let wayOut = problem.wayOut
      else { return [notice] }
      return [notice, Notice(.info, wayOut)]
    }
  }

  /// Returns a plugin; of several with one name, the one that has it.
  ///
  /// - Throws: `plugin.unknown` with the nearest name.
  public func plugin(_ name: String, at place: Place? = nil) throws -> FoundPlugin {
    plugins[try index(name, at: place)]
  }

  // MARK: Loading

  /// Loads a plugin's module, if it is not in the process yet, and returns what it registers.
  ///
  /// A plugin that turns out wrong is refused for the rest of the session.
  /// - Throws: a `Diagnostic` of the family `plugin`.
  public func load(_ name: String) throws -> Registrar {
    let index = try index(name)
    let found = plugins[index]
    guard let manifest = found.manifest, let place = found.place else { throw problem(of: found) }
    let modulePath = place.modulePath(manifest)
    let dataFolder = place.dataFolder(manifest)
    switch found.status {
    case .available, .loaded: break
    case .disabled, .refused, .crashed: throw problem(of: found)
    }
    do {
      let registrar = try crashes.watching(name, modulePath) {
        try module(place, manifest, modulePath, found.written).registrar(dataFolder: dataFolder)
      }
      plugins[index].status = .loaded
      return registrar
    } catch let error as Diagnostic {
      plugins[index].status = .refused(error)
      throw problem(of: plugins[index])
    }
  }

  /// Lets a loaded plugin be as it was before; its module stays in the process, see `Module`.
  ///
  /// The caller withdraws what the plugin registered.
  public func unload(_ name: String) throws {
    let index = try index(name)
    if plugins[index].status == .loaded { plugins[index].status = .available }
  }

  /// Refuses a plugin for the rest of the session, where what it registered could not be taken in.
  public func refuse(_ name: String, _ problem: Diagnostic) throws {
    plugins[try index(name)].status = .refused(problem)
  }

  /// What is asked of the file at the start is asked again: it may have changed while the session went on.
  private func module(
    _ place: ManifestPlace, _ manifest: Manifest, _ path: String, _ written: [UInt8]
  ) throws -> Module {
    let identity = FileIdentity(path: path)
    if let known = modules[path] {
      if known.identity == identity { return known.module }
      throw Diagnostic(
        "plugin.changed",
        Text(nl: "'\(path)' is veranderd nadat het geladen werd", en: "'\(path)' changed after it was loaded"),
        wayOut: Text(nl: "start leerkring opnieuw", en: "start leerkring again"))
    }
    let file = try Inspection(manifest: manifest, place: place, written: written).check(&hashes)
    let module = try Module(manifest, file, path: path)
    modules[path] = (module, FileIdentity(file))
    return module
  }

  // MARK: Switching

  /// Switches a plugin on, for later starts too, and lets one that crashed try again.
  ///
  /// - Throws: why it is refused; what keeping the choice throws.
  public func enable(_ name: String) throws {
    let index = try index(name)
    crashes.forget(name)
    try switches.set(name, enabled: true)
    let found = plugins[index]
    if found.status == .loaded { return }
    // It must not stand in its own way while the words are handed out.
    plugins[index].status = .disabled
    if let manifest = found.manifest, let place = found.place {
      var libraries = NeededLibraries(Inspection.trust)
      plugins[index].status = status(manifest, at: place, found.written, &libraries)
    } else {
      plugins[index].status = found.status
    }
    if case .refused = plugins[index].status { throw problem(of: plugins[index]) }
  }

  /// Switches a plugin off, for later starts too. The caller withdraws what it registered.
  ///
  /// - Throws: what keeping the choice throws.
  public func disable(_ name: String) throws {
    let index = try index(name)
    try switches.set(name, enabled: false)
    if case .refused = plugins[index].status { return }
    plugins[index].status = .disabled
  }

  // MARK: Judging

  private func judged(_ place: ManifestPlace, _ libraries: inout NeededLibraries) -> FoundPlugin {
    do {
      let written = try Manifest.bytes(at: place.manifestPath)
      let manifest = try Manifest(json: written, path: place.manifestPath)
      return FoundPlugin(manifest, at: place, status(manifest, at: place, written, &libraries), written)
    } catch {
      return FoundPlugin(unreadable: place, (error as? Diagnostic) ?? FilePaths.unreadable(place.manifestPath))
    }
  }

  private func status(
    _ manifest: Manifest, at place: ManifestPlace, _ written: [UInt8], _ libraries: inout NeededLibraries
  ) -> PluginStatus {
    if switches.disabled.contains(manifest.name) { return .disabled }
    do {
      try checkTaken(manifest)
      _ = try Inspection(manifest: manifest, place: place, written: written).check(&hashes, &libraries)
    } catch {
      return .refused((error as? Diagnostic) ?? FilePaths.unreadable(place.manifestPath))
    }
    if let signal = crashes.signal(of: manifest.name, place.modulePath(manifest)) { return .crashed(signal: signal) }
    return .available
  }

  /// Throws `plugin.taken`, naming both sides.
  private func checkTaken(_ manifest: Manifest) throws {
    let holders = plugins.filter { $0.status == .available || $0.status == .loaded }
    if let first = holders.first(where: { $0.name == manifest.name }) {
      throw Diagnostic(
        "plugin.taken",
        Text(
          nl: "de naam '\(manifest.name)' heeft de plugin in '\(first.folder)' al",
          en: "the plugin in '\(first.folder)' has the name '\(manifest.name)' already"))
    }
    func check(_ word: String, isOurs: Bool = false, _ has: (Manifest) -> Bool) throws {
      if isOurs { throw taken(word, manifest.name, Text(nl: "leerkring zelf", en: "leerkring itself")) }
      guard let holder = holders.first(where: { $0.manifest.map(has) == true }) else { return }
      throw taken(word, manifest.name, Text(nl: "plugin '\(holder.name)'", en: "plugin '\(holder.name)'"))
    }
    for word in manifest.words {
      try check(word, isOurs: hostWords.contains(word)) { $0.words.contains(word) }
    }
    for ending in manifest.sources.flatMap(\.endings) {
      try check(".\(ending)") { $0.sources.contains { $0.endings.contains(ending) } }
    }
    for scheme in manifest.sources.flatMap(\.schemes) {
      try check("\(scheme):") { $0.sources.contains { $0.schemes.contains(scheme) } }
    }
    for form in manifest.sinks.map(\.form) {
      try check("to \(form)", isOurs: hostForms.contains(form)) { $0.sinks.contains { $0.form == form } }
    }
  }

  private func taken(_ word: String, _ name: String, _ holder: Text) -> Diagnostic {
    Diagnostic(
      "plugin.taken",
      Text(
        nl: "het woord '\(word)' van '\(name)' is al van \(holder.nl)",
        en: "the word '\(word)' of '\(name)' belongs to \(holder.en) already"))
  }

  // MARK: Telling

  private func index(_ name: String, at place: Place? = nil) throws -> Int {
    let matches = plugins.indices.filter { plugins[$0].name == name }
    if let index = matches.first(where: { if case .refused = plugins[$0].status { false } else { true } })
      ?? matches.first
    {
      return index
    }
    throw Diagnostic(
      "plugin.unknown",
      Text(nl: "er is geen plugin '\(name)'", en: "there is no plugin '\(name)'"),
      wayOut: Text(nl: "'plugin list' toont wat er is", en: "'plugin list' shows what there is"),
      suggestion: NearestWord.best(name, among: plugins.map(\.name)),
      place: place)
  }

  /// The error with which a plugin that is left out answers.
  private func problem(of found: FoundPlugin) -> Diagnostic {
    let retry = Text(
      nl: "'plugin enable \(found.name)' zet hem aan", en: "'plugin enable \(found.name)' switches it on")
    let about = Text(nl: "plugin '\(found.name)': ", en: "plugin '\(found.name)': ")
    var problem: Diagnostic
    switch found.status {
    case .refused(let refusal):
      problem = refusal
      problem.message = about + refusal.message
    case .disabled:
      problem = Diagnostic("plugin.disabled", about + (found.status.reason ?? .verbatim("")), wayOut: retry)
    default: problem = Diagnostic("plugin.crashed", about + (found.status.reason ?? .verbatim("")), wayOut: retry)
    }
    problem.plugin = found.name
    return problem
  }

  private static func nothing(in folder: String) -> Diagnostic {
    Diagnostic(
      "plugin.missing",
      Text(nl: "in '\(folder)' ligt geen plugin", en: "there is no plugin in '\(folder)'"),
      wayOut: Text(
        nl: "noem een map met een \(Manifest.fileName)", en: "name a folder that holds a \(Manifest.fileName)"))
  }
}
