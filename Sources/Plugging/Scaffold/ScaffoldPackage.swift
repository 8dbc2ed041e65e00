import WorkbenchKit

extension Scaffold {
  var packageText: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    // The kit must be that of the program: another one's plugins are refused. LEERKRING_KIT names it elsewhere.
    let kitFolder =
      Context.environment["LEERKRING_KIT"]
      ?? \(SwiftLiteral.quoted(kit.path))
    let kit: Target.Dependency = .product(name: "WorkbenchKit", package: "Kit")
    // What the tests work with lies beside an installed kit; in leerkring's own sources it is a product of theirs.
    let testing: Target.Dependency = .product(name: "WorkbenchTesting", package: "leerkring")
    let sources = "/Sources/Kit"
    let testingFolder =
      kitFolder.hasSuffix(sources) ? String(kitFolder.dropLast(sources.count)) : kitFolder + "/../Testing"

    let package = Package(
      name: "\(name.word)",
      products: [.library(name: "\(name.type)", type: .dynamic, targets: ["\(name.type)"])],
      dependencies: [.package(name: "Kit", path: kitFolder), .package(name: "leerkring", path: testingFolder)],
      targets: [
        // Manifest and data travel with a C target: resources of a Swift target would bring Foundation along.
        .target(
          name: "\(name.carrier)", dependencies: [kit], path: "Knowledge",
          resources: [.copy("manifest.json"), .copy("Data")]),
        .target(name: "\(name.type)", dependencies: [kit, "\(name.carrier)"], packageAccess: false),
        .testTarget(name: "\(name.type)Tests", dependencies: [kit, testing, "\(name.type)"]),
      ],
      swiftLanguageModes: [.v6]
    )

    """
  }

  var formatText: String {
    """
    {
      "version": 1,
      "lineLength": 120,
      "indentation": { "spaces": 2 }
    }

    """
  }

  var readmeText: String {
    let pack = "plugin pack \(name.word) --to $HOME/.local/share/leerkring/plugins"
    let text = Text(
      nl: """
        # \(name.word)

        Een plugin voor leerkring.

            swift build
            swift test                       # doet alle voorbeelden en kijkt naar de tabel en de tekst
            leerkring --plugin .build/debug -c '\(example)'

        | waar | wat |
        |---|---|
        | Knowledge/manifest.json | naam, versie, woorden, kit; wat de module aanmeldt moet hiermee kloppen |
        | Knowledge/Data | de gegevens, elk met zijn plaats in een bron; de bronnen staan in sources.json |
        | Sources/\(name.type) | de opdrachten: één opdracht, één bestand; Remarks.swift is wat in de werkruimte komt |
        | Tests | de voorbeelden door het programma, en de opdrachten op een werkbank |

        Om te houden wat gebouwd is, in elke leerkring van deze gebruiker:

            swift build -c release
            leerkring --plugin .build/release -c "\(pack)"

        De plugin laadt alleen in een leerkring met dezelfde kit en dezelfde Swift-compiler. Is de kit veranderd, zet dan
        'version' en 'digest' uit Fingerprint/include/kit_fingerprint.h van de kit in het manifest en bouw opnieuw.
        LEERKRING_KIT noemt een andere map met de kit, LEERKRING het programma waarmee de tests draaien.

        """,
      en: """
        # \(name.word)

        A plugin for leerkring.

            swift build
            swift test                       # runs all examples and looks at the table and the text
            leerkring --plugin .build/debug -c '\(example)'

        | where | what |
        |---|---|
        | Knowledge/manifest.json | name, version, words, kit; what the module registers must agree with it |
        | Knowledge/Data | the data, each with its place in a source; the sources stand in sources.json |
        | Sources/\(name.type) | the commands: one command, one file; Remarks.swift is what goes into the workspace |
        | Tests | the examples through the program, and the commands on a workbench |

        To keep what was built, in every leerkring of this user:

            swift build -c release
            leerkring --plugin .build/release -c "\(pack)"

        The plugin loads only in a leerkring with the same kit and the same Swift compiler. When the kit has changed, put
        'version' and 'digest' from the kit's Fingerprint/include/kit_fingerprint.h into the manifest and build anew.
        LEERKRING_KIT names another folder with the kit, LEERKRING the program that the tests run.

        """)
    return text(language)
  }
}
