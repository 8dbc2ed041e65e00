import Session
import WorkbenchKit

/// What is told and asked when a person leaves.
enum Leaving {
  /// For a workspace in a file: each step is on disk already, only not in the file itself.
  static func notices(_ session: Session, _ file: OpenWorkspace) -> [Notice] {
    guard let path = file.path, let count = file.keeper?.unsavedCount, count > 0 else { return [] }
    return [
      Notice.info(
        nl: "Wat niet bewaard is (\(count)) staat in het journaal van \(path) en is er de volgende keer weer.",
        en: "What is not saved (\(count)) stands in the journal of \(path) and is there again next time.")
    ]
  }

  /// - Parameter isKept: whether it is there again at the next prompt.
  static func unkept(isKept: Bool) -> Notice {
    isKept
      ? Notice.info(
        nl: "Deze werkruimte staat in geen bestand; als klad is zij er bij de volgende prompt weer.",
        en: "This workspace stands in no file; as scratch it is there again at the next prompt.")
      : Notice.caution(
        nl: "Deze werkruimte staat in geen bestand en gaat verloren.",
        en: "This workspace stands in no file and will be lost.")
  }

  static func question(isKept: Bool) -> Text {
    isKept
      ? Text(
        nl: "stoppen? [J/n, of een bestandsnaam om haar te houden] ", en: "leave? [Y/n, or a file name to keep it] ")
      : Text(nl: "toch stoppen? [j/N, of een bestandsnaam] ", en: "leave all the same? [y/N, or a file name] ")
  }
}
