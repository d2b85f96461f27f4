# Completion of argmap for fish: argmap --show-completion fish | source

function __argmap_complete
    # Each line is a word and its description; fish quotes the word itself.
    set --local words (commandline --tokenize --current-process --cut-at-cursor)
    set --local current (commandline --current-token --cut-at-cursor | string unescape)
    # There may be words such as "and" or "command" in front.
    while set --query words[2]; and not string match --quiet --regex '(^|/)argmap$' -- $words[1]
        set --erase words[1]
    end
    set --local program (string replace --regex '^~/' "$HOME/" -- $words[1])
    set --local offered (_ARGMAP_COMPLETE=fish command $program $words[2..-1] "$current" \
        2>/dev/null </dev/null)
    if set --query offered[1]
        printf '%s\n' $offered
    else
        __fish_complete_path (commandline --current-token --cut-at-cursor)
    end
end

complete --command argmap --no-files --keep-order --arguments '(__argmap_complete)'
