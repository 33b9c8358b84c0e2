using System.CommandLine;

namespace Retort.Tool;

/// <summary><c>--rename</c>, which says what got another name; it can be repeated.</summary>
internal static class RenameOption
{
    private const string Name = "rename";

    public static Option Define() =>
        new Option<string[]>($"--{Name}")
        {
            Description =
                "What got another name, and keeps what it holds: table.column=new, table=new, enum.label=new.",
            HelpName = "OLD=NEW",
            Arity = new ArgumentArity(1, 1000),
            AllowMultipleArgumentsPerToken = false,
        };

    public static IReadOnlyList<string> Of(CommandRequest request) => request[Name]?.Split('\n') ?? [];
}
