import WorkbenchKit

extension PeopleByAge.Ways {
  /// What was taken for granted, in words.
  ///
  /// - Parameter withStart: whether the starting values that had part in it are named too.
  func assumptions(_ people: PeopleByAge, withStart: Bool = true) -> [Text] {
    let splits = people.splits
    var texts: [Text] = []
    if contains(.evenly) {
      texts.append(
        Text(
          nl: "binnen een leeftijdsklasse die te breed is, zijn de leeftijden even groot",
          en: "within an age band that is too wide, the ages are equally large"))
    }
    if contains(.asAround) {
      let around = people.around
      texts.append(
        around.isEmpty || around.count > 3
          ? Text(
            nl:
              "binnen een klasse die te breed is, zijn de leeftijden verdeeld als in de wijk, gemeente of het land eromheen",
            en: "within a band that is too wide, the ages are spread as in the district, municipality or country around"
          )
          : Text(
            nl:
              "binnen een klasse die te breed is, zijn de leeftijden verdeeld als in het gebied eromheen (\(around.joined(separator: ", ")))",
            en:
              "within a band that is too wide, the ages are spread as in the area around (\(around.joined(separator: ", ")))"
          ))
    }
    if contains(.sexAsAround) {
      let around = people.around
      let named = around.isEmpty || around.count > 3 ? "" : " (\(around.joined(separator: ", ")))"
      texts.append(
        Text(
          nl: "mannen en vrouwen zijn per leeftijd verdeeld als in het gebied eromheen\(named)",
          en: "men and women are divided by age as in the area around\(named)"))
    }
    if contains(.otherYear) {
      let years = people.otherYears.map(String.init).joined(separator: ", ")
      texts.append(
        Text(
          nl:
            "binnen een klasse die te breed is, geldt de verdeling van \(years); de aantallen zijn die van het jaar van de kerncijfers",
          en:
            "within a band that is too wide, the division of \(years) holds; numbers are those of the key figures' year"
        ))
    }
    if contains(.asStated) {
      let parts = splits.parts.dropFirst().map { part in
        Text(nl: "\(part.age)+ is \(Text.share(part.share).nl)", en: "\(part.age)+ are \(Text.share(part.share).en)")
      }
      let listed = Text.joined(parts, by: ", ")
      texts.append(
        Text(
          nl: "opgegeven, voor alle gebieden gelijk: van de 65-plussers \(listed.nl)",
          en: "as stated, the same in all areas: of the people over 65, \(listed.en)"))
    }
    if withStart, let start = StartingMark.sentence(people.starting) { texts.append(start) }
    return texts
  }
}

extension PeopleByAge.Gap {
  /// Why there is no number, and what would give one.
  ///
  /// - Parameter splits: whether the command has `--split`.
  func text(splits: Bool = true) -> Text {
    switch self {
    case .sex:
      Text(
        nl: "kolom sex is niet te gebruiken: er is geen bevolking naar geslacht ingelezen",
        en: "column sex cannot be used: no population by sex has been imported")
    case .household:
      Text(
        nl: "kolom household is niet te gebruiken: er is geen bevolking naar dat huishouden ingelezen",
        en: "column household cannot be used: no population by that household has been imported")
    case .ages(let ages):
      Text(
        nl:
          "leeftijd \(ages.label) is niet bekend: CBS stopt bij 65+; lees fijnere klassen in (wzw import … --as population)",
        en: "age \(ages.label) is not known: CBS stops at 65+; import finer bands (wzw import … --as population)"
      )
        + (splits
          ? Text(nl: " of geef het deel met --split 75+=…", en: " or state the part with --split 75+=…")
          : .verbatim(""))
    case .year(let year):
      Text(
        nl:
          "van \(year) is geen bevolking van dit gebied ingelezen die deze leeftijden onderscheidt",
        en: "of \(year) no population of this area has been imported that tells these ages apart")
    case .figure: Text(nl: "het inwonertal ontbreekt", en: "the population is missing")
    }
  }
}
