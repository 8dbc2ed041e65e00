import Glibc
import TestSupport

/// Our program, and the peers that are on this machine.
struct Programs: Sendable {
  /// A peer, or the sentence that says that it is not here.
  enum Peer: Sendable {
    case here(Invocation)
    case missing(String)
  }

  let leerkring: Invocation
  let sqlite3: Peer
  /// The interpreter itself: what is called `python3` may be a script that first looks for it.
  let python: Peer
  let ipython: Peer
  let xonsh: Peer
  let numpy: Peer
  let kmedoids: Peer
  let pandas: Peer
  let duckdb: Peer
  /// DuckDB's own program.
  let duckdbProgram: Peer
  let miller: Peer
  let jq: Peer
  let calamine: Peer

  /// Looks through `PATH`.
  ///
  /// - Parameter program: our program.
  /// - Throws: `Unmeasurable` where our program is not there.
  init(program: String, in folder: TemporaryFolder) throws {
    guard access(program, X_OK) == 0 else {
      throw Unmeasurable("\(program) is not there: build it with 'swift build -c release'")
    }
    let inherited = Self.inherited()
    // Our program starts as it does for anyone, but for plugins of the person who measures.
    leerkring = Invocation(
      program: program, arguments: [],
      environment: [
        "HOME": folder.path, "PATH": inherited["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8", "TZ": "UTC",
        "COLUMNS": "80",
      ])
    func find(_ name: String) -> Peer {
      for place in (inherited["PATH"] ?? "/usr/bin:/bin").split(separator: ":") {
        let path = "\(place)/\(name)"
        if access(path, X_OK) == 0 { return .here(Invocation(program: path, arguments: [], environment: inherited)) }
      }
      return .missing("\(name) is not installed")
    }
    sqlite3 = find("sqlite3")
    miller = find("mlr")
    jq = find("jq")
    python = find("python3").map { shim in
      guard let path = try? Run.text(of: shim.with(["-c", "import sys; print(sys.executable)"]), in: folder),
        case let line = path.prefix(while: { $0 != "\n" }), access(String(line), X_OK) == 0
      else { return .missing("python3 does not run") }
      return .here(Invocation(program: String(line), arguments: [], environment: inherited))
    }
    // What pip installs starts Python first to start it: the program itself lies in the package.
    duckdbProgram = python.map { interpreter in
      let asking = "import duckdb_cli, pathlib; print(pathlib.Path(duckdb_cli.__file__).with_name('duckdb'))"
      guard let text = try? Run.text(of: interpreter.with(["-c", asking]), in: folder),
        case let path = String(text.prefix { $0 != "\n" }), access(path, X_OK) == 0
      else { return find("duckdb") }
      return .here(Invocation(program: path, arguments: [], environment: inherited))
    }
    func module(_ name: String, of python: Peer) -> Peer { Self.module(name, of: python, in: folder) }
    numpy = module("numpy", of: python)
    kmedoids = module("kmedoids", of: python)
    pandas = module("pandas", of: python)
    duckdb = module("duckdb", of: python)
    calamine = module("python_calamine", of: python)
    ipython = module("IPython", of: python).map { .here($0.with(["-m", "IPython"])) }
    xonsh = module("xonsh", of: python).map { .here($0.with(["-m", "xonsh"])) }
  }

  /// Every peer that is here, by the name under which it is listed, with the version that it says it has.
  func versions(in folder: TemporaryFolder) -> [String] {
    let programs = [
      ("sqlite3", sqlite3, ["--version"]), ("duckdb", duckdbProgram, ["--version"]), ("mlr", miller, ["--version"]),
      ("jq", jq, ["--version"]), ("python3", python, ["--version"]), ("ipython", ipython, ["--version"]),
      ("xonsh", xonsh, ["--version"]),
    ]
    let modules = ["numpy", "pandas", "pyarrow", "polars", "duckdb", "kmedoids", "python_calamine"].map { name in
      ("\(name) for Python", python, ["-c", "import importlib.metadata as m; print(m.version('\(name)'))"])
    }
    return (programs + modules).compactMap { name, peer, arguments in
      guard case .here(let program) = peer, let text = try? Run.text(of: program.with(arguments), in: folder) else {
        return nil
      }
      // The number alone, of whatever stands around it.
      let word = text.split { $0 == " " || $0 == "\n" }.first { $0.contains { $0.isNumber } && $0.contains(".") }
      return word.map { "\(name) \($0.drop { !$0.isNumber })" }
    }
  }

  /// Python with all of these modules.
  func python(with modules: [String], in folder: TemporaryFolder) -> Peer {
    modules.reduce(python) { Self.module($1, of: $0, in: folder) }
  }

  private static func module(_ name: String, of python: Peer, in folder: TemporaryFolder) -> Peer {
    python.map { interpreter in
      (try? Run.text(of: interpreter.with(["-c", "import \(name)"]), in: folder)) == nil
        ? .missing("\(name) is not installed for python3") : .here(interpreter)
    }
  }

  private static func inherited() -> [String: String] {
    var variables: [String: String] = [:]
    var entry: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = environ
    while let text = entry?.pointee {
      let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      entry = entry?.advanced(by: 1)
    }
    return variables
  }
}

extension Programs.Peer {
  /// What comes of a peer that is here; one that is missing stays so.
  func map(_ transform: (Invocation) -> Programs.Peer) -> Programs.Peer {
    switch self {
    case .here(let invocation): transform(invocation)
    case .missing: self
    }
  }
}
