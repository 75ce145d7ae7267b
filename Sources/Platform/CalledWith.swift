internal import CPlatform

/// The words that the program was called with, after its own name, as bytes that end in 0. Swift's
/// own list comes out of /proc, which a bare root folder may lack.
public var calledWith: [UnsafeMutablePointer<CChar>] {
  (1..<max(Int(platform_word_count()), 1)).compactMap { platform_words()?[$0] }
}
