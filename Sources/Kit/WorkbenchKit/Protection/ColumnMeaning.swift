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

  /// Of words that are taken for what they can be.
  static let ofNumbers = ColumnMeaning("bsn")
  /// Of words that tell of a birth.
  static let ofBirths = ColumnMeaning("geboortedatum")

  init(_ name: String) {
    let words = Self.words(name)
    let flat = words.joined()
    let bytes = Array(flat.utf8)
    let has = { (word: String) in words.contains(word) }
    // `geboortedatum (dag-maand-jaar)` holds days.
    let isOfDays = words.contains { $0.utf8.holds("dat") || $0 == "dag" || $0 == "day" }
    let isCount =
      words.contains { Self.counts.contains($0) && !(isOfDays && ($0 == "jaar" || $0 == "year")) }
      || ["geboortecijfer", "geboorteoverschot", "geboortejaar", "geboortetotaal"].contains { bytes.holds($0) }
      || flat.hasPrefix("numberof")
    isOfOrganisation =
      has("rsin") || flat.hasSuffix("rsin") || bytes.holds("kvk") || bytes.holds("vestigingsn")
      || bytes.holds("instelling") || bytes.holds("organisatie")
    isOfThings = words.contains { word in Self.things.contains { word.hasPrefix($0) } }
    isBSN =
      !isCount && Self.saysBSN(words, flat, bytes)
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
      && (has("tel") || has("gsm") || has("telnr") || bytes.holds("telefoon") || bytes.holds("phone")
        || flat.hasPrefix("mobiel") || flat.hasSuffix("mobiel") || has("mobile"))
    isBirth =
      !isCount
      && (bytes.holds("geboorte") || bytes.holds("birth") || has("geboren") || has("born") || has("dob")
        || flat.hasPrefix("gebdat") || has("geb"))
    isPostcode = bytes.holds("postcode") || bytes.holds("postalcode") || bytes.holds("zipcode") || has("zip")
    isHouseNumber =
      bytes.holds("huisnummer") || bytes.holds("huisnr") || bytes.holds("housenumber") || bytes.holds("housenr")
  }

  private static func saysBSN(_ words: [String], _ flat: String, _ bytes: [UInt8]) -> Bool {
    words.contains("bsn") || flat.hasPrefix("bsn") || flat.hasSuffix("bsn") || bytes.holds("burgerservice")
      || bytes.holds("citizenservice") || flat.hasPrefix("sofi")
  }

  /// The words of a name, in lower case: parted by what is no letter, and by a capital after a small letter.
  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in name {
      let sign = character.asciiValue
      let isCapital = sign.map { (65...90).contains($0) } ?? character.isUppercase
      let isLetter = sign?.isLetter ?? character.isLetter
      if !isLetter || wasSmall && isCapital {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if isLetter { word.append(character) }
      wasSmall = sign.map { (97...122).contains($0) } ?? character.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}

extension Collection<UInt8> {
  /// Whether a word of small letters stands in these bytes, in small letters or capitals.
  ///
  /// A library's search in a string looks at each character of it anew for every word that is sought.
  func holds(_ word: StaticString) -> Bool {
    let sought = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard let first = sought.first else { return true }
    var start = startIndex
    while let found = self[start...].firstIndex(where: { $0 | 32 == first }) {
      var (index, matched) = (found, 0)
      while matched < sought.count, index < endIndex, self[index] | 32 == sought[matched] {
        (index, matched) = (self.index(after: index), matched + 1)
      }
      if matched == sought.count { return true }
      start = self.index(after: found)
    }
    return false
  }
}
