import Files
import Notebooks
import Session
import WorkbenchKit

/// The steps that a workspace held before a session began, as lines of a notebook.
struct EarlierSteps {
  /// Each a cell, with the paths as they are seen from the notebook's folder.
  let lines: [String]
  let found: FoundFiles
  /// The language in which most of them were done; nil where none was noted.
  let language: Language?
  let notices: [Notice]

  /// - Parameters:
  ///   - origin: the workspace as it was then.
  ///   - redoing: whether the session did again what was undone then.
  ///   - folder: where files are sought besides.
  ///   - notebook: where the notebook is to stand.
  /// - Throws: `replay.compacted`, `file.missing`, `Interrupted`.
  init(
    _ origin: Workspace, redoing: Bool, on folder: String?, _ places: FilePlaces, notebook: String, in session: Session,
    _ context: Context
  ) throws {
    let plan = try ReplayPlan(origin, includingUndone: redoing)
    found = try FoundFiles(of: plan.entries, home: session.home, on: folder, places, in: session, context)
    let here = FilePath.folder(of: notebook)
    var outside: Set<String> = []
    lines = plan.entries.map { [found] entry in
      let forms = found.places(of: entry).mapValues { SessionRecord.seen($0, from: here) }
      outside.formUnion(forms.values.filter { $0.hasPrefix("../") })
      return WrittenPaths(forms: forms).line(entry.line)
    }
    let languages = plan.entries.compactMap(\.language)
    language = languages.isEmpty ? nil : languages.count { $0 == .nl } * 2 >= languages.count ? .nl : .en
    var notices = ReplayTold.notices(plan.remarks) + ReplayTold.changed(found.changed(among: plan.entries))
    if Set(languages).count > 1 {
      notices.append(
        .info(
          nl: "de stappen zijn in twee talen gedaan; in het notitieboek gaan ze alle in één",
          en: "the steps were done in two languages; in the notebook all are in one"))
    }
    if !outside.isEmpty {
      let listed = Text.quoted(outside.sorted(), atMost: 3)
      notices.append(
        .info(
          nl: "buiten de map van het notitieboek ligt: \(listed.nl); zet het erbij voor u het deelt",
          en: "outside the notebook's folder lies: \(listed.en); put it beside it before you share it"))
    }
    self.notices = notices
  }
}
