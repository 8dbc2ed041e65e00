import WorkbenchKit

/// `wzw start`: takes the national starting values into use.
struct StartCommand: Command {
  var signature: Signature {
    Signature(
      "wzw start",
      aliases: ["wzw beginwaarden"],
      summary: Text(
        nl: "laad landelijke beginwaarden voor een eerste antwoord",
        en: "load national starting values for a first answer"),
      details: Text(
        nl: """
          Bevolking in klassen van vijf jaar, overleving en geboorten, de prognose van CBS, en kansen op onder meer dementie, \
          kwetsbaarheid, beperkingen en eenzaamheid, aandelen mantelzorg, en een voorbeeld van oordelen over wat nodig is. De cijfers gelden voor heel Nederland. Wat u zelf inleest en wat RIVM van een gebied \
          geeft, gaat altijd voor. Elk antwoord dat erop rust, zegt dat. 'wzw start drop NAAM' laat er een weg, \
          'set wzw.starting off' alle, en 'undo' neemt de stap terug.
          """,
        en: """
          Population in bands of five years, survival and births, the forecast of CBS, and rates of dementia, frailty, limitations, \
          loneliness and others, shares of informal care, and an example of judgements on what is needed. The figures hold for the whole country. What you import and what RIVM gives of an area always go first. \
          Every answer that rests on them says so. 'wzw start drop NAME' leaves one out, 'set wzw.starting off' all of them, and \
          'undo' takes the step back.
          """),
      changesWorkspace: true,
      next: [
        FollowUp("wzw start show", Text(nl: "wat er geladen is", en: "what is loaded")),
        FollowUp(
          "wzw estimate {area} --group dementie",
          Text(nl: "hoeveel mensen met dementie", en: "how many people with dementia")),
      ],
      soughtBy: ["landelijk", "national", "beginwaarde", "aanname"],
      examples: [
        .init("wzw start", Text(nl: "alle landelijke beginwaarden", en: "all national starting values")),
        .init(
          "wzw start alles",
          Text(nl: "een woord dat er niet achter hoort", en: "a word that does not belong behind it"),
          failsWith: "command.unknown"),
      ])
  }

  func run(_ given: Given<NoArguments>, in context: Context) throws -> Output {
    let figures = try context.startingFigures
    try StartingTables(figures: figures, context: context).keep(context.startingSets.map(\.id))
    let report = try StartingReport(context)
    _ = try report.sources(figures.sets)
    return Output([.paragraph(report.sentence)] + report.notices)
  }
}
