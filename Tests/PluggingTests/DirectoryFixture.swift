import Files
import TestSupport
import WorkbenchKit

@testable import Plugging

/// A search path and a person's folders of a test's own.
struct DirectoryFixture {
  let folder: TemporaryFolder
  let personal: PersonalFolders

  init() throws {
    folder = TemporaryFolder()
    personal = PersonalFolders(
      data: folder("data"), config: folder("config"), state: folder("state"), cache: folder("cache"))
  }

  func directory(_ places: String..., hostWords: [String] = ["help"]) -> PluginDirectory {
    PluginDirectory(
      SearchPath(places.map { SearchPath.Place($0, .named) }), personal: personal, hostWords: hostWords)
  }
}

extension PluginDirectory {
  /// Each plugin with its status, and where it is refused the code of the reason.
  var told: [String] {
    plugins.map { plugin in
      if case .refused(let problem) = plugin.status { return "\(plugin.name): refused \(problem.code)" }
      return "\(plugin.name): \(plugin.status.word)"
    }
  }
}

/// Returns the code of the error that a piece of work gives, or nil.
func code(_ work: () throws -> some Any) -> String? {
  do {
    _ = try work()
    return nil
  } catch {
    return (error as? Diagnostic)?.code ?? "\(error)"
  }
}
