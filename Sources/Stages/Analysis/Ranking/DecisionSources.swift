import WorkbenchKit

/// The publications that the methods of ranking and weighing come from, for `why`.
enum DecisionSources {
  static let weightedSum = Source(
    id: "fishburn-1967", title: "Fishburn: Additive utilities with incomplete product set",
    publisher: "Operations Research 15", date: "1967")
  static let topsis = Source(
    id: "hwang-yoon-1981", title: "Hwang & Yoon: Multiple attribute decision making", publisher: "Springer",
    date: "1981", place: "chapter 3")
  static let vikor = Source(
    id: "opricovic-tzeng-2004",
    title: "Opricovic & Tzeng: Compromise solution by MCDM methods, a comparative analysis of VIKOR and TOPSIS",
    publisher: "European Journal of Operational Research 156", date: "2004")
  static let promethee = Source(
    id: "brans-vincke-1985", title: "Brans & Vincke: A preference ranking organisation method",
    publisher: "Management Science 31", date: "1985")
  static let acceptability = Source(
    id: "lahdelma-salminen-2001",
    title: "Lahdelma & Salminen: SMAA-2, stochastic multicriteria acceptability analysis for group decision making",
    publisher: "Operations Research 49", date: "2001")
  static let pairwise = Source(
    id: "saaty-1980", title: "Saaty: The analytic hierarchy process", publisher: "McGraw-Hill", date: "1980")
  static let randomIndex = Source(
    id: "donegan-dodd-1991", title: "Donegan & Dodd: A note on Saaty's random indexes",
    publisher: "Mathematical and Computer Modelling 15", date: "1991")
  static let judges = Source(
    id: "aczel-saaty-1983", title: "Aczél & Saaty: Procedures for synthesizing ratio judgements",
    publisher: "Journal of Mathematical Psychology 27", date: "1983")
  static let centroid = Source(
    id: "barron-barrett-1996", title: "Barron & Barrett: Decision quality using ranked attribute weights",
    publisher: "Management Science 42", date: "1996")
}
