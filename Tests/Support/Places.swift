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

  /// The folder of the program that tests run, with its plugins: what `LEERKRING_BUILD` says, such as `.build/release`, so that what is
  /// tried is what people get, and no slower; without it what was built with the tests.
  public static let programBuild: String = {
    guard let said = getenv("LEERKRING_BUILD").map({ String(cString: $0) }), !said.isEmpty else { return build }
    let folder = said.hasPrefix("/") ? said : "\(root)/\(said)"
    // As the program finds itself, past any link.
    guard let real = realpath(folder, nil) else { return folder }
    defer { free(real) }
    return String(cString: real)
  }()

  public static let program = programBuild + "/leerkring"

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
