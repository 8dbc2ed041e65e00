/// What the name of a column says that it holds.
struct ColumnMeaning {
  let isBSN: Bool
  /// A number of a person: `klant`, `cliëntnummer`, `respondent`.
  let isPerson: Bool
  let isTelephone: Bool
  let isBirth: Bool
  let isPostcode: Bool
  let isHouseNumber: Bool

  private static let persons = [
    "klant", "client", "cliënt", "patient", "patiënt", "burger", "persoon", "person", "customer", "respondent",
    "deelnemer", "inwoner", "bewoner", "mantelzorger", "kind", "jeugdige", "citizen", "resident", "participant",
  ]

  init(_ name: String) {
    let words = Self.words(name)
    let flat = words.joined()
    let has = { (word: String) in words.contains(word) }
    isBSN =
      has("bsn") || flat.hasPrefix("bsn") || flat.hasSuffix("bsn") || flat.contains("burgerservice")
      || flat.contains("citizenservice") || flat.hasPrefix("sofi")
    isPerson =
      isBSN
      || words.contains { word in
        Self.persons.contains {
          word == $0
            || word.hasPrefix($0)
              && ["nr", "nummer", "id", "number", "code"].contains(String(word.dropFirst($0.count)))
        }
      }
    isTelephone =
      has("tel") || has("gsm") || has("telnr") || flat.contains("telefoon") || flat.contains("phone")
      || flat.hasPrefix("mobiel") || flat.hasSuffix("mobiel") || has("mobile")
    isBirth =
      flat.contains("geboorte") || flat.contains("birth") || has("geboren") || has("born") || has("dob")
      || flat.hasPrefix("gebdat") || has("geb") && words.contains { $0.hasPrefix("dat") }
    isPostcode = flat.contains("postcode") || flat.contains("postalcode") || flat.contains("zipcode") || has("zip")
    isHouseNumber =
      flat.contains("huisnummer") || flat.contains("huisnr") || flat.contains("housenumber") || flat.contains("housenr")
  }

  /// The words of a name, in lower case: parted by what is no letter, and by a capital after a small letter.
  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in name {
      if !character.isLetter || wasSmall && character.isUppercase {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if character.isLetter { word.append(character) }
      wasSmall = character.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}
