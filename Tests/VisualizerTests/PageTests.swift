import Testing

/// A person who follows the links finds everything.
@Suite struct PageTests {
  @Test(arguments: Page.all)
  func `every link of a page leads somewhere`(page: Page) {
    #expect(!page.text.isEmpty)
    for (target, anchor) in page.links {
      #expect(target.exists, "\(page.path) links to \(target.path)")
      #expect(
        anchor.isEmpty || target.anchors.contains(anchor), "no #\(anchor) in \(target.path)")
    }
  }

  @Test func `the front door leads to every other page`() throws {
    let front = try #require(Page.all.first)
    #expect(Set(Page.all).subtracting(front.links.map(\.page)) == [front])
    #expect(Page.all.count > 1)
  }
}
