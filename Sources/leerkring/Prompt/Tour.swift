import WorkbenchKit

/// Ten minutes on an invented municipality, step by step; between the steps anything can be typed.
struct Tour {
  struct Step {
    /// Why it is typed.
    let about: Text
    let line: String
  }

  /// The number of the step that is due, from 0; past the last one the tour is over.
  var position = 0

  var step: Step? { position < Self.steps.count ? Self.steps[position] : nil }

  static let steps = [
    Step(
      about: Text(
        nl: "Eerst een kopie om in te oefenen: uw eigen werk blijft zoals het is.",
        en: "First a copy to practise in: your own work stays as it is."),
      line: "branch new rondleiding"),
    Step(
      about: Text(
        nl: "Wilgendal is een verzonnen gemeente met buurten, cijfers, grenzen en voorzieningen.",
        en: "Wilgendal is an invented municipality with neighbourhoods, figures, outlines and facilities."),
      line: "wzw demo"),
    Step(
      about: Text(
        nl: "Hoeveel 65-plussers zijn er eenzaam in één buurt? De zin bovenaan is het antwoord.",
        en: "How many over 65 are lonely in one neighbourhood? The sentence on top is the answer."),
      line: "wzw estimate BU99010101 --indicator Eenzaam --age 65+"),
    Step(
      about: Text(
        nl: "Onthoud zo'n antwoord onder een naam.", en: "Remember such an answer under a name."),
      line: "let eenzaam = wzw estimate BU99010101 --indicator Eenzaam --age 65+"),
    Step(
      about: Text(
        nl: "Bewaar het in de werkruimte; dan kunt u er later naar vragen.",
        en: "Keep it in the workspace; then you can ask about it later."),
      line: "keep eenzaam"),
    Step(
      about: Text(nl: "Waar komt dat getal vandaan?", en: "Where does that number come from?"), line: "why eenzaam"),
    Step(
      about: Text(
        nl: "Is het veel? Zet de buurt naast de hele gemeente.",
        en: "Is it much? Put the neighbourhood beside the whole municipality."),
      line: "wzw benchmark BU99010101 --indicator Eenzaam --age 65+"),
    Step(
      about: Text(nl: "En waar wonen zij? Alle buurten op een kaart.", en: "And where do they live? All on a map."),
      line: "wzw map Eenzaam --age 65+"),
    Step(
      about: Text(
        nl: "Nu de mensen zelf. Neem een set persona's uit de bron, over langer thuis wonen.",
        en: "Now the people themselves. Take a set of personas of the source, on living at home for longer."),
      line: "persona set use langer-thuis"),
    Step(
      about: Text(
        nl: "Wie zijn zij? Persona's staan voor mensen met dezelfde behoefte.",
        en: "Who are they? Personas stand for people with the same need."),
      line: "persona list"),
    Step(
      about: Text(
        nl: "Hoe koopt u hulp in? Dit zijn de vormen van bekostiging.",
        en: "How do you purchase help? These are the ways of funding."),
      line: "procure forms --axis funding"),
    Step(
      about: Text(
        nl: "Een van die vormen: wat zij beloont, en wie het risico draagt.",
        en: "One of them: what it rewards, and who bears the risk."),
      line: "procure form pxq"),
    Step(
      about: Text(
        nl: "Terug naar uw eigen werk. De kopie blijft staan; 'branch drop rondleiding' doet haar weg.",
        en: "Back to your own work. The copy stays; 'branch drop rondleiding' removes it."),
      line: "branch use main"),
  ]
}
