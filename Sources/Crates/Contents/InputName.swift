/// The bare name of a file: where it lay stands in no crate.
public enum InputName {
  /// The last component of a path.
  public static func of(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
