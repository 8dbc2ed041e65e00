import WorkbenchKit

/// What is told of work that stands in no file of the person's own.
extension OpenWorkspace {
  func unsaved(_ place: Place?) -> Diagnostic {
    Diagnostic(
      "workspace.unsaved",
      Text(nl: "deze werkruimte staat nog in geen bestand", en: "this workspace stands in no file yet"),
      wayOut: Text(
        nl: "bewaar haar met 'save-as BESTAND', of geef --discard om haar weg te doen",
        en: "save it with 'save-as FILE', or give --discard to throw it away"),
      place: place)
  }

  func scratchIsFull(_ place: Place?) -> Diagnostic {
    Diagnostic(
      "workspace.unsaved",
      Text(nl: "in het klad staat nog werk", en: "there is work left in the scratch workspace"),
      wayOut: Text(
        nl: "ga erheen met 'close', of geef --discard om het weg te doen",
        en: "go there with 'close', or give --discard to throw it away"),
      place: place)
  }

  static let elsewhere = Notice.caution(
    nl: "Het klad is bij een andere prompt in gebruik. Dit is een nieuwe werkruimte, die nergens bewaard wordt; "
      + "bewaar haar met: save-as BESTAND",
    en: "The scratch workspace is in use at another prompt. This is a new workspace, which is kept nowhere; "
      + "save it with: save-as FILE")

  static func unusable(_ error: Diagnostic) -> Notice {
    Notice.caution(
      nl: "Het klad kan niet worden gebruikt: \(error.message.nl). Bewaar deze werkruimte met: save-as BESTAND",
      en: "The scratch workspace cannot be used: \(error.message.en). Save this workspace with: save-as FILE")
  }
}
