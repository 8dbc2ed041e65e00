import WorkbenchKit

/// What stands above a factsheet: the area, what it is and of when its figures are, and the sentence that answers.
struct SheetHead {
  let area: Area
  let facts: Facts
  let percentages: Table?
  /// What is compared in one sentence; nil where nothing is.
  let answer: Text?

  var heading: Heading { Heading(.verbatim("\(area.name) (\(area.code))"), under: under) }

  /// "buurt in Wilgendal (verzonnen) · kerncijfers van 2024 · percentages van 2022"
  private var under: Text {
    var place = area.level.label
    if let outer = area.municipality, outer != area.name {
      place = place + Text(nl: " in \(outer)", en: " in \(outer)")
    }
    if area.members.contains(where: Demo.isInvented) { place = place + Text(nl: " (verzonnen)", en: " (invented)") }
    var parts = [place]
    let years = Set(area.places.map(\.year)).sorted().map(String.init)
    if !years.isEmpty {
      let list = Text.joined(years.map { .verbatim($0) })
      parts.append(Text(nl: "kerncijfers van \(list.nl)", en: "key figures of \(list.en)"))
    }
    let rates = Set((percentages?.column("year")?.numbers ?? []).filter { !$0.isNaN }).sorted().map { String(Int($0)) }
    if !rates.isEmpty {
      let list = Text.joined(rates.map { .verbatim($0) })
      parts.append(Text(nl: "percentages van \(list.nl)", en: "percentages of \(list.en)"))
    }
    return Text.joined(parts, by: " · ")
  }

  /// "In Lindehof wonen 2.150 mensen. 145 van de 680 65-plussers hebben moeite met bewegen (21,3 %; Wilgendal 19,3 %)."
  var sentence: [Block] {
    var sentences: [Text] = []
    if let people = facts["population"]?.number {
      let number = Text.number(people, decimals: 0)
      sentences.append(
        people == 1
          ? Text(nl: "In \(area.name) woont 1 mens.", en: "1 person lives in \(area.name).")
          : Text(nl: "In \(area.name) wonen \(number.nl) mensen.", en: "\(number.en) people live in \(area.name)."))
    }
    if let answer { sentences.append(answer + .verbatim(".")) }
    return sentences.isEmpty ? [] : [.paragraph(Text.joined(sentences, by: " "))]
  }
}
