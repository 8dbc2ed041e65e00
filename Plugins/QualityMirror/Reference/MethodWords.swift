import WorkbenchKit

/// Where the methods come from.
enum MethodWords {
  static let limits = Citation(id: "wilson-1927", place: .verbatim("209-212"))
  static let difference = Citation(id: "newcombe-1998", place: .verbatim("873-890"))
  static let funnel = Citation(id: "spiegelhalter-2005", place: .verbatim("1185-1202"))
  static let changed = Citation(id: "mcnemar-1947", place: .verbatim("153-157"))
  static let signs = Citation(id: "dixon-mood-1946", place: .verbatim("557-566"))
  static let kappa = Citation(id: "cohen-1968", place: .verbatim("213-220"))
  static let pairs = Citation(id: "light-1971", place: .verbatim("365-377"))
  static let alpha = Citation(id: "krippendorff-1980", place: Text(nl: "hoofdstuk 12", en: "chapter 12"))
  static let sample = Citation(id: "cochran-1977", place: .verbatim("3.6"))
  static let agreement = Citation(id: "van-der-eijk-2001", place: .verbatim("325-341"))
}
