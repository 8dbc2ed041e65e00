extension Scaffold {
  var exampleTestsText: String {
    """
    import Testing
    @_spi(Host) import WorkbenchKit

    @testable import \(name.type)

    /// The examples of all commands and stages, typed into the program.
    @Suite struct ExampleTests {
      private static let signatures: [Signature] = {
        var registrar = Registrar(dataFolder: "")
        \(name.type)().register(with: &registrar)
        return registrar.commands.map(\\.signature) + registrar.stages.map(\\.signature)
      }()
      private static let examples = signatures.flatMap(\\.examples).map { ($0.line, $0.failsWith) }

      @Test(arguments: examples)
      func anExampleDoesWhatItSays(_ line: String, _ failsWith: String?) throws {
        let run = try Program.run(line)
        #expect(run.error == failsWith, "\\(line): \\(run.errors)")
        #expect((run.code == 0) == (failsWith == nil))
      }

      @Test func everyCommandHasOneThatWorksAndOneThatFails() {
        for signature in Self.signatures {
          let name = signature.path.joined(separator: " ")
          #expect(signature.examples.contains { $0.failsWith == nil }, "\\(name)")
          #expect(signature.examples.contains { $0.failsWith != nil }, "\\(name)")
        }
      }
    }

    """
  }

  var programText: String {
    """
    import Foundation
    import WorkbenchKit

    /// The program, with the plugin of this build and no other, and without anything of the person who runs the tests.
    enum Program {
      /// LEERKRING names another one.
      static let path =
        ProcessInfo.processInfo.environment["LEERKRING"]
        ?? \(SwiftLiteral.quoted(program))

      /// Where the module lies: beside the program that runs these tests.
      private static func build() throws -> String {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return URL(fileURLWithPath: tests).deletingLastPathComponent().path
      }

      /// Runs one line, and gives the code of its error, or nil where there is none.
      static func run(_ line: String) throws -> (code: Int32, error: String?, errors: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["--json", "--lang", "en", "--plugin", try build(), "-c", line]
        process.environment = ["LEERKRING_PLUGINS": "", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        let errors = String(decoding: bytes, as: UTF8.self)
        let last = errors.split(separator: "\\n").last.flatMap { try? JSONReader.parse(String($0)) }
        return (process.terminationStatus, last?["error"]?["code"]?.string, errors)
      }
    }

    """
  }
}
