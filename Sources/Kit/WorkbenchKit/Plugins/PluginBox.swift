/// Carries a plugin over the C border.
///
/// A module exports `leerkring_NAME_entry` by `@_cdecl` and returns `PluginBox.export(MyPlugin())`; its C function
/// `leerkring_NAME_fingerprint` returns `KIT_FINGERPRINT`, and is asked before any Swift of the module runs.
public final class PluginBox {
  /// What is carried.
  @_spi(Host) public let plugin: any Plugin

  private init(_ plugin: any Plugin) { self.plugin = plugin }

  /// Hands a plugin to the host, which owns it from then on.
  public static func export(_ plugin: any Plugin) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(PluginBox(plugin)).toOpaque()
  }

  /// Takes over what an entry function returned.
  @_spi(Host) public static func take(_ pointer: UnsafeMutableRawPointer) -> any Plugin {
    Unmanaged<PluginBox>.fromOpaque(pointer).takeRetainedValue().plugin
  }
}
