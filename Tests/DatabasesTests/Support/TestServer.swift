import Glibc
import TestSupport
import WorkbenchKit

/// A server of the tests' own: in a folder of its own, on a socket in it, started once and gone when the tests are, however they end.
final class TestServer: Sendable {
  /// The one that runs; nil, with the reason printed once, where there are no programs of a server or it cannot start.
  static let shared: TestServer? = {
    let folder = surroundings
    guard let bin = programs() else {
      print("skipped: tests on a database, because /usr/lib/postgresql/*/bin is not there")
      return nil
    }
    guard let server = TestServer(bin, folder) else {
      print("skipped: tests on a database, because the server does not start")
      return nil
    }
    return server
  }()

  static var isThere: Bool { shared != nil }

  /// The services and password files that all tests use; to be touched before anything is asked of the plugin.
  static let surroundings: String = {
    var template = Array("/tmp/leerkring-pg-XXXXXX".utf8CString)
    let folder = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    let services = [
      "kring": "host=\(folder)\ndbname=kring\nuser=lezer", "beheer": "host=\(folder)\ndbname=kring\nuser=postgres",
      "schrijver": "host=\(folder)\ndbname=kring\nuser=schrijver",
      "deel1": "host=\(folder)\ndbname=deel1\nuser=lezer", "deel2": "host=\(folder)\ndbname=deel2\nuser=lezer",
      "deel3": "host=\(folder)\ndbname=deel3\nuser=lezer",
      "kaal": "host=\(folder)\ndbname=kaal\nuser=lezer",
      "geen-base": "host=\(folder)\ndbname=nergens\nuser=lezer",
      "geheim": "host=\(folder)\ndbname=kring\nuser=geheim\npassfile=\(folder)/eigen",
      "open": "host=\(folder)\ndbname=kring\nuser=geheim\npassfile=\(folder)/open",
      "fout": "host=\(folder)\ndbname=kring\nuser=geheim\npassfile=\(folder)/fout",
      "zonder": "host=\(folder)\ndbname=kring\nuser=geheim\npassfile=\(folder)/leeg",
      "erin": "host=\(folder)\ndbname=kring\nuser=geheim\npassword=Zeer-Geheim-1",
      "stil": "host=\(folder)/stil\ndbname=kring\nuser=lezer",
      "nergens": "host=\(folder)/nergens\ndbname=kring\nuser=lezer",
      "dicht": "host=127.0.0.1\nport=1\ndbname=kring\nuser=lezer",
    ]
    write(services.map { "[\($0.key)]\n\($0.value)\n" }.sorted().joined(), to: "\(folder)/services", 0o644)
    write("*:*:*:geheim:Zeer-Geheim-1\n", to: "\(folder)/eigen", 0o600)
    write("*:*:*:geheim:Zeer-Geheim-1\n", to: "\(folder)/open", 0o644)
    write("*:*:*:geheim:Anders-2\n", to: "\(folder)/fout", 0o600)
    write("", to: "\(folder)/leeg", 0o600)
    setenv("PGSERVICEFILE", "\(folder)/services", 1)
    setenv("PGPASSFILE", "\(folder)/leeg", 1)
    // Whatever else becomes of the tests, the folder goes with them.
    let keeper = LiveProcess(
      "/bin/sh", ["-c", "cat >/dev/null; sleep 3; rm -rf \(folder)"], environment: ["PATH": "/usr/bin:/bin"])
    if let keeper { _ = Unmanaged.passRetained(keeper) }
    for name in ["PGPASSWORD", "PGHOST", "PGUSER", "PGDATABASE", "PGOPTIONS"] { unsetenv(name) }
    return folder
  }()

  /// Where the socket lies.
  let folder: String
  private let bin: String

  private static func write(_ text: String, to path: String, _ mode: mode_t) {
    guard let file = fopen(path, "we") else { return }
    fputs(text, file)
    fclose(file)
    chmod(path, mode)
  }

  /// The folder with the newest server.
  private static func programs() -> String? {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob("/usr/lib/postgresql/*/bin/postgres", 0, nil, &found) == 0 else { return nil }
    let paths = (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    return paths.max { $0.count == $1.count ? $0 < $1 : $0.count < $1.count }.map {
      String($0.dropLast("/postgres".count))
    }
  }

  private init?(_ bin: String, _ folder: String) {
    self.bin = bin
    self.folder = folder
    // A server refuses to be run by root. The shell waits for its input to end, which it does when the tests are gone.
    let run = geteuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups" : ""
    let script = """
      cd \(folder) && mkdir data && chmod 755 . && chmod 700 data
      [ "$(id -u)" = 0 ] && chown postgres data
      \(run) \(bin)/initdb -D data -U postgres -A trust --locale=C.UTF-8 -E UTF8 --no-sync >/dev/null 2>&1
      printf 'local all geheim scram-sha-256\\nlocal all all trust\\n' > data/pg_hba.conf
      mkdir socket && chmod 777 .
      \(run) \(bin)/postgres -D data -k \(folder) -c listen_addresses= -c fsync=off -c unix_socket_permissions=0777 \
      -c max_connections=80 -c log_statement=none >log 2>&1 &
      server=$!
      for i in $(seq 100); do
        \(bin)/psql -h \(folder) -U postgres -d postgres -c 'select 1' >/dev/null 2>&1 && echo ready && break
        sleep 0.1
      done
      cat >/dev/null
      kill -INT $server; wait $server; cd / && rm -rf \(folder)
      """
    guard
      let shell = LiveProcess(
        "/bin/sh", ["-c", script], environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"])
    else { return nil }
    guard shell.lines(atLeast: 1, seconds: 60) == ["ready"] else { return nil }
    // Held for as long as the process lives.
    _ = Unmanaged.passRetained(shell)
    sql("create database kring", in: "postgres")
    // What is taken away there, no other test misses.
    sql("create database kaal", in: "postgres")
    sql(Self.tables)
    sql(Self.manyRows())
    divide()
  }

  /// Does something in the database as its owner.
  @discardableResult func sql(_ statements: String, in database: String = "kring") -> String {
    let run = ChildProcess.run(
      "\(bin)/psql",
      ["-h", folder, "-U", "postgres", "-d", database, "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1"],
      input: statements, environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
    if run.code != 0 { print(run.errors) }
    return run.output
  }
}
