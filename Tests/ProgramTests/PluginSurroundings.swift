import TestSupport
import WorkbenchKit

/// Folders of a test's own for the program, so that no test sees what another switched off or crashed.
struct PluginSurroundings {
  let folder = TemporaryFolder()

  /// Runs lines with `-c` each.
  func run(
    _ lines: [String], options: [String] = [], environment: [String: String] = [:],
    program: String = Places.program, before: [String] = []
  ) -> ChildProcess {
    var whole = Leerkring.environment(home: folder.path)
    for (variable, name) in [("DATA", "data"), ("CONFIG", "config"), ("STATE", "state"), ("CACHE", "cache")] {
      whole["XDG_\(variable)_HOME"] = folder("xdg/\(name)")
    }
    whole.merge(environment) { _, new in new }
    let command = before + [program, "--json"] + options + lines.flatMap { ["-c", $0] }
    return ChildProcess.run(command[0], Array(command.dropFirst()), environment: whole)
  }

  /// Runs lines and returns the objects that they give.
  func json(_ lines: String..., options: [String] = [], environment: [String: String] = [:]) -> [JSON] {
    run(lines, options: options, environment: environment).objects
  }
}

extension ChildProcess {
  /// The lines of standard output as `--json` gives them.
  var objects: [JSON] { output.split(separator: "\n").compactMap { try? JSONReader.parse(String($0)) } }
}
