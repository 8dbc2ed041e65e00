import Files
import Glibc
import TestSupport
import Testing
import WorkbenchKit

/// The door as a person meets it: the program, with folders of its own, and plugins good and bad.
@Suite struct PluginDoorTests {
  private let surroundings = PluginSurroundings()

  // MARK: What ships

  @Test func thePluginThatShipsIsFoundNextToTheProgram() throws {
    let answer = try #require(surroundings.json("plugin list").first)
    #expect(
      answer.blocks("table").first?["columns"]?.array?.compactMap { $0["name"]?.string } == [
        "name", "version", "kit", "status", "status_label", "reason", "libraries", "libraries_missing", "path",
      ])
    let row = try #require(answer.rows.first { $0["name"] == "woonzorgwijzer" })
    #expect(row["status"] == "available")
    #expect(row["kit"] == .string(Fingerprint.kitVersion))
    #expect(row["reason"] == .null)
    #expect(row["path"]?.string?.hasSuffix("/libWoonzorgwijzer.so") == true)
  }

  @Test func wordsInASettingOfAPluginPassTheGuard() throws {
    let good = try FixturePlugin.good.build(in: surroundings.folder)
    let file = surroundings.folder("w.json")
    let run = surroundings.run(
      ["plugin load good", "set greeting 'BSN 111222333'"], options: ["--plugin", good, "-w", file])
    #expect(run.code == 1)
    #expect(run.errorObject?["code"] == "personal.found")
    for path in [file, file + ".journal"] {
      let bytes = (try? DiskFiles().bytes(of: path)) ?? []
      #expect(!String(decoding: bytes, as: UTF8.self).contains("111222333"), "\(path)")
    }
    let fine = surroundings.run(["plugin load good", "set greeting dag"], options: ["--plugin", good, "-w", file])
    #expect(fine.code == 0, "\(fine.errors)")
  }

  @Test func withSafeThereAreNoPluginsWhateverIsAsked() throws {
    let good = try FixturePlugin.good.build(in: surroundings.folder)
    #expect(surroundings.json("plugin list", options: ["--safe", "--plugin", good]).first?.rows.isEmpty == true)
  }

  @Test func anEmptyListLeavesNoneButThoseOfTheOption() throws {
    let good = try FixturePlugin.good.build(in: surroundings.folder)
    let none = ["LEERKRING_PLUGINS": ""]
    #expect(surroundings.json("plugin list", environment: none).first?.rows.isEmpty == true)
    let rows = surroundings.json("plugin list", options: ["--plugin", good], environment: none).first?.rows ?? []
    #expect(rows.map { $0["name"] } == ["good"])
  }

  @Test func neitherProgramNorPluginLinksFoundation() throws {
    for name in ["leerkring", "libWoonzorgwijzer.so", "libWorkbenchKit.so"] {
      let bytes = try DiskFiles().bytes(of: "\(Places.programBuild)/\(name)")
      // The names of the libraries that are needed stand in a table of strings parted by NUL.
      let needed = Set(bytes.split(separator: 0).filter { $0.starts(with: Array("lib".utf8)) }.map(Array.init))
      #expect(needed.contains(Array("libswiftCore.so".utf8)), "\(name)")
      for library in ["libFoundation.so", "lib_FoundationICU.so", "libFoundationEssentials.so"] {
        #expect(!needed.contains(Array(library.utf8)), "\(name) links \(library)")
      }
    }
  }

  // MARK: First use

  @Test func aModuleIsLoadedWhenOneOfItsWordsIsFirstUsed() throws {
    let good = try FixturePlugin.good.build(in: surroundings.folder)
    let answers = surroundings.json("plugin list", "greet folder", "plugin list", options: ["--plugin", good])
    #expect(status("good", answers.first) == "available")
    #expect(answers[1].facts["folder"] == .string("\(good)/trial_goodKnowledge.resources/Data"))
    #expect(status("good", answers[2]) == "loaded")
  }

  @Test func unloadWithdrawsTheCommandsAndLoadBringsThemBack() throws {
    let good = try FixturePlugin.good.build(in: surroundings.folder)
    let gone = surroundings.run(["greet folder", "plugin unload good", "greet folder"], options: ["--plugin", good])
    #expect(gone.errorObject?["code"] == "command.unknown")
    let back = surroundings.run(
      ["greet folder", "plugin unload good", "plugin load good", "greet folder"], options: ["--plugin", good])
    #expect(back.code == 0)
  }

  @Test func anErrorOfAPluginSaysWhoseItIs() throws {
    let good = try FixturePlugin.good.build(in: surroundings.folder)
    let run = surroundings.run(["greet folder --fail"], options: ["--plugin", good])
    #expect(run.errorObject?["code"] == "greet.asked")
    #expect(run.errorObject?["plugin"] == "good")
  }

  // MARK: Refusals

  @Test func eachBadPluginIsRefusedInOneLineAndTheGoodOneWorks() throws {
    let folder = surroundings.folder
    let module = FixturePlugin.module
    var otherKit = FixturePlugin("otherkit", words: ["k"])
    otherKit.manifest["kit"] = ["version": "9.9.9", "digest": .string(Fingerprint.digest)]
    let world = try FixturePlugin("writable", words: ["w"]).pack(in: folder)
    chmod("\(world)/libFixture.so", 0o777)
    let bad = [
      ("otherkit", try otherKit.build(in: folder), "built for kit 9.9.9"),
      (
        "hash", try FixturePlugin("hash", words: ["h"]).pack(in: folder, sha256: String(repeating: "0", count: 64)),
        "SHA-256"
      ),
      (
        "cut", try FixturePlugin("cut", words: ["c"]).build(in: folder, module: Array(module.dropLast(5000))), "cut off"
      ),
      ("text", try FixturePlugin("text", words: ["t"]).build(in: folder, module: Array("text".utf8)), "no ELF file"),
      ("taken", try FixturePlugin("taken", words: ["greet"]).build(in: folder), "belongs to plugin 'good'"),
      ("host", try FixturePlugin("host", words: ["help"]).build(in: folder), "belongs to leerkring itself"),
      ("writable", world, "written to by everybody"),
    ]
    let good = try FixturePlugin.good.build(in: folder)
    let options = ["--plugin", good] + bad.flatMap { ["--plugin", $0.1] }
    let run = surroundings.run(["greet folder", "plugin list"], options: options)
    #expect(run.code == 0)
    let rows = run.objects.last?.rows ?? []
    for (name, _, reason) in bad {
      let row = try #require(rows.first { $0["name"] == .string(name) })
      #expect(row["status"] == "refused", "\(name)")
      #expect(row["reason"]?.string?.contains(reason) == true, "\(name): \(row["reason"] ?? .null)")
      let lines = run.errors.split(separator: "\n").filter { $0.contains("'\(name)'") && $0.contains(reason) }
      #expect(lines.count == 1, "\(name): \(run.errors)")
    }
  }

  @Test(arguments: [
    ("lying", "plugin.lying"), ("foreign", "plugin.kit"), ("entryless", "plugin.symbol"), ("empty", "plugin.entry"),
    ("nobody", "plugin.symbol"),
  ]) func aModuleThatDeceivesIsRefusedWhenItIsUsedAndTheShellGoesOn(_ name: String, _ code: String) throws {
    let good = try FixturePlugin.good.build(in: surroundings.folder)
    let bad = try FixturePlugin(name, words: ["badword"]).build(in: surroundings.folder)
    let run = surroundings.run(
      ["badword verb", "greet folder", "plugin list"],
      options: ["--bail", "off", "--plugin", good, "--plugin", bad])
    #expect(run.code == 1)
    #expect(run.errors.contains("\"code\":\"\(code)\""))
    #expect(run.objects.last.map { status("good", $0) } == "loaded")
    #expect(run.objects.last.map { status(name, $0) } == "refused")
  }

  // MARK: Switching, packing

  @Test func aSwitchHoldsForLaterStarts() throws {
    #expect(surroundings.run(["plugin disable woonzorgwijzer"]).code == 0)
    #expect(status("woonzorgwijzer", surroundings.json("plugin list").first) == "disabled")
    #expect(surroundings.run(["plugin enable woonzorgwijzer"]).code == 0)
    #expect(status("woonzorgwijzer", surroundings.json("plugin list").first) == "available")
  }

  @Test func whatIsPackedWorksWhereItIsPut() throws {
    let packed = surroundings.folder("xdg/data/leerkring/plugins")
    #expect(surroundings.run(["plugin pack woonzorgwijzer --to \(packed)"]).code == 0)
    let run = surroundings.run(
      ["plugin load woonzorgwijzer", "plugin list"], options: ["--plugin", "\(packed)/woonzorgwijzer"],
      environment: ["LEERKRING_PLUGINS": ""])
    #expect(run.code == 0)
    let row = run.objects.last?.rows.first
    #expect(row?["status"] == "loaded")
    #expect(row?["path"] == .string("\(packed)/woonzorgwijzer/libWoonzorgwijzer.so"))
    // And beside the one that ships it is the second of its name.
    let both = surroundings.json("plugin list").first?.rows ?? []
    #expect(
      both.filter { $0["name"] == "woonzorgwijzer" }.map { $0["status"] } == ["available", "refused"])
  }

  @Test func aWordMisspelledIsSuggested() {
    #expect(surroundings.run(["plugin lst"]).errorObject?["suggestion"] == "list")
    #expect(surroundings.run(["plugin info woonzorgwijsr"]).errorObject?["suggestion"] == "woonzorgwijzer")
  }

  @Test func theDoctorLoadsAModuleThatCrashesAndLives() throws {
    let bad = try FixturePlugin("trapping", words: ["trap"]).build(in: surroundings.folder)
    let run = surroundings.run(["plugin doctor --load"], options: ["--plugin", bad])
    #expect(run.code == 0)
    let rows = run.objects.last?.rows ?? []
    let load = rows.filter { $0["check"] == "load" }
    #expect(load.first { $0["plugin"] == "woonzorgwijzer" }?["result"] == "ok")
    #expect(load.last?["plugin"] == "trapping")
    #expect(load.last?["result"] == "problem")
    #expect(load.last?["code"] == "plugin.crashed")
    #expect(load.last?["detail"]?.string?.hasPrefix("the process was stopped by SIG") == true)
    #expect(status("trapping", surroundings.json("plugin list", options: ["--plugin", bad]).first) == "available")
  }

  private func status(_ name: String, _ answer: JSON?) -> JSON? {
    answer?.rows.first { $0["name"] == .string(name) }?["status"]
  }
}
