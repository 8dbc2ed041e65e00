import WorkbenchKit

/// Why a part of a question is worked out here and not on the server: the outcome could differ.
struct StaysHere: Error, Hashable {
  enum Reason: Sendable, Hashable {
    /// There is no such column, or of a type that is not known here.
    case column(String)
    /// The part is no condition, number or text where one is due.
    case type
    /// Decimals are worked with as decimals here, and in binary there.
    case decimals
    /// An outcome could be beyond what a number holds, which is an error there.
    case size
    /// Letters beyond ASCII are ordered, found and counted otherwise there.
    case letters
    /// What would be asked is too long.
    case length
    /// It is about the first rows only.
    case limit
    /// A column is named twice, or none.
    case twice
    /// There is a weight, and no mean to weigh.
    case noMean
    /// A figure is asked for of what is no number.
    case notNumbers(String)
    /// The question says its own order, in which groups first come by.
    case ownOrder
    /// The question says its own order, in which equal rows stand.
    case ownTies
    /// The rows were put in an order, in which groups first come by.
    case sorted
    /// Areas may lie within each other, and everybody counts once.
    case areas
  }

  let reason: Reason

  init(_ reason: Reason) { self.reason = reason }

  /// Whether the stage will be refused here.
  var isMistake: Bool {
    switch reason {
    case .column, .noMean: true
    default: false
    }
  }

  /// As a person reads it.
  var words: Text {
    switch reason {
    case .column(let name): Text(nl: "er is geen kolom '\(name)'", en: "there is no column '\(name)'")
    case .type:
      Text(
        nl: "met deze soort waarden kan alleen hier gewerkt worden",
        en: "values of this type can only be worked with here")
    case .decimals:
      Text(
        nl: "hier wordt decimaal gerekend en daar binair: het laatste cijfer kan verschillen",
        en: "here decimals are worked with as decimals and there in binary: the last digit could differ")
    case .size:
      Text(
        nl: "een getal kan te groot worden, en dan geeft de database een fout of andere cijfers",
        en: "a number could become too large, and then the database gives an error or other digits")
    case .letters:
      Text(
        nl: "er staan letters buiten ASCII in, en die ordent en zoekt de database anders",
        en: "there are letters beyond ASCII in it, which the database orders and finds otherwise")
    case .length: Text(nl: "de vraag zou te lang worden", en: "the question would become too long")
    case .limit:
      Text(nl: "het gaat alleen over de eerste rijen", en: "it is about the first rows only")
    case .twice: Text(nl: "een kolom staat er twee keer", en: "a column stands there twice")
    case .noMean: Text(nl: "er is geen gemiddelde om te wegen", en: "there is no mean to weigh")
    case .notNumbers(let name):
      Text(nl: "kolom '\(name)' bevat geen getallen", en: "column '\(name)' holds no numbers")
    case .ownOrder:
      Text(
        nl: "de vraag in SQL heeft een eigen volgorde, en de groepen staan op volgorde van hun eerste rij",
        en: "the question in SQL has an order of its own, and groups stand in the order of their first row")
    case .ownTies:
      Text(
        nl: "de vraag in SQL heeft een eigen volgorde, en daarin blijven gelijke rijen staan",
        en: "the question in SQL has an order of its own, in which rows that are equal stay")
    case .sorted:
      Text(
        nl: "de rijen zijn gesorteerd, en de groepen staan op volgorde van hun eerste rij",
        en: "the rows were sorted, and groups stand in the order of their first row")
    case .areas:
      Text(
        nl: "er kunnen gebieden in elkaar liggen, en ieder telt één keer mee",
        en: "areas may lie within each other, and everybody counts once")
    }
  }

  /// Where the rows are persons nothing is done there.
  static let persons = Text(
    nl: "de rijen zijn personen: hun aantallen worden hier beschermd",
    en: "the rows are persons: counts of them are protected here")
}
