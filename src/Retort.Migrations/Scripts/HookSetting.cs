namespace Retort.Migrations;

/// <summary>Reads <c>hooks</c> of <c>retort.json</c>.</summary>
internal static class HookSetting
{
    public const string Form = "a list of hooks: { \"run\": [\"program\", \"argument\"] }";

    private const string Run = "run";

    private static readonly string[] Moments = ["revision", "apply"];

    /// <summary>What a hook can say.</summary>
    public static IReadOnlyList<string> Names { get; } = ["name", Run, "when", "cwd"];

    /// <exception cref="ScriptException">It is no list of hooks.</exception>
    public static IReadOnlyList<Hook> Read(JsonMember hooks) => [.. hooks.Items(Form).Select(ReadHook)];

    private static Hook ReadHook(JsonMember item)
    {
        var members = item.Members("a hook: { \"run\": [\"program\", \"argument\"] }");
        var run = members.FirstOrDefault(member => member.Key == Run) ?? throw item.Wrong("a hook with \"run\"");
        var hook = members.Aggregate(new Hook(run.Texts()), Apply);
        return hook.When is HookMoment.Apply && hook.Run.Any(word => word.Contains(Hook.File, StringComparison.Ordinal))
            ? throw run.Wrong($"a list without {Hook.File}, which only hooks of revisions have")
            : hook;
    }

    private static Hook Apply(Hook hook, JsonMember member) =>
        member.Key switch
        {
            Run => hook,
            "name" => hook with { Name = member.Text() },
            "when" => hook with { When = (HookMoment)Array.IndexOf(Moments, member.Choice(Moments)) },
            "cwd" => hook with { Cwd = member.Text() },
            _ => throw ScriptException.UnknownSetting(member, Names),
        };
}
