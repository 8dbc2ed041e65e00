import WorkbenchKit

@_cdecl("leerkring_woonzorgwijzer_entry")
public func woonzorgwijzerEntry() -> UnsafeMutableRawPointer? { PluginBox.export(Woonzorgwijzer()) }

/// Limitations and needs per neighbourhood, now and later, against what is there.
struct Woonzorgwijzer: Plugin {
  let name = "woonzorgwijzer"
  let version = "0.1.0"

  func register(with registrar: inout Registrar) {}
}
