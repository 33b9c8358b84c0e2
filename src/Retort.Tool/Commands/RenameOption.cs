namespace Retort.Tool;

/// <summary><c>--rename</c>, which says what got another name; it can be repeated.</summary>
internal static class RenameOption
{
    public const string Description =
        "What got another name, and keeps what it holds: table.column=new, table=new, enum.label=new; can be repeated.";

    public const string HelpName = "OLD=NEW";

    public static IReadOnlyList<string> Of(CommandRequest request) => request.All("rename");
}
