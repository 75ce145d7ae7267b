extension CompletionScript {
  static func fish(_ script: String) -> String {
    withRecordings(
      script, after: #""fivemoves picture" -eq 1' "#, what: "-fka", becomes: "-kFa"
    )
    // What needs no name is not offered by one.
    .replacing(#/complete [^\n]*"fivemoves" -eq 1' -fa 'play'[^\n]*\n/#, with: "")
      + "\n" + fishStart
  }

  /// The tokens end before the one that is typed: an option that comes first is play's.
  private static let fishStart = """
    functions -c __fivemoves_tokens __fivemoves_typed_tokens
    function __fivemoves_tokens
        set -l typed (__fivemoves_typed_tokens $argv)
        if test (count $typed) -gt 1
            contains -- $typed[2] \(commands.joined(separator: " "))
            or set typed $typed[1] play $typed[2..]
        else if string match -q -- '-*' (commandline -ct)
            set typed $typed play
        end
        printf '%s\\n' $typed
    end
    complete -c fivemoves -n '__fivemoves_should_offer_completions_for_positional "fivemoves" -eq 1' \\
        -fa '\(lessons.joined(separator: " "))'
    function __fivemoves_any_command
        set -l typed (__fivemoves_typed_tokens -pc)
        test "$typed[2]" = watch; or return
        set -l place (contains -i -- -- $typed); or return
        set -e typed[1..$place]
        complete -C (string join ' ' -- (string escape -- $typed) (commandline -ct))
    end
    complete -c fivemoves -n 'contains -- -- (__fivemoves_typed_tokens -pc)' -fka '(__fivemoves_any_command)'
    """
}
