using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using Retort.Migrations;

namespace Retort.Tool;

/// <summary><c>retort completion SHELL</c>: the script that lets a shell complete command lines by <see cref="Completion"/>.</summary>
internal sealed class CompletionCommand : ToolCommand
{
    private const string Shell = "shell";

    private static readonly Dictionary<string, string> Scripts = new()
    {
        // The shell breaks words at '@' and ':' and replaces only what is behind, so what is before is cut off.
        ["bash"] = """
            _retort() {
                local line=${COMP_LINE:0:COMP_POINT}
                local before=${line##* }
                before=${before%"${COMP_WORDS[COMP_CWORD]}"}
                local IFS=$'\n'
                COMPREPLY=($(retort "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null))
                COMPREPLY=("${COMPREPLY[@]#"$before"}")
            }
            complete -o default -F _retort retort
            """,
        ["zsh"] = """
            #compdef retort
            _retort() {
                local line="${(j: :)words[1,CURRENT]}"
                local -a found
                found=("${(@f)$(retort "[suggest:${#line}]" "$line" 2>/dev/null)}")
                if [[ -n "$found" ]]; then compadd -a found; else _files; fi
            }
            compdef _retort retort
            """,
        ["fish"] = """
            function __retort_complete
                set -l line (commandline -cp)
                set -l found (retort "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
                if set -q found[1]; printf '%s\n' $found; else; __fish_complete_path (commandline -ct); end
            end
            complete -c retort -f -a '(__retort_complete)'
            """,
        ["pwsh"] = """
            Register-ArgumentCompleter -Native -CommandName retort -ScriptBlock {
                param($word, $line, $position)
                retort "[suggest:$position]" "$line" 2>$null |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    public override string Name => "completion";

    public override string Argument => Shell;

    public override IReadOnlyList<string> Examples =>
        ["retort completion bash >> ~/.bashrc", "retort completion fish > ~/.config/fish/completions/retort.fish"];

    public override CliCommand Define() =>
        new(Name, "Write the script that lets a shell complete commands, options and revisions.")
        {
            new Argument<string>(Shell)
            {
                Description = "bash, zsh, fish or pwsh.",
                HelpName = "SHELL",
                CompletionSources = { _ => Scripts.Keys.Select(shell => new CompletionItem(shell)) },
            },
        };

    public override CommandNeeds Needs(CommandRequest request) => CommandNeeds.Nothing;

    public override Task<Outcome> RunAsync(
        CommandRequest request,
        CommandContext context,
        CancellationToken cancellationToken
    )
    {
        var shell = request[Shell]!;
        var script = Scripts.TryGetValue(shell, out var known)
            ? known
            : throw UsageException.UnknownShell(shell, Scripts.Keys);
        return Task.FromResult(
            new Outcome([script], () => new JsonObject { [Shell] = shell, ["script"] = script }) { IsScript = true }
        );
    }
}
