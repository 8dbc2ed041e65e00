import Files
import Session
import WorkbenchKit

/// The file that is signed or held against its signature: the one that was named, else that of the workspace at hand.
struct SignedFile {
  let path: String
  /// How many steps of the workspace at hand are not in it yet.
  let missing: Int

  static let argument = Argument(
    optional: "file", ArgumentKind<String>.file,
    about: Text(nl: "het bestand; anders dat van deze werkruimte", en: "the file; else that of this workspace"))

  /// - Throws: `workspace.nofile`.
  init(_ named: String?, of file: OpenWorkspace, in session: Session, at place: Place?) throws {
    let isOwn = named.map { named in file.path.map { FilePresence.isSame($0, named) } ?? false } ?? true
    missing = isOwn ? session.workspace.serial - session.baseline.serial : 0
    if let named {
      path = named
      return
    }
    guard let own = file.path else {
      throw Diagnostic(
        "workspace.nofile",
        Text(nl: "deze werkruimte staat nog in geen bestand", en: "this workspace stands in no file yet"),
        wayOut: Text(
          nl: "bewaar haar met 'save-as BESTAND', of noem een bestand",
          en: "save it with 'save-as FILE', or name a file"),
        place: place)
    }
    path = own
  }

  /// Where its signature lies.
  var signature: String { path + FileSignature.ending }
}
