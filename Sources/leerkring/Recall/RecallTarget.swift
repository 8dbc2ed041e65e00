import Files
import Session
import WorkbenchKit

/// Finds what is meant by the word behind `recall`: a file that lies here, one that the workspace names, a digest, or a publication.
struct RecallTarget {
  /// All files and publications on which something in a workspace rests.
  struct Known {
    private(set) var files: [InputFile] = []
    private(set) var sources: [Source] = []
    /// Of each kept result the publications that it cites and the digests of its files.
    private var results: [(sources: [Source], digests: Set<String>)] = []

    init(_ session: Session, _ context: Context) throws {
      var (paths, ids) = (Set<[String]>(), Set<Source>())
      for (_, branch) in session.workspace.branches.sorted(by: { $0.key < $1.key }) {
        try context.checkInterrupt()
        var inputs = branch.log.done.flatMap { $0.record.inputs + $0.record.merged.flatMap(\.record.inputs) }
        for (name, held) in branch.parts.sorted(by: { $0.key < $1.key }) where name.section == .results {
          let provenance = ProvenanceCodec.decode((try? session.opened(held.part).json())?["provenance"] ?? .null)
          inputs += provenance.inputs
          results.append((provenance.sources, Set(provenance.inputs.map(\.sha256))))
          for source in provenance.sources where ids.insert(source).inserted { sources.append(source) }
        }
        for input in inputs where paths.insert([input.path, input.sha256]).inserted { files.append(input) }
      }
    }

    /// The files of a publication, as far as they can be told: those that every result has which cites it and no other one, and that
    /// are not just as well of another publication.
    func digests(of title: String) -> [String] {
      let others = Set(sources.map(\.title)).subtracting([title])
      return others.reduce(candidates(of: title)) { $0.subtracting(candidates(of: $1)) }.sorted()
    }

    private func candidates(of title: String) -> Set<String> {
      let cites = { (result: (sources: [Source], digests: Set<String>)) in result.sources.contains { $0.title == title }
      }
      let citing = results.filter(cites).map(\.digests)
      guard let first = citing.first else { return [] }
      let common = citing.dropFirst().reduce(first) { $0.intersection($1) }
      return results.filter { !cites($0) }.reduce(common) { $0.subtracting($1.digests) }
    }

    func files(named name: String) -> [InputFile] {
      files.filter { $0.path == name || FilePath.name(of: $0.path) == FilePath.name(of: name) }
    }
  }

  let recalled: RecalledSource
  /// What has to be said of how it was understood.
  private(set) var notice: Notice?

  /// - Throws: `recall.unknown`, `recall.several`.
  init(_ what: String, _ known: Known, because: String = "", time: String = "", at place: Place?) throws {
    let made = { (name: String, digests: [String], publications: [String]) in
      RecalledSource(
        name: name, digests: Array(Set(digests)), publications: Array(Set(publications)), because: because, time: time)
    }
    let word = what.lowercased()
    if word.utf8.count >= RecalledSource.shortest, word.allSatisfy(\.isHexDigit), !FilePresence.exists(what) {
      let found = Set(known.files.filter { $0.sha256.hasPrefix(word) }.map(\.sha256))
      if found.count > 1 { throw Self.several(what, found.sorted(), place) }
      if let digest = found.first ?? (word.utf8.count == 64 ? word : nil) {
        recalled = made(known.files.first { $0.sha256 == digest }?.path ?? digest, [digest], [])
        return
      }
    }
    let named = known.files(named: what)
    if let digest = FileTree.digest(what) {
      if known.files.contains(where: { $0.sha256 == digest }) || named.isEmpty {
        recalled = made(FilePath.name(of: what), [digest], [])
        return
      }
      notice = .caution(
        nl: "'\(what)' zoals het hier nu ligt, is een ander bestand; het gaat om dat waarop gerekend is",
        en: "'\(what)' as it lies here now is another file; meant is the one that was worked with")
    }
    if !named.isEmpty {
      recalled = made(FilePath.name(of: what), named.map(\.sha256), [])
      return
    }
    let folded = what.foldedForLookup
    let exact = known.sources.filter { $0.id == what || $0.title.foldedForLookup == folded }
    let near = exact.isEmpty ? known.sources.filter { Self.words(of: $0).contains(folded) && folded.count > 3 } : exact
    let titles = Set(near.map(\.title))
    if titles.count > 1 { throw Self.several(what, titles.sorted(), place) }
    guard let title = titles.first else { throw Self.unknown(what, known, place) }
    let digests = known.digests(of: title)
    recalled = made(title, digests, near.map(\.id))
    if digests.isEmpty {
      notice = .caution(
        nl: "welke bestanden van deze publicatie zijn, is hier niet te zeggen; roep ook het bestand zelf terug",
        en: "which files are of this publication cannot be told here; recall the file itself too")
    }
  }

  private static func words(of source: Source) -> String {
    [source.title, source.place ?? "", source.id].joined(separator: " ").foldedForLookup
  }

  private static func several(_ what: String, _ found: [String], _ place: Place?) -> Diagnostic {
    Diagnostic(
      "recall.several", Text(nl: "'\(what)' kan meer dan één ding zijn", en: "'\(what)' can be more than one thing"),
      wayOut: Text(nl: "noem er een in zijn geheel", en: "name one of them in full"),
      candidates: found.prefix(5).map { Candidate($0) }, place: place)
  }

  private static func unknown(_ what: String, _ known: Known, _ place: Place?) -> Diagnostic {
    let names = Array(Set(known.files.map { FilePath.name(of: $0.path) } + known.sources.map(\.title)))
    return Diagnostic(
      "recall.unknown",
      Text(
        nl: "'\(what)' is geen bestand hier, en niets in de werkruimte rust erop",
        en: "'\(what)' is no file here, and nothing in the workspace rests on it"),
      wayOut: Text(nl: "'recall list' noemt waarop alles rust", en: "'recall list' names what everything rests on"),
      suggestion: NearestWord.best(what, among: names), place: place)
  }
}
