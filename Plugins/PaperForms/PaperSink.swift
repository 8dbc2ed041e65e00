import Printing
import WorkbenchKit

/// Has a program of the machine make a file of a page.
struct PaperSink: ResultSink {
  let paper: PaperForm

  var form: String { paper.rawValue }
  var writesPage: Bool { true }
  var details: Text? {
    switch paper {
    case .pdf:
      Text(
        nl: "Wat 'to html' geeft, op A4 afgedrukt door Chromium, als dat er is: 'plugin list' zegt het.",
        en: "What 'to html' gives, printed on A4 by Chromium where that is there: 'plugin list' says so.")
    case .docx, .odt:
      Text(
        nl:
          "Wat 'to html' geeft, met de kaarten en grafieken als plaatjes, door pandoc en rsvg-convert, als die er zijn: 'plugin list' zegt het.",
        en:
          "What 'to html' gives, with maps and charts as pictures, by pandoc and rsvg-convert where these are there: 'plugin list' says so."
      )
    }
  }

  /// - Throws: `to.program`, `to.failed`, `to.time`, `file.unwritable`, `file.diskfull`.
  func write(_ result: WrittenResult, in context: Context) throws -> SinkFile {
    guard let page = result.page else {
      throw Diagnostic(
        "to.failed", Text(nl: "er is geen pagina om te schrijven", en: "there is no page to write"),
        wayOut: Text(nl: "bewaar het met 'to html'", en: "keep it with 'to html'"))
    }
    let made = try PaperForms.make(paper, of: page.html, in: page.language, poll: context.checkInterrupt)
    return SinkFile(made.bytes, what: Text(nl: "uitkomst", en: "result"), notices: made.notices)
  }
}
