import WorkbenchKit

/// What `--help` shows.
enum ProgramHelp {
  static func blocks(_ language: Language) -> [Block] {
    let signature = ProgramOptions.signature
    return [
      .heading(Heading(.verbatim("leerkring"))),
      .paragraph(signature.summary),
      .text(
        "leerkring [WORKSPACE-FILE]\nleerkring -c LINE…\nleerkring -f FILE…\nleerkring < FILE\nleerkring notebook run|check|list|new|present|export …\n"
      ),
      .table(HelpPage.parameters(signature, language)),
      .paragraph(
        Text(
          nl: "Eindigt met 0 (goed), 1 (een regel faalde), 2 (verkeerde opties), 3 (gestopt bij de eerste fout), "
            + "4 (werkruimte bezet), 5 (werkruimte onleesbaar of nieuwer), 6 (notitieboek wijkt af), 130 (onderbroken).",
          en: "Ends with 0 (fine), 1 (a line failed), 2 (wrong options), 3 (stopped at the first error), "
            + "4 (workspace locked), 5 (workspace unreadable or newer), 6 (notebook differs), 130 (interrupted).")),
    ]
  }
}
