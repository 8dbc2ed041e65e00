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
    .init("als maat voor de persona", never: ["voor de persona laat staan"]),
    .init("stappen die niemand draagt", never: ["stappen van niemand"]),
    .init("momenten die niemand oppakt", never: ["momenten van niemand", "moment van niemand"]),
    .init("hangt af van wie meedoet", never: ["hangt op"]),
    .init("krijgt van minstens één rol gewicht nul", never: ["wel ergens nul"]),
    .init("getekend als gebied zonder waarde", never: ["als zonder waarde"]),
    .init("van meerdere reizen", never: ["van meer reizen"]),
    .init("als er meer dan één is", never: ["als er meer zijn"]),
    .init("een invulwaarde en geen echte prijs", never: ["plaatsvervanger", "plaatsvervangers"]),
    .init("schrijf de biedingen", never: ["geef de biedingen uit"]),
    .init("is passend en betaalbaar", never: ["past ook in geld"]),
    .init("de periode waarvoor de uren gelden", never: ["waarover de uren gaan", "over welke periode de uren gaan"]),
    .init("dat dit bij elke stijl hoort, is onze lezing", never: ["bij elke stijl is onze lezing"]),
    .init("want zij bestaan niet", never: ["want bestaan niet"]),
    .init("want er zijn geen twee antwoorden", never: ["want niet met twee"]),
    .init("minder dan nul mensen", never: ["minder dan niemand"]),
    .init("hoe het voelt en wat er wringt", never: ["met pijn of gevoel"]),
    .init("werkt met gebieden van één niveau", never: ["dit zijn er van meer", "neemt soorten"]),
    .init("voor mensen betekenen", never: ["dienst voor mensen zijn"]),
    .init("ligt één fase onder de grens, dan werkt de reis niet", never: ["onder de grens en de reis"]),
    .init("welke vormen van plaats wisselen", never: ["wie omkeren"]),
    .init("een set uit de bron wordt een eigen kopie", never: ["een uit de bron komt"]),
    .init("geldt in alle gebieden tegelijk", never: ["is dat in alle gebieden samen"]),
  ]
}
