import Glibc

/// Where things are while the tests run.
public enum Places {
  /// The root of the package.
  public static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  /// The folder with the program, its plugins and the test bundle.
  public static let build: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let whole = String(decoding: buffer[..<max(0, length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folder = whole.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return access(folder + "/leerkring", X_OK) == 0 ? folder : root + "/.build/debug"
  }()

  public static let program = build + "/leerkring"

  /// The real public data beside the project, or nil where it is not there; then a test is skipped with a reason.
  public static let realData: String? = {
    let folder = root + "/../shared/data"
    return access(folder, R_OK) == 0 ? folder : nil
  }()

  /// Small inputs that went wrong once, beside the project; nil where they are not there.
  public static let cases: String? = {
    let folder = root + "/../shared/cases"
    return access(folder, R_OK) == 0 ? folder : nil
  }()

  /// Says once why tests on those inputs are skipped, and whether they can run.
  public static let hasCases: Bool = {
    if cases == nil { print("skipped: tests on cases, because ../shared/cases is not there") }
    return cases != nil
  }()

  /// Says once why tests on real data are skipped, and whether they can run.
  public static let hasRealData: Bool = {
    if realData == nil { print("skipped: tests on real data, because ../shared/data is not there") }
    return realData != nil
  }()
}
