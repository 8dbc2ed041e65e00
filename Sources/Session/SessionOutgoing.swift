import WorkbenchKit

extension Session {
  /// Returns a result as it may leave the session, and how often something hidden was taken out of it.
  public func outgoing(_ result: RunResult) -> (result: RunResult, hidden: Int) {
    guard let redactor, !redactor.isEmpty else { return (result, 0) }
    let before = redactor.hits
    var shown = result
    shown.output.blocks = redactor.clean(result.output.blocks)
    shown.provenance = redactor.redacted(result.provenance)
    shown.line = redactor.redacted(result.line)
    return (shown, redactor.hits - before)
  }

  /// Returns a text as it may leave the session, and how often something hidden was taken out of it.
  public func outgoing(_ text: String) -> (text: String, hidden: Int) {
    guard let redactor, !redactor.isEmpty else { return (text, 0) }
    let before = redactor.hits
    let shown = redactor.redacted(text)
    return (shown, redactor.hits - before)
  }
}
