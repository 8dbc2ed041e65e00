import Files
import Glibc
import Session
import Store
import WorkbenchKit

/// Where the workspace of a prompt stands that was opened without a file, so that it is there again at the next one.
struct ScratchPlace {
  let path: String

  /// - Parameter folder: the person's folder for state; made where it is missing.
  init?(in folder: String?) {
    guard let folder, StateFolder.make(folder) else { return nil }
    path = "\(folder)/scratch.json"
  }

  /// Opens it; a damaged one is put aside, never overwritten.
  ///
  /// - Throws: what `Keeper.open` throws; `workspace.locked` where another prompt has it.
  func open() throws -> (opened: Keeper.Opened, notices: [Notice]) {
    let opened = try Keeper.open(path)
    guard opened.keeper.isReadOnly else { return (opened, opened.notices) }
    opened.keeper.close()
    let name = setAside()
    let fresh = try Keeper.open(path)
    let notice = Notice.warning(
      nl: "Het klad was beschadigd; het staat nu in '\(name)', en dit is een nieuw.",
      en: "The scratch workspace was damaged; it is now in '\(name)', and this is a new one.")
    return (fresh, opened.notices + [notice] + fresh.notices)
  }

  /// Takes its files away, when it stands elsewhere now or is not wanted; nobody may have it open.
  func remove() {
    unlink(path)
    unlink(path + ".journal")
  }

  private func setAside() -> String {
    var number = 1
    while FilePresence.exists("\(path).\(number).bak") { number += 1 }
    rename(path, "\(path).\(number).bak")
    rename(path + ".journal", "\(path).\(number).bak.journal")
    return "\(path).\(number).bak"
  }
}
