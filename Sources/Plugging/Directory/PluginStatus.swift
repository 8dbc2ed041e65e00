import WorkbenchKit

/// How a plugin stands in this session.
public enum PluginStatus: Sendable, Hashable {
  /// Checked, its words known; loaded when one of them is first used.
  case available
  case loaded
  /// Switched off by the person.
  case disabled
  /// Left out, and why.
  case refused(Diagnostic)
  /// Left out because the program died by this signal, or 0 by exit(), while the module was being loaded.
  case crashed(signal: Int32)

  /// As it stands in `plugin list`; part of the interface.
  public var word: String {
    switch self {
    case .available: "available"
    case .loaded: "loaded"
    case .disabled: "disabled"
    case .refused: "refused"
    case .crashed: "crashed"
    }
  }

  public var label: Text {
    switch self {
    case .available: Text(nl: "beschikbaar", en: "available")
    case .loaded: Text(nl: "geladen", en: "loaded")
    case .disabled: Text(nl: "uitgezet", en: "disabled")
    case .refused: Text(nl: "geweigerd", en: "refused")
    case .crashed: Text(nl: "gestrand", en: "crashed")
    }
  }

  /// Why the plugin is not there; nil where it is.
  public var reason: Text? {
    switch self {
    case .available, .loaded: nil
    case .disabled: Text(nl: "uitgezet met 'plugin disable'", en: "switched off with 'plugin disable'")
    case .refused(let problem): problem.message
    case .crashed(let signal):
      Text(
        nl: "bij het laden ervan stopte leerkring door \(SignalName.of(signal))",
        en: "leerkring was stopped by \(SignalName.of(signal)) while loading it")
    }
  }
}
