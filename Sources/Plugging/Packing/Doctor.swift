import Files
@_spi(Host) import WorkbenchKit

/// Looks at plugins all over, and goes on after the first thing that is wrong.
public enum Doctor {
  /// One thing that was looked at.
  public struct Finding: Sendable, Hashable {
    public let plugin: String
    /// Part of the interface: `manifest`, `kit`, `rights`, `module`, `hash`, `data`, `knowledge`,
    /// `words`, `crash`, `load`.
    public let check: String
    public let label: Text
    /// What is wrong; nil where nothing is.
    public let problem: Diagnostic?
  }

  /// Looks at one plugin.
  ///
  /// - Parameter loading: whether it is loaded as well, in a copy of the process that may crash.
  public static func examine(_ plugin: FoundPlugin, loading: Bool) -> [Finding] {
    func finding(_ check: String, _ label: Text, _ problem: Diagnostic?) -> Finding {
      Finding(plugin: plugin.name, check: check, label: label, problem: problem)
    }
    let readable = Text(nl: "manifest klopt", en: "manifest is right")
    guard let manifest = plugin.manifest, let place = plugin.place else {
      if case .refused(let problem) = plugin.status { return [finding("manifest", readable, problem)] }
      return []
    }
    var findings = [finding("manifest", readable, nil)]
    // Without the cache: what is asked here is how the file is now.
    var hashes = HashCache(folder: nil)
    let inspection = Inspection(manifest: manifest, place: place)
    for step in Inspection.Step.allCases where step != .hash || inspection.needsHash {
      findings.append(
        finding(step.rawValue, step.label, problem { try inspection.check(step, &hashes) }))
    }
    findings.append(
      finding(
        "knowledge", Text(nl: "gegevens zijn te lezen", en: "data can be read"),
        problem { try demandJSON(under: plugin.dataFolder ?? "") }))
    if case .refused(let problem) = plugin.status, problem.code == "plugin.taken" {
      findings.append(finding("words", Text(nl: "woorden zijn vrij", en: "words are free"), problem))
    }
    if case .crashed(let signal) = plugin.status {
      let name = SignalName.of(signal)
      findings.append(
        finding(
          "crash", Text(nl: "strandde niet bij het laden", en: "did not crash when it was loaded"),
          Diagnostic(
            "plugin.crashed",
            Text(nl: "eerder stopte leerkring erdoor: \(name)", en: "leerkring was stopped by it before: \(name)"))))
    }
    if loading, findings.allSatisfy({ $0.problem == nil || $0.check == "crash" }) {
      findings.append(
        finding(
          "load",
          Text(
            nl: "laadt, meldt zich aan, en zijn gegevens zijn heel",
            en: "loads and registers, and its data are whole"), TrialLoad.problem(plugin, manifest)))
    }
    return findings
  }

  /// - Throws: `knowledge.damaged` at the first JSON file that is none.
  private static func demandJSON(under folder: String) throws {
    for name in FilePath.names(in: folder) {
      let path = "\(folder)/\(name)"
      if FilePaths.isFolder(path) { try demandJSON(under: path) }
      guard name.hasSuffix(".json") else { continue }
      do { _ = try JSONReader.parse(DiskFiles().bytes(of: path)) } catch let problem as Diagnostic {
        throw KnowledgeBase.damaged(String(name.dropLast(".json".count)), .verbatim(": ") + problem.message)
      }
    }
  }

  private static func problem(_ work: () throws -> Void) -> Diagnostic? {
    do {
      try work()
      return nil
    } catch {
      return (error as? Diagnostic) ?? Diagnostic("plugin.missing", .verbatim("\(error)"))
    }
  }
}
