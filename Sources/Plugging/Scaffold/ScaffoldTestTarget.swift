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
        return registrar.commands.map { $0.signature } + registrar.stages.map { $0.signature }
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

  var commandTestsText: String {
    #"""
    import Testing
    import WorkbenchKit
    import WorkbenchTesting

    @testable import \#(name.type)

    /// The commands on a workbench: lines go in, blocks come out.
    @Suite struct CommandTests {
      private let bench: Workbench

      init() throws {
        let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        bench = try Workbench(\#(name.type)(), data: "/\(package)/Knowledge/Data", language: .en)
      }

      @Test func `the list shows every entry, with its remarks and its source`() throws {
        let output = try bench.run("\#(name.word) list")
        let table = try #require(output.table)
        #expect(table.columnNames == ["entry", "about", "remarks"])
        #expect(output.texts("entry") == ["example", "second"])
        #expect(output.texts("about").first == "an entry that was invented to show how it works")
        #expect(output.numbers("remarks") == [0, 0])
        #expect(output.words(.en) == "2 entries of 2")
        guard case .sources(let sources)? = output.blocks.last else { return #expect(Bool(false), "no sources") }
        #expect(sources.map(\.title) == ["entries.json"])
      }

      @Test func `a setting shortens it`() throws {
        try bench.set("\#(name.word).limit", to: 1)
        #expect(try bench.run("\#(name.word) list").words(.en) == "1 entry of 2")
      }

      @Test func `a remark is kept, and nothing of a person is`() throws {
        let before = bench.documents
        let personal = bench.error("\#(name.word) remark example 'BSN 111222333' --by gemeente")
        #expect(personal?.code == "personal.found")
        #expect(bench.documents == before)
        let kept = try bench.run("\#(name.word) remark example 'to be checked' --by gemeente")
        #expect(kept.words(.en) == "example: 1 remark")
        #expect(try bench.run("\#(name.word) show example").words(.en) == "gemeente: to be checked")
      }

      @Test func `what cannot be read in the workspace is named and kept`() throws {
        try bench.hold([["entry": "example", "role": "gemeente", "TEXT": "x"]], as: "remarks", of: "\#(name.word)")
        #expect(try bench.run("\#(name.word) list").words(.en).contains("kept as it is"))
        try bench.run("\#(name.word) remark example 'to be checked' --by gemeente")
        #expect(bench.documents.contains("TEXT"))
      }

      @Test func `a word in either language, and what is near, are understood`() throws {
        #expect(try bench.run("\#(name.word) show voorbeeld").facts["entry"] == .text("example"))
        #expect(bench.error("\#(name.word) show exmaple")?.suggestion == "example")
      }
    }

    """#
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
