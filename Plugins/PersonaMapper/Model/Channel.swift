import WorkbenchKit

/// The ways in which people and services meet, and the words for them.
enum Channel {
  static let known: [Candidate] = [
    Candidate("digital", Text(nl: "digitaal", en: "digital")),
    Candidate("telephone", Text(nl: "telefoon", en: "telephone")),
    Candidate("desk", Text(nl: "loket of balie", en: "desk")), Candidate("home", Text(nl: "aan huis", en: "at home")),
    Candidate("face-to-face", Text(nl: "in persoon", en: "face to face")),
    Candidate("letter", Text(nl: "brief", en: "letter")),
    Candidate("vehicle", Text(nl: "in het voertuig", en: "in the vehicle")),
  ]

  private static let others: [String: String] = [
    "digitaal": "digital", "online": "digital", "website": "digital", "app": "digital", "e-mail": "digital",
    "email": "digital", "web": "digital", "telefoon": "telephone", "telefonisch": "telephone", "phone": "telephone",
    "call": "telephone", "bellen": "telephone", "loket": "desk", "balie": "desk", "thuis": "home", "aan-huis": "home",
    "at-home": "home", "huisbezoek": "home", "facetoface": "face-to-face", "in-persoon": "face-to-face",
    "in-person": "face-to-face", "persoonlijk": "face-to-face", "internet": "digital", "brief": "letter",
    "post": "letter", "voertuig": "vehicle",
    "bus": "vehicle", "taxi": "vehicle",
  ]

  /// The known word for a channel, else the word itself in small letters; nil where no letter is in it.
  static func read(_ word: String) -> String? {
    let slug = Slug.of(word)
    return others[slug] ?? (slug.isEmpty ? nil : slug)
  }

  static func label(_ channel: String) -> Text {
    known.first { $0.word == channel }?.about ?? .verbatim(channel)
  }

  /// Channels out of a list that was typed, each once.
  static func list(_ words: [String]) -> [String] {
    var found: [String] = []
    for word in words.compactMap(read) where !found.contains(word) { found.append(word) }
    return found
  }
}
