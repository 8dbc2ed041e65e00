import WorkbenchKit

extension LockHolder {
  /// Who it is, for a sentence.
  fileprivate var label: Text {
    Text(nl: "proces \(process) op \(host), sinds \(start)", en: "process \(process) on \(host), since \(start)")
  }
}

extension StoreProblem {
  /// Says that somebody else writes the workspace.
  ///
  /// - Parameter elsewhere: whether on another computer, where it cannot be seen whether that process is still there.
  static func locked(_ path: String, lock: String, by holder: LockHolder?, elsewhere: Bool) -> Diagnostic {
    let who = holder?.label ?? Text(nl: "een ander proces", en: "another process")
    return Diagnostic(
      "workspace.locked",
      Text(nl: "'\(path)' is in gebruik bij \(who.nl)", en: "'\(path)' is in use by \(who.en)"),
      wayOut: elsewhere
        ? Text(
          nl: "open met --readonly; is dat proces er niet meer, verwijder dan '\(lock)'",
          en: "open with --readonly; if that process is gone, remove '\(lock)'")
        : Text(nl: "sluit het daar, of open met --readonly", en: "close it there, or open with --readonly"))
  }
}

extension StoreNotice {
  /// Tells of a lock that a process left behind.
  static func takenOver(_ lock: String, from holder: LockHolder?) -> Notice {
    let who = holder?.label ?? Text(nl: "een onbekend proces", en: "an unknown process")
    return Notice.caution(
      nl: "Het achtergebleven slot '\(lock)' van \(who.nl) is overgenomen; dat proces houdt het niet meer vast.",
      en: "The lock '\(lock)' that was left by \(who.en) was taken over; that process does not hold it any more.")
  }
}
