import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// The program seeks no connection with a network: all its calls are watched.
@Suite struct NetworkTests {
  private static let tracer = "/usr/bin/strace"

  /// Whether calls can be watched here; says once why not.
  private static let canWatch: Bool = {
    let can = access(tracer, X_OK) == 0 && ChildProcess.run(tracer, ["-o", "/dev/null", "/bin/true"]).code == 0
    if !can { print("skipped: watching for calls to a network, because strace is not there or may not") }
    return can
  }()

  private let folder = TemporaryFolder()

  /// The families of the sockets that the program and all that it starts asked for.
  private func families(_ program: String, _ arguments: [String]) throws -> Set<String> {
    let trace = folder("trace")
    let run = ChildProcess.run(
      Self.tracer, ["-f", "-qq", "-e", "trace=socket", "-o", trace, program] + arguments,
      environment: Leerkring.environment(home: folder.path), seconds: 600)
    #expect(run.code == 0, "\(run.errors)")
    let calls = try #require(folder.text("trace")).split(separator: "\n").filter { $0.contains("socket(") }
    return Set(calls.map { String($0[$0.firstRange(of: "socket(")!.upperBound...].prefix { $0 != "," }) })
  }

  @Test(.enabled(if: NetworkTests.canWatch)) func `what watches sees a call to a network`() throws {
    let found = try families("/bin/bash", ["-c", ": < /dev/udp/127.0.0.1/9"])
    #expect(found.contains("AF_INET"))
  }

  @Test(.enabled(if: NetworkTests.canWatch))
  func `reading, working out, keeping and writing ask for no network`() throws {
    let sheet = folder.write("gebied;inwoners\nBU01;1200\nBU02;800\n", to: "t.csv")
    let lines = [
      "read '\(sheet)' | sort inwoners", "read '\(sheet)' | to html '\(folder("t.html"))'",
      "read '\(sheet)' | to xlsx '\(folder("t.xlsx"))'", "wzw demo",
      "wzw estimate --level buurt --indicator Eenzaam --age 65+ | top 3", "keep eenzaam --last", "why eenzaam", "undo",
      "plugin list", "plugin doctor", "workspace show", "help", "save",
    ]
    let found = try families(
      Places.program, ["--workspace", folder("w.json")] + lines.flatMap { ["-c", $0] })
    #expect(found.isDisjoint(with: ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"]), "\(found)")
  }

  @Test(.enabled(if: NetworkTests.canWatch)) func `a notebook and its page ask for no network`() throws {
    let notebook = "\(Places.root)/Notebooks/woonzorgwijzer.md"
    let found = try families(
      Places.program, ["notebook", "export", notebook, folder("n.html"), "--to", "html"])
    #expect(found.isDisjoint(with: ["AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET"]), "\(found)")
  }
}
