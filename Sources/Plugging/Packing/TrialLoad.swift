import CSystem
import Files
@_spi(Host) import WorkbenchKit

/// Loads a plugin in a copy of the process, so that one that crashes takes nothing with it.
enum TrialLoad {
  /// What the copy does, handed over the C border by reference.
  private final class Work {
    let plugin: FoundPlugin
    let manifest: Manifest

    init(_ plugin: FoundPlugin, _ manifest: Manifest) {
      self.plugin = plugin
      self.manifest = manifest
    }
  }

  /// How long a module may take to load and register.
  private static let seconds: UInt32 = 10

  /// Returns what goes wrong, or nil.
  static func problem(_ plugin: FoundPlugin, _ manifest: Manifest) -> Diagnostic? {
    let work = Work(plugin, manifest)
    var told = [UInt8](repeating: 0, count: 4096)
    var end = trial_end()
    let started = told.withUnsafeMutableBytes { room in
      withExtendedLifetime(work) {
        trial_run(
          { context in
            guard let context else { return 2 }
            return TrialLoad.load(Unmanaged<Work>.fromOpaque(context).takeUnretainedValue())
          }, Unmanaged.passUnretained(work).toOpaque(), seconds, room.baseAddress, room.count, &end) == 0
      }
    }
    guard started else {
      return Diagnostic(
        "plugin.trial",
        Text(nl: "er kon geen proefproces worden gestart", en: "no process could be started to try it in"))
    }
    if end.signal != 0 {
      let name = SignalName.of(end.signal)
      return Diagnostic(
        "plugin.crashed",
        Text(nl: "bij het laden stopte het proces door \(name)", en: "the process was stopped by \(name) while loading")
      )
    }
    if end.exit_code == 0 { return nil }
    let answer = try? JSONReader.parse(Array(told[..<end.told]))
    let nl = answer?["nl"]?.string ?? "de module beëindigde het proces"
    let en = answer?["en"]?.string ?? "the module ended the process"
    return Diagnostic(answer?["code"]?.string ?? "plugin.crashed", Text(nl: nl, en: en))
  }

  /// An empty workspace, in which a plugin looks at its own data.
  private static func context(_ manifest: Manifest, _ registrar: Registrar) -> Context {
    let context = Context(
      workspace: WorkspaceHandle([:], owner: manifest.name), files: DiskFiles(trust: Trust("plugin.unsafe")),
      monitor: Alone(), language: .en,
      seed: 1)
    context.turn(to: registrar.knowledge)
    return context
  }

  /// Nobody waits for what is done, and nobody interrupts it but the clock.
  private final class Alone: Monitor {
    func checkInterrupt() throws {}
    func progress(_ fraction: Double, _ doing: Text) {}
  }

  private static func load(_ work: Work) -> Int32 {
    do {
      guard let place = work.plugin.place else { return 2 }
      var hashes = HashCache(folder: nil)
      let file = try Inspection(manifest: work.manifest, place: place).check(&hashes)
      let module = try Module(work.manifest, file, path: work.plugin.path)
      let registrar = try module.registrar(dataFolder: work.plugin.dataFolder ?? "")
      let context = context(work.manifest, registrar)
      try registrar.knowledgeCheck?(context)
      _ = try registrar.topics?(context)
      return 0
    } catch {
      let problem = (error as? Diagnostic) ?? Diagnostic("plugin.module", .verbatim("\(error)"))
      let json: JSON = [
        "code": .string(problem.code), "nl": .string(problem.message.nl), "en": .string(problem.message.en),
      ]
      let text = json.canonical
      trial_tell(text, text.utf8.count)
      return 1
    }
  }
}
