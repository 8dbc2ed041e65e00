/// How the house says things in Dutch: one word for each concept, and nothing that nobody would say.
///
/// The one list of terms. A text that is found crooked is added here with what to say instead, so that it stays away.
struct DutchTerm {
  let said: String
  /// What is not said for it. A part of a sentence will do; letters count, case and punctuation do not.
  let never: [String]
  /// Files that hold one of those as a word that may be typed, not as something said.
  let typedIn: Set<String>

  init(_ said: String, never: [String], typedIn: Set<String> = []) {
    (self.said, self.never, self.typedIn) = (said, never, typedIn)
  }

  /// Terms of the trade and of the house; each stands in some text.
  static let kept: [Self] = [
    .init("aanspreekpunt", never: ["punt van contact", "contactpunt"]),
    .init("geconvergeerd", never: ["uitgekomen"]),
    .init("hulp bij het huishouden", never: ["huishoudelijke hulp", "hulp in het huishouden"]),
    .init("notitieboek", never: ["het notebook", "een notebook", "de notebook"]),
    .init("ontschotten", never: ["schotten weg", "zonder schotten"]),
    .init("plugins", never: ["plug-ins", "plug-in"]),
    .init("regieverlies", never: ["verlies van regie", "regie gaat verloren", "verliest iets van de regie"]),
    .init("transformationeel leiderschap", never: ["leid door te veranderen", "transformerend leiderschap"]),
    .init(
      "vergelijkbare gebieden", never: ["gelijken"],
      typedIn: ["Plugins/Woonzorgwijzer/Answers/Benchmark/Comparators.swift"]),
  ]

  /// Crooked parts of sentences, each with a way to say it.
  static let mended: [Self] = [
    .init("aanknopingspunten in de wet", never: ["haakjes in de wet"]),
    .init("wie het aanbod niet passend vindt, kan maatwerk aanvragen", never: ["aangevraagd wie"]),
    .init("gebruikt een indicator als maat voor een persona", never: ["laat een indicator"]),
    .init("met het percentage van Nederland zouden dat er", never: ["zouden het er"]),
    .init("van 3 rijen zijn geen 5 groepen te maken", never: ["gaan niet uit", "gaat niet uit"]),
    .init("is niet ongedaan te maken", never: ["gaat niet ongedaan"]),
    .init("wijs de verschillen aan", never: ["merk de verschillen"]),
    .init("maar niet hoe nodig", never: ["zonder graad", "is geen graad"]),
    .init("kwetsbaar voor misbruik", never: ["makkelijk te misbruiken"]),
  ]
}
