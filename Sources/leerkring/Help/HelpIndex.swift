import Glibc
import Session
@_spi(Host) import WorkbenchKit

/// All that help can lead to, found by any word; made when somebody asks, from what is registered and from what the plugins
/// know.
struct HelpIndex {
  let entries: [HelpEntry]

  /// - Throws: `knowledge.damaged`.
  init(_ session: Session) throws {
    // Asking for the topics loads every module, whose commands count as well.
    let topics = try Self.topics(session)
    entries = session.registry.registrations.map(HelpEntry.init) + topics.map { HelpEntry($0.topic) }
  }

  /// The things and terms that the plugins know, each with whose it is.
  ///
  /// - Throws: `knowledge.damaged`.
  static func topics(_ session: Session) throws -> [(plugin: String, topic: HelpTopic)] {
    session.registry.redeemAll()
    return try session.registry.topicOwners.flatMap { owner in
      try owner.topics(session.looking(as: owner.plugin)).map { (owner.plugin, $0) }
    }
  }

  /// The entries that have any of the words, the best first: by how much a word says of them, and the more the rarer it is.
  func find(_ text: String) -> [HelpEntry] {
    var scores = [Double](repeating: 0, count: entries.count)
    for word in Set(SearchWord.stems(of: text)) {
      let likeness = entries.map { Self.likeness(of: word, to: $0.words) }
      let found = likeness.count { $0 > 0 }
      guard found > 0 else { continue }
      let rarity = log(1 + Double(entries.count) / Double(found))
      for (index, likeness) in likeness.enumerated() { scores[index] += likeness * rarity }
    }
    let best = scores.max() ?? 0
    // What has a tenth of the best one's score shares a word of no weight with it.
    return scores.indices.filter { scores[$0] > best / 10 }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }.map { entries[$0] }
  }

  /// How much a word says of an entry: the same word wholly, a beginning or a part of a compound in part.
  private static func likeness(of word: String, to words: [String: Double]) -> Double {
    if let weight = words[word] { return weight }
    guard word.count >= 4 else { return 0 }
    var best = 0.0
    for (known, weight) in words where known.count >= 4 {
      if known.hasPrefix(word) || word.hasPrefix(known) {
        best = max(best, weight * 0.6)
      } else if word.count >= 5, known.contains(word) {
        best = max(best, weight * 0.4)
      }
    }
    return best
  }
}
