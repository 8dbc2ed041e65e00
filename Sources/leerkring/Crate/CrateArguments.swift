import Crates
import Session
import WorkbenchKit

/// What a person says of a crate that nothing else tells.
struct CrateArguments: ArgumentGroup {
  let take = Argument(
    flags: "take", .file,
    about: Text(
      nl: "neem ook dit bestand zelf mee, al is er geen open licentie van bekend",
      en: "take this file itself along too, though no open licence of it is known"))
  let licence = Argument(
    flag: "licence", .words, about: Text(nl: "de licentie van het geheel", en: "the licence of the whole"))
  let organisation = Argument(
    flag: "organisation", .words, about: Text(nl: "wie het uitgeeft", en: "who publishes it"))
  let date = Argument(flag: "date", .day, about: Text(nl: "de dag van uitgave", en: "the day of publication"))
}

extension Given<CrateArguments> {
  /// Puts in what was given.
  func tell(_ contents: inout CrateContents, _ session: Session) {
    contents.licence = self.licence.map { session.redacted($0) }
    contents.organisation = self.organisation.map { session.redacted($0) }
  }
}
