/// How a text is to be written; what is nil is the lesson's to say.
public struct SamplingOptions: Sendable, Equatable {
  /// Symbols to write.
  public var length: Int
  /// What the text goes on from.
  public var prompt: String?
  /// Below 1 the likely symbols get likelier, above it less likely; at 0 each is the likeliest.
  public var temperature: Double?
  /// Only so many of the likeliest symbols are ever drawn.
  public var topK: Int?

  public init(
    length: Int, prompt: String? = nil, temperature: Double? = nil, topK: Int? = nil
  ) {
    self.length = length
    self.prompt = prompt
    self.temperature = temperature
    self.topK = topK
  }
}
