import WorkbenchKit

/// `wzw map`: a percentage or a key figure of all areas of a place, on a map.
struct MapCommand: UntypedCommand {
  let reference: Reference

  var signature: Signature {
    Signature(
      "wzw map",
      aliases: ["wzw kaart"],
      summary: Text(
        nl: "teken een kaart van een percentage of een kerncijfer", en: "draw a map of a percentage or a key figure"),
      details: Text(
        nl: """
          Een percentage zoals 'wzw indicators' ze noemt, of een kerncijfer van CBS onder de naam van zijn kolom \
          (AantalInwoners). Zonder --level het fijnste niveau waarvan grenzen zijn ingelezen, zonder --in de gemeenten waarvan. Klassen: quantile even veel \
          gebieden, equal even breed; --breaks geeft de bovengrenzen zelf, zoals ze in de legenda staan (percentages uit \
          honderd). Zonder waarde is gearceerd. De getallen zelf geeft 'wzw estimate'; '| to svg BESTAND' bewaart de kaart.
          """,
        en: """
          A percentage as 'wzw indicators' lists them, or a key figure of CBS under the name of its column (AantalInwoners). \
          Without --level the finest level of which boundaries are imported, without --in the municipalities of which. Classes: quantile as many areas in each, equal \
          equally wide; --breaks gives the upper bounds themselves, as they stand in the legend (percentages out of a \
          hundred). Without a value is hatched. The figures themselves are given by 'wzw estimate'; '| to svg FILE' keeps the map.
          """),
      parameters: [
        .argument(
          "indicator", about: Text(nl: "percentage of kerncijfer", en: "percentage or key figure"),
          candidates: { [reference] context in
            guard let knowledge = try? reference.knowledge(context), let atlas = try? Atlas(context.workspace) else {
              return []
            }
            return MapSearch(atlas, knowledge, context.workspace).candidates
          }),
        AreaParameters.within, AreaParameters.level,
        .flag(
          "age", .text, about: Text(nl: "leeftijdsgroep van een percentage", en: "age group of a percentage"),
          candidates: { _ in [Candidate("65+", nil), Candidate("18+", nil)] }),
        AreaParameters.year,
        .flag(
          "show",
          .choice([
            Candidate("rate", Text(nl: "het percentage", en: "the percentage")),
            Candidate("persons", Text(nl: "hoeveel mensen dat zijn", en: "how many people that is")),
          ]), about: Text(nl: "wat er van een percentage te zien is", en: "what is shown of a percentage"),
          fallback: "rate"),
        .flag(
          "classes",
          .choice([
            Candidate("quantile", Text(nl: "even veel gebieden", en: "as many areas in each")),
            Candidate("equal", Text(nl: "even breed", en: "equally wide")),
          ]), about: Text(nl: "hoe de klassen gemaakt worden", en: "how classes are made"), fallback: "quantile"),
        .flag("number", .integer(1...9), about: Text(nl: "hoeveel klassen", en: "how many classes"), fallback: "5"),
        .flag(
          "breaks", .number(-1e12...1e12), repeated: true,
          about: Text(nl: "eigen bovengrenzen, oplopend: 10,20,30", en: "own upper bounds, ascending: 10,20,30")),
      ],
      examples: [
        .init(
          "wzw map Eenzaam --in GM9901 --level buurt --age 65+",
          Text(nl: "de buurten van een gemeente", en: "the neighbourhoods of a municipality")),
        .init(
          "wzw map AantalInwoners --in GM9901 --breaks 500,1000,2000",
          Text(nl: "een kerncijfer met eigen klassen", en: "a key figure with classes of one's own")),
        .init(
          "wzw map Eenzaam --in GM9901 --breaks 30,20",
          Text(nl: "grenzen lopen op", en: "bounds ascend"), failsWith: "map.breaks"),
      ])
  }

  func run(_ call: Call, in context: Context) throws -> Output {
    let knowledge = try reference.knowledge(context)
    let atlas = try AreaParameters.atlas(call, context)
    let outer = try AreaParameters.within(call, atlas)
    let given = try breaks(call)
    let count = call.integer("number") ?? MapClasses.usual
    let found = try MapSearch(atlas, knowledge, context.workspace).find(
      call.text("indicator") ?? "", at: call.place(of: "indicator"))
    let frame = try MapFrame(
      AreaParameters.level(call), levelAt: call.place(of: "level"), within: outer, at: call.place, atlas,
      context.workspace)
    let story = MapStory(
      found: found, frame: frame, age: call.text("age"), agePlace: call.place(of: "age"),
      showsPersons: call.text("show") == "persons",
      classes: !given.isEmpty ? .given(given) : call.text("classes") == "equal" ? .equal(count) : .quantiles(count))
    return Output(try story.told(atlas, knowledge, context).blocks)
  }

  /// - Throws: `map.breaks`.
  private func breaks(_ call: Call) throws -> [Double] {
    let bounds = call.all("breaks")
    let numbers = bounds.compactMap(\.value.number)
    if let wrong = zip(numbers, numbers.dropFirst()).enumerated().first(where: { $1.0 >= $1.1 }) {
      let (before, after) = (NumberText.shortest(wrong.element.0), NumberText.shortest(wrong.element.1))
      throw Diagnostic(
        "map.breaks",
        Text(nl: "de grenzen lopen niet op: \(before), \(after)", en: "the bounds do not ascend: \(before), \(after)"),
        wayOut: Text(nl: "geef ze van laag naar hoog: 10,20,30", en: "give them from low to high: 10,20,30"),
        place: bounds[wrong.offset + 1].place)
    }
    guard numbers.count <= 8 else {
      throw Diagnostic(
        "map.breaks",
        Text(
          nl: "\(numbers.count) grenzen geven meer klassen dan een kaart kan tonen",
          en: "\(numbers.count) bounds make more classes than a map can show"),
        wayOut: Text(nl: "geef er hooguit 8", en: "give at most 8"), place: bounds[8].place)
    }
    return numbers
  }
}
