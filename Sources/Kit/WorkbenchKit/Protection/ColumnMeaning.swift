/// What the name of a column says that it holds.
struct ColumnMeaning {
  let isBSN: Bool
  /// A number of a person: `klant`, `cliëntnummer`, `respondent`.
  let isPerson: Bool
  let isTelephone: Bool
  let isBirth: Bool
  let isPostcode: Bool
  let isHouseNumber: Bool
  /// A number of an organisation, which passes the same test as one of a person: RSIN.
  let isOfOrganisation: Bool
  /// A day on which something else began than a life: `oprichtingsdatum`, `bouwdatum`.
  let isOfThings: Bool

  /// A count, a share or a year is nobody's number, whatever it counts: `aantal_telefoons`, `geboortecijfer`.
  private static let counts = [
    "aantal", "count", "totaal", "total", "percentage", "perc", "pct", "aandeel", "share", "gemiddeld", "gemiddelde",
    "mean",
    "som", "sum", "cijfer", "rate", "overschot", "jaar", "year",
  ]

  private static let things = [
    "opricht", "bouw", "opening", "founded", "built", "vergunning", "besluit", "monument", "ingang", "start", "einde",
    "publi",
    "vestig", "registr", "meting", "levering",
  ]

  private static let persons = [
    "klant", "client", "cliënt", "patient", "patiënt", "burger", "persoon", "person", "customer", "respondent",
    "deelnemer", "inwoner", "bewoner", "mantelzorger", "kind", "jeugdige", "citizen", "resident", "participant",
  ]

  init(_ name: String) {
    let words = Self.words(name)
    let flat = words.joined()
    let has = { (word: String) in words.contains(word) }
    // `geboortedatum (dag-maand-jaar)` holds days.
    let isOfDays = words.contains { $0.contains("dat") || $0 == "dag" || $0 == "day" }
    let isCount =
      words.contains { Self.counts.contains($0) && !(isOfDays && ($0 == "jaar" || $0 == "year")) }
      || ["cijfer", "overschot", "jaar", "totaal"].contains { flat.contains("geboorte" + $0) }
      || flat.hasPrefix("numberof")
    isOfOrganisation =
      has("rsin") || flat.hasSuffix("rsin") || flat.contains("kvk") || flat.contains("vestigingsn")
      || flat.contains("instelling") || flat.contains("organisatie")
    isOfThings = words.contains { word in Self.things.contains { word.hasPrefix($0) } }
    isBSN =
      !isCount && Self.saysBSN(words, flat)
    isPerson =
      isBSN
      || !isCount
        && words.contains { word in
          Self.persons.contains {
            word == $0
              || word.hasPrefix($0)
                && ["nr", "nummer", "id", "number", "code"].contains(String(word.dropFirst($0.count)))
          }
        }
    isTelephone =
      !isCount
      && (has("tel") || has("gsm") || has("telnr") || flat.contains("telefoon") || flat.contains("phone")
        || flat.hasPrefix("mobiel") || flat.hasSuffix("mobiel") || has("mobile"))
    isBirth =
      !isCount
      && (flat.contains("geboorte") || flat.contains("birth") || has("geboren") || has("born") || has("dob")
        || flat.hasPrefix("gebdat") || has("geb"))
    isPostcode = flat.contains("postcode") || flat.contains("postalcode") || flat.contains("zipcode") || has("zip")
    isHouseNumber =
      flat.contains("huisnummer") || flat.contains("huisnr") || flat.contains("housenumber") || flat.contains("housenr")
  }

  private static func saysBSN(_ words: [String], _ flat: String) -> Bool {
    words.contains("bsn") || flat.hasPrefix("bsn") || flat.hasSuffix("bsn") || flat.contains("burgerservice")
      || flat.contains("citizenservice") || flat.hasPrefix("sofi")
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
