import Foundation

/// A page that is written beside what it tells of.
struct Page: Hashable {
  /// From the root of the repository on.
  let path: String

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  init(_ path: String) { self.path = path }

  /// Every README there is, the front door first.
  static let all: [Page] = {
    let below = ["Sources", "Tests", "demo"].flatMap { folder in
      (FileManager.default.subpaths(atPath: root.appending(path: folder).path) ?? []).map {
        "\(folder)/\($0)"
      }
    }
    return (["README.md"] + below.filter { $0.hasSuffix("/README.md") }.sorted()).map(Page.init)
  }()

  var text: String {
    (try? String(contentsOf: Self.root.appending(path: path), encoding: .utf8)) ?? ""
  }

  var exists: Bool {
    FileManager.default.fileExists(atPath: Self.root.appending(path: path).path)
  }

  /// What its headings are called in links.
  var anchors: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      line.drop { $0 == "#" || $0 == " " }.lowercased()
        .filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
        .replacingOccurrences(of: " ", with: "-")
    }
  }

  /// Where its links within the repository lead.
  var links: [(page: Page, anchor: String)] {
    text.matches(of: /\]\(([^)#]*)#?([^)]*)\)/).filter { !$0.1.contains("://") }.map {
      (page: $0.1.isEmpty ? self : follow(String($0.1)), anchor: String($0.2))
    }
  }

  private func follow(_ link: String) -> Page {
    let folder = URL(filePath: "/\(path)").deletingLastPathComponent()
    return Page(String(folder.appending(path: link).standardized.path.dropFirst()))
  }
}
