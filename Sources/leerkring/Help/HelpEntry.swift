import Session
import WorkbenchKit

/// Something that help can lead to, with the words by which it is found.
struct HelpEntry {
  /// The line to type.
  let line: String
  /// What kind of thing it is; nil for a command.
  let kind: Text?
  let about: Text
  /// Its words without endings, with how much each says of it.
  let words: [String: Double]

  init(_ registration: Registration) {
    let signature = registration.signature
    line = Self.line(of: signature)
    kind = nil
    about = signature.summary
    var weights = Weights()
    for path in [signature.path] + signature.aliases { weights.add(path.joined(separator: " "), 6) }
    weights.add(signature.soughtBy.joined(separator: " "), 7)
    weights.add(signature.summary, 4)
    if let details = signature.details { weights.add(details, 1) }
    for parameter in signature.parameters {
      weights.add(parameter.name, 2)
      weights.add(parameter.about, 1.5)
    }
    words = weights.all
  }

  init(_ topic: HelpTopic) {
    line = topic.line
    kind = topic.kind
    about = topic.label
    var weights = Weights()
    weights.add(topic.names.joined(separator: " "), 5)
    weights.add(topic.label, 5)
    weights.add(topic.kind, 3)
    if let meaning = topic.meaning { weights.add(meaning.text, 1.5) }
    words = weights.all
  }

  /// The shortest example that works, for it can be typed as it stands; where none is short, the command that asks for what
  /// it needs.
  private static func line(of signature: Signature) -> String {
    let working = signature.examples.filter { $0.failsWith == nil && !$0.line.contains("\n") }.map(\.line)
    if let short = working.min(by: { $0.count < $1.count }), short.count <= 40 { return short }
    return (signature.path + (signature.parameters.isEmpty ? [] : ["--ask"])).joined(separator: " ")
  }

  private struct Weights {
    private(set) var all: [String: Double] = [:]

    mutating func add(_ text: Text, _ weight: Double) { add(text.nl + " " + text.en, weight) }

    mutating func add(_ text: String, _ weight: Double) {
      for stem in SearchWord.stems(of: text) { all[stem] = max(all[stem] ?? 0, weight) }
    }
  }
}
