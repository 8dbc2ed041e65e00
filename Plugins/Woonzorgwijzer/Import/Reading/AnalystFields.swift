import WorkbenchKit

/// The columns of the tables that an analyst makes; beside ours a Dutch name is understood.
extension AnalystSheet.Field {
  static let area = Self("area", "gebied", "code", "codering", "gwb_code")
  static let group = Self("group", "groep", "doelgroep")
  static let year = Self("year", "jaar", "perioden", "periode")
  static let ageFrom = Self("age_from", "leeftijd_van")
  static let ageTo = Self("age_to", "leeftijd_tot")
  static let sex = Self("sex", "geslacht")
  static let household = Self("household", "huishouden")
  static let rate = Self("rate", "aandeel")
  static let low = Self("low", "laag")
  static let high = Self("high", "hoog")
  static let source = Self("source", "bron")
  static let total = Self("total", "totaal")
  static let people = Self("people", "mensen", "population", "personen")
  static let estimate = Self("estimate", "schatting", "count")
  static let sd = Self("sd", "se", "standaardfout")
  static let share = Self("share", "deel")
  static let sample = Self("n", "steekproef")
  static let survival = Self("survival", "overleving")
  static let migration = Self("migration", "migratie")
  static let births = Self("births", "geboorten")
  static let fromYear = Self("from_year", "vanaf_jaar")

  /// In these nobody writes three decimals.
  static let whole: Set = [ageFrom, ageTo, total, people, estimate, sample]
  /// In these nobody writes thousands.
  static let fractions: Set = [rate, low, high, share, survival, migration, births]
}

/// Words that stand for everybody in a column of sexes or households.
enum Stratum {
  private static let everybody: Set = ["", "-", "*", "all", "alle", "allen", "iedereen", "totaal", "total"]
  private static let sexes: [String: String] = {
    var found: [String: String] = [:]
    for word in ["m", "man", "mannen", "male", "men"] { found[word] = "male" }
    for word in ["v", "f", "vrouw", "vrouwen", "female", "women", "woman"] { found[word] = "female" }
    return found
  }()

  /// `male`, `female`, nil for both.
  enum Sex {
    case one(String?)
    case unknown
  }

  static func sex(_ word: String?) -> Sex {
    let folded = (word ?? "").lowercased()
    if everybody.contains(folded) { return .one(nil) }
    return sexes[folded].map { .one($0) } ?? .unknown
  }

  /// The household as it stands there, in small letters; nil for all.
  static func household(_ word: String?) -> String? {
    let folded = (word ?? "").lowercased()
    return everybody.contains(folded) ? nil : folded
  }
}
